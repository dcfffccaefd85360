package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the body while it is being mended.
 *
 * <p>What stands in a place is never lost: a repair fills what is empty, moves what is out of
 * place, and is noted with the row.
 */
final class Line {
  /** What counts the contents of a category: 1. or （一）. */
  private static final String NUMBER =
      "^(?:\\d+[.．、](?!\\d)|[（(][一二三四五六七八九十\\d]+[)）]|[一二三四五六七八九十]+、)\\s*";

  /** The row as its reader counts. */
  final int row;

  /** Texts of the levels, from the outermost; empty string where the place is empty. */
  final List<Grid.Cell> levels;

  private final Map<Role, Grid.Cell> cells;
  private final List<Message> repairs = new ArrayList<>();

  /** Name of the group row above it; empty string if there is none. */
  String band = "";

  /** The number that the line goes under; empty string while nobody knows. */
  String group = "";

  Line(int row, List<Grid.Cell> levels, Map<Role, Grid.Cell> cells) {
    this.row = row;
    this.levels = new ArrayList<>(levels);
    this.cells = new EnumMap<>(cells);
  }

  /** A row's cells by their columns; several columns of one role are one text. */
  static Line of(int row, List<Grid.Cell> cells, Layout layout) {
    Map<Role, Grid.Cell> byRole = new EnumMap<>(Role.class);
    layout
        .columns()
        .forEach(
            (role, columns) -> {
              Grid.Cell all = cells.get(columns.get(0));
              for (int c : columns.subList(1, columns.size())) {
                if (cells.get(c).says()) {
                  all =
                      new Grid.Cell(
                          (all.text() + "\n" + cells.get(c).text()).strip(), all.origin());
                }
              }
              byRole.put(role, all);
            });
    List<Grid.Cell> levels = new ArrayList<>(layout.levels().stream().map(cells::get).toList());
    if (layout.namedByContent()) {
      Grid.Cell content = levels.remove(levels.size() - 1);
      levels.add(new Grid.Cell(head(content.text()), content.origin()));
    }
    return new Line(row, levels, byRole);
  }

  Grid.Cell cell(Role role) {
    return cells.getOrDefault(role, Grid.Cell.EMPTY);
  }

  String text(Role role) {
    return cell(role).text();
  }

  void set(Role role, String text) {
    cells.put(role, new Grid.Cell(text.strip(), Grid.Origin.OWN));
  }

  void setLevel(int level, String text) {
    levels.set(level, new Grid.Cell(text.strip(), Grid.Origin.OWN));
  }

  /** The number that stands in the row itself; empty string if none does. */
  String ownNumber() {
    return cell(Role.NUMBER).says() ? PlainCell.line(text(Role.NUMBER)) : "";
  }

  /** Its levels in one line each, from the outermost, merged or repeated ones once. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    if (!band.isEmpty()) {
      path.add(band);
    }
    for (Grid.Cell level : levels) {
      String text = PlainCell.name(level.text());
      boolean again = !path.isEmpty() && path.get(path.size() - 1).equals(text);
      if (!text.isEmpty() && !again) {
        path.add(text);
      }
    }
    return path;
  }

  /** The innermost level that says something; empty string if none does. */
  String name() {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (!levels.get(i).text().isEmpty()) {
        return PlainCell.name(levels.get(i).text());
      }
    }
    return "";
  }

  /** The beginning of a content, short enough for a name. */
  private static String head(String content) {
    String line = PlainCell.line(content).replaceFirst(NUMBER, "");
    String label = line.split("[：:]", 2)[0];
    if (label.length() < line.length() && label.matches("[^，。；;]{2,20}")) {
      return label;
    }
    String first = line.split("[，。；：:;]", 2)[0];
    String head = line.length() <= 40 || first.isBlank() ? line : first;
    return head.length() <= 60 ? head : head.substring(0, 60);
  }

  void repaired(Message what) {
    repairs.add(what);
  }

  List<Message> repairs() {
    return List.copyOf(repairs);
  }
}
