package gongkai.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A page as lines in reading order, with the blocks that hold them, its links, metas and scripts:
 * the only walk over the tree. Everything else reads these flat lists.
 */
final class Scan implements NodeVisitor {
  private static final int[] NO_SEAMS = {};

  /** A line as a reader sees it: the text between two block borders or line breaks. */
  static final class Line {
    String text;
    int block;
    int linkChars;
    int heading;
    boolean right;
    boolean bold;
    int firstLink;
    int endLink;

    /** Where one inline element ends and another begins without a blank between their words. */
    int[] seams = NO_SEAMS;

    /** The text with a blank at its seams: elements side by side look apart to a reader. */
    String spaced() {
      return spaced(0, text.length());
    }

    String spaced(int from, int to) {
      if (seams.length == 0) {
        return from == 0 && to == text.length() ? text : text.substring(from, to);
      }
      StringBuilder spaced = new StringBuilder(to - from + seams.length);
      int at = from;
      for (int seam : seams) {
        if (seam > at && seam < to) {
          spaced.append(text, at, seam).append(' ');
          at = seam;
        }
      }
      return spaced.append(text, at, to).toString();
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** An element that is not inline, with its lines {@code [from, to)} and links. */
  static final class Block {
    final Element element;
    final int index;
    final int parent;
    final int from;
    final int firstLink;
    int to;
    int endLink;
    int end;
    int chars;
    int linkChars;
    double prose;

    Block(Element element, int index, int parent, int from, int firstLink) {
      this.element = element;
      this.index = index;
      this.parent = parent;
      this.from = from;
      this.firstLink = firstLink;
    }

    boolean is(String tag) {
      return element.normalName().equals(tag);
    }
  }

  /** A link or anything that acts as one. */
  static final class Anchor {
    Element element;
    String href;
    String title;
    String text = "";

    /** The whole title, once it is asked for. */
    String whole;

    int line;
    int endLine;
    int start;
    int end;
    int block;
    boolean image;

    /** The last line that shows words of it. */
    int lastLine() {
      return end > 0 || endLine == line ? endLine : endLine - 1;
    }
  }

  /** A script's text with its type, or a comment's. */
  record Script(String type, String text, int line) {}

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "big",
          "bdo",
          "cite",
          "code",
          "del",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "o:p",
          "q",
          "s",
          "small",
          "span",
          "st1:chsdate",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "ucaptitle",
          "ucapcontent",
          "var",
          "wbr",
          "nobr",
          "ruby",
          "acronym",
          "input",
          "img",
          "br",
          "founder-content",
          "founder-title");
  private static final Set<String> UNREAD =
      Set.of("script", "style", "noscript", "template", "select", "textarea", "button", "svg");

  final List<Line> lines = new ArrayList<>(256);
  final List<Block> blocks = new ArrayList<>(512);
  final List<Anchor> anchors = new ArrayList<>(160);
  final Map<String, List<String>> metas = new HashMap<>();
  final List<Script> scripts = new ArrayList<>();
  final List<Script> comments = new ArrayList<>();
  final List<Element> media = new ArrayList<>();
  final List<Integer> mediaBlocks = new ArrayList<>();
  final List<Element> frames = new ArrayList<>();
  final List<Element> times = new ArrayList<>();
  final List<Integer> timeLines = new ArrayList<>();

  /** Script elements, with or without text. */
  int scriptTags;

  String title = "";
  String base = "";
  String refresh = "";

  private final StringBuilder text = new StringBuilder(256);
  private BitSet foot;
  private int open = -1;
  private int unread;
  private int hidden;
  private int headingLevel;
  private int boldDepth;
  private int rightDepth;
  private int lineLinkChars;
  private int lineFirstLink;
  private boolean lineBold = true;
  private int[] seams = new int[16];
  private int seamCount;
  private Anchor anchor;
  private final StringBuilder anchorText = new StringBuilder(64);

  private Scan() {}

  static Scan of(String html) {
    Document page = Jsoup.parse(html);
    Scan scan = new Scan();
    page.traverse(scan);
    scan.flush();
    return scan;
  }

