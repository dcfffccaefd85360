package gongkai.cli.crawl;

import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far one section's listing has been read. It is read to its end: until no request is left or a
 * page brings no entry that this listing had not shown before, never until the first old date,
 * because pinned entries stand first.
 */
final class ListReading {
  private final List<String> section;
  private final Set<String> entries = new HashSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Deque<PageRequest> next = new ArrayDeque<>();

  ListReading(PageRequest first, List<String> section) {
    this.section = List.copyOf(section);
    asked.add(first.key());
  }

  /** Names of its section from the outside in. */
  List<String> section() {
    return section;
  }

  /** Takes what one page shows; the request to make next, empty at the list's end. */
  Optional<PageRequest> read(Listing page, boolean first) {
    boolean brought = false;
    for (ListingEntry entry : page.entries()) {
      brought |= entries.add(PageRequest.get(entry.url()).key());
    }
    for (PageRequest request : page.next()) {
      if (asked.add(request.key())) {
        next.add(request);
      }
    }
    if (!brought && !first) {
      next.clear();
    }
    return Optional.ofNullable(next.poll());
  }

  /** The request after one that failed: a list is read as far as it can be. */
  Optional<PageRequest> afterFailure() {
    return Optional.ofNullable(next.poll());
  }
}
