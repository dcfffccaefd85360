package gongkai.cli.report;

import gongkai.cli.Columns;
import gongkai.cli.report.html.Phrases;
import gongkai.compare.Change;
import gongkai.compare.Comparison;
import gongkai.compare.Judged;
import gongkai.compare.Standing;
import gongkai.compare.Standing.Duty;
import gongkai.compare.Status;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What became of the gaps, as lines of at most 80 columns. */
public final class ComparisonText {
  /** What an inspector asks first comes first. */
  private static final List<Status> ORDER =
      List.of(
          Status.NEW,
          Status.WORSE,
          Status.CLOSED,
          Status.UNKNOWN,
          Status.LAPSED,
          Status.OPEN,
          Status.PAST);

  private final Comparison comparison;
  private final Standing earlier;
  private final Standing later;
  private final Lang lang;

  private ComparisonText(Comparison comparison, Standing earlier, Standing later, Lang lang) {
    this.comparison = comparison;
    this.earlier = earlier;
    this.later = later;
    this.lang = lang;
  }

  /** Everything: counts, then each gap under its status. */
  public static List<String> lines(
      Comparison comparison, Standing earlier, Standing later, Lang lang) {
    return new ComparisonText(comparison, earlier, later, lang).lines(ORDER);
  }

  /** Without what stands as it stood; nothing at all if everything does. */
  public static List<String> changed(
      Comparison comparison, Standing earlier, Standing later, Lang lang) {
    List<Status> told =
        ORDER.stream()
            .filter(s -> s != Status.OPEN && s != Status.PAST && !comparison.with(s).isEmpty())
            .toList();
    return told.isEmpty()
        ? List.of()
        : new ComparisonText(comparison, earlier, later, lang).lines(told);
  }

  /** How many gaps there are of each status: {@code 新增 2、已整改 5}. */
  public static String counts(Comparison comparison, Lang lang) {
    String counts =
        ORDER.stream()
            .filter(status -> !comparison.with(status).isEmpty())
            .map(status -> count(status, comparison.with(status), lang))
            .collect(Collectors.joining(Message.of("report.comma").in(lang)));
    return counts.isEmpty() ? Message.of("compare.none").in(lang) : counts;
  }

  private static String count(Status status, List<Change> changes, Lang lang) {
    long waived = changes.stream().filter(Change::waived).count();
    return word(status).in(lang)
        + " "
        + changes.size()
        + (waived == 0 ? "" : Message.of("compare.waived", waived).in(lang));
  }

  /** A status in words. */
  public static Message word(Status status) {
    return Message.of("compare.status-" + status.code());
  }

  private List<String> lines(List<Status> told) {
    List<String> lines = new ArrayList<>();
    add(
        lines,
        "",
        Message.of("compare.head", later.bureau(), earlier.asOf(), later.asOf()).in(lang));
    add(lines, "", counts(comparison, lang));
    for (Status status : told) {
      List<Change> changes = comparison.with(status);
      if (!changes.isEmpty()) {
        lines.add("");
        lines.add(word(status).in(lang) + " " + changes.size());
        changes.forEach(change -> row(lines, change));
      }
    }
    return lines;
  }

  private void row(List<String> lines, Change change) {
    Judged shown = change.shown();
    List<String> parts = new ArrayList<>();
    parts.add(shown.requirementId());
    Optional.ofNullable(later.duties().get(shown.requirementId()))
        .or(() -> Optional.ofNullable(earlier.duties().get(shown.requirementId())))
        .map(Duty::name)
        .ifPresent(parts::add);
    parts.add(Phrases.period(shown.period(), lang));
    parts.add(verdict(shown));
    change
        .before()
        .filter(b -> b.verdict() != shown.verdict())
        .ifPresent(b -> parts.add(Message.of("compare.was", verdict(b)).in(lang)));
    if (shown.waived()) {
      parts.add(Message.of("report.waived").in(lang));
    }
    shown.due().ifPresent(due -> parts.add(Message.of("compare.due", due).in(lang)));
    add(
        lines,
        "  ",
        parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("  ")));
    if (!shown.title().isEmpty()) {
      add(lines, "      ", shown.title());
    }
    if (!shown.url().isEmpty()) {
      // an address is copied: it is not broken
      lines.add("      " + PlainText.line(shown.url()));
    }
  }

  /** A document that does not say it has ended is 未标注. */
  private String verdict(Judged gap) {
    boolean marking =
        Optional.ofNullable(later.duties().get(gap.requirementId()))
            .filter(d -> d.cadence().startsWith("marks"))
            .isPresent();
    boolean unmarked = marking && gap.verdict() == Verdict.MISSING && !gap.url().isEmpty();
    String word = unmarked ? "unmarked" : gap.verdict().name();
    return Phrases.sign(gap.verdict()) + " " + Message.of("report.verdict-" + word).in(lang);
  }

  private static void add(List<String> lines, String indent, String text) {
    Columns.wrap(PlainText.line(text), Columns.WIDTH - indent.length())
        .forEach(line -> lines.add(indent + line));
  }
}
