package gongkai.cadence;

import java.time.LocalDate;
import java.util.List;

/**
 * China's working days: Monday to Friday, less the State Council's holidays, plus its make-up
 * working days (调休上班). For a year without data weekends alone decide, and every answer that needed
 * such a year is provisional.
 */
public interface WorkingCalendar {
  /** True when the day is a working day. */
  boolean isWorking(LocalDate day);

  /** True when the calendar has data for the year. */
  boolean covers(int year);

  /**
   * The n-th working day after a day; day 1 is the first working day after it.
   *
   * @param n at least 1
   */
  Deadline due(LocalDate after, int n);

  /**
   * A deadline and how it was counted.
   *
   * @param day the n-th working day
   * @param provisional a year without data was needed
   * @param skipped every day after the start, up to {@code day}, that was not counted, in order
   */
  record Deadline(LocalDate day, boolean provisional, List<Skipped> skipped) {
    public Deadline {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * A day that was not counted.
   *
   * @param holiday name and notice of the holiday ({@code 春节, 国办发明电〔2025〕7号}); empty string for a
   *     plain weekend
   */
  record Skipped(LocalDate day, String holiday) {}
}
