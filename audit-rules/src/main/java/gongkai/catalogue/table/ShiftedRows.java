package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows whose cells slipped to the left or right of their columns. A run of adjacent cells moves as
 * a whole, by the one distance at which every cell of it that other rows have in one column only (a
 * deadline, an office, a way of publishing) comes to stand in that column. Where no such distance
 * exists the row is not placed.
 */
final class ShiftedRows {
  /** Longer texts are contents, whose repetition says nothing. */
  private static final int LONGEST = 30;

  private final Layout layout;
  private final int width;

  /** The columns in which each short text stands, with the rows. */
  private final Map<String, Map<Integer, Set<Integer>>> known = new HashMap<>();

  ShiftedRows(Grid grid, Layout layout) {
    this.layout = layout;
    width = grid.width();
    for (Grid.Row row : grid.rows().subList(layout.body(), grid.rows().size())) {
      for (int c = 0; c < width; c++) {
        if (row.cells().get(c).says() && tells(c)) {
          known
              .computeIfAbsent(row.cells().get(c).text(), t -> new HashMap<>())
              .computeIfAbsent(c, k -> new TreeSet<>())
              .add(row.number());
        }
      }
    }
  }

  /** Columns in which texts recur. */
  private boolean tells(int column) {
    return !layout.levels().contains(column)
        && !layout.columns().getOrDefault(Role.CONTENT, List.of()).contains(column)
        && !layout.columns().getOrDefault(Role.NUMBER, List.of()).contains(column);
  }

  /** True when a row's cells do not stand under their headings. */
  boolean shifted(Grid.Row row) {
    if (row.said().size() < 3) {
      return false;
    }
    if (layout.has(Role.NUMBER)) {
      Grid.Cell number = row.cells().get(layout.columns().get(Role.NUMBER).get(0));
      if (number.says() && !Numbers.isNumber(number.text())) {
        return true;
      }
    }
    if (!layout.has(Role.DEADLINE)) {
      return false;
    }
    int deadline = layout.columns().get(Role.DEADLINE).get(0);
    boolean atHome =
        row.cells().get(deadline).text().isEmpty()
            ? false
            : home(row, deadline).orElse(deadline) == deadline;
    boolean elsewhere = false;
    for (int c = 0; c < width; c++) {
      OptionalInt home = c == deadline ? OptionalInt.empty() : home(row, c);
      elsewhere |= home.isPresent() && home.getAsInt() == deadline;
    }
    return elsewhere && !atHome;
  }

  /** The one column in which other rows have the text of a cell; empty if none or several. */
  private OptionalInt home(Grid.Row row, int column) {
    String text = row.cells().get(column).text();
    if (!row.cells().get(column).says() || text.length() > LONGEST) {
      return OptionalInt.empty();
    }
    List<Integer> columns =
        known.getOrDefault(text, Map.of()).entrySet().stream()
            .filter(e -> e.getValue().stream().anyMatch(r -> r != row.number()))
            .map(Map.Entry::getKey)
            .toList();
    return columns.size() == 1 ? OptionalInt.of(columns.get(0)) : OptionalInt.empty();
  }

  /** A row with its cells where they belong, and how far each run moved. */
  record Placed(List<Grid.Cell> cells, List<Message> moves) {}

  /** The row set right; empty if that cannot be told. */
  Optional<Placed> place(Grid.Row row) {
    List<Grid.Cell> cells = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      cells.add(
          row.cells().get(c).origin() == Grid.Origin.OWN ? Grid.Cell.EMPTY : row.cells().get(c));
    }
    List<Message> moves = new ArrayList<>();
    int free = 0;
    for (int begin = 0; begin < width; begin++) {
      if (!row.cells().get(begin).says()) {
        continue;
      }
      int end = begin;
      while (end < width && row.cells().get(end).says()) {
        end++;
      }
      OptionalInt distance = distance(row, begin, end);
      if (distance.isEmpty()
          || begin + distance.getAsInt() < free
          || end + distance.getAsInt() > width) {
        return Optional.empty();
      }
      int by = distance.getAsInt();
      for (int c = begin; c < end; c++) {
        cells.set(c + by, row.cells().get(c));
      }
      if (by != 0) {
        String first = PlainCell.line(row.cells().get(begin).text());
        String last = PlainCell.line(row.cells().get(end - 1).text());
        moves.add(
            Message.of(
                by > 0 ? "import.movedRight" : "import.movedLeft",
                brief(first),
                brief(last),
                Math.abs(by)));
      }
      free = end + by;
      begin = end - 1;
    }
    if (layout.has(Role.NUMBER)) {
      Grid.Cell number = cells.get(layout.columns().get(Role.NUMBER).get(0));
      if (number.says() && !Numbers.isNumber(number.text())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Placed(cells, moves));
  }

  /** How far a run moves: not at all if nothing in it tells; empty if its cells disagree. */
  private OptionalInt distance(Grid.Row row, int begin, int end) {
    OptionalInt distance = OptionalInt.empty();
    for (int c = begin; c < end; c++) {
      OptionalInt home = home(row, c);
      if (home.isEmpty()) {
        continue;
      }
      int own = home.getAsInt() - c;
      if (distance.isPresent() && distance.getAsInt() != own) {
        return OptionalInt.empty();
      }
      distance = OptionalInt.of(own);
    }
    return distance.isPresent() ? distance : OptionalInt.of(0);
  }

  static String brief(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
