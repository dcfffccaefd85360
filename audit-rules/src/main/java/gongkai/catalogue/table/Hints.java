package gongkai.catalogue.table;

import gongkai.input.Complaints;
import gongkai.message.Message;
import java.util.List;
import java.util.Map;

/** Puts what a person knows where a table lost it. */
final class Hints {
  private static final Map<String, Role> ROLES =
      Map.of(
          "number", Role.NUMBER,
          "content", Role.CONTENT,
          "wording", Role.DEADLINE,
          "offices", Role.OFFICE);

  private Hints() {}

  /** Applies every hint; one that names no row, or several, is complained of. */
  static void apply(List<Hint> hints, List<Line> lines, Complaints complaints) {
    for (Hint hint : hints) {
      List<Line> named = lines.stream().filter(line -> names(hint, line)).toList();
      if (named.size() == 1) {
        apply(hint, named.get(0));
      } else {
        complaints.add(
            hint.place(),
            named.isEmpty()
                ? Message.of("import.hintNowhere", hint.row())
                : Message.of("import.hintTwice", hint.row(), named.size()),
            Message.of("import.hintRight"));
      }
    }
  }

  private static boolean names(Hint hint, Line line) {
    String wanted = PlainCell.squeezed(hint.row());
    String name = PlainCell.squeezed(line.name());
    return name.equals(wanted) || bare(name).equals(wanted);
  }

  private static String bare(String name) {
    return name.replaceAll("\\([^()]*\\)", "");
  }

  private static void apply(Hint hint, Line line) {
    int innermost = line.levels.size() - 1;
    hint.cells()
        .forEach(
            (key, text) -> {
              if (ROLES.containsKey(key)) {
                line.set(ROLES.get(key), text);
              } else if (key.equals("category") && innermost > 0) {
                line.setLevel(0, text);
              } else if (key.equals("category")) {
                line.band = text;
              } else if (innermost >= 0) {
                line.setLevel(innermost, text);
              }
            });
    String given =
        RepairsReader.CELLS.stream()
            .filter(hint.cells()::containsKey)
            .map(hint.cells()::get)
            .collect(java.util.stream.Collectors.joining(" "));
    line.repaired(
        hint.reason().isEmpty()
            ? Message.of("import.hinted", given)
            : Message.of("import.hintedWhy", given, hint.reason()));
  }
}
