package gongkai.page;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * A page's title: the {@code ArticleTitle} tag, then the heading near the text, then {@code
 * <title>} less the names of site and section.
 *
 * @param title blanks folded, no markup
 * @param raw as the page has it
 */
record Titles(String title, String raw) {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
  private static final Pattern ENTITY = Pattern.compile("&(?:#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});");
  private static final String[] TAGS = {"articletitle", "article:title", "dc.title"};

  static Titles ofArticle(Scan scan, MainText text, Trail trail, String site) {
    String column = Texts.fold(scan.meta("columnname"));
    for (String tag : TAGS) {
      String raw = scan.meta(tag);
      String title = clean(raw);
      if (!title.isEmpty() && !title.equals(site) && !Wordings.is("generic", title)) {
        if (title.endsWith("...") || title.endsWith("…")) {
          String whole = continued(scan, title);
          return whole.isEmpty() ? new Titles(title, raw) : new Titles(whole, whole);
        }
        return new Titles(title, raw);
      }
    }
    String fromTitle = lessNames(clean(scan.title), site, column, trail);
    Titles heading = Heading.of(scan, text, trail, site, column, fromTitle);
    if (heading != null) {
      return heading;
    }
    if (isName(fromTitle, site, column, trail) && !trail.names().isEmpty()) {
      return ofSection(scan, trail, site);
    }
    return new Titles(fromTitle, scan.title);
  }

  /** The name of a section: its trail's last name, {@code ColumnName}, heading, {@code <title>}. */
  static Titles ofSection(Scan scan, Trail trail, String site) {
    String column = clean(scan.meta("columnname"));
    if (!trail.names().isEmpty()) {
      String last = trail.names().get(trail.names().size() - 1);
      return new Titles(last, last);
    }
    if (!column.isEmpty() && !column.equals(site)) {
      return new Titles(column, scan.meta("columnname"));
    }
    String own = lessNames(clean(scan.title), site, "", trail);
    if (!own.isEmpty() && !Wordings.is("generic", own)) {
      return new Titles(own, scan.title);
    }
    for (Scan.Line line : scan.lines) {
      if (line.heading > 0 && line.heading <= 3 && !line.text.equals(site)) {
        return new Titles(line.text, line.text);
      }
    }
    String title = clean(scan.title);
    return new Titles(title.isEmpty() ? site : title, scan.title);
  }

  /** The first heading of the text: a heading element, or the title repeated as its first line. */
  static String firstHeading(Scan scan, Head head) {
    int from =
        head.titleLine() >= 0 ? Math.min(head.titleLine(), head.textFrom()) : head.textFrom();
    for (int i = from; i < head.textTo(); i++) {
      Scan.Line line = scan.lines.get(i);
      if (line.heading >= 1 && line.heading <= 3) {
        return line.text;
      }
    }
    return head.titleLine() >= 0 ? scan.lines.get(head.titleLine()).text : "";
  }

  /** Without markup, entities and control characters. */
  static String clean(String raw) {
    String text = raw;
    if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
      text = Parser.unescapeEntities(text, false);
    }
    if (text.indexOf('<') >= 0) {
      text = TAG.matcher(text).replaceAll(" ");
    }
    return Texts.fold(text);
  }

  private static String continued(Scan scan, String cut) {
    String start = Texts.key(cut.replaceAll("[.…]+$", ""));
    for (Scan.Line line : scan.lines) {
      if (line.text.length() < 200 && line.linkChars < line.text.length() / 2) {
        String key = Texts.key(line.text);
        if (key.length() > start.length() && key.startsWith(start) && !key.endsWith("...")) {
          return line.text;
        }
      }
    }
    return "";
  }

  /** {@code <title>} without the parts at its ends that name the site or the section. */
  static String lessNames(String title, String site, String column, Trail trail) {
    String left = title;
    for (boolean again = true; again; ) {
      again = false;
      for (String separator :
          List.of("_", "|", "｜", "--", "——", " - ", "-", "－", "–", "—", "<<", "«", "·")) {
        // a dash can belong to the title itself (一图读懂——…办法): only known names are cut there
        boolean loose = "——–·".indexOf(separator) < 0;
        int at = left.lastIndexOf(separator);
        if (at > 0) {
          String tail = left.substring(at + separator.length()).strip();
          if (isName(tail, site, column, trail, loose)) {
            left = left.substring(0, at).strip();
            again = true;
            break;
          }
          int head = left.indexOf(separator);
          String lead = left.substring(0, head).strip();
          if (isName(lead, site, column, trail, loose)
              && head + separator.length() < left.length()) {
            left = left.substring(head + separator.length()).strip();
            again = true;
            break;
          }
        }
      }
    }
    if (left.isEmpty() || left.equals(site)) {
      return title;
    }
    // no title holds these signs: the longest part between them is it
    String longest = "";
    for (String part : left.split("[_|｜]+")) {
      longest = part.strip().length() > longest.length() ? part.strip() : longest;
    }
    return longest;
  }

  static boolean isName(String part, String site, String column, Trail trail) {
    return isName(part, site, column, trail, true);
  }

  static boolean isName(String part, String site, String column, Trail trail, boolean loose) {
    if (part.isEmpty()
        || part.equals(site)
        || part.equals(column)
        || trail.names().contains(part)) {
      return true;
    }
    return Wordings.is("generic", part)
        || loose && part.matches(".{2,20}(网|网站|门户|人民政府|委员会|局|厅|平台|政府信息公开)");
  }
}
