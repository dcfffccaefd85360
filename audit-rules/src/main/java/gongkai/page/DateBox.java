package gongkai.page;

import gongkai.page.date.ChineseDates;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in an element of its own in the frame of the title, above it or set in pieces: 2021 over
 * 03/08, 19 over 2022-07, 03-08 over 2021.
 */
final class DateBox {
  private static final String YEAR = "(?<y>(?:19|20)\\d{2})";
  private static final String MONTH = "(?<m>\\d{1,2})";
  private static final String DAY = "(?<d>\\d{1,2})";
  private static final String SIGN = " ?[-/.月] ?";
  private static final String TIME = "(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?";

  private static final List<Pattern> PIECES =
      List.of(
          Pattern.compile(YEAR + " ?年? ?[-/.]? ?" + MONTH + SIGN + DAY + " ?日?" + TIME),
          Pattern.compile(DAY + " ?日? " + YEAR + " ?[-/.年] ?" + MONTH + " ?月?"),
          Pattern.compile(MONTH + SIGN + DAY + " ?日? " + YEAR + " ?年?"));

  /** So many lines of a frame stand above its title. */
  private static final int ABOVE = 5;

  private static final int BELOW = 8;
  private static final int MOST_PIECES = 4;

  private DateBox() {}

  static List<DateEvidence> of(Scan scan, Head head) {
    List<DateEvidence> found = new ArrayList<>(1);
    int title = head.titleLine();
    if (title < 0) {
      return found;
    }
    for (int i = Math.max(head.first(), title - ABOVE); i < title && found.isEmpty(); i++) {
      if (isFramed(scan, i, title) && !head.consumed().get(i) && !isEntry(scan, head, i)) {
        Scan.Line line = scan.lines.get(i);
        pieces(scan, i, title).ifPresent(found::add);
        if (found.isEmpty()
            && !isNamed(scan, i)
            && line.text.length() <= 80
            && line.text.indexOf("星期") < 0) {
          for (BareDate bare : BareDate.of(line.spaced())) {
            found.add(new DateEvidence(bare.date().date(), DateSource.HEAD, bare.text()));
          }
        }
      }
    }
    int to = Math.min(Math.min(head.textFrom(), title + BELOW), scan.lines.size());
    for (int i = title + 1; i < to && found.isEmpty(); i++) {
      if (!head.consumed().get(i) && !head.table().get(i)) {
        pieces(scan, i, to).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The innermost block around both begins with them: no masthead, no list in the margin. */
  private static boolean isFramed(Scan scan, int line, int title) {
    Scan.Block frame = scan.block(scan.lines.get(line));
    while (frame.to <= title && frame.parent >= 0) {
      if (frame.is("li") || frame.is("tr")) {
        return false;
      }
      frame = scan.blocks.get(frame.parent);
    }
    return !frame.is("body") && frame.from >= title - ABOVE;
  }

  /** The day of an entry of a list: its link stands above it. */
  private static boolean isEntry(Scan scan, Head head, int line) {
    return isLink(scan.lines.get(line)) || line > head.first() && isLink(scan.lines.get(line - 1));
  }

  /** 来信时间 above it: the day of something else. */
  private static boolean isNamed(Scan scan, int line) {
    return line > 0 && Published.OF_SOMETHING.matcher(scan.lines.get(line - 1).text).find();
  }

  private static boolean isLink(Scan.Line line) {
    return line.linkChars * 2 > line.text.length();
  }

  /** One element holds nothing but the pieces that begin on the line. */
  private static Optional<DateEvidence> pieces(Scan scan, int from, int before) {
    boolean whole = !ChineseDates.find(scan.lines.get(from).spaced()).isEmpty();
    if (whole || isNamed(scan, from)) {
      return Optional.empty();
    }
    StringBuilder joined = new StringBuilder();
    for (int to = from + 1; to <= Math.min(before, from + MOST_PIECES); to++) {
      Scan.Line line = scan.lines.get(to - 1);
      if (line.text.length() > 30 || line.linkChars > 0) {
        return Optional.empty();
      }
      joined.append(joined.length() == 0 ? "" : " ").append(line.spaced());
      if (isBlock(scan, from, to)) {
        Optional<LocalDate> date = date(joined.toString());
        if (date.isPresent()) {
          return Optional.of(new DateEvidence(date.get(), DateSource.HEAD, joined.toString()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBlock(Scan scan, int from, int to) {
    Scan.Block block = scan.block(scan.lines.get(from));
    while (block.to < to && block.parent >= 0) {
      block = scan.blocks.get(block.parent);
    }
    return block.from == from && block.to == to && !block.is("tr");
  }

  private static Optional<LocalDate> date(String text) {
    for (Pattern pattern : PIECES) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        try {
          return Optional.of(
              LocalDate.of(
                  Integer.parseInt(m.group("y")),
                  Integer.parseInt(m.group("m")),
                  Integer.parseInt(m.group("d"))));
        } catch (DateTimeException impossible) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
