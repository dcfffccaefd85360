package gongkai.catalogue.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The tables of a page, cells laid out as browsers do. */
final class HtmlTables {
  /** A span beyond this is cut by browsers too. */
  private static final int WIDEST = 1000;

  private static final int DEEPEST = 65_534;

  private static final Set<String> BLOCKS =
      Set.of("br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr");

  /** What holds a line above a table. */
  private static final String LINES = "h1, h2, h3, h4, h5, h6, p, div";

  private HtmlTables() {}

  static Tables read(String text) {
    Document page = Jsoup.parse(text);
    page.outputSettings().prettyPrint(false);
    List<Grid> grids = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    Set<Element> layouts = Collections.newSetFromMap(new IdentityHashMap<>());
    layouts.addAll(page.select("table:has(table)"));
    String heading = "";
    for (Element element : page.select("table, " + LINES)) {
      if (element.nameIs("table")) {
        Element caption = element.selectFirst("> caption");
        String name = caption == null ? "" : PlainCell.line(words(caption));
        Grid grid = Grid.of(name, heading, cells(element));
        if (!grid.rows().isEmpty()) {
          grids.add(grid);
          heading = "";
        }
      } else if (element.selectFirst("> table, > " + LINES.replace(", ", ", > ")) == null
          && !inTable(element, layouts)) {
        boolean marked = element.normalName().matches("h[1-6]");
        heading = TableHeading.of(words(element), marked).orElse(heading);
        if (marked || grids.isEmpty()) {
          titles.add(element.text());
        }
      }
    }
    titles.add(page.title());
    return new Tables(grids, titles, List.of());
  }

  /** In a table's cell, other than one that only places tables and lines on the page. */
  private static boolean inTable(Element element, Set<Element> layouts) {
    Element table = element.closest("table");
    return table != null && !layouts.contains(table);
  }

  private static List<Grid.Laid> cells(Element table) {
    List<Grid.Laid> laid = new ArrayList<>();
    // rows that are still taken by a cell above, by column
    Map<Integer, Integer> taken = new HashMap<>();
    int r = 0;
    int places = 0;
    for (Element row : rows(table)) {
      int c = 0;
      for (Element cell : row.children()) {
        if (!cell.nameIs("td") && !cell.nameIs("th")) {
          continue;
        }
        while (taken.getOrDefault(c, 0) > r) {
          c++;
        }
        int right = span(cell, "colspan", WIDEST);
        int down = span(cell, "rowspan", DEEPEST);
        laid.add(new Grid.Laid(r, c, down == 0 ? DEEPEST : down, Math.max(1, right), words(cell)));
        for (int i = c; i < c + Math.max(1, right) && i < Grid.MOST_COLUMNS; i++) {
          taken.put(i, r + (down == 0 ? DEEPEST : down));
        }
        c += Math.max(1, right);
        if (++places > Grid.MOST_CELLS) {
          return laid;
        }
      }
      r++;
    }
    return laid;
  }

  /** The table's own rows, not those of tables inside its cells. */
  private static List<Element> rows(Element table) {
    return table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
  }

  /** 0 stands for "to the end" in a rowspan. */
  private static int span(Element cell, String name, int most) {
    String said = cell.attr(name).strip();
    return said.matches("\\d{1,9}") ? Math.min(most, Integer.parseInt(said)) : 1;
  }

  /** Text of an element in lines as a browser shows them, without tables inside it. */
  private static String words(Element element) {
    StringBuilder text = new StringBuilder();
    NodeTraversor.traverse(new Lines(element, text), element);
    return text.toString()
        .replace('\u00a0', ' ')
        .replaceAll("[ \u200b\ufeff]*\n[ \n\u200b\ufeff]*", "\n")
        .strip();
  }

  private static final class Lines implements NodeVisitor {
    private final Element root;
    private final StringBuilder text;

    /** The nested table, script or style that is being left out. */
    private Node aside;

    Lines(Element root, StringBuilder text) {
      this.root = root;
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (aside != null) {
        return;
      }
      if (node instanceof TextNode words) {
        text.append(words.getWholeText().replaceAll("[ \t\r\n\f]+", " "));
      } else if (node instanceof Element element && element != root) {
        if (Set.of("table", "script", "style").contains(element.normalName())) {
          aside = element;
        } else if (BLOCKS.contains(element.normalName())) {
          text.append('\n').append(number(element));
        }
      }
    }

    /** The number that a browser puts before a part of a list; empty string if it puts none. */
    private static String number(Element part) {
      Element list = part.parent();
      if (!part.nameIs("li") || list == null || !list.nameIs("ol")) {
        return "";
      }
      String start = list.attr("start").strip();
      int first = start.matches("\\d{1,3}") ? Integer.parseInt(start) : 1;
      long before = part.previousElementSiblings().stream().filter(e -> e.nameIs("li")).count();
      return (first + before) + ".";
    }

    @Override
    public void tail(Node node, int depth) {
      if (node == aside) {
        aside = null;
      } else if (aside == null
          && node instanceof Element element
          && element != root
          && BLOCKS.contains(element.normalName())) {
        text.append('\n');
      }
    }
  }
}
