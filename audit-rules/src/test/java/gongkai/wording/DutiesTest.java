package gongkai.wording;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DutiesTest {
  private static final Duties DUTIES = Duties.bundled();

  static List<Map<String, String>> cases() {
    return Cases.read("duties.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void split(Map<String, String> row) {
    assertThat(
            DUTIES.split("9", row.get("item"), row.get("content")).stream()
                .map(DutiesTest::shown)
                .collect(Collectors.joining("\n")))
        .isEqualTo(row.get("duties"));
  }

  private static String shown(Duty duty) {
    return String.join(
        "/",
        duty.id(),
        duty.name(),
        duty.own().map(own -> own.cadence().notation() + " <- " + own.from()).orElse(""),
        String.join("、", duty.facets()));
  }
}
