package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows below a header as lines: repeated headers and footnotes left out, rows that only name a
 * category carried on to those below them, shifted rows set right.
 */
final class BodyRows {
  /** A longer text that stands alone in its row is a remark. */
  private static final int LONGEST_CATEGORY = 40;

  private final Grid grid;
  private final Layout layout;
  private final ShiftedRows shifts;
  private final List<Line> lines = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Integer> headersAgain = new ArrayList<>();

  /** The row that names a category for the lines that follow. */
  private Optional<Grid.Row> category = Optional.empty();

  private String band = "";

  private BodyRows(Grid grid, Layout layout) {
    this.grid = grid;
    this.layout = layout;
    shifts = new ShiftedRows(grid, layout);
  }

  /** The lines, and what is to be said of the rows that are none. */
  record Body(List<Line> lines, List<Warning> warnings) {}

  static Body read(Grid grid, Layout layout) {
    BodyRows rows = new BodyRows(grid, layout);
    grid.rows().subList(layout.body(), grid.rows().size()).forEach(rows::row);
    rows.endOfCategory();
    if (!rows.headersAgain.isEmpty()) {
      rows.warn(0, Message.of("import.headersAgain", Merged.numbers(rows.headersAgain)));
    }
    return new Body(rows.lines, rows.warnings);
  }

  private void warn(int row, Message what) {
    warnings.add(new Warning("", row, what));
  }

  private void row(Grid.Row row) {
    List<String> said = row.said();
    if (said.isEmpty() || countsColumns(row)) {
      return;
    }
    if (Layout.isHeader(row) || subHeader(row)) {
      headersAgain.add(row.number());
    } else if (footnote(row)) {
      warn(
          row.number(),
          Message.of("import.footnote", ShiftedRows.brief(PlainCell.line(said.get(0)))));
    } else if (alone(row) && names(row)) {
      endOfCategory();
      band = PlainCell.line(said.get(0));
      category = Optional.of(row);
    } else if (numberAndCategory(row)) {
      endOfCategory();
      category = Optional.of(row);
    } else if (shifts.shifted(row)) {
      shifted(row);
    } else {
      add(Line.of(row.number(), row.cells(), layout));
    }
  }

  /** 栏次: 1, 2, 3 … under the headings. */
  private static boolean countsColumns(Grid.Row row) {
    List<String> said = row.said();
    return said.size() >= 3
        && IntStream.range(0, said.size()).allMatch(i -> said.get(i).equals(String.valueOf(i + 1)));
  }

  /** The second row of a header that is repeated. */
  private boolean subHeader(Grid.Row row) {
    return !headersAgain.isEmpty()
        && headersAgain.get(headersAgain.size() - 1) == row.number() - 1
        && IntStream.range(layout.header(), layout.body())
            .mapToObj(grid.rows()::get)
            .anyMatch(header -> header.said().equals(row.said()));
  }

  /** A remark below or between the items; it begins where items begin, or spans the table. */
  private boolean footnote(Grid.Row row) {
    int firstLevel = layout.levels().isEmpty() ? 0 : layout.levels().get(0);
    if (row.said().size() > 2 || covered(row) || first(row) > firstLevel) {
      return false;
    }
    String first = PlainCell.squeezed(row.said().get(0));
    boolean word =
        WordTable.of("footnote").stream()
            .filter(first::startsWith)
            .anyMatch(
                w ->
                    !w.matches("\\p{L}+")
                        || first.substring(w.length()).matches("(.{0,4}[::].*|[\\d、.()].*)?"));
    return word || alone(row) && first.length() > LONGEST_CATEGORY;
  }

  private int first(Grid.Row row) {
    return IntStream.range(0, grid.width())
        .filter(c -> row.cells().get(c).says())
        .findFirst()
        .getAsInt();
  }

  /** Only one text stands in the row, over however many columns. */
  private static boolean alone(Grid.Row row) {
    return row.said().size() == 1 && !covered(row);
  }

  /** A cell above reaches into the row. */
  private static boolean covered(Grid.Row row) {
    return row.cells().stream()
        .anyMatch(c -> c.origin() == Grid.Origin.ABOVE && !c.text().isEmpty());
  }

  /** True when a text that stands alone names the category of what follows. */
  private boolean names(Grid.Row row) {
    int at = first(row);
    boolean wide = at + 1 < grid.width() && row.cells().get(at + 1).origin() == Grid.Origin.LEFT;
    int firstLevel = layout.levels().isEmpty() ? 0 : layout.levels().get(0);
    if (wide) {
      return at <= firstLevel;
    }
    boolean numbered =
        PlainCell.squeezed(row.cells().get(at).text()).matches("[(第]?[一二三四五六七八九十]+[)、.章类].*");
    return at < firstLevel
        ? !Numbers.isNumber(row.cells().get(at).text())
        : at == firstLevel && (layout.levels().size() > 1 || layout.has(Role.NUMBER) || numbered);
  }

  /** A number and the outermost level, nothing else. */
  private boolean numberAndCategory(Grid.Row row) {
    Line line = Line.of(row.number(), row.cells(), layout);
    return row.said().size() == 2
        && !covered(row)
        && layout.levels().size() > 1
        && !line.ownNumber().isEmpty()
        && line.levels.get(0).says()
        && line.levels.get(1).text().isEmpty();
  }

  private void shifted(Grid.Row row) {
    Optional<ShiftedRows.Placed> placed = shifts.place(row);
    if (placed.isEmpty()) {
      String said =
          row.said().stream()
              .map(PlainCell::line)
              .map(ShiftedRows::brief)
              .collect(Collectors.joining(" | "));
      warn(row.number(), Message.of("import.notPlaced", said));
      return;
    }
    Line line = Line.of(row.number(), placed.get().cells(), layout);
    placed.get().moves().forEach(line::repaired);
    add(line);
  }

  /** Takes a line, under the category that a row above named. */
  private void add(Line line) {
    if (category.isPresent()) {
      Line named = Line.of(category.get().number(), category.get().cells(), layout);
      boolean number =
          !named.ownNumber().isEmpty() && !named.levels.isEmpty() && named.levels.get(0).says();
      if (number && line.ownNumber().isEmpty() && line.levels.get(0).text().isEmpty()) {
        line.set(Role.NUMBER, named.ownNumber());
        line.setLevel(0, named.levels.get(0).text());
      } else if (number) {
        band = PlainCell.line(named.levels.get(0).text());
      }
      warn(
          category.get().number(),
          Message.of("import.category", PlainCell.line(category.get().said().get(number ? 1 : 0))));
      category = Optional.empty();
    }
    line.band = band;
    lines.add(line);
  }

  /** A row that named a category for nothing. */
  private void endOfCategory() {
    category.ifPresent(
        row ->
            warn(
                row.number(),
                Message.of(
                    "import.emptyCategory",
                    PlainCell.line(row.said().get(row.said().size() - 1)))));
    category = Optional.empty();
  }
}
