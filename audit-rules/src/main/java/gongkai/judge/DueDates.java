package gongkai.judge;

import gongkai.cadence.Every;
import gongkai.cadence.Period;
import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.catalogue.Cadence.Unlabelled;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When a period's page is due. Never moved for a weekend or holiday. */
final class DueDates {
  private static final Pattern MONTH_DAY = Pattern.compile("(next )?(\\d\\d)-(\\d\\d)");
  private static final Pattern AFTER_END = Pattern.compile("end\\+(\\d+)(wd|d)");

  /** More than the periods between one that is overdue for two years and the next to come. */
  private static final int PERIODS = 400;

  private final Periodic cadence;
  private final WorkingCalendar calendar;
  private final List<LocalDate> approvals;

  DueDates(Periodic cadence, WorkingCalendar calendar, List<LocalDate> approvals) {
    this.cadence = cadence;
    this.calendar = calendar;
    this.approvals = List.copyOf(approvals);
  }

  /**
   * A due date and what it rests on.
   *
   * @param provisional a year without calendar data was needed
   * @param skipped the days not counted after the period's end, where working days are counted
   */
  record Due(LocalDate day, Basis basis, boolean provisional, List<Skipped> skipped) {
    Due(LocalDate day, Basis basis) {
      this(day, basis, false, List.of());
    }
  }

  Due due(Period p) {
    for (LocalDate approval : approvals) {
      if (period(approval).equals(p)) {
        return new Due(approval.plusDays(cadence.afterApproval().orElseThrow()), Basis.LAW);
      }
    }
    if (cadence.due().isEmpty()) {
      return new Due(grace(cadence.every(), p), Basis.PRACTICE);
    }
    String words = cadence.due().get();
    Matcher end = AFTER_END.matcher(words);
    if (end.matches()) {
      int n = Integer.parseInt(end.group(1));
      if (end.group(2).equals("d")) {
        return new Due(p.end().plusDays(n), cadence.basis());
      }
      Deadline deadline = calendar.due(p.end(), n);
      return new Due(deadline.day(), cadence.basis(), deadline.provisional(), deadline.skipped());
    }
    Matcher day = MONTH_DAY.matcher(words);
    if (!day.matches()) {
      throw new IllegalArgumentException("due: " + words);
    }
    int year = p.year() + (day.group(1) == null ? 0 : 1);
    YearMonth month = YearMonth.of(year, Integer.parseInt(day.group(2)));
    int dayOfMonth = Math.min(Integer.parseInt(day.group(3)), month.lengthOfMonth());
    return new Due(month.atDay(dayOfMonth), cadence.basis());
  }

  /** A period and its due date. */
  record Dated(Period period, Due due) {}

  /** The periods that are due after a day, the first due first. */
  Stream<Dated> after(LocalDate day) {
    return Stream.iterate(Period.of(cadence.every(), day.minusYears(2)), Period::next)
        .limit(PERIODS)
        .map(p -> new Dated(p, due(p)))
        .filter(d -> d.due().day().isAfter(day))
        .sorted(Comparator.comparing((Dated d) -> d.due().day()).thenComparing(Dated::period));
  }

  /** The period an approval belongs to: its own year's budget, the year before's accounts. */
  private Period period(LocalDate approval) {
    Period within = Period.of(cadence.every(), approval);
    return cadence.unlabelled() == Unlabelled.AFTER ? within.previous() : within;
  }

  /** The default grace (verdicts, cadence 1). */
  static LocalDate grace(Every every, Period p) {
    return switch (every) {
      case WEEK -> p.end().plusDays(7);
      case MONTH, QUARTER -> YearMonth.from(p.end()).plusMonths(1).atEndOfMonth();
      case HALF -> YearMonth.from(p.end()).plusMonths(2).atEndOfMonth();
      case YEAR -> LocalDate.of(p.year() + 1, 3, 31);
    };
  }
}
