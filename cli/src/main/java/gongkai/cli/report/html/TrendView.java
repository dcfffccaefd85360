package gongkai.cli.report.html;

import gongkai.compare.Trend;
import gongkai.compare.Trend.Point;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What {@code trend.html} shows: the audits as columns, in which each verdict is as high as it has
 * requirements. Lengths are pixels of the drawing.
 */
public record TrendView(Trend trend, Phrases words) {
  public static final int HEIGHT = 220;
  public static final int BAR = 48;
  public static final int STEP = 66;
  public static final int LEFT = 8;
  public static final int BELOW = 40;

  /** A verdict's part of a column. */
  public record Part(Verdict verdict, int count, int x, int y, int height) {
    /** There is room for its sign and number. */
    public boolean labelled() {
      return height >= 15;
    }
  }

  static TrendView of(Trend trend, Lang lang) {
    return new TrendView(trend, new Phrases(lang));
  }

  /** The text {@code trend.<key>}. */
  public String t(String key, Object... arguments) {
    return words.say(Message.of("trend." + key, arguments));
  }

  /** {@code compare.status-<code>} of a status. */
  public String status(String code) {
    return words.say(Message.of("compare.status-" + code));
  }

  public int width() {
    return LEFT * 2 + trend.points().size() * STEP;
  }

  public int x(int point) {
    return LEFT + point * STEP;
  }

  public List<Verdict> verdicts() {
    return Arrays.stream(Verdict.values())
        .filter(v -> trend.points().stream().anyMatch(p -> p.verdicts().get(v) > 0))
        .toList();
  }

  /** The parts of one column, from its foot upwards. */
  public List<Part> parts(int index) {
    Point point = trend.points().get(index);
    int most =
        trend.points().stream()
            .mapToInt(p -> p.verdicts().values().stream().mapToInt(Integer::intValue).sum())
            .max()
            .orElse(1);
    List<Part> parts = new ArrayList<>();
    int below = 0;
    for (Verdict verdict : Verdict.values()) {
      int count = point.verdicts().get(verdict);
      if (count > 0) {
        // each edge is rounded for itself, so that a column is never higher than its whole
        int from = HEIGHT * below / Math.max(1, most);
        int to = HEIGHT * (below + count) / Math.max(1, most);
        parts.add(new Part(verdict, count, x(index), HEIGHT - to, to - from));
        below += count;
      }
    }
    return parts;
  }
}
