package gongkai.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A page as lines in reading order, with the blocks that hold them, its links, metas and scripts:
 * the only walk over the tree. Everything else reads these flat lists.
 */
final class Scan {
  static final int[] NO_SEAMS = {};

  /** A line as a reader sees it: the text between two block borders or line breaks. */
  static final class Line {
    String text;

    /** Index of the innermost block. */
    int block;

    /** How many of its characters stand in links. */
    int linkChars;

    /** 1 to 6 in a heading element, else 0. */
    int heading;

    /** Set to the right, as signatures are. */
    boolean right;

    boolean bold;

    /** Index of the first anchor that can stand on it. */
    int firstLink;

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

    /** Index of the block around it; -1 for the outermost. */
    final int parent;

    final int from;
    final int firstLink;
    int to;
    int endLink;

    /** Index behind the last block within it. */
    int end;

    int chars;
    int linkChars;

    /** How much running text stands in it; set by {@link MainText}. */
    double prose;

    Block(Element element, int index, int parent, int from, int firstLink) {
      this.element = element;
      this.index = index;
      this.parent = parent;
      this.from = from;
      this.firstLink = firstLink;
    }

    private String names;

    /** Class and id in small letters, a blank between them; only the blank if it has neither. */
    String names() {
      if (names == null) {
        names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
      }
      return names;
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

    /** Line and position of its first character, and behind its last. */
    int line;

    int start;
    int endLine;
    int end;

    /** Index of the innermost block around it. */
    int block;

    /** The last line that shows words of it. */
    int lastLine() {
      return end > 0 || endLine == line ? endLine : endLine - 1;
    }
  }

  /** A script's text with its type, or a comment's. */
  record Script(String type, String text, int line) {}

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

  /** Script elements, with or without text. */
  int scriptTags;

  String title = "";
  String base = "";
  String refresh = "";

  /** The foot is looked for in so many lines at the end of a page. */
  private static final int FOOT_LINES = 40;

  /** The page's foot by its name; con-foot and article-foot are an article's own. */
  private static final Pattern FOOT_NAME =
      Pattern.compile(
          "(?<!(?:con|content|text|art|article|detail|news|show|info)[_-]?)foot|(?:^|[\\s_-])(?:bottom|btm|dibu|banquan)(?:$|[\\s_-])");

  private BitSet foot;

  private Scan() {}

  static Scan of(String html) {
    Scan scan = new Scan();
    Walk walk = new Walk(scan);
    Jsoup.parse(html).traverse(walk);
    walk.flush();
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
        boolean named =
            block.is("footer")
                || block.names().contains("copyright")
                || FOOT_NAME.matcher(block.names()).find();
        if (named && block.chars < 1500) {
          foot.set(block.from, block.to);
        }
      }
      int last = lines.size();
      for (int i = last - 1; i >= Math.max(0, last - FOOT_LINES); i--) {
        String text = lines.get(i).text;
        boolean sure = !Wordings.in("foot", Texts.squeeze(text)).isEmpty();
        // 主办： may stand in an announcement too: of the foot it is only right above a sure line
        boolean above = i < last - 1 && foot.get(i + 1) && Wordings.starts("foot-begin", text);
        if (sure || above) {
          foot.set(i, last);
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

  /** Writes a meta element down, by its name in small letters. */
  void addMeta(Element element) {
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
