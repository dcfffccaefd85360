package gongkai.cli.commands;

import gongkai.cli.Columns;
import gongkai.cli.report.PlainText;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;

/** The one line of a crawl on a terminal: how far, how long still, what is read now. */
final class ProgressLine {
  private static final int BAR = 10;

  private ProgressLine() {}

  /**
   * The line, exactly as wide as the terminal less one, so that it covers the one before.
   *
   * @param waiting requests known and not yet made; more may become known
   * @param columns of the terminal; a full line would go on in the next one
   * @param secondsEach for one page at the rate so far; empty where it is not known yet
   */
  static String of(
      int columns,
      int stored,
      int waiting,
      OptionalDouble secondsEach,
      int failed,
      String now,
      Lang lang) {
    int width = columns - 1;
    int all = Math.max(1, stored + waiting);
    int full = (int) ((long) BAR * stored / all);
    String rest =
        secondsEach.isPresent()
            ? clock((long) Math.ceil(secondsEach.getAsDouble() * waiting))
            : "?";
    String head =
        Message.of("crawl.bar", "#".repeat(full) + "-".repeat(BAR - full), stored, all, rest)
                .in(lang)
            + (failed == 0 ? "" : " " + Message.of("crawl.barFailed", failed).in(lang))
            + " ";
    String line = head + end(readable(now), Math.max(1, width - Columns.width(head)));
    return Columns.pad(Columns.cut(line, width), width);
  }

  static String clock(long seconds) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** An address with its Chinese as Chinese. */
  private static String readable(String address) {
    String decoded = address;
    try {
      decoded = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      decoded = address;
    }
    return PlainText.line(decoded.contains("\uFFFD") ? address : decoded);
  }

  /** The end of a text, which tells pages apart, with an ellipsis where something is lost. */
  private static String end(String text, int width) {
    if (Columns.width(text) <= width) {
      return text;
    }
    int from = text.length();
    int cells = 1;
    while (from > 0) {
      int before = text.offsetByCodePoints(from, -1);
      cells += Columns.width(text.substring(before, from));
      if (cells > width) {
        break;
      }
      from = before;
    }
    return "…" + text.substring(from);
  }
}
