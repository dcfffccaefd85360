package gongkai.cli.report.html;

import gongkai.cadence.Period;
import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Days;
import gongkai.judge.Finding;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a deadline of working days was counted, week by week from the trigger to the due day.
 *
 * @param trigger the day the clock started at: of a period its last day
 * @param weeks Monday to Sunday each
 * @param count how many working days
 * @param holidays skipped days by the holiday they belong to, in order
 */
public record DaySum(
    LocalDate trigger, LocalDate due, int count, List<List<Day>> weeks, List<Holiday> holidays) {
  public DaySum {
    weeks = weeks.stream().map(List::copyOf).toList();
    holidays = List.copyOf(holidays);
  }

  /** What a day is to the sum. */
  public enum Kind {
    OUTSIDE,
    TRIGGER,
    COUNTED,
    WEEKEND,
    HOLIDAY,
    /** A Saturday or Sunday that was worked (调休上班), and counts. */
    MADE_UP,
    DUE
  }

  /**
   * One day.
   *
   * @param number which working day it is; 0 where it is not counted
   */
  public record Day(LocalDate date, Kind kind, int number) {
    /** Its kind as a class; null for the many that need none. */
    public String mark() {
      return kind == Kind.COUNTED ? null : kind.name();
    }
  }

  /** Days off with their name and notice, in order. */
  public record Holiday(String name, List<LocalDate> days) {
    public Holiday {
      days = List.copyOf(days);
    }
  }

  /** The sum of a finding; empty where its deadline is no count of working days. */
  static Optional<DaySum> of(Finding finding, Cadence cadence) {
    boolean working =
        !finding.skipped().isEmpty() || limit(cadence).filter(Days::working).isPresent();
    Optional<LocalDate> start =
        finding.trigger().or(() -> Period.parse(finding.period()).map(Period::end));
    return working ? counted(start, finding.due(), finding.skipped()) : Optional.empty();
  }

  /** The sum of working days from a trigger to a due day; empty where there is none to show. */
  public static Optional<DaySum> counted(
      Optional<LocalDate> from, Optional<LocalDate> to, List<Skipped> skipped) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    LocalDate trigger = from.get();
    LocalDate due = to.get();
    // a made-up trigger must not fill the page
    if (!due.isAfter(trigger) || due.isAfter(trigger.plusYears(1))) {
      return Optional.empty();
    }
    return Optional.of(count(trigger, due, skipped));
  }

  private static Optional<Days> limit(Cadence cadence) {
    if (cadence instanceof Cadence.Within within) {
      return Optional.of(within.days());
    }
    return cadence instanceof Cadence.FollowUp followUp
        ? Optional.of(followUp.days())
        : Optional.empty();
  }

  private static DaySum count(LocalDate trigger, LocalDate due, List<Skipped> skipped) {
    Map<LocalDate, String> off = new LinkedHashMap<>();
    skipped.forEach(s -> off.put(s.day(), s.holiday()));
    List<List<Day>> weeks = new ArrayList<>();
    List<Day> week = new ArrayList<>();
    int number = 0;
    LocalDate day = trigger.with(DayOfWeek.MONDAY);
    LocalDate last = due.with(DayOfWeek.SUNDAY);
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      boolean inside = day.isAfter(trigger) && !day.isAfter(due);
      boolean counted = inside && !off.containsKey(day);
      number += counted ? 1 : 0;
      week.add(new Day(day, kind(day, trigger, due, off), counted ? number : 0));
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        weeks.add(week);
        week = new ArrayList<>();
      }
    }
    return new DaySum(trigger, due, number, weeks, holidays(skipped));
  }

  private static Kind kind(
      LocalDate day, LocalDate trigger, LocalDate due, Map<LocalDate, String> off) {
    if (day.equals(trigger)) {
      return Kind.TRIGGER;
    }
    if (day.isBefore(trigger) || day.isAfter(due)) {
      return Kind.OUTSIDE;
    }
    if (off.containsKey(day)) {
      return off.get(day).isEmpty() ? Kind.WEEKEND : Kind.HOLIDAY;
    }
    if (day.equals(due)) {
      return Kind.DUE;
    }
    return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
        ? Kind.MADE_UP
        : Kind.COUNTED;
  }

  private static List<Holiday> holidays(List<Skipped> skipped) {
    Map<String, List<LocalDate>> byName =
        skipped.stream()
            .collect(
                Collectors.groupingBy(
                    Skipped::holiday,
                    LinkedHashMap::new,
                    Collectors.mapping(Skipped::day, Collectors.toList())));
    return byName.entrySet().stream().map(e -> new Holiday(e.getKey(), e.getValue())).toList();
  }
}
