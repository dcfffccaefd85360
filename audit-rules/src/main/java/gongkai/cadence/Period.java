package gongkai.cadence;

import gongkai.message.Message;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/**
 * A calendar week (ISO), month, quarter, half or year.
 *
 * @param start its first day
 */
public record Period(Every every, LocalDate start) implements Comparable<Period> {
  /** The period of a kind that a day lies in. */
  public static Period of(Every every, LocalDate day) {
    LocalDate first =
        switch (every) {
          case WEEK -> day.with(DayOfWeek.MONDAY);
          case MONTH -> day.withDayOfMonth(1);
          case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
          case HALF -> LocalDate.of(day.getYear(), day.getMonthValue() < 7 ? 1 : 7, 1);
          case YEAR -> day.withDayOfYear(1);
        };
    return new Period(every, first);
  }

  /** The whole year. */
  public static Period year(int year) {
    return new Period(Every.YEAR, LocalDate.of(year, 1, 1));
  }

  /** The period of a {@link #label}; empty if it is none. */
  public static Optional<Period> parse(String label) {
    if (!label.matches("[12]\\d{3}(H[12]|Q[1-4]|-(0[1-9]|1[0-2])|-W[0-5]\\d)?")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(label.substring(0, 4));
    String rest = label.substring(4);
    int number = rest.isEmpty() ? 1 : Integer.parseInt(rest.replaceAll("\\D", ""));
    Period period =
        switch (rest.replaceAll("\\d", "")) {
          case "" -> year(year);
          case "H" -> of(Every.HALF, LocalDate.of(year, 6 * number, 1));
          case "Q" -> of(Every.QUARTER, LocalDate.of(year, 3 * number, 1));
          case "-" -> of(Every.MONTH, LocalDate.of(year, number, 1));
          default -> of(Every.WEEK, LocalDate.of(year, 1, 4).plusWeeks(number - 1L));
        };
    return Optional.of(period).filter(p -> p.label().equals(label));
  }

  /** Its last day. */
  public LocalDate end() {
    return next().start().minusDays(1);
  }

  public Period next() {
    return of(
        every,
        switch (every) {
          case WEEK -> start.plusWeeks(1);
          case MONTH -> start.plusMonths(1);
          case QUARTER -> start.plusMonths(3);
          case HALF -> start.plusMonths(6);
          case YEAR -> start.plusYears(1);
        });
  }

  public Period previous() {
    return of(every, start.minusDays(1));
  }

  /** The year it belongs to; of a week the ISO week-based year. */
  public int year() {
    return every == Every.WEEK ? start.get(IsoFields.WEEK_BASED_YEAR) : start.getYear();
  }

  /** {@code 2026}, {@code 2026H1}, {@code 2026Q2}, {@code 2026-09}, {@code 2026-W14}. */
  public String label() {
    return switch (every) {
      case WEEK ->
          String.format(
              Locale.ROOT, "%d-W%02d", year(), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> YearMonth.from(start).toString();
      case QUARTER -> start.getYear() + "Q" + start.get(IsoFields.QUARTER_OF_YEAR);
      case HALF -> start.getYear() + (start.getMonthValue() < 7 ? "H1" : "H2");
      case YEAR -> Integer.toString(start.getYear());
    };
  }

  /** As sentences name it: {@code 2026年第二季度}. */
  public Message words() {
    String year = Integer.toString(year());
    return switch (every) {
      case WEEK -> Message.of("period.week", year, start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> Message.of("period.month-" + start.getMonthValue(), year);
      case QUARTER -> Message.of("period.quarter-" + start.get(IsoFields.QUARTER_OF_YEAR), year);
      case HALF -> Message.of(start.getMonthValue() < 7 ? "period.half-1" : "period.half-2", year);
      case YEAR -> Message.of("period.year", year);
    };
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : every.compareTo(other.every);
  }
}
