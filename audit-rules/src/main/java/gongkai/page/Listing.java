package gongkai.page;

import java.util.List;
import java.util.Optional;

/**
 * What one answer says of a section's list: the rows it shows and how to get more.
 *
 * @param mechanism the adapter that recognised it: {@code links}, {@code hanweb}, {@code trs}, …
 * @param entries rows in the order of the page
 * @param next further requests of the same list, in order; empty at its end
 * @param announced how many rows the site says the list has; empty if it does not say
 * @param guess the requests of {@code next} are guesses: one that is not there breaks nothing off
 * @param unread why the list cannot be read further although there is more; empty string if it can.
 *     Beside requests it holds only if none of them brings an entry
 */
public record Listing(
    String mechanism,
    List<ListingEntry> entries,
    List<PageRequest> next,
    Optional<Integer> announced,
    boolean guess,
    String unread) {
  public Listing {
    entries = List.copyOf(entries);
    next = List.copyOf(next);
  }

  /** The same of a page that says 暂无数据: where it shows no row, it announces none. */
  Listing saysEmpty() {
    boolean nothing = entries.isEmpty() && next.isEmpty() && announced.isEmpty();
    return nothing ? new Listing(mechanism, entries, next, Optional.of(0), guess, unread) : this;
  }
}
