package gongkai.catalogue.table;

import gongkai.input.Complaint;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of a file's tables are a catalogue, and which go on with the one before them. */
final class CatalogueTables {
  private CatalogueTables() {}

  /**
   * A table that is a catalogue.
   *
   * @param name what warnings call it where there are several
   * @param parts it was put together of tables that had headings of their own
   */
  record Found(String name, Grid grid, Layout layout, boolean parts) {
    /** The category of items that have none, where there are several tables. */
    String category() {
      return TableHeading.category(grid.heading().isEmpty() ? grid.name() : grid.heading());
    }
  }

  static List<Found> in(List<Grid> read, List<Warning> warnings) {
    List<Found> found = new ArrayList<>();
    List<Grid> grids = read.stream().flatMap(grid -> split(grid).stream()).toList();
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      String name = name(grid, i);
      Optional<Layout> layout = Layout.of(grid);
      if (!found.isEmpty() && goesOn(found.get(found.size() - 1), grid, layout)) {
        Found first = found.remove(found.size() - 1);
        boolean parts = first.parts() || !grid.heading().isEmpty();
        found.add(new Found(first.name(), joined(first.grid(), grid), first.layout(), parts));
        warnings.add(
            new Warning(
                "", 0, Message.of("import.tableGoesOn", name, first.name(), last(first.grid()))));
      } else if (layout.isPresent() && layout.get().complete()) {
        found.add(new Found(name, grid, layout.get(), false));
      } else if (layout.isPresent() || sheetOfItsOwn(grid)) {
        warnings.add(new Warning("", 0, Message.of("import.tableLeftOut", name, grid.looks())));
      }
    }
    return found;
  }

  /** A sheet with a table in it, and not only a cover or a remark. */
  private static boolean sheetOfItsOwn(Grid grid) {
    return !grid.name().isEmpty()
        && grid.rows().stream().filter(row -> row.said().size() >= 3).count() >= 3;
  }

  /** Tables that stand below each other in one sheet, each with a header of its own. */
  private static List<Grid> split(Grid grid) {
    Optional<Layout> layout = Layout.of(grid).filter(Layout::complete);
    List<Grid.Row> rows = grid.rows();
    for (int r = layout.map(Layout::body).orElse(rows.size()); r < rows.size(); r++) {
      if (Layout.isHeader(rows.get(r)) && !layout.get().sameColumns(below(grid, r))) {
        int begin = r;
        while (begin > layout.get().body() && rows.get(begin - 1).said().size() <= 1) {
          begin--;
        }
        List<Grid> all = new ArrayList<>();
        String first = above(rows.subList(0, layout.get().header()));
        String heading = first.isEmpty() ? grid.heading() : first;
        all.add(new Grid(grid.name(), heading, rows.subList(0, begin)));
        String next = above(rows.subList(begin, r));
        all.addAll(split(new Grid(grid.name(), next, rows.subList(begin, rows.size()))));
        return all;
      }
    }
    return List.of(grid);
  }

  /** The last heading among the rows above a header; empty string if there is none. */
  private static String above(List<Grid.Row> rows) {
    return rows.stream()
        .flatMap(row -> row.said().stream())
        .flatMap(text -> TableHeading.of(text, true).stream())
        .reduce("", (earlier, later) -> later);
  }

  /** The layout by a header further down; empty if that makes no catalogue. */
  private static Optional<Layout> below(Grid grid, int header) {
    return Layout.of(new Grid("", "", grid.rows().subList(header, grid.rows().size())))
        .filter(layout -> layout.header() == 0 && layout.complete());
  }

  /** Tables of a page or a text that break off at its end; sheets have names and stand alone. */
  private static boolean goesOn(Found before, Grid grid, Optional<Layout> layout) {
    if (!grid.name().isEmpty() || grid.width() != before.grid().width() || grid.width() < 3) {
      return false;
    }
    return layout.isEmpty()
        || grid.heading().isEmpty()
            && header(grid, layout.get()).equals(header(before.grid(), before.layout()));
  }

  private static List<String> header(Grid grid, Layout layout) {
    return grid.rows().get(layout.header()).said();
  }

  private static int last(Grid grid) {
    return grid.rows().get(grid.rows().size() - 1).number();
  }

  private static Grid joined(Grid first, Grid next) {
    List<Grid.Row> rows = new ArrayList<>(first.rows());
    int last = last(first);
    if (!next.heading().isEmpty()) {
      rows.add(heading(last, next));
    }
    next.rows().forEach(row -> rows.add(new Grid.Row(last + row.number(), row.cells())));
    return new Grid(first.name(), first.heading(), rows);
  }

  /** The line between two tables as a row that names a category. */
  private static Grid.Row heading(int row, Grid next) {
    String category = TableHeading.category(next.heading());
    String text = category.isEmpty() ? next.heading() : category;
    List<Grid.Cell> cells = new ArrayList<>();
    for (int c = 0; c < next.width(); c++) {
      cells.add(new Grid.Cell(text, c == 0 ? Grid.Origin.OWN : Grid.Origin.LEFT));
    }
    return new Grid.Row(row, cells);
  }

  /** Why no table is a catalogue: what was seen and what is needed. */
  static Complaint refusal(String file, List<Grid> grids) {
    List<Grid> filled =
        grids.stream().filter(g -> g.rows().stream().anyMatch(r -> !r.said().isEmpty())).toList();
    Message right = Message.of("import.noTableRight");
    if (filled.isEmpty()) {
      return new Complaint(file, 0, "", Message.of("import.noTable"), right);
    }
    Optional<Grid> near =
        filled.stream()
            .filter(g -> Layout.of(g).isPresent())
            .max(Comparator.comparingInt(Layout::mostHeadings));
    if (near.isPresent()) {
      Grid grid = near.get();
      String name = name(grid, grids.indexOf(grid));
      Layout layout = Layout.of(grid).orElseThrow();
      boolean deadline = layout.has(Role.DEADLINE) || layout.has(Role.CYCLE);
      String seen = String.join(" | ", header(grid, layout).stream().map(PlainCell::line).toList());
      return new Complaint(
          file,
          0,
          "",
          Message.of(deadline ? "import.noItemColumn" : "import.noDeadlineColumn", name, seen),
          right);
    }
    String looks =
        filled.stream()
            .limit(3)
            .map(g -> name(g, grids.indexOf(g)) + ": " + g.looks())
            .collect(Collectors.joining("; "));
    return new Complaint(file, 0, "", Message.of("import.noHeader", filled.size(), looks), right);
  }

  private static String name(Grid grid, int index) {
    if (!grid.name().isEmpty()) {
      return grid.name();
    }
    return grid.heading().isEmpty() ? String.valueOf(index + 1) : grid.heading();
  }
}
