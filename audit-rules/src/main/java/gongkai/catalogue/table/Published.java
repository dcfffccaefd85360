package gongkai.catalogue.table;

import java.util.List;
import java.util.Optional;

/**
 * A published catalogue as read.
 *
 * @param bureau its name as the title above the table says it; empty if none does
 * @param items at least one
 * @param warnings everything that was mended, left out or not understood, in the order of the rows
 */
public record Published(
    Optional<String> bureau, List<PublishedItem> items, List<Warning> warnings) {
  public Published {
    items = List.copyOf(items);
    warnings = List.copyOf(warnings);
  }
}
