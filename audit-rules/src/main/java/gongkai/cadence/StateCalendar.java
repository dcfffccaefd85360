package gongkai.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The working calendar made of the State Council's notices (国务院办公厅关于部分节假日安排的通知).
 *
 * @param days what was decreed for single days; every other day follows its day of the week
 * @param years the years whose notices are all here
 */
record StateCalendar(Map<LocalDate, Decree> days, Set<Integer> years) implements WorkingCalendar {
  /**
   * What was decreed for one day.
   *
   * @param off a day off (放假); false: a make-up working day (调休上班)
   * @param source name of the holiday and number of the notice: {@code 春节, 国办发明电〔2025〕7号}
   */
  record Decree(boolean off, String source) {}

  StateCalendar {
    days = Map.copyOf(days);
    years = Set.copyOf(years);
  }

  @Override
  public boolean isWorking(LocalDate day) {
    Decree decree = days.get(day);
    return decree == null ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 : !decree.off();
  }

  @Override
  public boolean covers(int year) {
    return years.contains(year);
  }

  @Override
  public Deadline due(LocalDate after, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("there is no working day number " + n);
    }
    List<Skipped> skipped = new ArrayList<>();
    boolean provisional = false;
    LocalDate day = after;
    for (int counted = 0; counted < n; ) {
      day = day.plusDays(1);
      provisional |= !covers(day.getYear());
      if (isWorking(day)) {
        counted++;
      } else {
        Decree decree = days.get(day);
        skipped.add(new Skipped(day, decree == null ? "" : decree.source()));
      }
    }
    return new Deadline(day, provisional, skipped);
  }
}
