package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.fixtures.Cases;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small tables of every shape that catalogues are published in. */
class TableCasesTest {
  static List<Map<String, String>> tables() {
    return Cases.read("catalogue-tables.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void isReadAndEveryRepairSaid(Map<String, String> row) {
    Tables tables = CatalogueFile.text(row.get("table").getBytes(StandardCharsets.UTF_8), "");
    Published read = RulesOnDisk.sound(CatalogueImport.read("x", tables, List.of()));
    assertThat(read.items().stream().map(TableCasesTest::shown).collect(Collectors.joining("\n")))
        .isEqualTo(row.get("items"));
    assertThat(
            read.warnings().stream()
                .map(w -> w.row() + " " + w.what().key().replace("import.", ""))
                .collect(Collectors.joining("\n")))
        .isEqualTo(row.get("warnings"));
    for (Lang lang : Lang.values()) {
      String text = RuleFileText.write("x", read.bureau(), read, lang).text();
      Catalogue rules =
          RulesOnDisk.sound(CatalogueReader.read("x", List.of(Source.of("x.yaml", text))));
      assertThat(rules.items()).hasSameSizeAs(read.items());
      assertThat(read.warnings()).allSatisfy(w -> assertThat(w.message().in(lang)).isNotBlank());
    }
  }

  private static String shown(PublishedItem item) {
    String offices = String.join(";", item.lead());
    if (!item.support().isEmpty()) {
      offices += "+" + String.join(";", item.support());
    }
    return String.join("/", item.id(), item.category(), item.name(), item.wording(), offices);
  }
}
