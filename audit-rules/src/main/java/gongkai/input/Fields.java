package gongkai.input;

import gongkai.message.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one YAML mapping, asked for by name. Whatever is wrong with a value is said to the
 * complaints and answered with a harmless one, so that reading goes on and finds the rest.
 */
public final class Fields {
  private final Node.Mapping mapping;
  private final Place place;
  private final Complaints complaints;

  Fields(Node.Mapping mapping, Place place, Complaints complaints) {
    this.mapping = mapping;
    this.place = place;
    this.complaints = complaints;
  }

  /** Where the mapping stands. */
  public Place place() {
    return place;
  }

  /** The same keys under another name in complaints: {@code items[2.2]} for {@code items[3]}. */
  public Fields named(String field) {
    return new Fields(mapping, new Place(place.file(), place.line(), field), complaints);
  }

  /** Complains of every key that is none of these. */
  public Fields only(String... known) {
    List<String> keys = List.of(known);
    for (Node.Entry e : mapping.entries()) {
      if (!keys.contains(e.key())) {
        complaints.add(
            place.key(e.key(), e.line()),
            Message.of("input.unknownKey", e.key()),
            Nearest.to(e.key(), keys)
                .map(near -> Message.of("input.unknownKeyNear", near))
                .orElseGet(() -> Message.of("input.unknownKeyRight", String.join(", ", keys))));
      }
    }
    return this;
  }

  public boolean has(String key) {
    return entry(key).isPresent();
  }

  public List<String> keys() {
    return mapping.entries().stream().map(Node.Entry::key).toList();
  }

  /** Where a key stands; the mapping itself if the key is missing. */
  public Place at(String key) {
    return entry(key).map(e -> place.key(key, e.line())).orElse(place);
  }

  public void complain(String key, Message what, Message right) {
    complaints.add(at(key), what, right);
  }

  /** Complains if the key is missing or has no value. */
  public boolean require(String key, Message right) {
    if (entry(key).isEmpty()) {
      complaints.add(place, Message.of("input.missing", key), right);
      return false;
    }
    return true;
  }

  /** The text of a key that must be there; empty string after a complaint. */
  public String required(String key, Message right) {
    if (!require(key, right)) {
      return "";
    }
    Optional<String> text = text(key);
    if (text.isPresent() && text.get().isBlank()) {
      complain(key, Message.of("input.blank", key), right);
    }
    return text.orElse("").strip();
  }

  /** The text of a key; empty if missing. */
  public Optional<String> text(String key) {
    Optional<Node.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().value() instanceof Node.Scalar scalar) {
      return Optional.of(scalar.text().strip());
    }
    complain(key, Message.of("input.notText", key), Message.of("input.notTextRight"));
    return Optional.empty();
  }

  /** {@code true} or {@code false}; {@code otherwise} if missing. */
  public boolean flag(String key, boolean otherwise) {
    return choice(key, Map.of("true", true, "false", false, "yes", true, "no", false))
        .orElse(otherwise);
  }

  /** One of some words; empty if missing or none of them. */
  public <T> Optional<T> choice(String key, Map<String, T> words) {
    Optional<String> text = text(key);
    if (text.isPresent() && !words.containsKey(text.get())) {
      List<String> sorted = words.keySet().stream().sorted().toList();
      complain(
          key,
          Message.of("input.notOneOf", text.get()),
          Message.of("input.notOneOfRight", String.join(", ", sorted)));
      return Optional.empty();
    }
    return text.map(words::get);
  }

  /** A whole number within bounds; empty if missing or none. */
  public Optional<Integer> number(String key, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    complain(
        key,
        Message.of("input.notNumber", text.get()),
        Message.of("input.notNumberRight", least, most));
    return Optional.empty();
  }

  /** A day; empty if missing or none. */
  public Optional<LocalDate> date(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = day(text.get());
    if (day.isEmpty()) {
      complain(key, Message.of("input.notDate", text.get()), Message.of("input.notDateRight"));
    }
    return day;
  }

  /** A day written {@code 2026-02-10}; empty if there is no such day. */
  public static Optional<LocalDate> day(String text) {
    if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A value with the place it stands at. */
  public record Placed(String text, Place place) {}

  /** The texts of a list, or of a single text; empty if missing. */
  public List<String> texts(String key) {
    return placedTexts(key).stream().map(Placed::text).toList();
  }

  /** As {@link #texts}, with the line of each. */
  public List<Placed> placedTexts(String key) {
    Optional<Node.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return List.of();
    }
    List<Node> nodes =
        entry.get().value() instanceof Node.Sequence list
            ? list.entries()
            : List.of(entry.get().value());
    List<Placed> texts = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof Node.Scalar scalar && !scalar.absent() && !scalar.text().isBlank()) {
        texts.add(new Placed(scalar.text().strip(), place.key(key, scalar.line())));
      } else {
        complaints.add(
            place.key(key, node.line()),
            Message.of("input.notTexts", key),
            Message.of("input.notTextsRight"));
      }
    }
    return texts;
  }

  /** The mapping under a key; empty if missing. */
  public Optional<Fields> map(String key) {
    Optional<Node.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    return fields(entry.get().value(), at(key), key);
  }

  /** True if a key's value is itself a mapping. */
  public boolean isMap(String key) {
    return entry(key).filter(e -> e.value() instanceof Node.Mapping).isPresent();
  }

  /** The mappings of a list; what is none is complained of. */
  public List<Fields> maps(String key) {
    Optional<Node.Entry> entry = entry(key);
    if (entry.isEmpty()) {
      return List.of();
    }
    if (!(entry.get().value() instanceof Node.Sequence list)) {
      complain(key, Message.of("input.notList", key), Message.of("input.notListRight"));
      return List.of();
    }
    List<Fields> maps = new ArrayList<>();
    for (int i = 0; i < list.entries().size(); i++) {
      Node node = list.entries().get(i);
      fields(node, at(key).entry(String.valueOf(i + 1), node.line()), key).ifPresent(maps::add);
    }
    return maps;
  }

  /** Every key of the mapping under a key with its own mapping, in order. */
  public Map<String, Fields> mapOfMaps(String key) {
    Map<String, Fields> maps = new LinkedHashMap<>();
    map(key).ifPresent(m -> m.keys().forEach(k -> m.map(k).ifPresent(f -> maps.put(k, f))));
    return maps;
  }

  private Optional<Fields> fields(Node node, Place where, String key) {
    if (node instanceof Node.Mapping map) {
      return Optional.of(new Fields(map, where, complaints));
    }
    complaints.add(where, Message.of("input.notMap", key), Message.of("input.notMapRight"));
    return Optional.empty();
  }

  private Optional<Node.Entry> entry(String key) {
    return mapping.entries().stream()
        .filter(e -> e.key().equals(key))
        .filter(e -> !(e.value() instanceof Node.Scalar s && s.absent()))
        .findFirst();
  }
}
