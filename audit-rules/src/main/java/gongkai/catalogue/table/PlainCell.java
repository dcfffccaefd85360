package gongkai.catalogue.table;

import java.text.Normalizer;

/** What a cell's text means beyond how it is set. */
final class PlainCell {
  /** A longer name needs no blanks to fill its cell. */
  private static final int LONGEST_SPREAD = 8;

  private PlainCell() {}

  /**
   * In one line. A line end between two Chinese characters is only the column's width and goes;
   * elsewhere it becomes a blank.
   */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    for (String part : text.split("[\\s\u00a0\u3000]*\\R[\\s\u00a0\u3000]*")) {
      if (part.isBlank()) {
        continue;
      }
      boolean joined =
          line.length() > 0
              && wide(line.codePointBefore(line.length()))
              && wide(part.codePointAt(0));
      line.append(line.length() == 0 || joined ? "" : " ").append(part.strip());
    }
    return line.toString();
  }

  /** A name in one line; blanks that only spread a short one over its cell (机 构 职 能) go. */
  static String name(String text) {
    String line = line(text);
    String close = line.replaceAll("(?<=\\p{IsHan})[\\s\u00a0\u3000]+(?=\\p{IsHan})", "");
    return close.length() <= LONGEST_SPREAD && close.matches("\\p{IsHan}+") ? close : line;
  }

  /** In full and half width alike, without any blank: for comparing. */
  static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Z}\\p{Cc}\\p{Cf}]+", "");
  }

  private static boolean wide(int c) {
    return Character.isIdeographic(c) || "，。；：、（）《》“”！？〔〕".indexOf(c) >= 0;
  }
}
