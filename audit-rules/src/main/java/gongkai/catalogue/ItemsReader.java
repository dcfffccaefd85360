package gongkai.catalogue;

import gongkai.catalogue.Cadence.Columns;
import gongkai.catalogue.Cadence.FollowUp;
import gongkai.catalogue.Cadence.Marking;
import gongkai.catalogue.Cadence.Total;
import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Nearest;
import gongkai.input.Place;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code items:} of all files, and the {@code match:} that may stand apart from them. */
final class ItemsReader {
  /** Keys of a requirement; an item that is one duty may hold them itself. */
  private static final List<String> DUTY =
      List.of("cadence", "arises", "statement", "facets", "match", "law", "note");

  /** Keys of an item. */
  private static final List<String> ITEM =
      List.of("category", "name", "content", "wording", "form", "offices");

  private final Complaints complaints;
  private final MatchReader matchReader;
  private final Map<String, Fields> matches = new LinkedHashMap<>();
  private final Map<String, Place> itemIds = new LinkedHashMap<>();
  private final Map<String, Place> ids = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Runnable> references = new ArrayList<>();
  private final Origins.Collector origins = new Origins.Collector();
  private boolean any;

  ItemsReader(Complaints complaints, MatchReader matchReader) {
    this.complaints = complaints;
    this.matchReader = matchReader;
  }

  /** True when a file has an item, sound or not. */
  boolean any() {
    return any;
  }

  /** Where each part stands. */
  Origins origins() {
    return origins.done();
  }

  /** Takes note of the matching rules that stand outside the items. */
  void matches(Fields file) {
    file.mapOfMaps("match")
        .forEach(
            (id, match) -> {
              Fields earlier = matches.putIfAbsent(id, match);
              if (earlier != null) {
                complainTwice(match.place(), "match", id, earlier.place());
              }
            });
  }

  void items(Fields file) {
    for (Fields item : file.maps("items")) {
      any = true;
      String id = id(item, itemIds);
      items.add(item(id.isEmpty() ? item : item.named("items[" + id + "]"), id));
    }
  }

  /** Every item, once what they say of each other has been checked. */
  List<Item> all() {
    references.forEach(Runnable::run);
    matches.forEach(
        (id, match) -> {
          if (!ids.containsKey(id)) {
            complainUnknown(match.place(), id);
          }
        });
    return List.copyOf(items);
  }

  private Item item(Fields item, String id) {
    List<String> known =
        new ArrayList<>(
            List.of(
                "id",
                "category",
                "name",
                "content",
                "wording",
                "form",
                "offices",
                "requirements",
                "repaired"));
    place(item, id, ITEM);
    boolean simple = !item.has("requirements");
    if (simple) {
      known.addAll(DUTY);
    }
    item.only(known.toArray(String[]::new));
    String name = item.required("name", Message.of("catalogue.nameRight"));
    String wording = item.required("wording", Message.of("catalogue.wordingRight"));
    boolean split = item.isMap("offices");
    Optional<Fields> offices = split ? item.map("offices") : Optional.empty();
    offices.ifPresent(o -> o.only("lead", "support"));
    return new Item(
        id,
        item.text("category").orElse(""),
        name,
        item.text("content").orElse(""),
        wording,
        item.choice(
                "form",
                Map.of(
                    "full", Item.Form.FULL,
                    "summary", Item.Form.SUMMARY,
                    "either", Item.Form.EITHER))
            .orElse(Item.Form.FULL),
        split ? offices.map(o -> o.texts("lead")).orElse(List.of()) : item.texts("offices"),
        offices.map(o -> o.texts("support")).orElse(List.of()),
        simple ? List.of(only(item, id, name, wording)) : several(item, id, name, wording),
        item.texts("repaired"));
  }

  /** An item without an enumeration is one requirement with its own id. */
  private Requirement only(Fields item, String id, String name, String wording) {
    // a second item of this id has been complained of already
    ids.putIfAbsent(id, item.at("id"));
    return requirement(item, id, name, wording, MatchReader.byName(name, name, true));
  }

  private List<Requirement> several(Fields item, String id, String name, String wording) {
    List<Fields> list = item.maps("requirements");
    if (list.isEmpty()) {
      item.complain(
          "requirements",
          Message.of("catalogue.noRequirement"),
          Message.of("catalogue.noRequirementRight"));
    }
    List<Requirement> requirements = new ArrayList<>();
    for (Fields fields : list) {
      String own = id(fields, ids);
      Fields requirement =
          own.isEmpty()
              ? fields
              : fields.named(item.place().field() + ".requirements[" + own + "]");
      List<String> known = new ArrayList<>(List.of("id", "name", "wording"));
      known.addAll(DUTY);
      requirement.only(known.toArray(String[]::new));
      if (!own.isEmpty() && !id.isEmpty() && !belongs(own, id)) {
        requirement.complain(
            "id",
            Message.of("catalogue.foreign", own, id),
            Message.of("catalogue.foreignRight", id));
      }
      String ownName = requirement.text("name").orElse(name);
      requirements.add(
          requirement(
              requirement,
              own,
              ownName,
              requirement.text("wording").orElse(wording),
              MatchReader.byName(ownName, name, list.size() == 1)));
    }
    return requirements;
  }

