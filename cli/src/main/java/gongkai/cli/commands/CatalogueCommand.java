package gongkai.cli.commands;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.MatchRule;
import gongkai.catalogue.Requirement;
import gongkai.cli.Columns;
import gongkai.cli.Console;
import gongkai.cli.Failure;
import gongkai.cli.RuleFiles;
import gongkai.input.Nearest;
import gongkai.message.Message;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gongkai catalogue}: is a rule file sound, which are bundled, what do they say. */
@Command(name = "catalogue")
public final class CatalogueCommand {
  /** Cells before a requirement's name. */
  private static final int ID = 9;

  private final Console console;

  public CatalogueCommand(Console console) {
    this.console = console;
  }

  @Command(name = "check")
  void check(
      @Parameters(paramLabel = "FILE|FOLDER|NAME", descriptionKey = "catalogue.file") String file) {
    Catalogue catalogue = RuleFiles.catalogue(file);
    console.print(
        Message.of("rules.sound", file, catalogue.items().size(), catalogue.requirements().size()));
  }

  @Command(name = "list")
  void list() {
    int widest = RuleFiles.names().stream().mapToInt(Columns::width).max().orElse(0);
    for (String name : RuleFiles.names()) {
      Catalogue catalogue = RuleFiles.catalogue(name);
      Message size =
          Message.of("rules.size", catalogue.items().size(), catalogue.requirements().size());
      print(0, Columns.pad(name, widest + 2) + catalogue.bureau() + "  " + size.in(console.lang()));
    }
  }

  @Command(name = "show")
  void show(
      @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "catalogue.file") String name,
      @Parameters(index = "1", arity = "0..1", paramLabel = "ID", descriptionKey = "catalogue.id")
          String id) {
    Catalogue catalogue = RuleFiles.catalogue(name);
    if (id == null) {
      overview(catalogue);
      return;
    }
    List<Item> items =
        catalogue.items().stream()
            .filter(i -> i.id().equals(id) || requirements(i).anyMatch(r -> r.equals(id)))
            .toList();
    if (items.isEmpty()) {
      List<String> known =
          catalogue.items().stream()
              .flatMap(i -> Stream.concat(Stream.of(i.id()), requirements(i)))
              .toList();
      throw Failure.usage(
          Nearest.to(id, known)
              .map(near -> Message.of("rules.noIdNear", id, near))
              .orElseGet(() -> Message.of("rules.noId", id, catalogue.name())));
    }
    items.forEach(item -> whole(item, id));
  }

  private static Stream<String> requirements(Item item) {
    return item.requirements().stream().map(Requirement::id);
  }

  private void overview(Catalogue catalogue) {
    print(
        0,
        catalogue.bureau()
            + "  "
            + Message.of("rules.size", catalogue.items().size(), catalogue.requirements().size())
                .in(console.lang()));
    catalogue.start().ifPresent(start -> field(0, "rules.site", start));
    String category = "";
    for (Item item : catalogue.items()) {
      if (!item.category().equals(category)) {
        category = item.category();
        print(0, "");
        print(0, category);
      }
      for (Requirement requirement : item.requirements()) {
        row(requirement);
      }
      item.repaired().forEach(repair -> field(ID, "rules.repaired", repair));
    }
  }

  /** Id, name and cadence on one line if they fit into one. */
  private void row(Requirement requirement) {
    String cadence = requirement.cadence().notation();
    String id = Columns.pad("  " + requirement.id(), ID);
    String line = id + Columns.pad(requirement.name(), 40) + " " + cadence;
    if (Columns.width(line) <= Columns.WIDTH) {
      console.print(line);
    } else {
      labelled(id, requirement.name());
      print(ID, cadence);
    }
  }

  private void whole(Item item, String id) {
    print(0, item.id() + "  " + item.category() + " / " + item.name());
    field(2, "rules.content", item.content());
    field(2, "rules.wording", item.wording());
    field(2, "rules.form", Message.of("rules.form." + item.form().name()).in(console.lang()));
    field(2, "rules.lead", String.join("; ", item.lead()));
    field(2, "rules.support", String.join("; ", item.support()));
    item.repaired().forEach(repair -> field(2, "rules.repaired", repair));
    for (Requirement requirement : item.requirements()) {
      if (item.id().equals(id) || requirement.id().equals(id)) {
        print(0, "");
        whole(requirement);
      }
    }
  }

  private void whole(Requirement requirement) {
    print(0, requirement.id() + "  " + requirement.name());
    field(2, "rules.wording", requirement.wording());
    field(2, "rules.cadence", requirement.cadence().notation());
    field(2, "rules.basis", basis(requirement.cadence()));
    if (requirement.event()) {
      field(2, "rules.arises", Message.of("rules.event").in(console.lang()));
    }
    if (requirement.statement()) {
      field(2, "rules.statement", Message.of("rules.statementCounts").in(console.lang()));
    }
    field(2, "rules.facets", String.join("; ", requirement.facets()));
    field(2, "rules.law", requirement.law());
    field(2, "rules.note", requirement.note());
    MatchRule match = requirement.match();
    field(2, "rules.sections", String.join("; ", match.sections()));
    field(2, "rules.shared", String.join("; ", match.shared()));
    field(2, "rules.titles", String.join("; ", match.titles()));
    field(2, "rules.not", String.join("; ", match.not()));
    field(2, "rules.says", String.join("; ", match.says()));
  }

  private String basis(Cadence cadence) {
    return Message.of("rules.basis." + cadence.basis().name()).in(console.lang());
  }

  /** A labelled text; nothing when there is no text. */
  private void field(int indent, String label, String text) {
    if (!text.isEmpty()) {
      labelled(" ".repeat(indent) + Message.of(label).in(console.lang()), text);
    }
  }

  /** A text wrapped beside its label. */
  private void labelled(String label, String text) {
    int inner = Columns.width(label);
    List<String> lines = Columns.wrap(text, Columns.WIDTH - inner);
    for (int i = 0; i < lines.size(); i++) {
      console.print((i == 0 ? label : " ".repeat(inner)) + lines.get(i));
    }
  }

  private void print(int indent, String text) {
    labelled(" ".repeat(indent), text);
  }
}
