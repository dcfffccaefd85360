package gongkai.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The walk over a page's tree that writes its lines, blocks, links, metas and scripts down. */
final class Walk implements NodeVisitor {
  /** Elements that end no line; every other one does. */
  private static final Set<String> INLINE =
      Set.of(
          ("a abbr b big bdo cite code del em font "
                  + "i ins kbd label mark o:p q s small span "
                  + "st1:chsdate strike strong sub sup time tt u ucaptitle ucapcontent "
                  + "var wbr nobr ruby acronym input img br founder-content founder-title")
              .split(" "));

  private static final Set<String> UNREAD =
      Set.of("script", "style", "noscript", "template", "select", "textarea", "button", "svg");

  private final Scan scan;
  private final StringBuilder text = new StringBuilder(256);
  private int open = -1;
  private int unread;

  /** The outermost open element that hides what it holds. */
  private Element hidden;

  private int headingLevel;
  private int boldDepth;

  /** The outermost open block that is set to the right. */
  private Element right;

  private int lineLinkChars;
  private int lineFirstLink;
  private boolean lineBold = true;
  private int[] seams = new int[16];
  private int seamCount;
  private Scan.Anchor anchor;
  private final StringBuilder anchorText = new StringBuilder(64);

  Walk(Scan scan) {
    this.scan = scan;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (unread == 0 && hidden == null) {
        append(words.getWholeText());
      }
    } else if (node instanceof Element element) {
      open(element);
    } else if (node instanceof DataNode data) {
      Node parent = data.parent();
      if (parent instanceof Element script && script.normalName().equals("script")) {
        scan.scripts.add(
            new Scan.Script(script.attr("type"), data.getWholeData(), scan.lines.size()));
      }
    } else if (node instanceof Comment comment) {
      String data = comment.getData();
      if (data.indexOf("createPageHTML") >= 0
          || data.indexOf("countPage") >= 0
          || data.indexOf("页面生成时间") >= 0) {
        scan.comments.add(new Scan.Script("comment", data, scan.lines.size()));
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
      case "meta" -> scan.addMeta(element);
      case "base" -> scan.base = scan.base.isEmpty() ? element.attr("href").strip() : scan.base;
      case "title" -> {
        scan.title = scan.title.isEmpty() ? element.wholeText() : scan.title;
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
        if (hidden == null) {
          scan.media.add(element);
          scan.mediaBlocks.add(open);
        }
      }
      case "iframe", "frame" -> {
        if (isShown(element)) {
          scan.frames.add(element);
        }
      }
      case "script" -> {
        scan.scriptTags++;
        unread++;
      }
      case "time" -> scan.times.add(element);
      default -> {
        if (UNREAD.contains(tag)) {
          unread++;
        }
      }
    }
    boolean plain = element.attributesSize() == 0;
    if (!plain && hidden == null && hides(element)) {
      hidden = element;
    }
    if (!plain
        && (tag.equals("a") || element.hasAttr("data-href") || element.hasAttr("data-url"))) {
      openAnchor(element);
    }
    if (isBold(tag, element)) {
      boldDepth++;
    }
    if (INLINE.contains(tag)) {
      seam();
    } else {
      flush();
      Scan.Block block =
          new Scan.Block(element, scan.blocks.size(), open, scan.lines.size(), scan.anchors.size());
      scan.blocks.add(block);
      open = block.index;
      if (isHeading(tag)) {
        headingLevel = tag.charAt(1) - '0';
      }
      if (!plain && right == null && alignsRight(element)) {
        right = element;
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
    if (isBold(tag, element)) {
      boldDepth--;
    }
    if (INLINE.contains(tag)) {
      seam();
    } else {
      flush();
      Scan.Block block = scan.blocks.get(open);
      block.to = scan.lines.size();
      block.endLink = scan.anchors.size();
      block.end = scan.blocks.size();
      open = block.parent;
      if (open >= 0) {
        Scan.Block parent = scan.blocks.get(open);
        parent.chars += block.chars;
        parent.linkChars += block.linkChars;
      }
      if (isHeading(tag)) {
        headingLevel = 0;
      }
      if (element == right) {
        right = null;
      }
    }
    if (element == hidden) {
      hidden = null;
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
    return tag.length() == 2 && tag.charAt(0) == 'h' && "123456".indexOf(tag.charAt(1)) >= 0;
  }

  private static boolean isBold(String tag, Element element) {
    return tag.equals("b")
        || tag.equals("strong")
        || tag.equals("font") && element.attr("size").matches("[4-7]|\\+[1-4]");
  }

  private static boolean hides(Element element) {
    String style = element.attr("style");
    int display = style.indexOf("display");
    return display >= 0 && style.substring(display + 7).replace(" ", "").startsWith(":none");
  }

  /** A frame without any size counts visitors and shows nothing. */
  private static boolean isShown(Element frame) {
    return !hides(frame)
        && !frame.attr("width").matches("[01](px)?")
        && !frame.attr("height").matches("[01](px)?");
  }

  private static boolean alignsRight(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return element.attr("align").equalsIgnoreCase("right") || style.contains("text-align:right");
  }

  private void openAnchor(Element element) {
    if (anchor != null) {
      closeAnchor();
    }
    Scan.Anchor opened = new Scan.Anchor();
    opened.element = element;
    opened.href = Targets.of(element);
    opened.title = element.attr("title").strip();
    opened.line = scan.lines.size();
    opened.start = text.length();
    opened.block = open;
    anchor = opened;
    anchorText.setLength(0);
    scan.anchors.add(opened);
  }

  private void closeAnchor() {
    anchor.text = Texts.fold(anchorText);
    anchor.endLine = scan.lines.size();
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

  /** Ends the line that is being written. */
  void flush() {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0) {
      Scan.Line line = new Scan.Line();
      line.text = text.substring(0, end);
      line.block = open;
      line.linkChars = Math.min(lineLinkChars, end);
      line.heading = headingLevel;
      line.right = right != null;
      line.bold = lineBold;
      line.firstLink = lineFirstLink;
      int count = seamCount;
      while (count > 0 && seams[count - 1] >= end) {
        count--;
      }
      line.seams = count == 0 ? Scan.NO_SEAMS : Arrays.copyOf(seams, count);
      scan.lines.add(line);
      if (open >= 0) {
        Scan.Block block = scan.blocks.get(open);
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
    lineFirstLink = anchor != null ? scan.anchors.size() - 1 : scan.anchors.size();
  }
}
