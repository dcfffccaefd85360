package gongkai.catalogue.table;

import gongkai.input.Complaint;
import gongkai.input.Complaints;
import gongkai.input.Reading;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the catalogue that a file's tables hold. */
public final class CatalogueImport {
  private final String file;
  private final Complaints complaints = new Complaints();
  private final List<Warning> warnings = new ArrayList<>();

  private CatalogueImport(String file) {
    this.file = file;
  }

  /**
   * The catalogue, or why the tables are none.
   *
   * @param file what complaints call the file
   * @param hints what a person knows of cells that were lost
   */
  public static Reading<Published> read(String file, Tables tables, List<Hint> hints) {
    return new CatalogueImport(file).read(tables, hints);
  }

  private Reading<Published> read(Tables tables, List<Hint> hints) {
    tables.warnings().forEach(what -> warnings.add(new Warning("", 0, what)));
    List<CatalogueTables.Found> found = CatalogueTables.in(tables.grids(), warnings);
    if (found.isEmpty()) {
      complaints.add(CatalogueTables.refusal(file, tables.grids()));
    }
    List<Body> bodies = found.stream().map(table -> body(table, found.size() > 1)).toList();
    Hints.apply(hints, bodies.stream().flatMap(b -> b.lines().stream()).toList(), complaints);
    List<List<PublishedItem>> items = bodies.stream().map(this::items).toList();
    List<PublishedItem> all = unique(items);
    if (!found.isEmpty() && all.isEmpty()) {
      complaints.add(
          new Complaint(
              file, 0, "", Message.of("import.noItems"), Message.of("import.noTableRight")));
    }
    return complaints.orElse(() -> new Published(bureau(tables, found), all, warnings));
  }

  /**
   * A table with its lines.
   *
   * @param table its name; empty string if the file has only one
   * @param category of items that have none; empty string if there is none
   */
  private record Body(String table, String category, Layout layout, List<Line> lines) {}

  private Body body(CatalogueTables.Found table, boolean several) {
    String name = several ? table.name() : "";
    Layout layout = table.layout();
    if (!layout.unknown().isEmpty()) {
      warnings.add(
          new Warning(
              name, 0, Message.of("import.unknownHeadings", String.join("; ", layout.unknown()))));
    }
    if (!layout.unused().isEmpty()) {
      warnings.add(
          new Warning(
              name, 0, Message.of("import.unusedHeadings", String.join("; ", layout.unused()))));
    }
    BodyRows.Body rows = BodyRows.read(table.grid(), layout);
    warn(name, rows.warnings());
    return new Body(
        name,
        several || table.parts() ? table.category() : "",
        layout,
        new Merged(rows.lines(), layout).joinContents());
  }

  /** The way of a table's lines, step by step. */
  private List<PublishedItem> items(Body body) {
    Numbering.Numbered numbered = Numbering.assign(body.lines());
    Merged merged = new Merged(body.lines(), body.layout());
    List<Warning> continued = merged.levels(numbered.groups());
    merged.cells();
    ItemsMaker.Made made = ItemsMaker.make(body.layout(), body.lines(), numbered.groups());
    List<Warning> all =
        Stream.of(numbered.warnings(), continued, made.warnings())
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Warning::row))
            .toList();
    warn(body.table(), all);
    return made.items().stream().map(i -> i.in(body.table(), body.category())).toList();
  }

  private void warn(String table, List<Warning> these) {
    these.forEach(w -> warnings.add(new Warning(table, w.row(), w.what())));
  }

  /** Ids that two tables share get the table's number before them. */
  private static List<PublishedItem> unique(List<List<PublishedItem>> tables) {
    List<PublishedItem> all = tables.stream().flatMap(List::stream).toList();
    Set<String> ids = new HashSet<>();
    if (all.stream().allMatch(item -> ids.add(item.id()))) {
      return all;
    }
    List<PublishedItem> named = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      for (PublishedItem item : tables.get(t)) {
        named.add(item.called((t + 1) + "-" + item.id()));
      }
    }
    return named;
  }

  private static Optional<String> bureau(Tables tables, List<CatalogueTables.Found> found) {
    Stream<String> above =
        found.stream()
            .flatMap(f -> f.grid().rows().subList(0, f.layout().header()).stream())
            .flatMap(row -> row.said().stream());
    return Stream.concat(above, tables.titles().stream())
        .flatMap(title -> Titles.bureau(title).stream())
        .findFirst();
  }

  /** A complaint about a file that cannot be read as tables at all. */
  public static Complaint unreadable(String file, Message what) {
    return new Complaint(file, 0, "", what, Message.of("import.noTableRight"));
  }
}
