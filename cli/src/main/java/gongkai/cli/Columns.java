package gongkai.cli;

import java.util.ArrayList;
import java.util.List;

/** Text by the cells it takes on a terminal: a Chinese character takes two. */
public final class Columns {
  /** What a terminal is taken to be wide: piped or not, the same text comes out. */
  public static final int WIDTH = 80;

  private Columns() {}

  /** Cells that a text takes. */
  public static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The text with blanks up to a width; unchanged if it is wider. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The beginning of a text that is no wider than a width. */
  public static String cut(String text, int width) {
    int end = 0;
    int cells = 0;
    while (end < text.length() && cells + width(text.codePointAt(end)) <= width) {
      cells += width(text.codePointAt(end));
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  /**
   * Lines no wider than a width. A line breaks at a blank if there is one in its second half, else
   * between any two characters, as Chinese does, but never before closing punctuation.
   *
   * @param width at least 4
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest) > width) {
      int end = 0;
      int cells = 0;
      while (cells + width(rest.codePointAt(end)) <= width) {
        cells += width(rest.codePointAt(end));
        end = rest.offsetByCodePoints(end, 1);
      }
      int blank = rest.lastIndexOf(' ', end);
      if (blank > end / 2) {
        end = blank;
      } else {
        while (end > 1 && "，。；：、！？）】》〉”’,.;:)".indexOf(rest.charAt(end)) >= 0) {
          end = rest.offsetByCodePoints(end, -1);
        }
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(c) ? 2 : 1;
  }

  /**
   * East Asian wide and full-width characters; the ambiguous ones (“ ” — …) take one cell, as
   * today's terminals draw them.
   */
  private static boolean wide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0xFFE0 && c <= 0xFFE6
        || c >= 0x1F300 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }
}