  /** The first value of a meta, by its name in any letter case; empty string if none. */
  String meta(String name) {
    for (String value : metas.getOrDefault(name, List.of())) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** Lines of the page's foot: 主办单位, 版权所有, 备案号 and what stands with them. */
  BitSet foot() {
    if (foot == null) {
      foot = new BitSet(lines.size());
      for (Block block : blocks) {
        boolean named = block.is("footer");
        if (!named && (block.element.hasAttr("class") || block.element.hasAttr("id"))) {
          String names = block.element.className() + " " + block.element.id();
          String lower = names.toLowerCase(Locale.ROOT);
          named = lower.contains("foot") || lower.contains("copyright");
        }
        if (named && block.chars < 1500) {
          foot.set(block.from, block.to);
        }
      }
      for (int i = Math.max(0, lines.size() - 40); i < lines.size(); i++) {
        String text = lines.get(i).text;
        if (text.startsWith("主办单位")
            || text.startsWith("版权所有")
            || text.contains("ICP备")
            || text.contains("网站标识码")) {
          foot.set(i, lines.size());
          break;
        }
      }
    }
    return foot;
  }

  Block block(Line line) {
    return blocks.get(line.block);
  }

  /** True if {@code inner} is {@code outer} or lies in it. */
  boolean within(int inner, int outer) {
    return inner >= outer && inner < blocks.get(outer).end;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (unread == 0 && hidden == 0) {
        append(words.getWholeText());
      }
    } else if (node instanceof Element element) {
      open(element);
    } else if (node instanceof DataNode data) {
      Node parent = data.parent();
      if (parent instanceof Element script && script.normalName().equals("script")) {
        scripts.add(new Script(script.attr("type"), data.getWholeData(), lines.size()));
      }
    } else if (node instanceof Comment comment) {
      String data = comment.getData();
      if (data.indexOf("createPageHTML") >= 0
          || data.indexOf("countPage") >= 0
          || data.indexOf("页面生成时间") >= 0) {
        comments.add(new Script("comment", data, lines.size()));
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "meta" -> meta(element);
      case "base" -> base = base.isEmpty() ? element.attr("href").strip() : base;
      case "title" -> {
        title = title.isEmpty() ? element.wholeText() : title;
        unread++;
      }
      case "br" -> {
        if (headingLevel > 0) {
          append(" ");
        } else {
          flush();
        }
      }
      case "img", "video", "embed", "object" -> {
        if (hidden == 0) {
          media.add(element);
          mediaBlocks.add(open);
          if (anchor != null) {
            anchor.image = true;
          }
        }
      }
      case "iframe", "frame" -> frames.add(element);
      case "script" -> {
        scriptTags++;
        unread++;
      }
      case "time" -> {
        times.add(element);
        timeLines.add(lines.size());
      }
      default -> {
        if (UNREAD.contains(tag)) {
          unread++;
        }
      }
    }
    boolean plain = element.attributesSize() == 0;
    if (!plain && hides(element)) {
      hidden++;
    }
    if (!plain
        && (tag.equals("a") || element.hasAttr("data-href") || element.hasAttr("data-url"))) {
      openAnchor(element);
    }
    if (tag.equals("b") || tag.equals("strong")) {
      boldDepth++;
    }
    boolean inline = INLINE.contains(tag);
    if (inline) {
      seam();
    } else {
      flush();
      Block block = new Block(element, blocks.size(), open, lines.size(), anchors.size());
      blocks.add(block);
      open = block.index;
      if (isHeading(tag)) {
        headingLevel = tag.charAt(1) - '0';
      }
      if (!plain && alignsRight(element)) {
        rightDepth++;
      }
    }
  }

  private void close(Element element) {
    String tag = element.normalName();
    if (tag.equals("title") || UNREAD.contains(tag)) {
      unread--;
    }
    if (anchor != null && anchor.element == element) {
      closeAnchor();
    }
    if (tag.equals("b") || tag.equals("strong")) {
      boldDepth--;
    }
    if (INLINE.contains(tag)) {
      seam();
    } else {
      flush();
      Block block = blocks.get(open);
      block.to = lines.size();
      block.endLink = anchors.size();
      block.end = blocks.size();
      open = block.parent;
      if (open >= 0) {
        Block parent = blocks.get(open);
        parent.chars += block.chars;
        parent.linkChars += block.linkChars;
      }
      if (isHeading(tag)) {
        headingLevel = 0;
      }
      if (element.attributesSize() > 0 && alignsRight(element)) {
        rightDepth--;
      }
    }
    if (element.attributesSize() > 0 && hides(element)) {
      hidden--;
    }
  }

  private void seam() {
    int at = text.length();
    if (at > 0 && text.charAt(at - 1) != ' ' && (seamCount == 0 || seams[seamCount - 1] != at)) {
      if (seamCount == seams.length) {
        seams = Arrays.copyOf(seams, seamCount * 2);
      }
      seams[seamCount++] = at;
    }
  }

  private static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  private static boolean hides(Element element) {
    if (!element.hasAttr("style")) {
      return false;
    }
    String style = element.attr("style");
    int display = style.indexOf("display");
    return display >= 0 && style.substring(display + 7).replace(" ", "").startsWith(":none");
  }

  private static boolean alignsRight(Element element) {
    if (element.attr("align").equalsIgnoreCase("right")) {
      return true;
    }
    if (!element.hasAttr("style")) {
      return false;
    }
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("text-align:right");
  }

  private void openAnchor(Element element) {
    if (anchor != null) {
      closeAnchor();
    }
    Anchor opened = new Anchor();
    opened.element = element;
    opened.href = Targets.of(element);
    opened.title = element.attr("title").strip();
    opened.line = lines.size();
    opened.start = text.length();
    opened.block = open;
    anchor = opened;
    anchorText.setLength(0);
    anchors.add(opened);
  }

  private void closeAnchor() {
    anchor.text = Texts.fold(anchorText);
    anchor.endLine = lines.size();
    anchor.end = text.length();
    anchor = null;
  }

  private void append(String words) {
    boolean blank = text.length() == 0 || text.charAt(text.length() - 1) == ' ';
    int before = text.length();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u200b' || c == '\ufeff') {
        if (!blank) {
          text.append(' ');
          blank = true;
        }
      } else {
        text.append(c);
        blank = false;
      }
    }
    if (anchor != null) {
      anchorText.append(words);
      lineLinkChars += text.length() - before;
    }
    if (boldDepth == 0 && text.length() > before && !words.isBlank()) {
      lineBold = false;
    }
  }

