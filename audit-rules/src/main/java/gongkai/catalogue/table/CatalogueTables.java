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
   */
  record Found(String name, Grid grid, Layout layout) {}

  static List<Found> in(List<Grid> grids, List<Warning> warnings) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      Grid grid = grids.get(i);
      String name = grid.name().isEmpty() ? String.valueOf(i + 1) : grid.name();
      Optional<Layout> layout = Layout.of(grid);
      if (!found.isEmpty() && goesOn(found.get(found.size() - 1), grid, layout)) {
        Found first = found.remove(found.size() - 1);
        found.add(new Found(first.name(), joined(first.grid(), grid), first.layout()));
        warnings.add(
            new Warning(
                "", 0, Message.of("import.tableGoesOn", name, first.name(), last(first.grid()))));
      } else if (layout.isPresent() && layout.get().complete()) {
        found.add(new Found(name, grid, layout.get()));
      } else if (layout.isPresent()) {
        warnings.add(new Warning("", 0, Message.of("import.tableLeftOut", name, grid.looks())));
      }
    }
    return found;
  }

  /** Tables of a page or a text that break off at its end; sheets have names and stand alone. */
  private static boolean goesOn(Found before, Grid grid, Optional<Layout> layout) {
    if (!grid.name().isEmpty() || grid.width() != before.grid().width() || grid.width() < 3) {
      return false;
    }
    return layout.isEmpty()
        || header(grid, layout.get()).equals(header(before.grid(), before.layout()));
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
    next.rows().forEach(row -> rows.add(new Grid.Row(last + row.number(), row.cells())));
    return new Grid(first.name(), rows);
  }

  /** Why no table is a catalogue: what was seen and what is needed. */
  static Complaint refusal(String file, List<Grid> grids) {
    List<Grid> filled = grids.stream().filter(g -> !g.rows().isEmpty()).toList();
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
      String name = name(grids, grid);
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
            .map(g -> name(grids, g) + ": " + g.looks())
            .collect(Collectors.joining("; "));
    return new Complaint(file, 0, "", Message.of("import.noHeader", filled.size(), looks), right);
  }

  private static String name(List<Grid> grids, Grid grid) {
    return grid.name().isEmpty() ? String.valueOf(grids.indexOf(grid) + 1) : grid.name();
  }
}
