package gongkai.page;

import gongkai.page.date.ChineseDates;
import java.util.List;
import java.util.Locale;
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
  private static final String[] CLASSES = {
    "title", "biaoti", "btitle", "bt", "tit", "heading", "show_t", "headline"
  };

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
    Titles heading = heading(scan, text, trail, site, column, fromTitle);
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

  private record Candidate(int line, double score, String text) {}

  private static Titles heading(
      Scan scan, MainText text, Trail trail, String site, String column, String fromTitle) {
    String page = isName(fromTitle, site, column, trail) ? "" : Texts.key(clean(scan.title));
    int textFrom = text.block() < 0 ? scan.lines.size() : text.from();
    int to =
        text.block() < 0 ? Math.min(scan.lines.size(), 400) : Math.min(text.to(), textFrom + 8);
    int from = trail.line() >= 0 && trail.line() < textFrom ? trail.end() : 0;
    if (from > textFrom) {
      from = trail.line() + 1;
    }
    Candidate best = null;
    for (int i = from; i < to; i++) {
      Scan.Line line = scan.lines.get(i);
      String shown = shown(scan, i);
      if (shown.length() < 2 || shown.length() > 150) {
        continue;
      }
      double score = score(scan, line, shown, page);
      if (shown.equals(site)
          || shown.equals(column)
          || trail.names().contains(shown)
          || Wordings.is("generic", shown)
          || Wordings.is("home", shown)) {
        score -= 6;
      }
      if (line.linkChars * 2 > line.text.length()) {
        score -= 4;
      }
      if (shown.length() >= 5 && isAboveHead(scan, i)) {
        score += line.heading == 0 ? 2.5 : 1;
      }
      if (isCentred(scan, line) || line.bold) {
        score += 1;
      }
      if (i == textFrom - 1 && shown.length() >= 5) {
        score += 1.2;
      }
      if (i >= textFrom && line.heading == 0) {
        score -= line.right ? 6 : 1 + (i - textFrom) * 0.5;
      }
      if (!Labels.roleAtStart(shown).isEmpty() || shown.indexOf('。') >= 0 || Head.isTool(shown)) {
        score -= 6;
      }
      score -= Math.min(3, Math.abs(textFrom - i) * 0.04);
      if (score >= 2 && (best == null || score > best.score)) {
        best = new Candidate(i, score, shown);
      }
    }
    if (best == null) {
      return null;
    }
    String whole = joined(scan, best, page);
    return new Titles(whole, whole);
  }

  /** A title set in several lines: the lines below go on as the page's {@code <title>} does. */
  private static String joined(Scan scan, Candidate first, String page) {
    String whole = first.text;
    int from = page.indexOf(Texts.key(whole));
    for (int i = first.line + 1;
        from >= 0 && i < Math.min(first.line + 5, scan.lines.size());
        i++) {
      String more = whole + scan.lines.get(i).text;
      if (!page.startsWith(Texts.key(more), from)) {
        break;
      }
      whole = more;
    }
    return whole;
  }

  private static double score(Scan scan, Scan.Line line, String shown, String page) {
    double score = 0;
    String key = Texts.key(shown);
    if (key.length() >= 4 && page.contains(key)) {
      score += page.startsWith(key) ? 6 : 4;
    }
    score += line.heading == 0 ? 0 : Math.max(0, 5 - line.heading);
    Scan.Block block = scan.block(line);
    if (titled(block)
        || block.parent >= 0
            && block.to - block.from <= 2
            && titled(scan.blocks.get(block.parent))
            && scan.blocks.get(block.parent).chars < 200) {
      score += 3;
    }
    if (key.length() >= 8) {
      score += 0.5;
    }
    return score;
  }

  /** The line below is one of the head block: 来源, 发布时间, 字号 … or a date alone. */
  private static boolean isAboveHead(Scan scan, int line) {
    if (line + 1 >= scan.lines.size()) {
      return false;
    }
    String next = scan.lines.get(line + 1).spaced();
    if (next.length() > 120) {
      return false;
    }
    String bare = next.replaceAll("^[\\[【(（ ]+", "");
    String role = Labels.roleAtStart(bare);
    return role.startsWith("published")
        || role.equals("updated")
        || role.equals("other")
        || role.equals("index")
        || Head.isTool(bare)
        || next.length() <= 60
            && ChineseDates.find(bare).stream().anyMatch(date -> date.start() == 0);
  }

  private static boolean isCentred(Scan scan, Scan.Line line) {
    Scan.Block block = scan.block(line);
    return block.element.attr("align").equalsIgnoreCase("center")
        || block.element.attr("style").replace(" ", "").contains("text-align:center");
  }

  private static boolean titled(Scan.Block block) {
    if (!block.element.hasAttr("class") && !block.element.hasAttr("id")) {
      return false;
    }
    String names = (block.element.className() + " " + block.element.id()).toLowerCase(Locale.ROOT);
    for (String name : CLASSES) {
      int at = names.indexOf(name);
      // two letters are a name of their own only: "bt", not "btn"
      if (at >= 0
          && (name.length() > 3 || names.matches(".*(^|[\\s_-])" + name + "\\d?($|[\\s_-]).*"))) {
        return true;
      }
    }
    return false;
  }

  /** The line, with the other lines of its block where that is a title broken into lines. */
  private static String shown(Scan scan, int i) {
    Scan.Line line = scan.lines.get(i);
    Scan.Block block = scan.block(line);
    if (block.from == i
        && block.to - block.from > 1
        && block.to - block.from <= 4
        && block.chars <= 120
        && titled(block)) {
      StringBuilder joined = new StringBuilder();
      for (int j = block.from; j < block.to; j++) {
        Scan.Line part = scan.lines.get(j);
        if (!Labels.any(part.text) && !Head.isTool(part.text)) {
          joined.append(part.text);
        }
      }
      return joined.toString();
    }
    return line.text;
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

  private static boolean isName(String part, String site, String column, Trail trail) {
    return isName(part, site, column, trail, true);
  }

  private static boolean isName(
      String part, String site, String column, Trail trail, boolean loose) {
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
