package gongkai.catalogue;

import gongkai.catalogue.Cadence.FollowUp;
import gongkai.catalogue.Cadence.Marking;
import gongkai.catalogue.Tailoring.Change;
import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Nearest;
import gongkai.input.Place;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a user's file ({@code --tailor}) that changes a catalogue without copying it: under {@code
 * tailoring} the ids of requirements, each with what is other. An item's id switches off all its
 * requirements or changes its offices.
 */
public final class TailoringReader {
  private static final List<String> RULE =
      List.of("due", "limit", "basis", "cadence", "sections", "titles", "not");

  private final Catalogue catalogue;
  private final Source source;
  private final Complaints complaints = new Complaints();
  private final MatchReader words = new MatchReader(Map.of(), complaints);
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, Requirement> requirements = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();

  private TailoringReader(Catalogue catalogue, Source source) {
    this.catalogue = catalogue;
    this.source = source;
    catalogue.items().forEach(i -> items.put(i.id(), i));
    catalogue.requirements().forEach(r -> requirements.put(r.id(), r));
  }

  /** The catalogue as the file changes it, or everything that is wrong with the file. */
  public static Reading<Catalogue> read(Catalogue catalogue, Source source) {
    return new TailoringReader(catalogue, source).read();
  }

  private Reading<Catalogue> read() {
    Optional<Fields> file = YamlReader.read(source, complaints);
    file.ifPresent(this::read);
    return complaints.orElse(this::tailored);
  }

  private Catalogue tailored() {
    if (changes.isEmpty()) {
      return catalogue;
    }
    Function<Item, Item> changed =
        i ->
            items
                .get(i.id())
                .with(i.requirements().stream().map(r -> requirements.get(r.id())).toList());
    return catalogue.with(
        catalogue.items().stream().map(changed).toList(),
        new Tailoring(source.fileName(), Digest.of(List.of(source)), changes));
  }

  private void read(Fields file) {
    file.only("tailors", "tailoring");
    file.text("tailors")
        .filter(name -> !name.equals(catalogue.name()))
        .ifPresent(
            name ->
                file.complain(
                    "tailors",
                    Message.of("tailoring.other", name, catalogue.name()),
                    Message.of("tailoring.otherRight", name)));
    file.mapOfMaps("tailoring").forEach(this::entry);
    boolean all = requirements.keySet().stream().allMatch(id -> changes.stream().anyMatch(off(id)));
    if (all) {
      file.complain("tailoring", Message.of("tailoring.all"), Message.of("tailoring.allRight"));
    }
  }

  private static java.util.function.Predicate<Change> off(String id) {
    return c -> c.off() && c.id().equals(id);
  }

  private void entry(String id, Fields entry) {
    Set<String> known = new LinkedHashSet<>(List.of(Tailoring.SWITCH, "reason", "offices"));
    known.addAll(RULE);
    entry.only(known.toArray(String[]::new));
    Optional<Item> item = Optional.ofNullable(items.get(id));
    if (item.isEmpty() && !requirements.containsKey(id)) {
      Set<String> ids = new LinkedHashSet<>(items.keySet());
      ids.addAll(requirements.keySet());
      complaints.add(
          entry.place(),
          Message.of("tailoring.id", id),
          Nearest.to(id, ids)
              .map(near -> Message.of("input.unknownKeyNear", near))
              .orElseGet(() -> Message.of("catalogue.unknownIdRight")));
      return;
    }
    String reason = entry.text("reason").orElse("");
    boolean off = entry.choice(Tailoring.SWITCH, Map.of("off", true)).orElse(false);
    if (entry.keys().stream().allMatch("reason"::equals)) {
      complaints.add(
          entry.place(), Message.of("tailoring.nothing", id), Message.of("tailoring.nothingRight"));
    }
    List<Requirement> of = requirements(id);
    if (off) {
      switchOff(entry, of, reason);
    } else if (of.size() == 1) {
      rule(entry, of.get(0).id(), reason);
    } else {
      RULE.stream().filter(entry::has).forEach(key -> belongsBelow(entry, key, of));
    }
    if (entry.has("offices")) {
      offices(entry, id, reason);
    }
  }

  private List<Requirement> requirements(String id) {
    return Optional.ofNullable(requirements.get(id))
        .map(List::of)
        .orElseGet(() -> items.get(id).requirements());
  }

  private void belongsBelow(Fields entry, String key, List<Requirement> of) {
    String ids = of.stream().map(Requirement::id).collect(Collectors.joining(", "));
    entry.complain(
        key, Message.of("tailoring.below", key), Message.of("tailoring.belowRight", ids));
  }

