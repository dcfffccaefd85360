package gongkai.page;

import gongkai.page.date.ChineseDates;
import gongkai.page.date.ChineseDates.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that stands in a line for itself, beside 来源, 浏览次数 and their like: no part of a sentence,
 * of a range, of a note on the text, of the masthead's clock.
 *
 * @param date as it was found
 * @param text the date with its time of day
 */
record BareDate(Found date, String text) {
  private static final Pattern TIME =
      Pattern.compile("^[ T]{0,3}\\d{1,2}[:时点](?: ?\\d{1,2})(?:[:分](?: ?\\d{1,2})?秒?)?");

  /** 2025年06月03日 星期二 13时44分 in a head block; the masthead's clock stands elsewhere. */
  private static final Pattern WEEKDAY =
      Pattern.compile("^ ?\\(?(?:星期|周)[一二三四五六日天]\\)?(?= {0,2}\\d{1,2}[:时点])");

  /** The hand of an editor is no publication: 责任编辑：王某 2026-03-05. */
  private static final Pattern EDITED = Pattern.compile("(?:编辑|责编|审核|审签|校对|打印时间)[: ][^:]{0,12}$");

  /** Every such date of a line, in its order. */
  static List<BareDate> of(String line) {
    List<BareDate> bare = new ArrayList<>(1);
    for (Found date : ChineseDates.find(line)) {
      if (standsAlone(line, date)) {
        bare.add(new BareDate(date, line.substring(date.start(), endOfTime(line, date.end()))));
      }
    }
    return bare;
  }

  /** Index behind the time of day that begins at {@code from}; {@code from} if none does. */
  static int endOfTime(String text, int from) {
    String folded = ChineseDates.fold(text.substring(from));
    Matcher weekday = WEEKDAY.matcher(folded);
    int day = weekday.find() ? weekday.end() : 0;
    Matcher time = TIME.matcher(folded.substring(day));
    return time.find() ? from + day + time.end() : from;
  }

  private static boolean standsAlone(String text, Found date) {
    String folded = ChineseDates.fold(text);
    String before = folded.substring(0, date.start()).stripTrailing();
    String after = folded.substring(endOfTime(folded, date.end())).strip();
    if (folded.indexOf('。') >= 0
        || folded.contains("星期") && !WEEKDAY.matcher(folded.substring(date.end())).find()
        || folded.contains("今天")
        || folded.contains("农历")) {
      return false;
    }
    boolean opens =
        before.isEmpty()
            || folded.charAt(date.start() - 1) == ' '
            || "([|【/,".indexOf(before.charAt(before.length() - 1)) >= 0;
    if (!before.isEmpty() && before.charAt(before.length() - 1) == ':') {
      return false;
    }
    boolean closes =
        after.isEmpty()
            || ")]|【[(,/".indexOf(after.charAt(0)) >= 0
            || folded.charAt(folded.length() - after.length() - 1) == ' '
            || after.startsWith("来源")
            || after.startsWith("浏览")
            || after.startsWith("字号");
    if (!opens || !closes || EDITED.matcher(before).find()) {
      return false;
    }
    // （2007年6月29日第十届…通过）, （2024年3月1日 省政府令第1号公布） and （2018年12月18日） alone are a
    // note on the text; ( 2024-05-06) is how a template writes
    int open = Math.max(before.lastIndexOf('('), before.lastIndexOf('['));
    if (open >= 0 && open == before.length() - 1) {
      boolean noted = date.raw().indexOf('年') > 0 && before.endsWith("(") && after.equals(")");
      return !noted && (after.startsWith(")") || after.startsWith("]") || after.isEmpty());
    }
    return !after.startsWith("至") && !after.startsWith("-") && !after.startsWith("起");
  }
}