  private void flush() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0) {
      Line line = new Line();
      line.text = text.substring(0, end);
      line.block = open;
      line.linkChars = Math.min(lineLinkChars, end);
      line.heading = headingLevel;
      line.right = rightDepth > 0;
      line.bold = lineBold;
      line.firstLink = lineFirstLink;
      line.endLink = anchors.size();
      int count = seamCount;
      while (count > 0 && seams[count - 1] >= end) {
        count--;
      }
      line.seams = count == 0 ? NO_SEAMS : Arrays.copyOf(seams, count);
      lines.add(line);
      if (open >= 0) {
        Block block = blocks.get(open);
        block.chars += end;
        block.linkChars += line.linkChars;
      }
    }
    if (anchor != null && anchorText.length() > 0) {
      anchorText.append('\n');
    }
    text.setLength(0);
    seamCount = 0;
    lineLinkChars = 0;
    lineBold = true;
    lineFirstLink = anchor != null ? anchors.size() - 1 : anchors.size();
  }

  private void meta(Element element) {
    String name = element.attr("name");
    if (name.isEmpty()) {
      name = element.attr("property");
    }
    if (name.isEmpty()) {
      name = element.attr("itemprop");
    }
    if (!name.isEmpty()) {
      String key = name.strip().toLowerCase(Locale.ROOT);
      metas.computeIfAbsent(key, k -> new ArrayList<>(1)).add(element.attr("content"));
      return;
    }
    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
      refresh = element.attr("content");
    }
    // gov.cn's gazette: <meta firstpublishedtime="…">
    if (element.hasAttr("firstpublishedtime")) {
      metas
          .computeIfAbsent("firstpublishedtime", k -> new ArrayList<>(1))
          .add(element.attr("firstpublishedtime"));
    }
  }
}
