package gongkai.catalogue.table;

import gongkai.match.MatchingText;
import gongkai.match.ProposedMatch;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rule file of a published catalogue, in the style of the bundled ones. */
public final class RuleFileText {
  private final Lang lang;
  private final StringBuilder text = new StringBuilder();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<ProposedMatch.Imported> requirements = new ArrayList<>();

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
    Message about =
        Message.of("import.head", from, catalogue.items().size(), file.requirements.size());
    about.in(lang).lines().forEach(line -> head.append("# ").append(line).append('\n'));
    head.append('\n');
    bureau.ifPresent(name -> head.append("bureau: ").append(Scalars.block(name)).append("\n\n"));
    head.append("items:\n");
    return new Written(
        head.toString() + file.text + file.matching(bureau.orElse("")),
        file.requirements.size(),
        file.warnings);
  }

  /** Where the pages of each requirement are looked for, as its name proposes. */
  private String matching(String bureau) {
    return "\n# "
        + Message.of("import.proposed").in(lang)
        + "\n"
        + MatchingText.of(
            ProposedMatch.general(),
            ProposedMatch.lists(bureau),
            ProposedMatch.of(bureau, requirements));
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
    DraftedRequirement.Drafted drafted = DraftedRequirement.of(item, wording);
    drafted.warnings().forEach(what -> warnings.add(new Warning(item.table(), item.row(), what)));
    for (DraftedRequirement requirement : drafted.requirements()) {
      line(6, "- id: " + Scalars.quoted(requirement.id()));
      key(8, "name", requirement.name());
      key(8, "wording", requirement.wording());
      line(8, "cadence: {" + requirement.cadence() + "}");
      if (!requirement.facets().isEmpty()) {
        line(8, "facets: " + list(requirement.facets()));
      }
      key(8, "law", item.basis());
      requirements.add(
          new ProposedMatch.Imported(
              requirement.id(), item.category(), item.name(), requirement.name(), item.section()));
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
