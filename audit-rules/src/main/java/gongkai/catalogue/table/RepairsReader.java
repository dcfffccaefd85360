package gongkai.catalogue.table;

import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a repairs file ({@code --repairs}): what a published table lost and a person knows. */
public final class RepairsReader {
  /** Keys of a repair beside the row and the reason, in the order in which they are used. */
  static final List<String> CELLS =
      List.of("number", "category", "name", "content", "wording", "offices");

  private RepairsReader() {}

  /** The repairs in the order of the file, or everything that is wrong with it. */
  public static Reading<List<Hint>> read(Source source) {
    Complaints complaints = new Complaints();
    List<Hint> hints = new ArrayList<>();
    YamlReader.read(source, complaints)
        .ifPresent(
            file -> {
              file.only("repairs");
              file.require("repairs", Message.of("import.repairsRight"));
              file.maps("repairs").forEach(repair -> hints.add(hint(repair)));
            });
    return complaints.orElse(() -> List.copyOf(hints));
  }

  private static Hint hint(Fields repair) {
    List<String> known = new ArrayList<>(CELLS);
    known.addAll(List.of("row", "reason"));
    repair.only(known.toArray(String[]::new));
    Map<String, String> cells = new LinkedHashMap<>();
    for (String key : CELLS) {
      repair.text(key).ifPresent(text -> cells.put(key, text));
    }
    if (cells.isEmpty()) {
      repair.complain("row", Message.of("import.repairEmpty"), Message.of("import.repairsRight"));
    }
    return new Hint(
        repair.required("row", Message.of("import.repairsRight")),
        cells,
        repair.text("reason").orElse(""),
        repair.place());
  }
}
