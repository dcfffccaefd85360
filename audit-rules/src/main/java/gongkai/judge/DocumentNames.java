package gongkai.judge;

import gongkai.match.Words;
import gongkai.site.SitePage;
import java.util.List;
import java.util.regex.Pattern;

/** How lists name a document: by number where the line has one, else by title. */
record DocumentNames(String number, List<String> titles) {
  private static final Pattern NUMBER = Pattern.compile("20\\d\\d[^\\d]{0,3}\\d{1,4}号");
  private static final Pattern MENTION =
      Pattern.compile(
          "《[^《》]{4,}》|[〔\\[(（]20\\d\\d[〕\\])）]\\s*第?\\d{1,4}号|关于[^。]{4,}的(通知|意见|办法|公告)");

  DocumentNames(SitePage document) {
    this(
        Words.normal(document.documentNumber()),
        Interpretations.names(ValidityWords.unmarked(document.title())));
  }

  static boolean any(String line) {
    return MENTION.matcher(line).find();
  }

  boolean in(String normal) {
    if (!number.isEmpty() && NUMBER.matcher(number).find() && normal.contains(number)) {
      return true;
    }
    boolean numbered = NUMBER.matcher(normal).find() && !number.isEmpty() && normal.length() < 400;
    return !numbered && titles.stream().anyMatch(t -> found(normal, t));
  }

  /** A longer name that only begins with this one is another document. */
  private static boolean found(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0) {
      String rest = text.substring(at + name.length());
      if (!rest.startsWith("实施细则") && !rest.startsWith("补充") && !rest.startsWith("的补充")) {
        return true;
      }
      at = text.indexOf(name, at + 1);
    }
    return false;
  }
}
