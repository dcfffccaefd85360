package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.RequirementResult;
import gongkai.compare.Comparison;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an inspector wants to know first, as one sentence and as a few numbers. */
public final class Figures {
  private final AuditResult audit;
  private final Phrases words;

  Figures(AuditResult audit, Phrases words) {
    this.audit = audit;
    this.words = words;
  }

  /**
   * One number with what it counts.
   *
   * @param sign class of the verdict whose colour it has; empty string if none
   * @param anchor where it is told in full
   */
  public record Figure(String label, String number, String detail, String sign, String anchor) {}

  /** The whole audit in one sentence. */
  public String sentence() {
    Map<String, Integer> parts = new LinkedHashMap<>();
    for (String part :
        List.of("compliant", "not-due", "violation", "warning", "stale", "review", "unreachable")) {
      parts.put(part, 0);
    }
    audit.requirements().forEach(r -> parts.merge(part(r), 1, Integer::sum));
    List<String> said = new ArrayList<>();
    parts.forEach(
        (part, count) -> {
          if (count > 0) {
            said.add(words.t("sentence-" + part, count));
          }
        });
    return words.t("sentence", audit.requirements().size(), words.list(said));
  }

  private static String part(RequirementResult r) {
    return switch (r.verdict()) {
      case COMPLIANT -> "compliant";
      case NOT_DUE -> "not-due";
      case STALE -> "stale";
      case REVIEW -> "review";
      case UNREACHABLE -> "unreachable";
      case LATE, EMPTY, MISSING -> r.severity() == Severity.VIOLATION ? "violation" : "warning";
    };
  }

  /** Met, violated, to be looked at, not to be told, covered, changed. */
  public List<Figure> all() {
    List<Finding> violations =
        audit.requirements().stream()
            .flatMap(r -> r.findings().stream())
            .filter(f -> f.severity() == Severity.VIOLATION)
            .toList();
    long violated =
        audit.requirements().stream().filter(r -> r.severity() == Severity.VIOLATION).count();
    return List.of(
        figure(
            "met", with(Verdict.COMPLIANT), "COMPLIANT", "standing", audit.requirements().size()),
        figure("violated", violated, "MISSING", "gaps", violations.size(), among(violations)),
        figure("review", with(Verdict.REVIEW), "REVIEW", "review"),
        figure("unreachable", with(Verdict.UNREACHABLE), "UNREACHABLE", "unchecked"),
        coverage(audit.coverage()),
        audit.comparison().map(this::changed).orElseGet(this::notCompared));
  }

  /** How many of them no run fails by: excused, or lateness that an earlier audit has stated. */
  private String among(List<Finding> violations) {
    long waived = violations.stream().filter(f -> f.waiver().isPresent()).count();
    long past =
        violations.stream()
            .filter(f -> f.waiver().isEmpty())
            .flatMap(f -> audit.comparison().flatMap(c -> c.of(f)).stream())
            .filter(c -> c.status() == Status.PAST)
            .count();
    List<String> said = new ArrayList<>();
    if (waived > 0) {
      said.add(words.t("figure-waived", waived));
    }
    if (past > 0) {
      said.add(words.t("figure-past", past));
    }
    return said.isEmpty() ? "" : words.t("figure-among", words.list(said));
  }

  private long with(Verdict verdict) {
    return audit.requirements().stream().filter(r -> r.verdict() == verdict).count();
  }

  private Figure figure(
      String key, long number, String sign, String anchor, Object... inTheDetail) {
    return new Figure(
        words.t("figure-" + key),
        Long.toString(number),
        words.t("figure-" + key + "-of", inTheDetail),
        sign,
        anchor);
  }

  private Figure coverage(Coverage c) {
    return new Figure(
        words.t("figure-coverage"),
        share(c.fetched(), c.wanted()),
        words.t("figure-coverage-of", c.wanted(), c.wanted() - c.fetched()),
        "",
        "unchecked");
  }

  /** In per cent with one decimal, rounded down: less than everything is never 100 %. */
  static String share(int part, int whole) {
    if (whole == 0) {
      return "—";
    }
    BigDecimal share =
        BigDecimal.valueOf(100L * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.DOWN);
    return (part == whole ? "100" : share.toPlainString()) + "%";
  }

  private Figure changed(Comparison c) {
    int worse = c.with(Status.NEW).size() + c.with(Status.WORSE).size();
    return new Figure(
        words.t("figure-changed"),
        "+" + worse + " −" + c.with(Status.CLOSED).size(),
        words.t("figure-changed-of", c.before()),
        "",
        "gaps");
  }

  private Figure notCompared() {
    return new Figure(words.t("figure-changed"), "—", words.t("figure-changed-not"), "", "gaps");
  }
}
