package gongkai.cadence;

import gongkai.Audit.KnownChange;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.WrittenIds;
import gongkai.input.Complaints;
import gongkai.input.CsvReader;
import gongkai.input.Fields;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an events file ({@code --events}): {@code date,requirement_id,description[,within]}. */
public final class EventsReader {
  private static final Days DEFAULT = new Days(20, true);

  private EventsReader() {}

  /** The known changes in the order of the file, or everything that is wrong with it. */
  public static Reading<List<KnownChange>> read(Source source, Catalogue catalogue) {
    Complaints complaints = new Complaints();
    List<KnownChange> changes = new ArrayList<>();
    CsvReader.read(
            source, List.of("date", "requirement_id", "description"), List.of("within"), complaints)
        .ifPresent(
            rows -> {
              WrittenIds ids =
                  new WrittenIds(catalogue, rows.stream().map(r -> r.cell("requirement_id")));
              rows.forEach(row -> change(row, ids).ifPresent(changes::add));
            });
    return complaints.orElse(() -> List.copyOf(changes));
  }

  private static Optional<KnownChange> change(CsvReader.Row row, WrittenIds ids) {
    String words = row.cell("date");
    Optional<LocalDate> date = Fields.day(words);
    if (date.isEmpty()) {
      row.complain(
          "date",
          words.isEmpty() ? Message.of("events.noDate") : Message.of("input.notDate", words),
          Message.of("input.notDateRight"));
    }
    Optional<String> id =
        ids.read(
            row,
            "requirement_id",
            Message.of("events.id", row.cell("requirement_id")),
            () -> Message.of("events.idRight"));
    String limit = row.cell("within");
    Optional<Days> within = limit.isEmpty() ? Optional.of(DEFAULT) : Days.parse(limit);
    if (within.isEmpty()) {
      row.complain("within", Message.of("events.days", limit), Message.of("events.daysRight"));
    }
    return date.isEmpty() || id.isEmpty() || within.isEmpty()
        ? Optional.empty()
        : Optional.of(new KnownChange(date.get(), id.get(), row.cell("description"), within.get()));
  }
}
