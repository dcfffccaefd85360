package gongkai.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Repeated rows of links on a page, grouped by the block that repeats them. */
final class Rows {

  private static final int MOST_LINKS = 6;

  /** Rows of one list. */
  record Group(int block, List<Row> rows) {
    int dated() {
      return (int) rows.stream().filter(row -> !row.entry().dateText().isEmpty()).count();
    }

    int articles() {
      return (int) rows.stream().filter(Row::article).count();
    }

    int letters() {
      return rows.stream().mapToInt(row -> row.entry().title().length()).sum();
    }
  }

  /** A row with its lines {@code [line, endLine)}; its address looks like an article's. */
  record Row(ListingEntry entry, int line, int endLine, boolean article) {}

  private final Scan scan;
  private final Place place;

  Rows(Scan scan, Place place) {
    this.scan = scan;
    this.place = place;
  }

  /** Where a row begins and ends: lines and links of one block, or one line of it. */
  record Span(int parent, int block, int from, int to, int firstLink, int endLink) {}

  /** Every group of rows, in the order of the page. */
  List<Group> groups() {
    Map<Integer, List<Span>> spans = new LinkedHashMap<>();
    Map<Integer, Integer> groupOf = new HashMap<>();
    int lastFrom = -1;
    for (int a = 0; a < scan.anchors.size(); a++) {
      Scan.Anchor anchor = scan.anchors.get(a);
      if (anchor.href.isEmpty()
          || anchor.text.isEmpty() && anchor.title.isEmpty()
          || scan.foot().get(anchor.line)) {
        continue;
      }
      Span span = span(a);
      if (span.firstLink == lastFrom) {
        continue;
      }
      lastFrom = span.firstLink;
      int group = groupOf.computeIfAbsent(span.parent, this::group);
      spans.computeIfAbsent(group, key -> new ArrayList<>()).add(span);
    }
    List<Group> groups = new ArrayList<>();
    RowReader reader = new RowReader(scan, place);
    spans.forEach(
        (key, list) -> {
          List<Row> rows = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            Span span = list.get(i);
            int limit =
                i + 1 < list.size()
                    ? list.get(i + 1).from
                    : Math.min(span.to + 2, scan.blocks.get(span.parent).to);
            reader.read(span, Math.max(span.to, Math.min(limit, span.to + 2))).ifPresent(rows::add);
          }
          if (!rows.isEmpty()) {
            groups.add(new Group(key, rows));
          }
        });
    return groups;
  }

  private Span span(int a) {
    Scan.Anchor anchor = scan.anchors.get(a);
    int index = Math.max(0, anchor.block);
    for (int up = index, steps = 0; up > 0 && steps < 8; up = scan.blocks.get(up).parent, steps++) {
      Scan.Block block = scan.blocks.get(up);
      if (block.is("li") || block.is("tr") || block.is("dd") || block.is("dt")) {
        if (block.endLink - block.firstLink <= MOST_LINKS && block.chars < 600) {
          return new Span(block.parent, up, block.from, block.to, block.firstLink, block.endLink);
        }
        break;
      }
    }
    Scan.Block block = scan.blocks.get(index);
    if (block.endLink - block.firstLink > 1) {
      // links in one block, a line break between them
      int end = anchor.lastLine() + 1;
      int last = a + 1;
      while (last < block.endLink && scan.anchors.get(last).line == anchor.line) {
        last++;
      }
      int first = a;
      while (first > block.firstLink && scan.anchors.get(first - 1).line == anchor.line) {
        first--;
      }
      if (last - first <= MOST_LINKS) {
        return new Span(index, index, anchor.line, Math.min(end, block.to), first, last);
      }
    }
    while (block.parent > 0) {
      Scan.Block parent = scan.blocks.get(block.parent);
      boolean same = parent.endLink - parent.firstLink == block.endLink - block.firstLink;
      if (!same || parent.is("body") || parent.chars > block.chars + 120 && !repeats(parent)) {
        break;
      }
      block = parent;
    }
    int parent = Math.max(0, block.parent);
    return new Span(parent, block.index, block.from, block.to, block.firstLink, block.endLink);
  }

  /** One of several blocks of its kind: an item of a list, with a summary perhaps. */
  private static boolean repeats(Scan.Block block) {
    Element above = block.element.parent();
    if (above == null || block.chars > 800) {
      return false;
    }
    int alike = 0;
    for (Element other = above.firstElementChild();
        other != null && alike < 2;
        other = other.nextElementSibling()) {
      boolean same = other.normalName().equals(block.element.normalName());
      alike += same && other.className().equals(block.element.className()) ? 1 : 0;
    }
    return alike > 1;
  }

  /**
   * The block whose rows belong together: lists cut into several {@code ul} of one kind are one.
   */
  private int group(int block) {
    Scan.Block parent = scan.blocks.get(block);
    if (parent.is("tbody") || parent.is("thead")) {
      parent = scan.blocks.get(parent.parent);
    }
    if ((parent.is("ul") || parent.is("ol") || parent.is("table") || parent.is("dl"))
        && parent.parent > 0) {
      String kind = parent.element.className();
      Scan.Block above = scan.blocks.get(parent.parent);
      for (int b = above.index + 1; b < parent.index; b++) {
        Scan.Block other = scan.blocks.get(b);
        if (other.parent == above.index
            && other.element.normalName().equals(parent.element.normalName())
            && other.element.className().equals(kind)) {
          return b;
        }
      }
    }
    return parent.index;
  }
}
