package gongkai.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What a user's file ({@code --tailor}) changes in a catalogue.
 *
 * @param file its name without folder; empty string if nothing is tailored
 * @param digest SHA-256 over the file; empty string if nothing is tailored
 * @param changes in the order of the file
 */
public record Tailoring(String file, String digest, List<Change> changes) {
  /** The catalogue as it is. */
  public static final Tailoring NONE = new Tailoring("", "", List.of());

  public Tailoring {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param id of the requirement, or of the item whose offices are changed
   * @param key what is changed, by its key in the file: {@code switch, due, limit, basis, cadence,
   *     sections, titles, not, offices}
   * @param before what the catalogue says; empty string where something is only added
   * @param after what holds now, or what is added; {@code off} for a requirement switched off
   * @param reason the file's reason; empty string if it gives none
   * @param line where the file says so
   */
  public record Change(
      String id, String key, String before, String after, String reason, int line) {
    /** The requirement is switched off: it is not judged. */
    public boolean off() {
      return key.equals(SWITCH);
    }
  }

  static final String SWITCH = "switch";

  /** Why a requirement is switched off; empty if it is judged. */
  public Optional<String> off(String requirementId) {
    return changes.stream()
        .filter(c -> c.off() && c.id().equals(requirementId))
        .map(Change::reason)
        .findFirst();
  }

  /** What is changed about a requirement or an item, in the order of the file. */
  public List<Change> of(String id) {
    return changes.stream().filter(c -> c.id().equals(id)).toList();
  }

  /** How many requirements are switched off. */
  public int offs() {
    return (int) changes.stream().filter(Change::off).count();
  }
}
