package gongkai.cli;

import gongkai.AuditResult;
import gongkai.Notice;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.message.Message;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which exit code an audit that ran to its end has, and why. The cases stand in {@code
 * fixtures/cases/exit-codes.csv}.
 *
 * @param because one sentence for the user
 */
public record ExitDecision(ExitCode code, Message because) {
  /** The decision for a finished audit. */
  public static ExitDecision of(AuditResult audit, FailOn failOn) {
    return of(audit.coverage().startReadable(), audit.coverage().fetched(), counted(audit), failOn);
  }

  /** How many gaps there are of each severity; a severity without any is absent. */
  public static Map<Severity, Integer> gaps(AuditResult audit) {
    return count(audit, f -> true);
  }

  /** Of these, how many are excused. */
  public static Map<Severity, Integer> waived(AuditResult audit) {
    return count(audit, f -> f.waiver().isPresent());
  }

  /** Gaps and notices that count, by severity. */
  private static Map<Severity, Integer> counted(AuditResult audit) {
    Map<Severity, Integer> counted = count(audit, f -> counts(audit, f));
    audit.notices().stream()
        .filter(n -> counts(audit, n))
        .forEach(n -> counted.merge(n.severity(), 1, Integer::sum));
    return counted;
  }

  /** Held to an earlier audit, only what is new since then counts, of any severity. */
  public static boolean counts(AuditResult audit, Notice notice) {
    return audit.comparison().map(c -> c.isNew(notice)).orElse(true);
  }

  /**
   * What nobody has excused; held to an earlier audit, only what is new or worse since then. Of any
   * severity.
   */
  public static boolean counts(AuditResult audit, Finding gap) {
    return gap.waiver().isEmpty()
        && (audit.comparison().isEmpty()
            || audit.comparison().get().of(gap).filter(c -> c.status().counts()).isPresent());
  }

  private static Map<Severity, Integer> count(AuditResult audit, Predicate<Finding> wanted) {
    Map<Severity, Integer> gaps = new EnumMap<>(Severity.class);
    audit.requirements().stream()
        .flatMap(r -> r.findings().stream())
        .filter(f -> f.verdict().gap() && wanted.test(f))
        .map(Finding::severity)
        .forEach(s -> gaps.merge(s, 1, Integer::sum));
    return gaps;
  }

  /** The first line of the contract that applies. */
  static ExitDecision of(
      boolean startReadable, int pages, Map<Severity, Integer> gaps, FailOn failOn) {
    if (!startReadable) {
      return new ExitDecision(ExitCode.INCOMPLETE, Message.of("report.exit-start"));
    }
    if (pages == 0) {
      return new ExitDecision(ExitCode.INCOMPLETE, Message.of("report.exit-nothing"));
    }
    int counted = failOn.counted().stream().mapToInt(s -> gaps.getOrDefault(s, 0)).sum();
    if (counted > 0) {
      return new ExitDecision(
          ExitCode.FINDINGS, Message.of("report.exit-findings", counted, failOn.code()));
    }
    int unreachable = gaps.getOrDefault(Severity.INCOMPLETE, 0);
    if (unreachable > 0) {
      return new ExitDecision(
          ExitCode.INCOMPLETE, Message.of("report.exit-unreachable", unreachable));
    }
    return new ExitDecision(ExitCode.OK, Message.of("report.exit-ok", failOn.code()));
  }
}
