package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.fixtures.Cases;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CadenceNotationTest {
  static List<Map<String, String>> cases() {
    return Cases.read("cadence-notation.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void notation(Map<String, String> row) {
    Reading<Catalogue> reading =
        CatalogueReader.read(
            "cases",
            List.of(
                Source.of(
                    "rules.yaml",
                    """
                    items:
                      - {id: x, name: x, wording: x, cadence: {continuous: always}}
                      - {id: y, name: y, wording: y, cadence: {continuous: always}}
                      - id: r
                        name: r
                        wording: r
                        cadence: {%s}
                    """
                        .formatted(row.get("yaml")))));
    if (row.get("refused").isEmpty()) {
      Cadence cadence = RulesOnDisk.sound(reading).requirements().get(2).cadence();
      assertThat(cadence.notation()).isEqualTo(row.get("notation"));
      assertThat(cadence.basis().name().toLowerCase(Locale.ROOT)).isEqualTo(row.get("basis"));
    } else {
      List<Complaint> complaints = ((Reading.Refused<Catalogue>) reading).complaints();
      Complaint first = complaints.get(0);
      assertThat(first.what().key()).isEqualTo(row.get("refused"));
      assertThat(first.field()).isEqualTo("items[r]." + row.get("field"));
      assertThat(first.line()).isEqualTo(7);
    }
  }
}
