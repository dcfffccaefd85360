package gongkai.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far one section's listing has been read, and whether to its end: the crawl asks by it, and
 * the audit of the snapshot goes the same way again.
 *
 * <p>A list is read until no request is left or a page brings no entry that this listing had not
 * shown before, never until the first old date, because pinned entries stand first.
 */
public final class ListReading {
  /** Pages in a row that show no entry and only lead on: a shell in a frame in a shell. */
  private static final int MOST_SHELLS = 2;

  private final Map<String, ListingEntry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final Deque<PageRequest> next = new ArrayDeque<>();
  private final Deque<PageRequest> guesses = new ArrayDeque<>();
  private PageRequest current;
  private boolean guess;
  private int pages;
  private int shells;
  private int announced;
  private boolean ended;
  private boolean wentOn;
  private String fallback = "";
  private String cut = "";

  /** Begins with the request that showed the list's first page. */
  public ListReading(PageRequest first) {
    current = first;
    asked.add(first.key());
  }

  /** Takes what the current request shows; the request to make next, empty at the list's end. */
  public Optional<PageRequest> read(Listing page) {
    boolean brought = false;
    for (ListingEntry entry : page.entries()) {
      brought |= entries.putIfAbsent(PageRequest.get(entry.url()).key(), entry) == null;
    }
    boolean first = pages++ == 0;
    announced = Math.max(announced, page.announced().orElse(0));
    wentOn |= brought && !first;
    boolean leadsOn = page.entries().isEmpty() && !page.next().isEmpty();
    boolean shell = leadsOn && shells < MOST_SHELLS;
    shells = leadsOn ? shells + 1 : 0;
    if (first || brought || shell) {
      (page.guess() ? guesses : next).addAll(page.next());
      if (page.next().isEmpty()) {
        cut(page.unread());
      } else if (fallback.isEmpty()) {
        fallback = page.unread();
      }
    } else {
      next.clear();
      ended |= !guess;
      cut(leadsOn ? current.url() + ": shows no row and leads on" : "");
    }
    return following();
  }

  /** The current request failed: the list is read as far as it can be. */
  public Optional<PageRequest> failed(String why) {
    cut(current.url() + ": " + why);
    return following();
  }

  /**
   * There is no such page, or it shows no list: a guess that was wrong, else the list breaks off.
   */
  public Optional<PageRequest> absent(String why) {
    if (!guess) {
      cut(current.url() + ": " + why);
    }
    return following();
  }

  /** The current request was never made. */
  public Optional<PageRequest> skipped() {
    return following();
  }

  /** Every entry so far, in the order of the list. */
  public List<ListingEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** Why the list was not read to its end; empty string if it was. */
  public String cut() {
    if (!cut.isEmpty()) {
      return cut;
    }
    if (!fallback.isEmpty() && !wentOn) {
      return fallback;
    }
    return ended && entries.size() < announced ? entries.size() + " / " + announced : "";
  }

  private void cut(String why) {
    cut = cut.isEmpty() ? why : cut;
  }

  private Optional<PageRequest> following() {
    while (!next.isEmpty() || !guesses.isEmpty()) {
      guess = next.isEmpty();
      PageRequest request = guess ? guesses.poll() : next.poll();
      if (asked.add(request.key())) {
        current = request;
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }
}
