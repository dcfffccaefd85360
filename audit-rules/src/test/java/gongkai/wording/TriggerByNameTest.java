package gongkai.wording;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.Cadence;
import gongkai.fixtures.Cases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriggerByNameTest {
  private static final DeadlineLanguage LANGUAGE = DeadlineLanguage.bundled();
  private static final TriggerByName NAMES = TriggerByName.bundled();

  static List<Map<String, String>> cases() {
    return Cases.read("trigger-names.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void names(Map<String, String> row) {
    DeadlineReading.Understood read =
        (DeadlineReading.Understood) LANGUAGE.read(row.get("wording"));
    Deadline deadline = read.deadlines().get(0);
    Cadence cadence =
        NAMES
            .of(deadline, row.get("name"))
            .flatMap(WordingPattern::cadence)
            .or(() -> Optional.of(deadline.cadence()))
            .orElseThrow();
    assertThat(cadence.notation()).isEqualTo(row.get("cadence"));
  }
}
