package gongkai.cli.commands;

import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.MatchRule;
import gongkai.catalogue.Requirement;
import gongkai.catalogue.Tailoring;
import gongkai.input.Place;
import gongkai.judge.Upcoming;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An item or a requirement as it is judged: what holds, when something is due next, and where each
 * part of it was said.
 *
 * @param asOf the day after which due dates are sought
 */
record EffectiveRule(
    RuleLines lines, Catalogue catalogue, WorkingCalendar calendar, LocalDate asOf) {
  /** Parts of a rule, by their keys, in the order in which they are shown. */
  private static final List<String> PARTS =
      List.of(
          "name",
          "wording",
          "cadence",
          "arises",
          "statement",
          "facets",
          "law",
          "note",
          "sections",
          "shared",
          "titles",
          "not",
          "says");

  void show(Item item, String id) {
    lines.print(0, item.id() + "  " + item.category() + " / " + item.name());
    lines.field(2, "rules.content", item.content());
    lines.field(2, "rules.wording", item.wording());
    lines.field(2, "rules.form", Message.of("rules.form." + item.form().name()));
    lines.field(2, "rules.lead", String.join("; ", item.lead()));
    lines.field(2, "rules.support", String.join("; ", item.support()));
    item.repaired().forEach(repair -> lines.field(2, "rules.repaired", repair));
    for (Requirement requirement : item.requirements()) {
      if (item.id().equals(id) || requirement.id().equals(id)) {
        lines.print(0, "");
        show(item, requirement);
      }
    }
  }

  private void show(Item item, Requirement requirement) {
    lines.print(0, requirement.id() + "  " + requirement.name());
    catalogue
        .tailoring()
        .off(requirement.id())
        .ifPresent(reason -> lines.field(2, "rules.off", reason));
    lines.field(2, "rules.wording", requirement.wording());
    lines.field(2, "rules.cadence", requirement.cadence().notation());
    lines.field(2, "rules.basis", Message.of("rules.basis." + requirement.cadence().basis()));
    if (requirement.event()) {
      lines.field(2, "rules.arises", Message.of("rules.event"));
    }
    if (requirement.statement()) {
      lines.field(2, "rules.statement", Message.of("rules.statementCounts"));
    }
    lines.field(2, "rules.facets", String.join("; ", requirement.facets()));
    lines.field(2, "rules.law", requirement.law());
    lines.field(2, "rules.note", requirement.note());
    MatchRule match = requirement.match();
    lines.field(2, "rules.sections", String.join("; ", match.sections()));
    lines.field(2, "rules.shared", String.join("; ", match.shared()));
    lines.field(2, "rules.titles", String.join("; ", match.titles()));
    lines.field(2, "rules.not", String.join("; ", match.not()));
    lines.field(2, "rules.says", String.join("; ", match.says()));
    if (catalogue.tailoring().off(requirement.id()).isEmpty()) {
      lines.print(2, Message.of("rules.upcoming", asOf.toString()));
      Upcoming.of(requirement, asOf, calendar).forEach(next -> lines.print(4, next));
    }
    lines.print(2, Message.of("rules.origins"));
    offices(item);
    PARTS.forEach(part -> origin(requirement, part));
    catalogue.tailoring().of(requirement.id()).forEach(this::tailored);
    if (!item.id().equals(requirement.id())) {
      catalogue.tailoring().of(item.id()).forEach(this::tailored);
    }
  }

  private void offices(Item item) {
    catalogue.origins().of(item.id(), "offices").ifPresent(place -> origin("offices", place));
  }

  private void origin(Requirement r, String part) {
    Optional<Place> place = catalogue.origins().of(r.id(), part);
    if (place.isPresent()) {
      origin(part, place.get());
    } else if (part.equals("wording") || part.equals("name")) {
      lines.field(4, "rules.part." + part, Message.of("rules.ofItem"));
    } else if (part.equals("sections") && catalogue.origins().of(r.id(), "titles").isEmpty()) {
      lines.field(4, "rules.part.match", Message.of("rules.byName"));
    }
    if (part.equals("cadence") && r.cadence() instanceof Cadence.Periodic p && p.due().isEmpty()) {
      lines.field(4, "rules.part.due", Message.of("rules.defaultGrace"));
    }
  }

  private void origin(String part, Place place) {
    lines.field(4, "rules.part." + part, place.file() + ":" + place.line());
  }

  private void tailored(Tailoring.Change change) {
    String where = catalogue.tailoring().file() + ":" + change.line();
    Message what = Message.of("rules.change." + change.key());
    Message said =
        change.off()
            ? Message.of("rules.tailoredOff", where)
            : change.before().isEmpty()
                ? Message.of("rules.tailored", what, change.after(), where)
                : Message.of("rules.tailoredFrom", what, change.after(), change.before(), where);
    lines.field(4, "rules.part.tailoring", said);
    lines.field(6, "rules.reason", change.reason());
  }
}
