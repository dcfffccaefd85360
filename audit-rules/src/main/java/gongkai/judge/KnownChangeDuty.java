package gongkai.judge;

import gongkai.Audit.KnownChange;
import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Cadence 4: each known change needs a page published on or after its date and within its time. */
final class KnownChangeDuty implements Duty {
  private final Requirement requirement;
  private final List<KnownChange> changes;
  private final Window window;
  private final WithinDuty.Clock clock;

  /**
   * @param changes this requirement's, in file order
   */
  KnownChangeDuty(
      Requirement requirement, List<KnownChange> changes, Window window, WorkingCalendar calendar) {
    this.requirement = requirement;
    this.changes = changes.stream().filter(c -> window.contains(c.date())).toList();
    this.window = window;
    this.clock = new WithinDuty.Clock(calendar);
  }

  @Override
  public List<Finding> judge(List<Reading> readings) {
    return changes.stream().map(c -> judge(c, readings)).toList();
  }

  private Finding judge(KnownChange change, List<Reading> readings) {
    Deadline due = clock.due(change.date(), change.within());
    Optional<Reading> first =
        readings.stream()
            .filter(r -> r.day().filter(d -> !d.isBefore(change.date())).isPresent())
            .min(
                Comparator.comparing((Reading r) -> r.day().orElseThrow())
                    .thenComparing(r -> r.page().url()));
    boolean over = window.passed(due.day());
    boolean outside = first.filter(r -> r.day().orElseThrow().isAfter(window.asOf())).isPresent();
    if (first.isEmpty() || (outside && !over)) {
      if (!over) {
        return draft(
                Verdict.NOT_DUE,
                change,
                due,
                Message.of("judge.not-due.change", change.description(), due.day()))
            .done();
      }
      return due.provisional()
          ? draft(
                  Verdict.REVIEW,
                  change,
                  due,
                  Message.of("judge.review.provisional", due.day(), ""))
              .done()
          : draft(
                  Verdict.MISSING,
                  change,
                  due,
                  Message.of(
                      "judge.missing.change", change.description(), change.date(), due.day()))
              .lowered(requirement)
              .done();
    }
    LocalDate day = first.get().day().orElseThrow();
    boolean late = day.isAfter(due.day());
    Verdict verdict = !late ? Verdict.COMPLIANT : due.provisional() ? Verdict.REVIEW : Verdict.LATE;
    Message reason =
        late
            ? Message.of(
                "judge.late.change",
                change.description(),
                change.date(),
                due.day(),
                day,
                PeriodicDuty.days(due.day(), day))
            : Message.of("judge.compliant.change", change.description(), day, due.day());
    return draft(verdict, change, due, reason)
        .page(first.get().page())
        .published(Optional.of(day))
        .lowered(requirement)
        .done();
  }

  private Draft draft(Verdict verdict, KnownChange change, Deadline due, Message reason) {
    return new Draft(requirement.id(), verdict, reason)
        .clock(change.date(), due.day(), due.skipped())
        .note(Message.of("judge.note.change", change.description()));
  }

  @Override
  public String key(Finding finding) {
    return finding.trigger() + " " + finding.notes().get(0);
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    Reading plain = Reading.of(open.matched());
    return plain.day().isPresent()
        ? List.of(plain)
        : List.of(plain.on(finding.trigger().orElseThrow()));
  }
}
