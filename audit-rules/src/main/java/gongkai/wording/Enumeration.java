package gongkai.wording;

import gongkai.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered parts of a text: {@code 1.} {@code 1、} {@code （一）} {@code (1)} {@code ①} 一是. The
 * numbers must begin with one and go on by one, so that 第20条 or 2.5万元 begin nothing.
 *
 * @param before what stands before the first number; empty string if nothing
 * @param parts without their numbers, at least two
 */
record Enumeration(String before, List<String> parts) {
  private static final String CHINESE = "一二三四五六七八九十";
  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  /** Each way to number, with the number in its group. */
  private static final List<Pattern> WAYS =
      List.of(
          Pattern.compile("[（(]([" + CHINESE + "]{1,3})[）)]"),
          Pattern.compile("(?<![第" + CHINESE + "])([" + CHINESE + "]{1,3})、"),
          Pattern.compile("([" + CHINESE + "])是(?=[^，。；]{2})"),
          Pattern.compile("(?<![\\d.．])(\\d{1,2})(?:[．、]|\\.(?!\\d))"),
          Pattern.compile("[（(](\\d{1,2})[）)]"),
          Pattern.compile("(?<!\\d)(\\d{1,2})[）)]"),
          Pattern.compile("([" + CIRCLED + "])"));

  Enumeration {
    parts = List.copyOf(parts);
  }

  /** The outermost numbering: the way whose first number stands first. */
  static Optional<Enumeration> of(String text) {
    List<int[]> best = List.of();
    for (Pattern way : WAYS) {
      List<int[]> marks = marks(text, way);
      if (marks.size() > 1 && (best.isEmpty() || marks.get(0)[0] < best.get(0)[0])) {
        best = marks;
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      int end = i + 1 < best.size() ? best.get(i + 1)[0] : text.length();
      parts.add(bare(text.substring(best.get(i)[1], end)));
    }
    return parts.stream().anyMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(new Enumeration(bare(text.substring(0, best.get(0)[0])), parts));
  }

  /** Without blanks around it and separators behind it. */
  static String bare(String part) {
    return part.strip().replaceAll("[；;。，,、\\s]+$", "");
  }

  /** Begin and end of each number, as far as they count up from one. */
  private static List<int[]> marks(String text, Pattern way) {
    List<int[]> marks = new ArrayList<>();
    Matcher found = way.matcher(text);
    while (found.find()) {
      if (Numerals.value(found.group(1)).orElse(0) == marks.size() + 1) {
        marks.add(new int[] {found.start(), found.end()});
      }
    }
    return marks;
  }
}
