package gongkai.cli.report;

import gongkai.cli.Columns;
import gongkai.cli.report.html.Phrases;
import gongkai.compare.Status;
import gongkai.compare.Trend;
import gongkai.compare.Trend.Point;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A trend as lines of at most 80 columns: a row per requirement, a column per audit. */
public final class TrendText {
  private static final int LEAST_NAME = 16;

  private final Trend trend;
  private final Lang lang;
  private final Phrases words;
  private final int id;
  private final int cell;
  private final int first;
  private final int name;

  private TrendText(Trend trend, Lang lang) {
    this.trend = trend;
    this.lang = lang;
    words = new Phrases(lang);
    id = 1 + trend.rows().stream().mapToInt(r -> Columns.width(r.requirementId())).max().orElse(0);
    int most = trend.points().stream().mapToInt(Point::gaps).max().orElse(0);
    cell = Math.max(3, 1 + String.valueOf(most).length());
    int room = Math.max(1, (Columns.WIDTH - id - LEAST_NAME) / cell);
    first = Math.max(0, trend.points().size() - room);
    name = Columns.WIDTH - id - cell * (trend.points().size() - first);
  }

  /** Everything; of more audits than have room the latest. */
  public static List<String> lines(Trend trend, Lang lang) {
    return new TrendText(trend, lang).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Point> points = trend.points();
    String head =
        say(
            "trend.head",
            trend.bureau(),
            points.size(),
            points.get(0).asOf(),
            points.get(points.size() - 1).asOf());
    lines.addAll(Columns.wrap(PlainText.line(head), Columns.WIDTH));
    if (first > 0) {
      lines.add(say("trend.earlier", first));
    }
    lines.add("");
    lines.add(row("", say("trend.year"), p -> two(p.asOf().getYear() % 100)));
    lines.add(row("", say("trend.month"), p -> two(p.asOf().getMonthValue())));
    lines.add(row("", say("trend.day"), p -> two(p.asOf().getDayOfMonth())));
    trend.rows().forEach(r -> lines.add(row(r)));
    lines.add("");
    for (Verdict verdict : Verdict.values()) {
      if (points.stream().anyMatch(p -> p.verdicts().get(verdict) > 0)) {
        String word = Phrases.sign(verdict) + " " + say("report.verdict-" + verdict.name());
        lines.add(row("", word, p -> String.valueOf(p.verdicts().get(verdict))));
      }
    }
    lines.add(row("", say("trend.gaps"), p -> String.valueOf(p.gaps())));
    for (Status status : List.of(Status.NEW, Status.WORSE, Status.CLOSED)) {
      lines.add(
          row(
              "",
              say("compare.status-" + status.code()),
              p -> p.changes().map(c -> String.valueOf(c.get(status))).orElse("-")));
    }
    lines.add("");
    lines.addAll(Columns.wrap(legend(), Columns.WIDTH));
    return lines;
  }

  private String row(Trend.Row r) {
    StringBuilder line =
        new StringBuilder(Columns.pad(r.requirementId(), id))
            .append(Columns.pad(shortened(PlainText.line(r.name())), name));
    r.verdicts().subList(first, r.verdicts().size()).stream()
        .map(v -> v.map(Phrases::sign).orElse("·"))
        .forEach(sign -> line.append(" ".repeat(cell - 1)).append(sign));
    return line.toString();
  }

  private String row(String at, String label, Function<Point, String> value) {
    StringBuilder line = new StringBuilder(Columns.pad(at, id));
    line.append(Columns.pad(shortened(label), name));
    trend.points().subList(first, trend.points().size()).stream()
        .map(value)
        .forEach(v -> line.append(" ".repeat(Math.max(1, cell - v.length()))).append(v));
    return line.toString();
  }

  /** Cut to its column, with room for a blank behind it. */
  private String shortened(String text) {
    return words.shortened(text, name - 1);
  }

  private String legend() {
    return Arrays.stream(Verdict.values())
            .map(v -> Phrases.sign(v) + " " + say("report.verdict-" + v.name()))
            .collect(Collectors.joining("  "))
        + "  · "
        + say("trend.not-judged");
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  private String say(String key, Object... arguments) {
    return Message.of(key, arguments).in(lang);
  }
}
