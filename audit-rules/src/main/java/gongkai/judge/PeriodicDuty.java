package gongkai.judge;

import gongkai.cadence.Every;
import gongkai.cadence.Period;
import gongkai.cadence.PeriodNames;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.catalogue.Cadence.Unlabelled;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Cadence 1: every period whose due date lies in the window needs a page that covers it. */
final class PeriodicDuty implements Duty {
  private final Requirement requirement;
  private final Periodic cadence;
  private final Window window;
  private final DueDates dueDates;

  /**
   * @param approvals event dates by which the due date of their period is replaced
   */
  PeriodicDuty(
      Requirement requirement,
      Periodic cadence,
      Window window,
      WorkingCalendar calendar,
      List<LocalDate> approvals) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.window = window;
    this.dueDates = new DueDates(cadence, calendar, approvals);
  }

  @Override
  public List<Finding> judge(List<Reading> readings) {
    return periods().stream().map(p -> judge(p, readings)).toList();
  }

  /** Periods whose due date lies inside the window, in order. */
  List<Period> periods() {
    List<Period> inside = new ArrayList<>();
    Period p = Period.of(cadence.every(), window.since().minusYears(3));
    Period last = Period.of(cadence.every(), window.asOf().plusYears(1));
    for (; p.compareTo(last) <= 0; p = p.next()) {
      if (window.contains(dueDates.due(p).day())) {
        inside.add(p);
      }
    }
    return inside;
  }

  private Finding judge(Period p, List<Reading> readings) {
    DueDates.Due due = dueDates.due(p);
    List<Reading> covering = covering(p, due.day(), readings);
    Optional<Reading> first =
        covering.stream()
            .min(
                Comparator.comparing((Reading r) -> r.day().orElseThrow())
                    .thenComparing(r -> r.page().url()));
    boolean practice = due.basis() == Basis.PRACTICE;
    if (first.isEmpty()) {
      if (due.provisional()) {
        return draft(p, due, Verdict.REVIEW, Message.of("judge.review.provisional", due.day(), ""))
            .done();
      }
      boolean graceOver =
          window.passed(p.end()) && window.passed(DueDates.grace(cadence.every(), p));
      return draft(
              p,
              due,
              Verdict.MISSING,
              Message.of(
                  "judge.missing.period", requirement.name(), p.words(), due.day(), window.asOf()))
          .lowered(requirement.event(), "judge.lowered.event")
          .lowered(practice && !graceOver, "judge.lowered.practice")
          .done();
    }
    Reading decisive = first.get();
    LocalDate day = decisive.day().orElseThrow();
    boolean contradicted =
        covering.stream().anyMatch(Reading::statement)
            && covering.stream().anyMatch(r -> !r.statement());
    if (contradicted) {
      return draft(p, due, Verdict.REVIEW, Message.of("judge.review.contradiction", p.words()))
          .page(decisive.page())
          .published(Optional.of(day))
          .open(covering.stream().map(r -> r.page().url()).sorted().toList())
          .done();
    }
    if (!day.isAfter(due.day())) {
      String key = decisive.statement() ? "judge.compliant.statement" : "judge.compliant.period";
      return draft(p, due, Verdict.COMPLIANT, Message.of(key, p.words(), day, due.day()))
          .page(decisive.page())
          .published(Optional.of(day))
          .done();
    }
    if (due.provisional()) {
      return draft(p, due, Verdict.REVIEW, Message.of("judge.review.provisional", due.day(), day))
          .page(decisive.page())
          .published(Optional.of(day))
          .done();
    }
    return draft(
            p,
            due,
            Verdict.LATE,
            Message.of(
                "judge.late.period",
                decisive.page().title(),
                p.words(),
                due.day(),
                day,
                days(due.day(), day)))
        .page(decisive.page())
        .published(Optional.of(day))
        .lowered(requirement.event(), "judge.lowered.event")
        .lowered(practice, "judge.lowered.practice")
        .done();
  }

  static long days(LocalDate from, LocalDate to) {
    return java.time.temporal.ChronoUnit.DAYS.between(from, to);
  }

  private Draft draft(Period p, DueDates.Due due, Verdict verdict, Message reason) {
    return new Draft(requirement.id(), verdict, reason)
        .period(p.label())
        .due(Optional.of(due.day()))
        .skipped(due.skipped());
  }

  /**
   * The pages that cover a period; unlabelled ones of the next period only if no other page does.
   */
  private List<Reading> covering(Period p, LocalDate due, List<Reading> readings) {
    List<Reading> named =
        readings.stream()
            .filter(r -> r.day().isPresent())
            .filter(r -> coverage(r).contains(p))
            .toList();
    if (!named.isEmpty() || cadence.unlabelled() == Unlabelled.AFTER) {
      return named;
    }
    Period next = p.next();
    return readings.stream()
        .filter(r -> r.day().isPresent() && r.covers().isEmpty())
        .filter(r -> names(r).none())
        .filter(r -> !r.day().get().isBefore(next.start()) && !r.day().get().isAfter(due))
        .filter(r -> coverage(r).contains(next))
        .toList();
  }

  /** The periods a reading covers by its title, else its first heading, else its day. */
  List<Period> coverage(Reading r) {
    LocalDate day = r.day().orElseThrow();
    if (r.statement() && r.covers().isEmpty()) {
      return byStatement(r, day);
    }
    List<Period> covered =
        r.covers().isPresent() ? List.of(r.covers().get()) : byName(names(r), day);
    boolean after = cadence.unlabelled() == Unlabelled.AFTER;
    return covered.stream().filter(p -> !after || p.end().isBefore(day)).toList();
  }

  private final Map<String, PeriodNames> known = new java.util.HashMap<>();

  PeriodNames names(Reading r) {
    return known.computeIfAbsent(
        r.page().url(),
        k -> {
          PeriodNames title = PeriodNames.in(r.page().title());
          if (!title.none()) {
            return title;
          }
          PeriodNames heading = PeriodNames.in(r.page().facts().map(f -> f.heading()).orElse(""));
          List<String> names = r.page().otherNames();
          // several files may be of several periods: then none of them is the page's
          return heading.none() && names.size() == 1 ? PeriodNames.in(names.get(0)) : heading;
        });
  }

  private List<Period> byName(PeriodNames n, LocalDate day) {
    Every every = cadence.every();
    if (n.none()) {
      return List.of(unlabelled(day));
    }
    if (n.years().isEmpty() && n.parts().isEmpty()) {
      return List.of();
    }
    List<Integer> years = n.distinctYears();
    if (years.size() > 1) {
      Optional<Integer> one = Years.decided(n, cadence.unlabelled());
      if (one.isEmpty()) {
        return List.of();
      }
      years = List.of(one.get());
    }
    if (n.parts().isEmpty()) {
      return years.stream().flatMap(y -> wholeYear(every, y, day)).toList();
    }
    if (every == Every.YEAR && cadence.unlabelled() == Unlabelled.DURING && !years.isEmpty()) {
      return List.of(Period.year(years.get(0)));
    }
    List<Period> covered = new ArrayList<>();
    for (PeriodNames.Part part : n.parts()) {
      if (PeriodNames.covers(part, every)) {
        covered.add(inYear(part, every, years, day));
      }
    }
    return covered;
  }

  /** A statement covers the year or period it names, else the year in which it was published. */
  private List<Period> byStatement(Reading r, LocalDate day) {
    PeriodNames n = names(r);
    n = n.none() ? PeriodNames.in(r.page().text()) : n;
    if (!n.parts().isEmpty()) {
      return byName(n, day);
    }
    List<Integer> years = n.years().isEmpty() ? List.of(day.getYear()) : n.distinctYears();
    return years.stream().flatMap(y -> all(cadence.every(), y)).toList();
  }

  private Stream<Period> all(Every every, int year) {
    // 4 January lies in the first ISO week
    return Stream.iterate(
        Period.of(every, LocalDate.of(year, 1, 4)), p -> p.year() == year, Period::next);
  }

  /** A title that names only a year, for a shorter period: the last one that could be meant. */
  private Stream<Period> wholeYear(Every every, int year, LocalDate day) {
    if (every == Every.YEAR) {
      return Stream.of(Period.year(year));
    }
    Period byDay = unlabelled(day);
    Period last = Period.of(every, LocalDate.of(year, 12, 31));
    if (byDay.year() == year) {
      return Stream.of(byDay);
    }
    return byDay.compareTo(last) > 0 ? Stream.of(last) : Stream.empty();
  }

  private Period unlabelled(LocalDate day) {
    Period within = Period.of(cadence.every(), day);
    return cadence.unlabelled() == Unlabelled.AFTER ? within.previous() : within;
  }

  private Period inYear(PeriodNames.Part part, Every every, List<Integer> years, LocalDate day) {
    if (!years.isEmpty()) {
      return inYear(part, every, years.get(0));
    }
    boolean after = cadence.unlabelled() == Unlabelled.AFTER;
    return Stream.of(day.getYear() - 1, day.getYear(), day.getYear() + 1)
        .map(y -> inYear(part, every, y))
        .filter(p -> !after || p.end().isBefore(day))
        .min(Comparator.comparing((Period p) -> distance(p, day)).thenComparing(p -> p))
        .orElseThrow();
  }

  private static long distance(Period p, LocalDate day) {
    if (p.end().isBefore(day)) {
      return days(p.end(), day);
    }
    return p.start().isAfter(day) ? days(day, p.start()) : 0;
  }

  private static Period inYear(PeriodNames.Part part, Every every, int year) {
    if (part.week().isPresent()) {
      return Period.of(every, LocalDate.of(year, 1, 4).plusWeeks(part.week().getAsInt() - 1L));
    }
    return Period.of(every, LocalDate.of(year, part.lastMonth(), 1));
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    Optional<Period> wanted =
        periods().stream().filter(p -> p.label().equals(finding.period())).findFirst();
    if (wanted.isEmpty()) {
      return List.of();
    }
    Period p = wanted.get();
    Reading plain = Reading.of(open.matched());
    List<Reading> dated =
        plain.day().isPresent()
            ? List.of(plain)
            : Stream.of(p.start(), p.end(), p.end().plusDays(1), dueDates.due(p).day())
                .filter(d -> !d.isAfter(window.asOf()))
                .map(plain::on)
                .toList();
    if (open.why() == Evidence.Why.PERIOD) {
      boolean possible = names(plain).years().contains(p.year());
      return possible ? dated.stream().map(r -> r.covering(p)).toList() : List.of();
    }
    return dated;
  }
}
