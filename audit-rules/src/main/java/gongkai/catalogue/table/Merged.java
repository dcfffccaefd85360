package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cells that the file left empty because they were merged with the one above. Where a column's
 * cells are really merged an empty one is empty.
 */
final class Merged {
  private static final List<Role> FILLED =
      List.of(Role.CONTENT, Role.DEADLINE, Role.CYCLE, Role.OFFICE);
  private static final Set<String> SAME = Set.of("同上", "同前", "同上行", "〃", "\"", "″", "''");

  private final List<Line> lines;
  private final Layout layout;
  private final Set<Role> really = EnumSet.noneOf(Role.class);
  private final boolean[] levelReally;
  private final List<Integer> continued = new ArrayList<>();

  Merged(List<Line> lines, Layout layout) {
    this.lines = lines;
    this.layout = layout;
    levelReally = new boolean[layout.levels().size()];
    for (Line line : lines) {
      for (Role role : FILLED) {
        if (line.cell(role).origin() == Grid.Origin.ABOVE) {
          really.add(role);
        }
      }
      for (int i = 0; i < levelReally.length; i++) {
        levelReally[i] |= line.levels.get(i).origin() == Grid.Origin.ABOVE;
      }
    }
  }

  /** Rows in words: {@code 3, 5, 6}. */
  static String numbers(List<Integer> rows) {
    String all = rows.stream().limit(30).map(String::valueOf).collect(Collectors.joining(", "));
    return rows.size() > 30 ? all + " …" : all;
  }

  /** Rows that only go on with the content of the item above are joined to it. */
  List<Line> joinContents() {
    List<Line> joined = new ArrayList<>();
    for (Line line : lines) {
      Optional<Line> above =
          joined.isEmpty() ? Optional.empty() : Optional.of(joined.get(joined.size() - 1));
      boolean more = above.filter(a -> goesOn(line, a)).isPresent();
      if (!more) {
        joined.add(line);
        continue;
      }
      Line item = above.get();
      item.set(Role.CONTENT, item.text(Role.CONTENT) + "\n" + line.text(Role.CONTENT));
      boolean merged = line.levels.stream().anyMatch(l -> l.origin() == Grid.Origin.ABOVE);
      if (!merged) {
        item.repaired(Message.of("import.joined", line.row));
      }
    }
    return joined;
  }

  /**
   * Fills the levels; one warning for all rows that go on with what stands above them.
   *
   * @param groups a number stands for a category: a numbered line without one is its own
   */
  List<Warning> levels(boolean groups) {
    for (int i = 0; i < lines.size(); i++) {
      Optional<Line> above =
          i == 0 ? Optional.empty() : Optional.of(lines.get(i - 1)).filter(sameBand(lines.get(i)));
      levels(lines.get(i), above, groups);
    }
    return continued.isEmpty()
        ? List.of()
        : List.of(new Warning("", 0, Message.of("import.continued", numbers(continued))));
  }

  /** A content alone; or number and deadline merged with those above, and the same name again. */
  private static boolean goesOn(Line line, Line above) {
    if (!line.cell(Role.CONTENT).says()
        || !line.ownNumber().isEmpty()
        || line.levels.isEmpty()
        || line.cell(Role.DEADLINE).says()
        || line.cell(Role.CYCLE).says()
        || !line.band.equals(above.band)) {
      return false;
    }
    boolean one =
        line.cell(Role.NUMBER).origin() == Grid.Origin.ABOVE
            && line.cell(Role.DEADLINE).origin() == Grid.Origin.ABOVE
            && line.path().equals(above.path());
    return one || line.levels.stream().noneMatch(Grid.Cell::says);
  }

  private static java.util.function.Predicate<Line> sameBand(Line line) {
    return above -> above.band.equals(line.band);
  }

  private void levels(Line line, Optional<Line> above, boolean groups) {
    boolean named = line.levels.stream().anyMatch(l -> !l.text().isEmpty());
    if (!named && above.isPresent() && !line.levels.isEmpty()) {
      for (int i = 0; i < line.levels.size(); i++) {
        line.setLevel(i, above.get().levels.get(i).text());
      }
      line.repaired(Message.of("import.sameItem", above.get().name()));
      return;
    }
    boolean going = false;
    for (int i = 0; i < line.levels.size(); i++) {
      if (!line.levels.get(i).text().isEmpty() || !deeper(line, i)) {
        continue;
      }
      if (i == 0 && groups && !line.ownNumber().isEmpty()) {
        String name = line.name();
        line.setLevel(0, name);
        line.repaired(Message.of("import.oneCell", name));
      } else if (!levelReally[i] && above.isPresent() && sameOuter(line, above.get(), i)) {
        String text = above.get().levels.get(i).text();
        if (!text.isEmpty()) {
          line.setLevel(i, text);
          going = true;
        }
      }
    }
    if (going) {
      continued.add(line.row);
    }
  }

  private static boolean deeper(Line line, int level) {
    return line.levels.subList(level + 1, line.levels.size()).stream()
        .anyMatch(l -> !l.text().isEmpty());
  }

  private static boolean sameOuter(Line line, Line above, int level) {
    for (int i = 0; i < level; i++) {
      if (!line.levels.get(i).text().equals(above.levels.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /** Fills contents, deadlines and offices within a category; each is a warning. */
  void cells() {
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      Line above = lines.get(i - 1);
      for (Role role : FILLED) {
        String text = PlainCell.squeezed(line.text(role));
        boolean same = SAME.contains(text);
        boolean lost =
            text.isEmpty()
                && layout.has(role)
                && !really.contains(role)
                && sameCategory(line, above);
        // of deadline and cycle one is enough
        boolean told = role == Role.DEADLINE && !line.text(Role.CYCLE).isEmpty();
        boolean beside = role == Role.CYCLE && layout.has(Role.DEADLINE);
        if ((same || lost && !told && !beside) && !above.text(role).isEmpty()) {
          line.set(role, above.text(role));
          line.repaired(
              Message.of(
                  same ? "import.same" : "import.merged",
                  Message.of("import.role." + role),
                  ShiftedRows.brief(PlainCell.line(above.text(role))),
                  above.row));
        }
      }
    }
  }

  private static boolean sameCategory(Line line, Line above) {
    String own = first(line);
    return line.band.equals(above.band)
        && Objects.equals(own, first(above))
        && (line.levels.size() == 1 || !own.isEmpty());
  }

  private static String first(Line line) {
    return line.levels.size() < 2 ? "" : PlainCell.line(line.levels.get(0).text());
  }
}
