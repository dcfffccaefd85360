package gongkai.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.solar.SolarDay;
import gongkai.RulesOnDisk;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.cadence.WorkingCalendar.Skipped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateCalendarTest {
  private static final WorkingCalendar CALENDAR = RulesOnDisk.calendar();
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

  @Test
  void everyDayAgreesWithAnIndependentCalendar() {
    List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
    assertThat(days).hasSize(2922);
    assertThat(days.stream().filter(d -> CALENDAR.isWorking(d) != independent(d))).isEmpty();
  }

  private static boolean independent(LocalDate day) {
    var decreed =
        SolarDay.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).getLegalHoliday();
    return decreed == null
        ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        : decreed.isWork();
  }

  @Test
  void twentyWorkingDaysOverTheSpringFestivalOf2026() {
    Deadline due = CALENDAR.due(LocalDate.of(2026, 2, 10), 20);
    assertThat(due.day()).isEqualTo(LocalDate.of(2026, 3, 16));
    assertThat(due.provisional()).isFalse();
    assertThat(due.skipped())
        .hasSize(14)
        .contains(new Skipped(LocalDate.of(2026, 2, 15), "春节, 国办发明电〔2025〕7号"))
        .contains(new Skipped(LocalDate.of(2026, 3, 1), ""))
        .noneMatch(s -> s.day().equals(LocalDate.of(2026, 2, 14)));
  }

  @Test
  void aYearWithoutDataIsProvisionalAsSoonAsADayOfItIsNeeded() {
    assertThat(CALENDAR.covers(2018)).isFalse();
    assertThat(CALENDAR.covers(2019)).isTrue();
    assertThat(CALENDAR.covers(2026)).isTrue();
    assertThat(CALENDAR.covers(2027)).isFalse();
    assertThat(CALENDAR.due(LocalDate.of(2026, 12, 30), 1).provisional()).isFalse();
    assertThat(CALENDAR.due(LocalDate.of(2026, 12, 30), 2).provisional()).isTrue();
    assertThat(CALENDAR.due(LocalDate.of(2018, 12, 31), 1).provisional()).isFalse();
    assertThat(CALENDAR.due(LocalDate.of(2018, 12, 30), 1).provisional()).isTrue();
  }

  @Test
  void thereIsNoWorkingDayNumberZero() {
    assertThatThrownBy(() -> CALENDAR.due(FIRST, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Random days and counts; the numbers of a failure name it, and it comes back by itself. */
  @Test
  void lawsOfCounting() {
    Random random = new Random(20260210);
    for (int i = 0; i < 20_000; i++) {
      LocalDate after = FIRST.plusDays(random.nextInt(3200));
      int n = 1 + random.nextInt(60);
      int m = 1 + random.nextInt(30);
      String of = "working day " + n + " after " + after;
      Deadline due = CALENDAR.due(after, n);
      assertThat(CALENDAR.isWorking(due.day())).as(of + " is a working day").isTrue();
      assertThat(due.skipped().size() + n)
          .as(of + ": skipped and counted days are all days between")
          .isEqualTo((int) ChronoUnit.DAYS.between(after, due.day()));
      LocalDate last = after;
      for (Skipped skipped : due.skipped()) {
        assertThat(CALENDAR.isWorking(skipped.day())).as(of + " skips " + skipped).isFalse();
        assertThat(skipped.day()).as(of + ": skipped in order").isAfter(last);
        last = skipped.day();
      }
      assertThat(CALENDAR.due(after, n + 1).day()).as(of + ", monotone in n").isAfter(due.day());
      assertThat(CALENDAR.due(after.plusDays(m), n).day())
          .as(of + ", monotone in the day")
          .isAfterOrEqualTo(due.day());
      assertThat(CALENDAR.due(due.day(), m).day())
          .as(of + ", counted on by " + m)
          .isEqualTo(CALENDAR.due(after, n + m).day());
    }
  }
}
