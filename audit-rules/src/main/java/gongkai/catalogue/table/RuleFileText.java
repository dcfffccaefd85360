package gongkai.catalogue.table;

import gongkai.catalogue.Cadence;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.wording.Deadline;
import gongkai.wording.DeadlineLanguage;
import gongkai.wording.DeadlineReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rule file of a published catalogue, in the style of the bundled ones. */
public final class RuleFileText {
  private static final DeadlineLanguage DEADLINES = DeadlineLanguage.bundled();

  private final Lang lang;
  private final StringBuilder text = new StringBuilder();
  private final List<Warning> warnings = new ArrayList<>();
  private int requirements;

  private RuleFileText(Lang lang) {
    this.lang = lang;
  }

  /**
   * A rule file.
   *
   * @param requirements how many it has
   * @param warnings deadlines that were not understood, or not quite as they stand
   */
  public record Written(String text, int requirements, List<Warning> warnings) {
    public Written {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Writes a rule file; the same catalogue gives the same text.
   *
   * @param from where the catalogue was published: a file's name or an address
   * @param lang of the comments and of what was repaired
   */
  public static Written write(
      String from, Optional<String> bureau, Published catalogue, Lang lang) {
    RuleFileText file = new RuleFileText(lang);
    catalogue.items().forEach(file::item);
    StringBuilder head = new StringBuilder();
    Message about = Message.of("import.head", from, catalogue.items().size(), file.requirements);
    about.in(lang).lines().forEach(line -> head.append("# ").append(line).append('\n'));
    head.append('\n');
    bureau.ifPresent(name -> head.append("bureau: ").append(Scalars.block(name)).append("\n\n"));
    head.append("items:\n");
    return new Written(head.toString() + file.text, file.requirements, file.warnings);
  }

  private void item(PublishedItem item) {
    String wording =
        item.wording().isEmpty() ? Message.of("import.noWording").in(lang) : item.wording();
    text.append("  - id: ").append(Scalars.quoted(item.id())).append('\n');
    key(4, "category", item.category());
    key(4, "name", item.name());
    content(item.content());
    key(4, "wording", wording);
    item.form().ifPresent(form -> key(4, "form", form.name().toLowerCase(Locale.ROOT)));
    offices(item);
    line(4, "requirements:");
    requirements(item, wording);
    if (!item.repaired().isEmpty()) {
      line(4, "repaired:");
      item.repaired().forEach(what -> line(6, "- " + Scalars.block(what.in(lang))));
    }
  }

  private void requirements(PublishedItem item, String wording) {
    if (item.wording().isEmpty()) {
      requirement(item, "", item.name(), wording, unknown(wording));
      return;
    }
    DeadlineReading reading = DEADLINES.read(item.wording());
    reading.warnings().forEach(what -> warnings.add(new Warning("", item.row(), what)));
    if (!(reading instanceof DeadlineReading.Understood understood)) {
      requirement(item, "", item.name(), wording, unknown(wording));
      return;
    }
    List<Deadline> deadlines = understood.deadlines();
    for (int i = 0; i < deadlines.size(); i++) {
      boolean one = deadlines.size() == 1;
      requirement(
          item,
          one ? "" : String.valueOf((char) ('a' + i)),
          item.name(),
          one ? wording : deadlines.get(i).from(),
          deadlines.get(i).notation() + basis(deadlines.get(i)));
    }
  }

  /** Practice is said in the file: it makes a gap a warning. */
  private static String basis(Deadline deadline) {
    boolean said = deadline.notation().contains("basis:");
    boolean practice = deadline.cadence().basis() == Cadence.Basis.PRACTICE;
    return practice && !said ? ", basis: practice" : "";
  }

  private static String unknown(String words) {
    return "unknown: " + Scalars.quoted(words);
  }

  private void requirement(
      PublishedItem item, String letter, String name, String wording, String cadence) {
    requirements++;
    line(6, "- id: " + Scalars.quoted(item.id() + letter));
    key(8, "name", name);
    key(8, "wording", wording);
    line(8, "cadence: {" + cadence + "}");
    if (!item.basis().isEmpty()) {
      key(8, "law", item.basis());
    }
  }

  private void content(String content) {
    List<String> lines = content.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() < 2) {
      key(4, "content", content);
      return;
    }
    line(4, "content: |-");
    lines.forEach(l -> line(6, Scalars.clean(l)));
  }

  private void offices(PublishedItem item) {
    if (!item.support().isEmpty()) {
      String lead = item.lead().isEmpty() ? "" : "lead: " + list(item.lead()) + ", ";
      line(4, "offices: {" + lead + "support: " + list(item.support()) + "}");
    } else if (!item.lead().isEmpty()) {
      line(4, "offices: " + list(item.lead()));
    }
  }

  private static String list(List<String> texts) {
    return texts.stream().map(Scalars::flow).collect(Collectors.joining(", ", "[", "]"));
  }

  private void key(int indent, String key, String value) {
    if (!value.isEmpty()) {
      line(indent, key + ": " + Scalars.block(value));
    }
  }

  private void line(int indent, String words) {
    text.append(" ".repeat(indent)).append(words).append('\n');
  }
}
