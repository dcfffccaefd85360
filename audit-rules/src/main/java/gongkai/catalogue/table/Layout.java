package gongkai.catalogue.table;

import gongkai.catalogue.table.Headings.Heading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a table's header stands and which column says what.
 *
 * @param header index of its first row
 * @param body index of the first row below it
 * @param levels columns of the item's levels, from the outermost
 * @param columns columns of every other role; several where one heading stands over several
 * @param unknown headings that nobody knows
 * @param unused headings that another column says better
 */
record Layout(
    int header,
    int body,
    List<Integer> levels,
    Map<Role, List<Integer>> columns,
    List<String> unknown,
    List<String> unused) {
  /** Titles and remarks above a header are fewer. */
  static final int HEADER_WITHIN = 30;

  /** Rows of one header. */
  private static final int DEEPEST = 4;

  Layout {
    levels = List.copyOf(levels);
    columns = Map.copyOf(columns);
    unknown = List.copyOf(unknown);
    unused = List.copyOf(unused);
  }

  boolean has(Role role) {
    return columns.containsKey(role);
  }

  /** The content's beginning names the items, for no column does. */
  boolean namedByContent() {
    return !levels.isEmpty()
        && columns.getOrDefault(Role.CONTENT, List.of()).contains(levels.get(levels.size() - 1));
  }

  /** Says when something must be published, and what: without both it is no catalogue. */
  boolean complete() {
    return (has(Role.DEADLINE) || has(Role.CYCLE)) && !levels.isEmpty();
  }

  /** True if a further header says nothing new: it is this one again, or no header of items. */
  boolean sameColumns(Optional<Layout> further) {
    return further
        .map(other -> other.levels().equals(levels) && other.columns().equals(columns))
        .orElse(true);
  }

  /** The layout of a table; empty if no row of it is a header. */
  static Optional<Layout> of(Grid grid) {
    return header(grid).map(row -> read(grid, row));
  }

  /** Headings that the best header row names; tells a right separator from a wrong one. */
  static int mostHeadings(Grid grid) {
    return grid.rows().stream()
        .limit(HEADER_WITHIN)
        .mapToInt(row -> headings(row.said()).size())
        .max()
        .orElse(0);
  }

  private static List<Heading> headings(List<String> texts) {
    return texts.stream().flatMap(t -> Headings.of(t).stream()).toList();
  }

  /** True when a row has so many headings that it is a header. */
  static boolean isHeader(Grid.Row row) {
    List<String> said = row.said();
    List<Heading> known = headings(said);
    return known.size() >= 3 && known.size() * 2 >= said.size();
  }

  private static Optional<Integer> header(Grid grid) {
    int rows = Math.min(HEADER_WITHIN, grid.rows().size());
    for (int least = 3; least >= 2; least--) {
      for (int r = 0; r < rows; r++) {
        List<String> said = grid.rows().get(r).said();
        List<Heading> known = headings(said);
        boolean tells = least == 3 || known.stream().anyMatch(h -> h.role() == Role.DEADLINE);
        if (tells && known.size() >= least && known.size() * 2 >= said.size()) {
          return Optional.of(r);
        }
      }
    }
    return Optional.empty();
  }

  private static Layout read(Grid grid, int header) {
    int body = header + 1;
    while (body < grid.rows().size() && body < header + DEEPEST && below(grid, header, body)) {
      body++;
    }
    Columns columns = new Columns();
    for (int c = 0; c < grid.width(); c++) {
      columns.add(c, path(grid, header, body, c), filled(grid, body, c));
    }
    return columns.layout(header, body);
  }

  /** True when a row goes on with the header: headings under cells that span several columns. */
  private static boolean below(Grid grid, int header, int row) {
    boolean known = false;
    for (int c = 0; c < grid.width(); c++) {
      Grid.Cell cell = grid.rows().get(row).cells().get(c);
      if (!cell.says()) {
        continue;
      }
      if (!spans(grid, header, row, c) && !cell.text().equals(text(grid, row - 1, c))) {
        return false;
      }
      known |= Headings.of(cell.text()).isPresent();
    }
    boolean said = grid.rows().get(row).cells().stream().anyMatch(Grid.Cell::says);
    boolean covered =
        grid.rows().get(row).cells().stream().anyMatch(c -> c.origin() == Grid.Origin.ABOVE);
    // words that nobody knows (首次公开, 更新) under a heading, beside headings that reach down to them
    return known || said && covered;
  }

  /** True when what stands above a place is one heading over several columns, or was one. */
  private static boolean spans(Grid grid, int header, int row, int column) {
    List<Grid.Cell> above = grid.rows().get(row - 1).cells();
    Grid.Cell own = above.get(column);
    if (own.origin() == Grid.Origin.ABOVE && row - 1 > header) {
      return false;
    }
    boolean last = column + 1 == above.size();
    Grid.Cell next = last ? own : above.get(column + 1);
    boolean lostMerge = own.text().isEmpty() || !last && next.text().isEmpty();
    boolean same =
        !last && next.text().equals(own.text())
            || column > 0 && above.get(column - 1).text().equals(own.text());
    return lostMerge || same;
  }

  private static String text(Grid grid, int row, int column) {
    return PlainCell.line(grid.rows().get(row).cells().get(column).text());
  }

  /** The headings over a column from the top, a merged one once. */
  private static List<String> path(Grid grid, int header, int body, int column) {
    Set<String> path = new LinkedHashSet<>();
    for (int r = header; r < body; r++) {
      String heading = text(grid, r, column);
      for (int c = column;
          heading.isEmpty() && r + 1 < body && c > 0 && under(grid, r, body, column);
          c--) {
        // the heading whose merge was lost
        heading = text(grid, r, c - 1);
      }
      if (!heading.isEmpty()) {
        path.add(heading);
      }
    }
    return List.copyOf(path);
  }

  private static boolean under(Grid grid, int row, int body, int column) {
    for (int r = row + 1; r < body; r++) {
      if (!text(grid, r, column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean filled(Grid grid, int body, int column) {
    return grid.rows().stream().skip(body).anyMatch(r -> r.cells().get(column).says());
  }

  /** Collects columns from the left. */
  private static final class Columns {
    private record Named(int column, Heading heading, String words) {}

    private final List<Named> known = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean afterLevel;

    void add(int column, List<String> path, boolean filled) {
      Optional<Heading> heading = Optional.empty();
      for (int i = path.size() - 1; i >= 0 && heading.isEmpty(); i--) {
        heading = Headings.of(path.get(i));
      }
      String words = String.join(" / ", path);
      if (heading.isPresent()) {
        known.add(new Named(column, heading.get(), words));
      } else if (path.isEmpty() && filled && afterLevel) {
        // a heading over several columns whose merge was lost
        known.add(new Named(column, known.get(known.size() - 1).heading(), ""));
      } else if (filled) {
        unknown.add(path.isEmpty() ? "?" + (column + 1) : words);
      }
      afterLevel = heading.filter(Columns::level).isPresent() || afterLevel && path.isEmpty();
    }

    private static boolean level(Heading heading) {
      return heading.role() == Role.LEVEL || heading.role() == Role.CATEGORY;
    }

    /** The levels; where they end with a category the content names the items. */
    private List<Integer> levels() {
      List<Integer> levels = new ArrayList<>(of(Role.LEVEL));
      boolean inner = !levels.isEmpty();
      levels.addAll(of(Role.CATEGORY));
      List<Integer> content = of(Role.CONTENT);
      if (!inner && levels.size() < 2 && !content.isEmpty()) {
        levels.add(content.get(0));
        return levels;
      }
      return levels.stream().sorted().toList();
    }

    private List<Integer> of(Role role) {
      return known.stream().filter(n -> n.heading().role() == role).map(Named::column).toList();
    }

    Layout layout(int header, int body) {
      List<Integer> levels = levels();
      Map<Role, List<Integer>> columns = new EnumMap<>(Role.class);
      List<String> unused = new ArrayList<>();
      for (Role role : Role.values()) {
        List<Named> all = known.stream().filter(n -> n.heading().role() == role).toList();
        if (role == Role.LEVEL || role == Role.CATEGORY || role == Role.ASIDE || all.isEmpty()) {
          continue;
        }
        Named best = all.stream().min(Comparator.comparingInt(n -> n.heading().rank())).get();
        columns.put(
            role,
            all.stream().filter(n -> n.words().equals(best.words())).map(Named::column).toList());
        all.stream()
            .filter(n -> !n.words().equals(best.words()))
            .forEach(n -> unused.add(n.words()));
      }
      return new Layout(header, body, levels, columns, unknown, unused);
    }
  }
}
