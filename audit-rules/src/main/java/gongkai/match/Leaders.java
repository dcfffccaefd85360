package gongkai.match;

import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of the bureau's head as the leaders' pages (领导成员及分工) give it. */
final class Leaders {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:党组书记|(?<!副)局长)[、，, ]*(?:局长|党组书记)?[：:\\s]*([\\p{IsHan}]{2,3})(?=[\\s，,。：:；;]|$)");
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:^|[\\s，,。；;])([\\p{IsHan}]{2,3})[\\s，,：:]{1,3}(?:市人力资源和社会保障局|局)?(?:党组书记|(?<!副)局长)");
  private static final Pattern NAME = Pattern.compile("[\\p{IsHan}]{2,4}");
  private static final Pattern CHIEF = Pattern.compile("(?<!副)局长|党组书记(?!、副)");

  /** 副局长 is no 局长, and 局长期 no title at all. */
  private static final Pattern NOT_CHIEF = Pattern.compile("副局长|副书记|局长(?=期|远|效|久)");

  private static final int BESIDE = 40;

  private Leaders() {}

  /** True when a title, or a text beside 解读, has the word; both in normal form. */
  static boolean speaks(String word, String title, String text) {
    if (NOT_CHIEF.matcher(title).replaceAll("").contains(word)) {
      return true;
    }
    String bare = NOT_CHIEF.matcher(text).replaceAll("");
    for (int at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1)) {
      int from = Math.max(0, at - BESIDE);
      int to = Math.min(bare.length(), at + word.length() + BESIDE);
      if (bare.substring(from, to).contains("解读")) {
        return true;
      }
    }
    return false;
  }

  /** Names of the chief leader found on a page; empty list if it gives none. */
  static List<String> chief(SitePage page) {
    List<String> names = new ArrayList<>();
    String text = page.text();
    if (NAME.matcher(page.title().strip()).matches() && CHIEF.matcher(text).find()) {
      names.add(page.title().strip());
    }
    for (Pattern p : List.of(BEFORE, AFTER)) {
      Matcher m = p.matcher(text);
      while (m.find()) {
        names.add(m.group(1));
      }
    }
    names.removeIf(n -> n.matches(".*(副|局|党|组|书|主持|分管|负责|工作|领导|全面|同志).*"));
    return names;
  }
}
