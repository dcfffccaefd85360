package gongkai.cli.report.html;

import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One gap as a card.
 *
 * @param id anchor
 * @param page the page judged, if the audit knows it
 * @param open pages that might change the verdict
 * @param considered pages looked at for the requirement, best first
 * @param days the sum of working days, where the deadline is one
 * @param status what became of it since an earlier audit; empty if none was given
 */
public record Gap(
    String id,
    RequirementResult of,
    Finding finding,
    OptionalInt daysLate,
    Optional<PageResult> page,
    List<PageResult> open,
    List<PageResult> considered,
    Optional<DaySum> days,
    Optional<Status> status) {
  public Gap {
    open = List.copyOf(open);
    considered = List.copyOf(considered);
  }

  /** Worst first, then the longest overdue; else the catalogue's order (the sort is stable). */
  static final Comparator<Gap> WORST_FIRST =
      Comparator.comparing((Gap g) -> g.finding.severity())
          .thenComparing(g -> g.daysLate.orElse(-1))
          .reversed();

  /** A lateness that an earlier audit has stated: nobody can cure it. */
  public boolean past() {
    return status.filter(s -> s == Status.PAST).isPresent();
  }

  public boolean violation() {
    return finding.severity() == Severity.VIOLATION;
  }

  /** Days overdue; 0 where nothing is, or not yet for a whole day. */
  public int overdue() {
    return daysLate.orElse(0);
  }

  /** A document that does not say it has ended. */
  public boolean unmarked() {
    return finding.verdict() == Verdict.MISSING
        && of.requirement().cadence() instanceof Cadence.Marking
        && !finding.url().isEmpty();
  }

  /** Somebody has excused it for now. */
  public boolean waived() {
    return finding.waiver().isPresent();
  }

  /** Something an office must do, other than a question for the inspector. */
  public boolean task() {
    return !waived() && weighs();
  }

  private boolean weighs() {
    return finding.severity() == Severity.VIOLATION
        || finding.severity() == Severity.WARNING
        || finding.severity() == Severity.ADVICE;
  }

  /** What would cure it, in words. */
  public String cure(Phrases words) {
    boolean statement = of.requirement().event() || of.requirement().statement();
    return words.t("cure-" + cureKey()) + (statement && curable() ? words.t("cure-statement") : "");
  }

  private boolean curable() {
    return (finding.verdict() == Verdict.MISSING && finding.title().isEmpty())
        || finding.verdict() == Verdict.EMPTY
        || finding.verdict() == Verdict.STALE;
  }

  private String cureKey() {
    Cadence cadence = of.requirement().cadence();
    return switch (finding.verdict()) {
      case LATE -> "late";
      case STALE -> "stale";
      case REVIEW -> cadence instanceof Cadence.Unknown ? "unknown" : "review";
      case UNREACHABLE -> "unreachable";
      case EMPTY -> "empty";
      case MISSING -> missingKey(cadence);
      case COMPLIANT, NOT_DUE -> throw new IllegalStateException("no gap: " + finding);
    };
  }

  private String missingKey(Cadence cadence) {
    if (cadence instanceof Cadence.Marking) {
      return "mark";
    }
    if (cadence instanceof Cadence.FollowUp) {
      return "follow";
    }
    if (cadence instanceof Cadence.Count) {
      return "count";
    }
    return finding.period().isEmpty() ? "missing" : "period";
  }
}
