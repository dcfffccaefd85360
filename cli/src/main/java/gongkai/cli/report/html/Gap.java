package gongkai.cli.report.html;

import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.cadence.Period;
import gongkai.catalogue.Cadence;
import gongkai.compare.Change;
import gongkai.compare.Judged;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One gap as a card.
 *
 * @param id anchor
 * @param page the page judged, if the audit knows it
 * @param dated the pages whose dates it turns on: the one judged, those that answer it, those that
 *     might change the verdict
 * @param considered the pages looked at, with their scores and reasons
 * @param sections the sections that stand for the requirement
 * @param days the sum of working days, where the deadline is one
 * @param change what became of it since an earlier audit; empty if none was given
 */
public record Gap(
    String id,
    RequirementResult of,
    Finding finding,
    OptionalInt daysLate,
    Optional<PageResult> page,
    List<PageResult> dated,
    Considered considered,
    List<SectionResult> sections,
    Optional<DaySum> days,
    Optional<Change> change) {
  public Gap {
    dated = List.copyOf(dated);
    sections = List.copyOf(sections);
  }

  /** Worst first, then the longest overdue; else the catalogue's order (the sort is stable). */
  static final Comparator<Gap> WORST_FIRST =
      Comparator.comparing((Gap g) -> g.finding.severity())
          .thenComparing(g -> g.daysLate.orElse(-1))
          .reversed();

  /** The offices that answer for it; one empty string where the catalogue names none. */
  public List<String> leads() {
    List<String> lead = of.item().lead();
    return lead.isEmpty() ? List.of("") : lead;
  }

  public Optional<Status> status() {
    return change.map(Change::status);
  }

  /** How it stood in the earlier audit; empty if it was not there. */
  public Optional<Judged> earlier() {
    return change.flatMap(Change::before);
  }

  /** A lateness that an earlier audit has stated: nobody can cure it. */
  public boolean past() {
    return status().filter(s -> s == Status.PAST).isPresent();
  }

  public boolean violation() {
    return finding.severity() == Severity.VIOLATION;
  }

  /** Days overdue; 0 where nothing is, or not yet for a whole day. */
  public int overdue() {
    return daysLate.orElse(0);
  }

  /** Last day of the period judged; empty if none is. */
  public Optional<LocalDate> periodEnd() {
    return Period.parse(finding.period()).map(Period::end);
  }

  /** Of a document that has ended: whether it says so. */
  public boolean marking() {
    return of.requirement().cadence() instanceof Cadence.Marking && !finding.url().isEmpty();
  }

  /** A document that does not say it has ended. */
  public boolean unmarked() {
    return finding.verdict() == Verdict.MISSING && marking();
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
      case STALE -> cadence instanceof Cadence.Total ? "total" : "stale";
      case REVIEW -> reviewKey(cadence);
      case UNREACHABLE -> "unreachable";
      case EMPTY -> cadence instanceof Cadence.Total ? "total" : "empty";
      case MISSING -> missingKey(cadence);
      case COMPLIANT, NOT_DUE -> throw new IllegalStateException("no gap: " + finding);
    };
  }

  /** A ruling says what a page answers; what a page says of its dates only the site can mend. */
  private String reviewKey(Cadence cadence) {
    if (cadence instanceof Cadence.Unknown) {
      return "unknown";
    }
    boolean queued =
        dated.stream()
            .flatMap(p -> p.matches().stream())
            .anyMatch(
                m ->
                    m.decision() == Match.Decision.CANDIDATE
                        && m.requirementId().equals(of.requirement().id()));
    return switch (finding.reason().key()) {
      case "judge.review.proposed" -> "proposed";
      case "judge.review.provisional" -> "provisional";
      default -> queued ? "review" : "review-page";
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
