package gongkai.catalogue.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One table as its cells lie, every row as wide as the table.
 *
 * @param name of its sheet, or its caption; empty string if it has none
 * @param heading the line above it that says what it is about; empty string if there is none
 * @param rows from the top
 */
public record Grid(String name, String heading, List<Row> rows) {
  /** More cells than any catalogue has; what lies beyond is not read. */
  static final int MOST_CELLS = 500_000;

  /** More columns than any catalogue has. */
  static final int MOST_COLUMNS = 200;

  public Grid {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param number as its reader counts: line of a text file, row of a sheet or table, from 1
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Texts of the cells that begin in this row and say something. */
    public List<String> said() {
      return cells.stream().filter(Cell::says).map(Cell::text).toList();
    }
  }

  /**
   * A place in the table; all places of a merged cell have its text.
   *
   * @param text stripped and without control characters; its lines end in a line feed
   */
  public record Cell(String text, Origin origin) {
    public Cell {
      text = Scalars.clean(text);
    }

    static final Cell EMPTY = new Cell("", Origin.OWN);

    /** It begins here and is not empty. */
    public boolean says() {
      return origin == Origin.OWN && !text.isEmpty();
    }
  }

  /** Where the cell of a place begins. */
  public enum Origin {
    OWN,
    /** In a row above: merged vertically. */
    ABOVE,
    /** To the left in the same row: merged horizontally. */
    LEFT
  }

  /**
   * A cell as files describe it.
   *
   * @param row from 0
   * @param column from 0
   * @param down rows that it takes, at least 1
   * @param right columns that it takes, at least 1
   */
  public record Laid(int row, int column, int down, int right, String text) {}

  /** Lays cells out; of two that claim a place the earlier has it, and spans end with the table. */
  public static Grid of(String name, String heading, List<Laid> cells) {
    List<Laid> sorted =
        cells.stream()
            .filter(c -> c.column() < MOST_COLUMNS)
            .sorted(Comparator.comparingInt(Laid::row).thenComparingInt(Laid::column))
            .toList();
    int width = sorted.stream().mapToInt(c -> c.column() + 1).max().orElse(0);
    int last =
        sorted.stream().filter(c -> !c.text().isBlank()).mapToInt(Laid::row).max().orElse(-1);
    int height = width == 0 ? 0 : Math.min(last + 1, MOST_CELLS / width);
    Cell[][] places = new Cell[height][width];
    for (Laid cell : sorted) {
      String text = cell.text().strip();
      int bottom = (int) Math.min(height, (long) cell.row() + cell.down());
      int end = (int) Math.min(width, (long) cell.column() + cell.right());
      for (int r = cell.row(); r < bottom; r++) {
        for (int c = cell.column(); c < end; c++) {
          if (places[r][c] == null) {
            Origin origin =
                r > cell.row() ? Origin.ABOVE : c > cell.column() ? Origin.LEFT : Origin.OWN;
            places[r][c] = new Cell(text, origin);
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int r = 0; r < height; r++) {
      List<Cell> row = new ArrayList<>();
      for (Cell place : places[r]) {
        row.add(place == null ? Cell.EMPTY : place);
      }
      rows.add(new Row(r + 1, row));
    }
    return new Grid(name, heading, rows);
  }

  /** Columns of the widest row. */
  public int width() {
    return rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
  }

  /** The row that says most among the first ones, in one line: what the table looks like. */
  public String looks() {
    return rows.stream()
        .limit(Layout.HEADER_WITHIN)
        .max(Comparator.comparingInt(r -> r.said().size()))
        .map(r -> r.said().stream().map(PlainCell::line).collect(Collectors.joining(" | ")))
        .map(line -> line.length() > 120 ? line.substring(0, 120) + "…" : line)
        .orElse("");
  }
}
