package gongkai.cli.report;

import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.cli.report.html.Phrases;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gap, a notice, the coverage as plain text, for a place that shows lines. */
final class GapText {
  private final ReportInput of;
  private final Phrases words;

  GapText(ReportInput of) {
    this.of = of;
    this.words = new Phrases(of.lang());
  }

  /** The verdict in words; a document that does not say it has ended is 未标注. */
  String verdict(GapView gap) {
    return words.word(gap.finding(), gap.of().requirement().cadence());
  }

  /** {@code 2.2c 规范性文件制发主体清单}. */
  static String requirement(RequirementResult r) {
    return PlainText.line(r.requirement().id() + " " + r.requirement().name());
  }

  /** The period judged, else the document's title; empty string if neither. */
  private String subject(Finding finding) {
    return PlainText.line(
        Stream.of(words.period(finding.period()), finding.title())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  /** What became of it since the earlier audit; empty string if none was given. */
  private String status(GapView gap) {
    return gap.status().map(s -> of.say(ComparisonText.word(s))).orElse("");
  }

  /** The severity, where the verdict does not say it. */
  private String weight(Finding f) {
    boolean said = f.severity() == Severity.REVIEW || f.severity() == Severity.INCOMPLETE;
    return said ? "" : words.word(f.severity());
  }

  /** How overdue, in words; empty string if it is not, or not yet for a whole day. */
  private String overdue(GapView gap) {
    return gap.daysLate().orElse(0) > 0
        ? of.say(Message.of("report.overdue", gap.daysLate().getAsInt()))
        : "";
  }

  /** Who excused it until when and why; empty if nobody did. */
  Optional<String> waiver(GapView gap) {
    return gap.finding()
        .waiver()
        .map(w -> words.t("waived") + words.t("colon") + of.say(w.inShort()));
  }

  /** The gap in a few lines: what and how late, the quotable sentence, the address. */
  List<String> lines(GapView gap) {
    Finding f = gap.finding();
    List<String> lines = new ArrayList<>();
    lines.add(
        "- "
            + Stream.of(verdict(gap), weight(f), subject(f), overdue(gap), status(gap))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")));
    lines.add("  " + of.say(f.reason()));
    waiver(gap).ifPresent(waiver -> lines.add("  " + waiver));
    if (!f.url().isEmpty()) {
      lines.add("  " + PlainText.line(f.url()));
    }
    f.open().stream()
        .filter(url -> !url.equals(f.url()))
        .forEach(url -> lines.add("  " + PlainText.line(url)));
    return lines;
  }

  /** A notice in one line. */
  String line(Notice notice) {
    return "- "
        + Stream.of(
                words.word(notice.severity()),
                PlainText.line(notice.subject()),
                of.say(notice.because()),
                PlainText.line(notice.url()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
  }

  /** How much was read. */
  String coverage() {
    return of.say(Summary.coverage(of.audit().coverage()));
  }
}
