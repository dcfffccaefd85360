package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.cli.ExitDecision;
import gongkai.cli.FailOn;
import gongkai.compare.Change;
import gongkai.judge.Finding;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every report is made of, and nothing else.
 *
 * @param failOn which gaps count for the exit code: a pipeline's formats tell them apart
 * @param lang of the texts; codes are the same in every language
 * @param version the tool's
 */
public record ReportInput(AuditResult audit, FailOn failOn, Lang lang, String version) {

  /** A sentence as one line without surprises. */
  String say(Message message) {
    return PlainText.line(message.in(lang));
  }

  /** The exit code, and why. */
  ExitDecision decision() {
    return ExitDecision.of(audit, failOn);
  }

  /** Every gap in the audit's order. */
  List<GapView> gaps() {
    List<GapView> gaps = new ArrayList<>();
    audit.requirements().forEach(r -> gaps.addAll(gaps(r)));
    return gaps;
  }

  /** The gaps of one requirement in the audit's order. */
  List<GapView> gaps(RequirementResult of) {
    return of.findings().stream()
        .filter(f -> f.verdict().gap())
        .map(f -> new GapView(of, f, DaysLate.of(f, audit.asOf()), change(f), counts(f)))
        .toList();
  }

  private Optional<Change> change(Finding finding) {
    return audit.comparison().flatMap(c -> c.of(finding));
  }

  /** Whether a gap makes the exit code 1. */
  private boolean counts(Finding gap) {
    return failOn.counted().contains(gap.severity()) && ExitDecision.counts(audit, gap);
  }

  /** Whether a notice makes the exit code 1. */
  boolean counts(Notice notice) {
    return failOn.counted().contains(notice.severity()) && ExitDecision.counts(audit, notice);
  }
}
