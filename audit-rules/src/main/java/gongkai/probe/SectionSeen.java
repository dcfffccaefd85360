package gongkai.probe;

import gongkai.match.SectionMap.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column of the site (栏目) as a probe saw it.
 *
 * @param path names from the outside in, its own last
 * @param state whether it was read
 * @param failure why it was not read; empty string unless FAILED
 * @param kind what its name stands for
 * @param roles requirements it stands for, in the catalogue's order
 * @param learnt its name is unknown, its pages' titles say what it is
 * @param list how its list goes on; empty if it shows none
 * @param shown entries of all its pages that were read
 * @param hints of a section of unknown name: how many of its entries' titles fit which requirement
 */
public record SectionSeen(
    String url,
    List<String> path,
    State state,
    String failure,
    Kind kind,
    Map<String, Role> roles,
    boolean learnt,
    Optional<ListSeen> list,
    int shown,
    Map<String, Integer> hints) {
  /** Whether a section was read. */
  public enum State {
    READ,
    /** Linked, and not read because the probe reads few pages. */
    LINKED,
    /** Linked, and on a host that the probe does not read. */
    ELSEWHERE,
    FAILED
  }

  /** What a section's name stands for. */
  public enum Kind {
    /** At least one requirement. */
    MAPPED,
    /** It answers nothing: news, notices, downloads. */
    GENERAL,
    /** It leads to other sections. */
    HUB,
    /** Nobody knows: a rule may have to name it. */
    UNKNOWN
  }

  public SectionSeen {
    path = List.copyOf(path);
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
  }

  public String name() {
    return path.get(path.size() - 1);
  }

  /**
   * How a list goes on.
   *
   * @param mechanism as {@code Listing.mechanism}
   * @param rows of its first page
   * @param announced rows that the site says it has
   * @param goes whether there is more
   * @param detail why it cannot be read on, or why the next page failed; empty string if neither
   */
  public record ListSeen(
      String mechanism, int rows, Optional<Integer> announced, Goes goes, String detail) {}

  /** Whether a list goes on behind its first page. */
  public enum Goes {
    /** All of it is shown. */
    END,
    /** The next page's address is known; it was not asked for. */
    NEXT,
    /** The next page was read and shows further entries. */
    READ_ON,
    /** The next page was read and shows no further entry. */
    NOTHING_NEW,
    /** The next page was asked for in vain. */
    NEXT_FAILED,
    /** There is more, and no way to it. */
    UNREAD
  }
}
