package gongkai.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Which lines are the page's own text: the lines {@code [from, to)} of a known container, else of
 * the block with the most prose.
 *
 * @param block index of that block; -1 if nothing on the page is text
 * @param known a row of the table of containers named the block
 */
record MainText(int block, int from, int to, boolean known) {
  private static final MainText NONE = new MainText(-1, 0, 0, false);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  static MainText of(Scan scan, int after) {
    MainText known = byName(scan);
    if (known != null) {
      return known;
    }
    MainText prose = byProse(scan, after, 15);
    // a leader's page or an address is text in short lines: 职务：局长
    return prose.block >= 0 || after < 0 ? prose : byProse(scan, after + 1, 8);
  }

  /** A block around the whole page holds the trail too: the text begins behind it. */
  MainText behind(Trail trail) {
    boolean inside = block >= 0 && trail.line() >= from && trail.end() < to;
    return inside && (trail.line() - from) * 2 < to - from
        ? new MainText(block, trail.end(), to, known)
        : this;
  }

  private static MainText byName(Scan scan) {
    Scan.Block best = null;
    int bestRank = Integer.MAX_VALUE;
    for (Scan.Block block : scan.blocks) {
      int rank = rank(block);
      if (rank > bestRank || rank == Integer.MAX_VALUE || !shows(scan, block)) {
        continue;
      }
      boolean larger =
          best != null
              && rank == bestRank
              && block.chars > best.chars
              && !scan.within(block.index, best.index);
      if (rank < bestRank || larger) {
        best = block;
        bestRank = rank;
      }
    }
    return best == null ? null : new MainText(best.index, best.from, best.to, true);
  }

  private static int rank(Scan.Block block) {
    int rank = Integer.MAX_VALUE;
    String id = block.element.id();
    if (!id.isEmpty()) {
      rank = Wordings.CONTAINERS.getOrDefault("#" + id.toLowerCase(Locale.ROOT), rank);
    }
    if (block.element.hasAttr("class")) {
      for (String name : BLANKS.split(block.element.className().toLowerCase(Locale.ROOT))) {
        rank = Math.min(rank, Wordings.CONTAINERS.getOrDefault("." + name, rank));
      }
    }
    return rank;
  }

  /** Text of its own, a file, a picture. */
  private static boolean shows(Scan scan, Scan.Block block) {
    if (block.chars - block.linkChars > 0) {
      return true;
    }
    for (int a = block.firstLink; a < block.endLink; a++) {
      if (Files.isFile(scan.anchors.get(a).href)) {
        return true;
      }
    }
    return hasMedia(scan, block);
  }

  /** True if a picture or a film stands in the block; icons of file types are none. */
  static boolean hasMedia(Scan scan, Scan.Block block) {
    for (int i = 0; i < scan.media.size(); i++) {
      if (scan.within(scan.mediaBlocks.get(i), block.index) && !isIcon(scan.media.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIcon(Element picture) {
    String source = picture.attr("src").toLowerCase(Locale.ROOT);
    return source.contains("icon") || source.contains("filetype") || source.endsWith(".gif");
  }

  private static MainText byProse(Scan scan, int after, int least) {
    for (int i = Math.max(0, after); i < scan.lines.size(); i++) {
      Scan.Line line = scan.lines.get(i);
      int own = line.text.length() - line.linkChars;
      if (own < least || scan.foot().get(i) || least < 15 && !isStatement(line.text)) {
        continue;
      }
      double weight = own + 8 * stops(line.text);
      Scan.Block block = scan.block(line);
      boolean paragraph =
          block.is("p")
              || block.is("td")
              || block.is("th")
              || block.is("li")
              || block.to - block.from == 1;
      add(scan, block, weight * (paragraph ? 0.1 : 1));
      if (block.parent >= 0) {
        Scan.Block parent = scan.blocks.get(block.parent);
        add(scan, parent, weight * (paragraph ? 1 : 0.5));
        if (parent.parent >= 0) {
          add(scan, scan.blocks.get(parent.parent), weight * (paragraph ? 0.5 : 0.25));
        }
      }
    }
    Scan.Block best = null;
    for (Scan.Block block : scan.blocks) {
      if (block.prose > 0
          && (best == null || block.prose * density(block) > best.prose * density(best))) {
        best = block;
      }
    }
    if (best == null || best.prose < 20) {
      return NONE;
    }
    return new MainText(best.index, best.from, best.to, false);
  }

  private static void add(Scan scan, Scan.Block block, double weight) {
    block.prose += weight;
  }

  private static double density(Scan.Block block) {
    return block.chars == 0 ? 0 : 1 - (double) block.linkChars / block.chars;
  }

  /** A short line that says something: 职务：局长, and not 栏目建设中，敬请期待. */
  private static boolean isStatement(String line) {
    return (stops(line) > 0 || line.indexOf('：') > 0)
        && Wordings.in("empty", Texts.squeeze(line)).isEmpty();
  }

  private static int stops(String text) {
    int stops = 0;
    for (int i = 0; i < text.length(); i++) {
      if ("，。；、！？".indexOf(text.charAt(i)) >= 0) {
        stops++;
      }
    }
    return stops;
  }
}
