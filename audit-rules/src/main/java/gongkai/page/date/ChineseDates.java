package gongkai.page.date;

import gongkai.text.Numerals;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as Chinese pages write them: 2024-05-06, 2024/5/6, 2024.05.06, 2024年5月6日, ２０２４年５月６日,
 * 二〇二四年五月六日, with blanks between the parts and a time directly behind. Digits of index numbers
 * (11371500004428039E/2026-45963799, /2024-00112) and of addresses are no dates.
 */
public final class ChineseDates {
  /**
   * A full date in a text.
   *
   * @param start index of its first character
   * @param end index behind its last character, time of day not included
   * @param raw the characters between
   */
  public record Found(LocalDate date, int start, int end, String raw) {}

  /** A date without a year in a text; the fields as in {@link Found}. */
  public record FoundDay(MonthDay day, int start, int end, String raw) {}

  private static final String NUMERAL = "[一二三四五六七八九十]";

  private static final Pattern FULL =
      Pattern.compile(
          "(?<![0-9])((?:19|20)[0-9]{2}) *年 *([0-9]{1,2}) *月 *([0-9]{1,2})(?: *[日号]|(?![0-9]))"
              + "|(?<![A-Za-z0-9/_.\\-])((?:19|20)[0-9]{2}) ?([-/.]) ?([0-9]{1,2}) ?\\5 ?([0-9]{1,2})(?![0-9])"
              + "|([一二][一二三四五六七八九"
              + Numerals.ZEROS
              + "](?: ?[一二三四五六七八九"
              + Numerals.ZEROS
              + "]){2}) *年 *("
              + NUMERAL
              + "{1,2}) *月 *("
              + NUMERAL
              + "{1,3}) *[日号]");

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![0-9年])([0-9]{1,2}) *月 *([0-9]{1,2}) *[日号]"
              + "|(?<![年一二三四五六七八九十])("
              + NUMERAL
              + "{1,2})月("
              + NUMERAL
              + "{1,3})[日号]");

  private ChineseDates() {}

  /** Every full date with its year, in the order of the text; impossible days are left out. */
  public static List<Found> find(String text) {
    List<Found> found = new ArrayList<>(2);
    if (text.length() < 8 || !mayHoldYear(text)) {
      return found;
    }
    Matcher m = FULL.matcher(fold(text));
    while (m.find()) {
      LocalDate date;
      if (m.group(1) != null) {
        date = date(number(m.group(1)), number(m.group(2)), number(m.group(3)));
      } else if (m.group(4) != null) {
        date = date(number(m.group(4)), number(m.group(6)), number(m.group(7)));
      } else {
        date = date(numeral(m.group(8)), numeral(m.group(9)), numeral(m.group(10)));
      }
      if (date != null) {
        found.add(new Found(date, m.start(), m.end(), text.substring(m.start(), m.end())));
      }
    }
    return found;
  }

  /** Most lines of a page hold neither 年 nor figures that begin a year. */
  private static boolean mayHoldYear(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < 0x80 ? c : fold(c);
      if (plain == '年' || before == '1' && plain == '9' || before == '2' && plain == '0') {
        return true;
      }
      before = plain;
    }
    return false;
  }

  /** Every day written as month and day with no year directly before it: 5月6日, 五月六日. */
  public static List<FoundDay> findWithoutYear(String text) {
    List<FoundDay> found = new ArrayList<>(2);
    String folded = fold(text);
    Matcher m = DAY.matcher(folded);
    while (m.find()) {
      int before = m.start() - 1;
      while (before >= 0 && folded.charAt(before) == ' ') {
        before--;
      }
      if (before >= 0 && folded.charAt(before) == '年') {
        continue;
      }
      boolean digits = m.group(1) != null;
      int month = digits ? number(m.group(1)) : numeral(m.group(3));
      int day = digits ? number(m.group(2)) : numeral(m.group(4));
      // 2024 is a leap year: 29 February is a day without its year
      if (date(2024, month, day) != null) {
        String raw = text.substring(m.start(), m.end());
        found.add(new FoundDay(MonthDay.of(month, day), m.start(), m.end(), raw));
      }
    }
    return found;
  }

  /**
   * The same text, character for character, with full-width digits, colons, strokes and every kind
   * of blank in their ASCII form, so that positions stay.
   */
  public static String fold(String text) {
    char[] folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < 0x80 ? c : fold(c);
      if (plain != c) {
        if (folded == null) {
          folded = text.toCharArray();
        }
        folded[i] = plain;
      }
    }
    return folded == null ? text : new String(folded);
  }

  private static char fold(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return switch (c) {
      case '\u00a0', '\u3000', '\u2002', '\u2003', '\u2009', '\u200b', '\ufeff' -> ' ';
      case '\u2236', '\ufe30', '\ufe55' -> ':';
      case '\u2013', '\u2014', '\u2010', '\u2011', '\u2212' -> '-';
      case '\u2f00' -> '一';
      case '\u2f06' -> '二';
      case '\u2f17' -> '十';
      case '\u2f47' -> '日';
      case '\u2f49' -> '月';
      default -> c;
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** 0 if it is no numeral. */
  private static int numeral(String written) {
    return Numerals.value(written.replace(" ", "")).orElse(0);
  }

  private static LocalDate date(int year, int month, int day) {
    if (year < 1900 || month < 1 || month > 12 || day < 1) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
