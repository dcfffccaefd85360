package gongkai.judge;

import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** When something is due next under a rule, whatever a site holds. */
public final class Upcoming {
  /** How many due dates are given. */
  private static final int DATES = 3;

  private Upcoming() {}

  /**
   * The next due dates after a day, one a line; one sentence where a rule has none of its own.
   *
   * @param asOf the day from which one looks ahead
   */
  public static List<Message> of(Requirement r, LocalDate asOf, WorkingCalendar calendar) {
    if (r.cadence() instanceof Cadence.Periodic p) {
      return periods(p, asOf, calendar);
    }
    if (r.cadence() instanceof Cadence.Count c) {
      int year = asOf.plusDays(1).getYear();
      return IntStream.range(year, year + DATES)
          .mapToObj(
              y -> Message.of("upcoming.count", LocalDate.of(y, 12, 31).toString(), c.count()))
          .toList();
    }
    return List.of(sentence(r, asOf, calendar));
  }

  private static List<Message> periods(
      Cadence.Periodic p, LocalDate asOf, WorkingCalendar calendar) {
    return new DueDates(p, calendar, List.of())
        .after(asOf)
        .limit(DATES)
        .map(
            d ->
                Message.of(
                    d.due().provisional() ? "upcoming.provisional" : "upcoming.period",
                    d.due().day().toString(),
                    d.period().words()))
        .toList();
  }

  private static Message sentence(Requirement r, LocalDate asOf, WorkingCalendar calendar) {
    String day = asOf.toString();
    if (r.cadence() instanceof Cadence.Within w) {
      return Message.of(
          "upcoming.within-" + w.of().name(), day, due(asOf, w.days(), calendar).toString());
    }
    if (r.cadence() instanceof Cadence.FollowUp f) {
      return Message.of(
          "upcoming.follows", f.follows(), day, due(asOf, f.days(), calendar).toString());
    }
    if (r.cadence() instanceof Cadence.Continuous c) {
      return newest(r, c, asOf).orElseGet(() -> Message.of("upcoming.always"));
    }
    if (r.cadence() instanceof Cadence.Columns c) {
      return newest(r, c.limit(), asOf).orElseGet(() -> Message.of("upcoming.filled"));
    }
    if (r.cadence() instanceof Cadence.Total t) {
      return Message.of("upcoming.total", String.join(", ", t.of()), t.atLeast());
    }
    return r.cadence() instanceof Cadence.Marking m
        ? Message.of("upcoming.marking", String.join(", ", m.marks()))
        : Message.of("upcoming.unknown");
  }

  /** How old the newest page may be; empty where presence is enough. */
  private static Optional<Message> newest(Requirement r, Cadence.Continuous limit, LocalDate asOf) {
    return new ContinuousDuty(r, limit, new Window(asOf.minusYears(1), asOf))
        .staleFrom(asOf)
        .map(
            from ->
                Message.of(
                    "upcoming.continuous",
                    oldest(limit, asOf).toString(),
                    asOf.toString(),
                    from.minusDays(1).toString()));
  }

  private static LocalDate due(LocalDate after, Days days, WorkingCalendar calendar) {
    if (!days.working()) {
      return after.plusDays(days.count());
    }
    Deadline deadline = calendar.due(after, days.count());
    return deadline.day();
  }

  private static LocalDate oldest(Cadence.Continuous c, LocalDate asOf) {
    return c.months().isPresent()
        ? asOf.minusMonths(c.months().getAsInt())
        : asOf.minusDays(c.days().orElseThrow());
  }
}
