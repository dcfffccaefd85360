package gongkai.catalogue;

import gongkai.input.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where each part of a catalogue's rules was read: file, line and field, by the id of the item or
 * requirement and the part's key in the rule file. What has no place has its default.
 */
public record Origins(Map<String, Place> places) {
  /** Nothing is known. */
  public static final Origins NONE = new Origins(Map.of());

  public Origins {
    places = Map.copyOf(places);
  }

  /** Where a part stands; empty if no file says anything about it. */
  public Optional<Place> of(String id, String part) {
    return Optional.ofNullable(places.get(key(id, part)));
  }

  private static String key(String id, String part) {
    return id + " " + part;
  }

  /** Collects places while files are read. */
  static final class Collector {
    private final Map<String, Place> places = new LinkedHashMap<>();

    void add(String id, String part, Place place) {
      places.put(key(id, part), place);
    }

    Origins done() {
      return new Origins(places);
    }
  }
}
