package gongkai.page;

import gongkai.page.date.ChineseDates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title as the page shows it: the line near the text that most looks like one, by its element,
 * its class, its place above the head block and its likeness to {@code <title>}.
 */
final class Heading {
  private static final String[] CLASSES = {
    "title", "biaoti", "btitle", "bt", "tit", "heading", "show_t", "headline"
  };

  /** The name of an organ or its site, as mastheads have it. */
  private static final Pattern MASTHEAD =
      Pattern.compile(".{2,20}(?:局|委员会|人民政府|厅|网|网站|门户|平台|政府信息公开|办公室)");

  /** An index number heads no page: 11371500004428039E/2026-45963799. */
  private static final Pattern INDEX = Pattern.compile("^[0-9A-Z]{9,}[/-]\\d{4}");

  /** [2024-05-06] 作者：… is a head block, 2024年5月6日市政府常务会议 a title. */
  private static final Pattern DATED =
      Pattern.compile("^[\\[(【 ]*(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)");

  /** A date or a label that an element of its own sets behind the title in its line. */
  private static final Pattern BEHIND =
      Pattern.compile(
          " [\\[(【]? ?(?:(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}(?!\\d)|(?:发布|发表|更新)(?:时间|日期)"
              + "|(?:点击|浏览|阅读|访问)(?:次数|[量数率])?[:：]|(?:信息|稿件|文章)?来源[:：]|作者[:：]|(?:责任)?编辑[:：])");

  /** The same without such an element: a day in brackets ends the line. */
  private static final Pattern BRACKETED =
      Pattern.compile(
          " [\\[(【] ?(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?: \\d{1,2}:[\\d:]{2,5})? ?[\\])】]$");

  private static final int LINES_INSIDE = 8;
  private static final int MOST_LINES = 40;

  private static final Pattern OPENING = Pattern.compile("^[\\[【(（ ]+");

  private Heading() {}

  /** What stands behind the title in its own line: {@code <h3>…<small>2024-05-06</small></h3>}. */
  static String behind(Scan.Line line) {
    int at = end(line);
    return at < 0 ? "" : line.spaced().substring(at + 1);
  }

  /** The line without what stands behind the title. */
  static String before(Scan.Line line) {
    int at = end(line);
    return at < 0 ? line.text : line.spaced().substring(0, at);
  }

  private static int end(Scan.Line line) {
    if (line.text.length() > 200) {
      return -1;
    }
    Pattern pattern = line.seams.length == 0 ? BRACKETED : BEHIND;
    Matcher behind = pattern.matcher(ChineseDates.fold(line.spaced()));
    return behind.find() && behind.start() >= 4 ? behind.start() : -1;
  }

  static Titles of(
      Scan scan, MainText text, Trail trail, String site, String column, String fromTitle) {
    String page =
        Titles.isName(fromTitle, site, column, trail) ? "" : Texts.key(Titles.clean(scan.title));
    int textFrom = text.block() < 0 ? scan.lines.size() : text.from();
    int from = trail.line() >= 0 && trail.line() < textFrom ? trail.end() : 0;
    if (from > textFrom) {
      from = trail.line() + 1;
    }
    boolean whole = textFrom <= from + 2;
    if (whole && trail.line() >= textFrom && trail.line() < textFrom + LINES_INSIDE) {
      from = trail.end();
      textFrom = trail.end();
    }
    // where one block holds the whole page, the title stands somewhere in it
    int to =
        text.block() < 0
            ? Math.min(scan.lines.size(), 400)
            : Math.min(text.to(), textFrom + (whole ? MOST_LINES : LINES_INSIDE));
    String named = Texts.key(named(scan, Math.max(0, from - 1), to));
    Candidate best = null;
    for (int i = from; i < to; i++) {
      Scan.Line line = scan.lines.get(i);
      String shown = shown(scan, i);
      if (shown.length() < 2 || shown.length() > 150 || INDEX.matcher(shown).find()) {
        continue;
      }
      String key = Texts.key(shown);
      double score = score(scan, line, key, page);
      if (shown.equals(site)
          || shown.equals(column)
          || trail.names().contains(shown)
          || Wordings.is("generic", shown)
          || Wordings.is("home", shown)) {
        score -= 6;
      }
      if (line.linkChars * 2 > line.text.length() || Wordings.is("platform", shown)) {
        score -= 4;
      }
      if (named.length() >= 4 && key.equals(named)) {
        score += 5;
      }
      boolean organ = line.heading == 0 && !page.startsWith(key);
      if (MASTHEAD.matcher(shown).matches()
          && (organ || i + 3 < textFrom || headingFollows(scan, i, to))) {
        score -= 4;
      }
      boolean joined = scan.block(line).from == i && shown.length() > line.text.length();
      if (shown.length() >= 5 && isAboveHead(scan, joined ? scan.block(line).to - 1 : i)) {
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
      if (!Labels.roleAtStart(shown).isEmpty()
          || shown.indexOf('。') >= 0
          || Head.isTool(shown)
          || DATED.matcher(ChineseDates.fold(shown)).find()) {
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
    String title = joined(scan, best, page);
    return new Titles(title, title);
  }

  private record Candidate(int line, double score, String text) {}

  /** A masthead in a heading has the title's heading of the same size below it. */
  private static boolean headingFollows(Scan scan, int i, int to) {
    for (int j = i + 1; j < to; j++) {
      Scan.Line line = scan.lines.get(j);
      if (line.heading > 0
          && line.heading <= scan.lines.get(i).heading
          && line.text.length() >= 5
          && line.linkChars == 0
          && !MASTHEAD.matcher(line.text).matches()
          && !Wordings.is("platform", line.text)) {
        return true;
      }
    }
    return false;
  }

  /** 信息名称 of the 信息公开 table; empty string if there is none. */
  private static String named(Scan scan, int from, int to) {
    for (Labels.Field field : new Labels(scan).fields(from, to)) {
      if (field.role().equals("name")) {
        return field.value();
      }
    }
    return "";
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

  private static double score(Scan scan, Scan.Line line, String key, String page) {
    double score = 0;
    if (key.length() >= 4 && page.contains(key)) {
      score += page.startsWith(key) ? 6 : 4;
    } else if (key.length() >= 2 && line.heading > 0 && page.startsWith(key)) {
      // a leader's page is headed by a name of two or three letters
      score += 6;
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
    String bare = OPENING.matcher(next).replaceFirst("");
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
    String names = block.names();
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
        && (titled(block) || isSet(scan, block))) {
      StringBuilder joined = new StringBuilder();
      for (int j = block.from; j < block.to; j++) {
        Scan.Line part = scan.lines.get(j);
        if (!Labels.any(part.text) && !Head.isTool(part.text) && BareDate.of(part.text).isEmpty()) {
          joined.append(part.text);
        }
      }
      return joined.toString();
    }
    return before(line);
  }

  /** Nothing but lines of one block, all bold or centred, above a head block. */
  private static boolean isSet(Scan scan, Scan.Block block) {
    for (int i = block.from; i < block.to; i++) {
      Scan.Line line = scan.lines.get(i);
      if (line.block != block.index
          || !isCentred(scan, line) && !line.bold
          || line.linkChars > 0
          || "，；：、".indexOf(line.text.charAt(line.text.length() - 1)) >= 0) {
        return false;
      }
    }
    return isAboveHead(scan, block.to - 1);
  }
}
