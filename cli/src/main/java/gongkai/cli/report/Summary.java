package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.Coverage;
import gongkai.cli.Columns;
import gongkai.cli.ExitDecision;
import gongkai.cli.report.html.Phrases;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stdout says of an audit: at most nine lines of at most 80 columns, without colours; the
 * report's path is the caller's tenth.
 */
public final class Summary {
  private static final int MOST = 9;
  private static final int IN_A_ROW = 4;
  private static final int CELL = 19;

  private Summary() {}

  /** The lines in the language of messages. */
  public static List<String> lines(AuditResult audit, Message why, Lang lang) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Message.of(
                    "audit.head",
                    audit.catalogue().bureau(),
                    audit.since().plusDays(1),
                    audit.asOf(),
                    audit.requirements().size())
                .in(lang)
            + off(audit, lang));
    lines.addAll(verdicts(audit, lang));
    lines.add(gaps(ExitDecision.gaps(audit), lang) + waived(audit, lang) + notices(audit, lang));
    audit
        .comparison()
        .ifPresent(
            c ->
                lines.add(
                    Message.of("compare.against", c.before(), ComparisonText.counts(c, lang))
                        .in(lang)));
    lines.add(coverage(audit.coverage()).in(lang));
    List<String> said = wrapped(lines);
    List<String> last = wrapped(List.of(why.in(lang)));
    List<String> followUp = followUp(audit, lang, MOST - said.size() - last.size());
    return Stream.of(said, followUp, last).flatMap(List::stream).toList();
  }

  /** As much as there is room for: a script counts on ten lines, and the report says the rest. */
  private static List<String> followUp(AuditResult audit, Lang lang, int room) {
    List<String> parts = FollowUpText.parts(audit, lang);
    String between = Message.of("rectify.semicolon").in(lang);
    for (int n = parts.size(); n > 0; n--) {
      List<String> lines = wrapped(List.of(String.join(between, parts.subList(0, n))));
      if (lines.size() <= room) {
        return lines;
      }
    }
    return List.of();
  }

  private static List<String> wrapped(List<String> lines) {
    return lines.stream()
        .flatMap(l -> Columns.wrap(PlainText.line(l), Columns.WIDTH).stream())
        .toList();
  }

  /** How much was read. */
  static Message coverage(Coverage c) {
    return Message.of(
        "audit.coverage",
        c.wanted(),
        c.fetched(),
        c.notNeeded(),
        c.refusedByRobots() + c.refusedAsTrap(),
        c.failed(),
        c.cutByLimit());
  }

  /** How many requirements a user's file switches off; nothing if none. */
  private static String off(AuditResult audit, Lang lang) {
    int off = audit.catalogue().tailoring().offs();
    return off == 0 ? "" : Message.of("audit.off", off).in(lang);
  }

  /** Every verdict with its number, four in a row. */
  private static List<String> verdicts(AuditResult audit, Lang lang) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (Verdict verdict : Verdict.values()) {
      long count = audit.requirements().stream().filter(r -> r.verdict() == verdict).count();
      String cell =
          Phrases.sign(verdict)
              + " "
              + Message.of("report.verdict-" + verdict.name()).in(lang)
              + " "
              + count;
      boolean last = verdict.ordinal() % IN_A_ROW == IN_A_ROW - 1;
      row.append(last ? cell : Columns.pad(cell, CELL) + " ");
      if (last) {
        rows.add(row.toString());
        row.setLength(0);
      }
    }
    return rows;
  }

  static String notices(AuditResult audit, Lang lang) {
    int notices = audit.notices().size();
    return notices == 0 ? "" : Message.of("audit.notices", notices).in(lang);
  }

  static String gaps(Map<Severity, Integer> gaps, Lang lang) {
    return gaps.isEmpty()
        ? Message.of("audit.noGaps").in(lang)
        : Message.of("audit.gaps", all(gaps), bySeverity(gaps, lang)).in(lang);
  }

  /** How many of the gaps are excused; nothing if none. */
  static String waived(AuditResult audit, Lang lang) {
    int waived = all(ExitDecision.waived(audit));
    return waived == 0 ? "" : Message.of("audit.waived", waived).in(lang);
  }

  private static int all(Map<Severity, Integer> gaps) {
    return gaps.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Worst first. */
  private static String bySeverity(Map<Severity, Integer> gaps, Lang lang) {
    List<Severity> worstFirst = new ArrayList<>(Arrays.asList(Severity.values()));
    Collections.reverse(worstFirst);
    return worstFirst.stream()
        .filter(gaps::containsKey)
        .map(s -> Message.of("report.severity-" + s.code()).in(lang) + " " + gaps.get(s))
        .collect(Collectors.joining(Message.of("report.comma").in(lang)));
  }
}
