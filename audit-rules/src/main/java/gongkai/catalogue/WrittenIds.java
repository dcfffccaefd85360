package gongkai.catalogue;

import gongkai.input.CsvReader.Row;
import gongkai.input.Nearest;
import gongkai.message.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ids of requirements in a table that a person has saved: a spreadsheet takes 2.10 for a number and
 * writes 2.1. Where that is another requirement the two cannot be told apart any more, and the file
 * is asked; {@code 2.10 名称} is never a number.
 */
public final class WrittenIds {
  /** A number that a spreadsheet would have shortened. */
  private static final Pattern KEPT = Pattern.compile("\\d+\\.\\d*0");

  private static final Pattern NAMED = Pattern.compile("(\\S+)\\s+(\\S.*)");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final boolean intact;

  /**
   * @param numbers cells of the file that hold ids or other numbers: one that no spreadsheet would
   *     have left shows that none has changed the file
   */
  public WrittenIds(Catalogue catalogue, Stream<String> numbers) {
    catalogue.requirements().forEach(r -> names.put(r.id(), r.name()));
    intact = numbers.anyMatch(n -> KEPT.matcher(n).matches());
  }

  /**
   * The requirement that a cell means; empty after a complaint.
   *
   * @param unknown what is said of an id that the catalogue does not have
   * @param right what to write instead, where none is near
   */
  public Optional<String> read(Row row, String column, Message unknown, Supplier<Message> right) {
    String cell = row.cell(column);
    Matcher named = NAMED.matcher(cell);
    if (named.matches() && named.group(2).equals(names.get(named.group(1)))) {
      return Optional.of(named.group(1));
    }
    List<String> longer =
        names.keySet().stream().filter(id -> shortened(id).equals(Optional.of(cell))).toList();
    boolean known = names.containsKey(cell);
    if (known && (intact || longer.isEmpty())) {
      return Optional.of(cell);
    }
    if (!known && !intact && longer.size() == 1) {
      return Optional.of(longer.get(0));
    }
    if (!intact && !longer.isEmpty()) {
      String first = longer.get(0);
      row.complain(
          column,
          Message.of("input.shortenedId", cell, String.join(", ", longer)),
          Message.of(
              "input.shortenedIdRight",
              (known ? cell : first) + " " + names.get(known ? cell : first),
              first + " " + names.get(first)));
      return Optional.empty();
    }
    row.complain(
        column,
        unknown,
        Nearest.to(cell, names.keySet())
            .map(near -> Message.of("input.unknownKeyNear", near))
            .orElseGet(right));
    return Optional.empty();
  }

  /** What a spreadsheet makes of an id; empty where it leaves it. */
  private static Optional<String> shortened(String id) {
    return KEPT.matcher(id).matches()
        ? Optional.of(id.replaceFirst("\\.?0+$", ""))
        : Optional.empty();
  }
}
