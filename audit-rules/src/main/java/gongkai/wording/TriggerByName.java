package gongkai.wording;

import gongkai.catalogue.Cadence.Trigger;
import gongkai.catalogue.Cadence.Within;
import gongkai.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From which day a bare limit (3个工作日内) counts, by what is to be disclosed: for a meeting from the
 * meeting, for an interpretation from the document's publication, for a decision from its day. The
 * table {@code rules/wordings/triggers.tsv}.
 */
public final class TriggerByName {
  private static final String FILE = "rules/wordings/triggers.tsv";

  private final List<Row> rows;

  private TriggerByName(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  private record Row(Trigger trigger, Pattern words, List<String> not) {
    boolean names(String name) {
      return words.matcher(name).find() && not.stream().noneMatch(name::contains);
    }
  }

  /** By the bundled table. */
  public static TriggerByName bundled() {
    return new TriggerByName(PatternTable.rows(FILE).stream().map(TriggerByName::row).toList());
  }

  private static Row row(String[] cells) {
    String words =
        Stream.of(cells[1].split("\\*")).map(Pattern::quote).collect(Collectors.joining(".{0,6}"));
    return new Row(
        Trigger.valueOf(cells[0].toUpperCase(Locale.ROOT)),
        Pattern.compile(words),
        cells.length > 2 ? List.of(cells[2].split(" ")) : List.of());
  }

  /**
   * The deadline with the trigger that its words leave open.
   *
   * @param name of the item or of the duty inside it
   * @return the rule file's notation; empty if the words name a day themselves, or the name tells
   *     nothing
   */
  public Optional<String> of(Deadline deadline, String name) {
    if (!(deadline.cadence() instanceof Within) || deadline.notation().contains("of:")) {
      return Optional.empty();
    }
    return rows.stream()
        .filter(row -> row.names(name))
        .findFirst()
        .map(row -> deadline.notation() + ", of: " + row.trigger().name().toLowerCase(Locale.ROOT));
  }

  /** What is to be said of it: the catalogue itself does not say so. */
  public static Message said(Deadline deadline, String name, String notation) {
    return Message.of("wording.byName", deadline.from(), name, notation);
  }
}