  /** {@code 2.2c} belongs to {@code 2.2}, {@code 2.25} does not. */
  private static boolean belongs(String requirement, String item) {
    return requirement.startsWith(item)
        && (requirement.length() == item.length()
            || !Character.isDigit(requirement.charAt(item.length())));
  }

  private Requirement requirement(
      Fields fields, String id, String name, String wording, MatchRule byName) {
    place(fields, id, List.of("name", "wording"));
    place(fields, id, DUTY);
    Optional<Fields> match = match(fields, id);
    match.ifPresent(m -> place(m, id, m.keys()));
    Cadence cadence = cadence(fields, id);
    boolean ofColumns =
        cadence instanceof Total || cadence instanceof Columns columns && columns.filled();
    return new Requirement(
        id,
        name,
        wording,
        cadence,
        fields.choice("arises", Map.of("event", true)).orElse(false),
        fields.flag("statement", false),
        fields.texts("facets"),
        match.map(this::rule).orElse(ofColumns ? MatchRule.NONE : byName),
        fields.text("law").orElse(""),
        fields.text("note").orElse(""));
  }

  private Cadence cadence(Fields fields, String id) {
    if (!fields.require("cadence", Message.of("catalogue.cadenceRight"))) {
      return new Cadence.Unknown("");
    }
    if (!fields.isMap("cadence")) {
      fields.complain(
          "cadence",
          Message.of("catalogue.words", fields.text("cadence").orElse("")),
          Message.of("catalogue.cadenceRight"));
      return new Cadence.Unknown("");
    }
    Fields cadence = fields.map("cadence").orElseThrow();
    Cadence read = CadenceReader.read(cadence);
    if (read instanceof FollowUp followUp) {
      references.add(() -> refer(cadence.at("follows"), id, followUp.follows()));
    } else if (read instanceof Marking marking) {
      references.add(() -> marking.marks().forEach(m -> refer(cadence.at("marks"), id, m)));
      if (!marking.clearance().isEmpty()) {
        references.add(() -> refer(cadence.at("clearance"), id, marking.clearance()));
      }
    } else if (read instanceof Total total) {
      references.add(() -> total.of().forEach(c -> refer(cadence.at("total"), id, c)));
      references.add(() -> total.of().forEach(c -> judgesColumns(cadence.at("total"), id, c)));
    }
    return read;
  }

  private void place(Fields fields, String id, List<String> parts) {
    parts.stream()
        .filter(part -> !id.isEmpty() && fields.has(part))
        .forEach(part -> origins.add(id, part, fields.at(part)));
  }

  private Optional<Fields> match(Fields fields, String id) {
    Optional<Fields> inside = fields.map("match");
    Optional<Fields> apart = Optional.ofNullable(matches.get(id));
    if (inside.isPresent() && apart.isPresent()) {
      complainTwice(fields.at("match"), "match", id, apart.get().place());
    }
    return inside.or(() -> apart);
  }

  private MatchRule rule(Fields match) {
    MatchRule rule = matchReader.read(match);
    if (!rule.leaders().isEmpty()) {
      references.add(() -> refer(match.at("leaders"), "", rule.leaders()));
    }
    return rule;
  }

  private void refer(Place place, String from, String to) {
    if (to.equals(from)) {
      complaints.add(
          place, Message.of("catalogue.itself", to), Message.of("catalogue.itselfRight"));
    } else if (!ids.containsKey(to)) {
      complainUnknown(place, to);
    }
  }

  private void judgesColumns(Place place, String from, String to) {
    boolean others =
        items.stream()
            .flatMap(i -> i.requirements().stream())
            .anyMatch(r -> r.id().equals(to) && !(r.cadence() instanceof Columns));
    if (others && !to.equals(from)) {
      complaints.add(
          place, Message.of("catalogue.noColumns", to), Message.of("catalogue.noColumnsRight"));
    }
  }

  private void complainUnknown(Place place, String id) {
    complaints.add(
        place,
        Message.of("catalogue.unknownId", id),
        Nearest.to(id, ids.keySet())
            .map(near -> Message.of("input.unknownKeyNear", near))
            .orElseGet(() -> Message.of("catalogue.unknownIdRight")));
  }

  private String id(Fields fields, Map<String, Place> taken) {
    String id = fields.required("id", Message.of("catalogue.idRight"));
    if (id.isEmpty()) {
      return "";
    }
    if (!id.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
      fields.complain("id", Message.of("catalogue.id", id), Message.of("catalogue.idRight"));
      return "";
    }
    enter(taken, id, fields.at("id"));
    return id;
  }

  private void enter(Map<String, Place> taken, String id, Place place) {
    Place earlier = id.isEmpty() ? null : taken.putIfAbsent(id, place);
    if (earlier != null) {
      complainTwice(place, "id", id, earlier);
    }
  }

  private void complainTwice(Place place, String key, String id, Place earlier) {
    complaints.add(
        place,
        Message.of("catalogue.idTwice", key, id, earlier.file(), earlier.line()),
        Message.of("catalogue.idTwiceRight"));
  }
}
