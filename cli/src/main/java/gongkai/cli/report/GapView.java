package gongkai.cli.report;

import gongkai.AuditResult.RequirementResult;
import gongkai.compare.Change;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A gap with all that a list of gaps shows of it.
 *
 * @param daysLate calendar days overdue
 * @param change what became of it since an earlier audit; empty if none was given
 * @param counts it makes the exit code 1
 */
record GapView(
    RequirementResult of,
    Finding finding,
    OptionalInt daysLate,
    Optional<Change> change,
    boolean counts) {

  /** Worst first, then the longest overdue; else the catalogue's order (the sort is stable). */
  static final Comparator<GapView> WORST_FIRST =
      Comparator.comparing((GapView g) -> g.finding.severity())
          .thenComparing(g -> g.daysLate.orElse(-1))
          .reversed();

  Optional<Status> status() {
    return change.map(Change::status);
  }

  /** Somebody has excused it for now. */
  boolean waived() {
    return finding.waiver().isPresent();
  }

  boolean is(Status status) {
    return status().filter(s -> s == status).isPresent();
  }
}
