package gongkai.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @EnumSource(Every.class)
  void aLabelIsReadBack(Every every) {
    LocalDate day = LocalDate.of(2019, 12, 25);
    while (day.isBefore(LocalDate.of(2027, 1, 10))) {
      Period period = Period.of(every, day);
      assertThat(Period.parse(period.label())).contains(period);
      day = day.plusDays(1);
    }
  }

  /** 2025 has 52 weeks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "26",
        "2026H3",
        "2026Q0",
        "2026-13",
        "2026-1",
        "2025-W53",
        "2026-W00",
        "2026h1"
      })
  void whatIsNoLabelIsNoPeriod(String label) {
    assertThat(Period.parse(label)).isEmpty();
  }
}