  private void switchOff(Fields entry, List<Requirement> of, String reason) {
    if (reason.isBlank()) {
      entry.complain(
          Tailoring.SWITCH,
          Message.of("tailoring.noReason"),
          Message.of("tailoring.noReasonRight"));
    }
    Stream.concat(RULE.stream(), Stream.of("offices"))
        .filter(entry::has)
        .forEach(
            key ->
                entry.complain(
                    key, Message.of("tailoring.offAnd", key), Message.of("tailoring.offAndRight")));
    of.forEach(r -> change(entry, r.id(), Tailoring.SWITCH, "", "off", reason));
  }

  private void rule(Fields entry, String id, String reason) {
    Requirement before = requirements.get(id);
    Cadence cadence = cadence(entry, before);
    MatchRule match = before.match();
    List<String> sections = words.words(entry, "sections");
    List<String> titles = words.words(entry, "titles");
    List<String> not = words.words(entry, "not");
    requirements.put(id, before.with(cadence, match.with(sections, titles, not)));
    Stream.of("cadence", "due", "limit", "basis")
        .filter(entry::has)
        .forEach(
            key -> change(entry, id, key, says(key, before.cadence()), says(key, cadence), reason));
    added(entry, id, "sections", sections, reason);
    added(entry, id, "titles", titles, reason);
    added(entry, id, "not", not, reason);
  }

  private static String says(String key, Cadence cadence) {
    return key.equals("basis")
        ? cadence.basis().name().toLowerCase(java.util.Locale.ROOT)
        : cadence.notation();
  }

  private Cadence cadence(Fields entry, Requirement before) {
    if (!entry.has("cadence")) {
      return CadenceReader.changed(entry, before.cadence());
    }
    Stream.of("due", "limit", "basis")
        .filter(entry::has)
        .forEach(
            key ->
                entry.complain(
                    key,
                    Message.of("tailoring.twice", key),
                    Message.of("tailoring.twiceRight", key)));
    Optional<Fields> fields = entry.map("cadence");
    if (fields.isEmpty()) {
      return before.cadence();
    }
    Cadence cadence = CadenceReader.read(fields.get());
    if (cadence instanceof FollowUp f) {
      refer(fields.get().at("follows"), before.id(), List.of(f.follows()));
    } else if (cadence instanceof Marking m) {
      refer(fields.get().at("marks"), before.id(), m.marks());
      refer(fields.get().at("clearance"), before.id(), optional(m.clearance()));
    }
    return cadence;
  }

  private static List<String> optional(String id) {
    return id.isEmpty() ? List.of() : List.of(id);
  }

  private void refer(Place place, String from, List<String> to) {
    for (String id : to) {
      if (id.equals(from)) {
        complaints.add(
            place, Message.of("catalogue.itself", id), Message.of("catalogue.itselfRight"));
      } else if (!requirements.containsKey(id)) {
        complaints.add(
            place,
            Message.of("catalogue.unknownId", id),
            Nearest.to(id, requirements.keySet())
                .map(near -> Message.of("input.unknownKeyNear", near))
                .orElseGet(() -> Message.of("catalogue.unknownIdRight")));
      }
    }
  }

  private void offices(Fields entry, String id, String reason) {
    Item item =
        items.values().stream()
            .filter(
                i ->
                    i.id().equals(id) || i.requirements().stream().anyMatch(r -> r.id().equals(id)))
            .findFirst()
            .orElseThrow();
    if (!item.id().equals(id) && item.requirements().size() > 1) {
      entry.complain(
          "offices",
          Message.of("tailoring.offices", item.id()),
          Message.of("tailoring.officesRight", item.id()));
      return;
    }
    boolean split = entry.isMap("offices");
    Optional<Fields> offices = split ? entry.map("offices") : Optional.empty();
    offices.ifPresent(o -> o.only("lead", "support"));
    Item changed =
        item.with(
            split ? offices.map(o -> o.texts("lead")).orElse(List.of()) : entry.texts("offices"),
            offices.map(o -> o.texts("support")).orElse(List.of()));
    items.put(item.id(), changed);
    change(
        entry,
        id,
        "offices",
        String.join("; ", item.offices()),
        String.join("; ", changed.offices()),
        reason);
  }

  private void added(Fields entry, String id, String key, List<String> words, String reason) {
    if (!words.isEmpty()) {
      change(entry, id, key, "", String.join("; ", words), reason);
    }
  }

  private void change(
      Fields entry, String id, String key, String before, String after, String reason) {
    if (!before.equals(after)) {
      changes.add(new Change(id, key, before, after, reason, entry.at(key).line()));
    }
  }
}
