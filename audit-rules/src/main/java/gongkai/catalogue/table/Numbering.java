package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the running numbers (序号) count, rows or categories, and which number each line goes under.
 * Lost numbers come back where their neighbours leave only one possibility.
 */
final class Numbering {
  private final List<Line> lines;
  private final List<Warning> warnings = new ArrayList<>();

  private Numbering(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * What came of it.
   *
   * @param groups a number stands for a category with all its rows
   * @param warnings those that belong to no line
   */
  record Numbered(boolean groups, List<Warning> warnings) {}

  /** Gives every line its group; empty strings where the table has no usable numbers. */
  static Numbered assign(List<Line> lines) {
    boolean groups = groups(lines);
    Numbering numbering = new Numbering(lines);
    numbering.assign(groups);
    return new Numbered(groups, List.copyOf(numbering.warnings));
  }

  /** True when a number stands for a category with all its rows, false when for one row. */
  private static boolean groups(List<Line> lines) {
    int categories = 0;
    int rows = 0;
    for (Line line : lines) {
      if (line.levels.size() < 2) {
        return false;
      }
      boolean own = !line.ownNumber().isEmpty();
      boolean category = line.levels.get(0).says();
      categories += !own && !category ? 1 : 0;
      rows += own && !category ? 1 : 0;
    }
    return categories > rows;
  }

  private void assign(boolean groups) {
    if (lines.stream().allMatch(l -> l.ownNumber().isEmpty())) {
      return;
    }
    Line above = null;
    List<Line> lost = new ArrayList<>();
    for (Line line : lines) {
      boolean goesOn =
          above != null
              && (line.cell(Role.NUMBER).origin() == Grid.Origin.ABOVE
                  || line.levels.stream().allMatch(l -> l.text().isEmpty())
                  || groups && sameCategory(line, above));
      if (!line.ownNumber().isEmpty()) {
        line.group = key(line.ownNumber());
        if (!restored(lost, line)) {
          return;
        }
      } else if (goesOn && lost.isEmpty()) {
        line.group = above.group;
      } else if (!goesOn) {
        lost.add(line);
      }
      above = line;
    }
    if (!restored(lost, null)) {
      return;
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).group.isEmpty()) {
        lines.get(i).group = lines.get(i - 1).group;
      }
    }
    jumps();
    unique();
  }

  private static boolean sameCategory(Line line, Line above) {
    String own = PlainCell.line(line.levels.get(0).text());
    return own.isEmpty() || own.equals(PlainCell.line(above.levels.get(0).text()));
  }

  private static String key(String number) {
    OptionalInt value = Numbers.value(number);
    return value.isPresent() ? String.valueOf(value.getAsInt()) : Numbers.bare(number);
  }

  /** Gives lost numbers back if they fit between their neighbours, else counts everything anew. */
  private boolean restored(List<Line> lost, Line next) {
    if (lost.isEmpty()) {
      return true;
    }
    int first = lines.indexOf(lost.get(0));
    OptionalInt before = first == 0 ? OptionalInt.of(0) : Numbers.value(lines.get(first - 1).group);
    OptionalInt after = next == null ? OptionalInt.empty() : Numbers.value(next.group);
    boolean fits =
        before.isPresent()
            && (next == null
                || after.isPresent() && after.getAsInt() - before.getAsInt() - 1 == lost.size());
    if (!fits) {
      countAnew(Message.of("import.numbersUnclear", lost.get(0).row));
      return false;
    }
    for (int i = 0; i < lost.size(); i++) {
      String number = String.valueOf(before.getAsInt() + 1 + i);
      lost.get(i).group = number;
      lost.get(i).repaired(Message.of("import.numberRestored", number));
    }
    lost.clear();
    return true;
  }

  private void countAnew(Message why) {
    lines.forEach(line -> line.group = "");
    warnings.add(new Warning("", 0, why));
  }

  /** A number that does not follow the one before it. */
  private void jumps() {
    OptionalInt last = OptionalInt.empty();
    List<Line> under = new ArrayList<>();
    for (Line line : lines) {
      OptionalInt number = Numbers.value(line.group);
      if (number.isEmpty()) {
        return;
      }
      int now = number.getAsInt();
      if (last.isPresent() && now > last.getAsInt() + 1) {
        jump(last.getAsInt(), now, under, line);
      }
      boolean begins = last.isEmpty() || now != last.getAsInt();
      if (begins) {
        under.clear();
      } else if (line.cell(Role.NUMBER).text().isEmpty()) {
        under.add(line);
      }
      last = number;
    }
  }

  private void jump(int from, int to, List<Line> under, Line line) {
    under.forEach(l -> l.repaired(Message.of("import.jumpUnder", from, to)));
    if (under.isEmpty()) {
      warnings.add(new Warning("", line.row, Message.of("import.jump", from, to)));
    }
  }

  /** One number in two places names nothing. */
  private void unique() {
    Set<String> seen = new LinkedHashSet<>();
    Map<String, Integer> rows = new HashMap<>();
    String last = "";
    for (Line line : lines) {
      if (!line.group.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
        countAnew(Message.of("import.numbersUnclear", line.row));
        return;
      }
      if (!line.group.equals(last) && !seen.add(line.group)) {
        countAnew(Message.of("import.numberTwice", line.group, line.row, rows.get(line.group)));
        return;
      }
      rows.putIfAbsent(line.group, line.row);
      last = line.group;
    }
  }
}
