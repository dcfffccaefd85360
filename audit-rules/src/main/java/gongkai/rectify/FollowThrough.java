package gongkai.rectify;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence;
import gongkai.compare.Change;
import gongkai.compare.Comparison;
import gongkai.compare.Judged;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.rectify.Outcome.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells of every gap that an earlier notice asked to cure whether it was done, and whether in time.
 * The cases stand in {@code fixtures/cases/rectify.csv}.
 *
 * <p>Done is what the notice asked for: a period that was missing and has been published since is
 * done, although its lateness stays and only a compliant finding is {@link Status#CLOSED}.
 */
final class FollowThrough {
  private final AuditResult audit;
  private final Earlier earlier;
  private final GapIds now;

  FollowThrough(AuditResult audit, Earlier earlier) {
    this.audit = audit;
    this.earlier = earlier;
    this.now = Rectification.ids(audit);
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    GapIds then = earlier.ids();
    for (OfficeNotice notice : earlier.notices()) {
      for (Asked asked : notice.asked()) {
        then.find(asked.gapId())
            .flatMap(this::change)
            .ifPresent(change -> outcomes.add(outcome(notice.office(), asked, change)));
      }
    }
    return outcomes;
  }

  private Optional<Change> change(Judged gap) {
    return audit.comparison().stream()
        .flatMap(c -> c.changes().stream())
        .filter(c -> c.before().filter(gap::equals).isPresent())
        .findFirst();
  }

  private Outcome outcome(String office, Asked asked, Change change) {
    Judged gap = change.before().orElseThrow();
    Optional<Judged> still = change.now().filter(n -> n.verdict().gap());
    boolean done = change.status() == Status.CLOSED || supplied(change);
    Optional<LocalDate> day = done ? day(change) : Optional.empty();
    Kind kind = done ? timed(day, asked) : undone(change, asked);
    return new Outcome(
        office, asked, gap, still.map(now::of).orElse(""), change.status(), kind, day);
  }

  /** What was missing, empty or stale is there now, though it came after its own deadline. */
  private boolean supplied(Change change) {
    if (change.status() != Status.OPEN && change.status() != Status.WORSE) {
      return false;
    }
    if (change.now().isPresent()) {
      return change.now().get().verdict() == Verdict.LATE;
    }
    return requirement(change).stream()
        .flatMap(r -> r.findings().stream())
        .map(Finding::verdict)
        .filter(Verdict::gap)
        .allMatch(Verdict.LATE::equals);
  }

  private Kind undone(Change change, Asked asked) {
    if (change.now().filter(this::waived).isPresent()) {
      return Kind.WAIVED;
    }
    return switch (change.status()) {
      case PAST -> Kind.PAST;
      case LAPSED -> Kind.LAPSED;
      case UNKNOWN -> Kind.UNKNOWN;
      case NEW, WORSE, OPEN, CLOSED -> {
        if (asked.by().isAfter(audit.asOf())) {
          yield Kind.NOT_YET;
        }
        // a provisional last day proves nothing
        yield asked.provisional() ? Kind.UNKNOWN : Kind.OVERDUE;
      }
    };
  }

  private Kind timed(Optional<LocalDate> day, Asked asked) {
    // an audit that ends before the last day has seen it done before the last day
    LocalDate seen = day.orElse(audit.asOf());
    if (!seen.isAfter(asked.by())) {
      return Kind.IN_TIME;
    }
    if (day.isEmpty()) {
      return Kind.UNDATED;
    }
    return asked.provisional() ? Kind.UNKNOWN : Kind.LATE;
  }

  /**
   * When it was done. For a requirement judged as a whole the first page published since the
   * earlier audit, since later ones cure nothing any more; for a mark on a document nobody knows.
   */
  private Optional<LocalDate> day(Change change) {
    Optional<RequirementResult> of = requirement(change);
    if (of.isPresent() && of.get().requirement().cadence() instanceof Cadence.Marking) {
      return Optional.empty();
    }
    Optional<LocalDate> published = change.now().flatMap(Judged::published);
    if (!change.before().orElseThrow().whole()) {
      return published;
    }
    LocalDate before = audit.comparison().map(Comparison::before).orElseThrow();
    String id = change.shown().requirementId();
    return audit.pages().stream()
        .filter(p -> p.requirementIds().contains(id))
        .map(PageResult::published)
        .flatMap(Optional::stream)
        .map(evidence -> evidence.date())
        .filter(d -> d.isAfter(before) && !d.isAfter(audit.asOf()))
        .min(LocalDate::compareTo)
        .or(() -> published)
        .or(() -> of.flatMap(RequirementResult::newest));
  }

  private Optional<RequirementResult> requirement(Change change) {
    return audit.requirements().stream()
        .filter(r -> r.requirement().id().equals(change.shown().requirementId()))
        .findFirst();
  }

  private boolean waived(Judged gap) {
    return audit.requirements().stream()
        .filter(r -> r.requirement().id().equals(gap.requirementId()))
        .flatMap(r -> r.findings().stream())
        .anyMatch(f -> f.waiver().isPresent() && Judged.of(f).equals(gap));
  }
}
