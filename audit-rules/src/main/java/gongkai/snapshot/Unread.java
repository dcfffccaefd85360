package gongkai.snapshot;

import gongkai.page.PageRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Something the crawl wanted and did not get.
 *
 * @param request what would have been asked, or was asked in vain
 * @param why the kind of reason
 * @param detail status, exception or rule in short words: {@code 503}, {@code 403 firewall} where
 *     the answer's text says more than its status, {@code timeout 20s}, {@code Disallow: /admin},
 *     {@code max-pages 20000}; never a stack trace
 * @param foundOn the page that led there; empty string for the start page
 */
public record Unread(PageRequest request, Why why, String detail, String foundOn) {
  /** What stood in the way; empty for limits and for rules of robots.txt, traps and hosts. */
  public Optional<Access> access() {
    boolean refused = why == Why.FAILED || why == Why.ROBOTS && detail.contains("robots.txt: ");
    return refused ? Access.of(detail) : Optional.empty();
  }

  /** Why it was not read. */
  public enum Why {
    /**
     * No connection, timeout, or a status that is no answer (401, 403, 5xx …), after all retries.
     */
    FAILED,
    ROBOTS,
    /** A trap rule: calendar, session, address shape that brings nothing new, redirect loop. */
    TRAP,
    /**
     * Outside the allowed hosts or http(s), met as a redirect's target or a listing's next page.
     */
    HOST,
    MAX_PAGES,
    MAX_DEPTH,
    MAX_TIME,
    MAX_BODY,
    /** Not needed: {@code --fetch decisive} saw nothing that it could decide. No cut. */
    NOT_DECISIVE,
    /** A rule for addresses that hide nothing: a print version, a mirror, a search. No cut. */
    ASIDE;

    /** The code in every file. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when something wanted was not read. */
    public boolean cut() {
      return this != NOT_DECISIVE && this != ASIDE;
    }

    /** True when a limit of the user's own made the cut. */
    public boolean limit() {
      return this == MAX_PAGES || this == MAX_DEPTH || this == MAX_TIME || this == MAX_BODY;
    }
  }
}
