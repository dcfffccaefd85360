package gongkai.cli.commands;

import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.cli.Columns;
import gongkai.cli.Console;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.input.Nearest;
import gongkai.message.Message;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai catalogue}: is a rule file sound, which are bundled, what do they say. */
@Command(name = "catalogue")
public final class CatalogueCommand {
  /** Cells before a requirement's name. */
  private static final int ID = 9;

  private final Console console;
  private final RuleLines lines;

  public CatalogueCommand(Console console) {
    this.console = console;
    this.lines = new RuleLines(console);
  }

  @Command(name = "check")
  void check(
      @Parameters(paramLabel = "FILE|FOLDER|NAME", descriptionKey = "catalogue.file") String file,
      @Option(names = "--tailor", paramLabel = "FILE") Optional<Path> tailor) {
    Catalogue catalogue = RuleFiles.catalogue(file, tailor);
    console.print(
        Message.of("rules.sound", file, catalogue.items().size(), catalogue.requirements().size()));
    if (tailor.isPresent()) {
      console.print(
          Message.of(
              "rules.soundTailoring",
              tailor.get().toString(),
              catalogue.tailoring().changes().size(),
              catalogue.tailoring().offs()));
    }
  }

  @Command(name = "list")
  void list() {
    int widest = RuleFiles.names().stream().mapToInt(Columns::width).max().orElse(0);
    for (String name : RuleFiles.names()) {
      Catalogue catalogue = RuleFiles.catalogue(name);
      Message size =
          Message.of("rules.size", catalogue.items().size(), catalogue.requirements().size());
      lines.print(
          0, Columns.pad(name, widest + 2) + catalogue.bureau() + "  " + size.in(console.lang()));
    }
  }

  /** An id alone is one of the catalogue that is audited by unless another is asked for. */
  @Command(name = "show")
  void show(
      @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "catalogue.file") String name,
      @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "catalogue.id")
          String id,
      @Option(names = "--tailor", paramLabel = "FILE") Optional<Path> tailor,
      @Option(names = "--as-of", paramLabel = "DATE") Optional<LocalDate> asOf,
      @Option(names = "--calendar", paramLabel = "FILE") Optional<Path> days) {
    boolean alone = id == null && !RuleFiles.exists(name);
    Catalogue catalogue = RuleFiles.catalogue(alone ? RuleFiles.DEFAULT : name, tailor);
    String wanted = alone ? name : id;
    if (wanted == null) {
      overview(catalogue);
      return;
    }
    List<Item> items =
        catalogue.items().stream()
            .filter(i -> i.id().equals(wanted) || requirements(i).anyMatch(r -> r.equals(wanted)))
            .toList();
    if (items.isEmpty() && alone && !wanted.matches("\\d.*")) {
      throw RuleFiles.noCatalogue(name);
    }
    if (items.isEmpty()) {
      throw noSuch(wanted, catalogue);
    }
    EffectiveRule rule =
        new EffectiveRule(
            lines,
            catalogue,
            RuleFiles.calendar(days),
            asOf.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai"))));
    items.forEach(item -> rule.show(item, wanted));
  }

  private static Failure noSuch(String id, Catalogue catalogue) {
    List<String> known =
        catalogue.items().stream()
            .flatMap(i -> Stream.concat(Stream.of(i.id()), requirements(i)))
            .toList();
    return Failure.usage(
        Nearest.to(id, known)
            .map(near -> Message.of("rules.noIdNear", id, near))
            .orElseGet(() -> Message.of("rules.noId", id, catalogue.name())));
  }

  private static Stream<String> requirements(Item item) {
    return item.requirements().stream().map(Requirement::id);
  }

  private void overview(Catalogue catalogue) {
    lines.print(
        0,
        catalogue.bureau()
            + "  "
            + Message.of("rules.size", catalogue.items().size(), catalogue.requirements().size())
                .in(console.lang()));
    catalogue.start().ifPresent(start -> lines.field(0, "rules.site", start));
    String category = "";
    for (Item item : catalogue.items()) {
      if (!item.category().equals(category)) {
        category = item.category();
        lines.print(0, "");
        lines.print(0, category);
      }
      for (Requirement requirement : item.requirements()) {
        row(catalogue, requirement);
      }
      item.repaired().forEach(repair -> lines.field(ID, "rules.repaired", repair));
    }
  }

  /** Id, name and cadence on one line if they fit into one. */
  private void row(Catalogue catalogue, Requirement requirement) {
    String cadence =
        catalogue
            .tailoring()
            .off(requirement.id())
            .map(reason -> Message.of("rules.isOff", reason).in(console.lang()))
            .orElse(requirement.cadence().notation());
    String id = Columns.pad("  " + requirement.id(), ID);
    String line = id + Columns.pad(requirement.name(), 40) + " " + cadence;
    if (Columns.width(line) <= Columns.WIDTH) {
      console.print(line);
    } else {
      lines.labelled(id, requirement.name());
      lines.print(ID, cadence);
    }
  }
}
