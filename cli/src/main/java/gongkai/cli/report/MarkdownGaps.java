package gongkai.cli.report;

import gongkai.cli.report.html.Phrases;
import gongkai.compare.Change;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of gaps that share what room there is: what does not fit is counted. */
final class MarkdownGaps {
  private final ReportInput of;
  private final GapText text;
  private final Phrases words;
  private int left;

  /**
   * @param room characters for all tables together
   */
  MarkdownGaps(ReportInput of, int room) {
    this.of = of;
    this.text = new GapText(of);
    this.words = new Phrases(of.lang());
    this.left = room;
  }

  /** A heading and a table of gaps as far as there is room; nothing if there are none. */
  List<String> table(String title, List<GapView> gaps) {
    List<String> lines = new ArrayList<>();
    if (gaps.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add("### " + say(title) + " (" + gaps.size() + ")");
    lines.add("");
    lines.addAll(
        MarkdownText.header(
            of,
            "report.severity",
            "report.verdict",
            "report.requirement",
            "summary.subject",
            "report.due",
            "report.days-late",
            "report.office",
            "report.because"));
    // room for the line that counts the rest
    left -= lines.stream().mapToInt(line -> line.length() + 1).sum() + 2 * MarkdownSummary.TITLE;
    int shown = 0;
    for (GapView gap : gaps) {
      String row = row(gap);
      if (row.length() + 1 > left) {
        break;
      }
      left -= row.length() + 1;
      lines.add(row);
      shown++;
    }
    if (shown < gaps.size()) {
      lines.add("");
      lines.add(say("summary.more", gaps.size() - shown));
    }
    return lines;
  }

  private String row(GapView gap) {
    Finding f = gap.finding();
    String title = f.title().isEmpty() ? "" : MarkdownText.of(f.title(), MarkdownSummary.TITLE);
    String document =
        title.isEmpty() && !f.url().isEmpty()
            ? MarkdownText.of(f.url(), MarkdownSummary.TITLE)
            : title;
    String subject =
        Stream.of(MarkdownText.of(words.period(f.period())), MarkdownText.link(document, f.url()))
            .filter(part -> !part.isEmpty())
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    String verdict = Phrases.sign(f.verdict()) + " " + MarkdownText.of(text.verdict(gap));
    String changed = gap.change().flatMap(Change::before).isPresent() ? was(gap) : "";
    return MarkdownText.row(
        List.of(
            MarkdownText.of(words.word(f.severity())),
            verdict + changed,
            MarkdownText.of(GapText.requirement(gap.of()), MarkdownSummary.TITLE),
            subject,
            f.due().map(Phrases::iso).orElse(""),
            gap.daysLate().isPresent() ? Integer.toString(gap.daysLate().getAsInt()) : "",
            MarkdownText.of(words.list(gap.of().item().offices()), MarkdownSummary.TITLE),
            MarkdownText.of(text.waiver(gap).orElse(of.say(f.reason())), MarkdownSummary.REASON)));
  }

  /** The verdict in the earlier audit, where it was another. */
  private String was(GapView gap) {
    Verdict before = gap.change().flatMap(Change::before).orElseThrow().verdict();
    return before == gap.finding().verdict()
        ? ""
        : " (" + MarkdownText.of(say("compare.was", words.word(before))) + ")";
  }

  private String say(String key, Object... arguments) {
    return of.say(Message.of(key, arguments));
  }
}
