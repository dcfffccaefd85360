package gongkai.cli.snapshot;

import gongkai.page.PageRequest;
import java.time.Instant;
import java.util.List;

/**
 * One request and its answer, as they are stored.
 *
 * @param requestHead request line and headers, one per line, without line ends
 * @param statusLine {@code HTTP/1.1 200 OK}
 * @param headers as received, {@code name: value}
 * @param body after content decoding, at most the body limit
 * @param truncated the body went on beyond the limit
 * @param role what the answer is to the crawl
 * @param at when the answer arrived
 */
public record Exchange(
    PageRequest request,
    List<String> requestHead,
    String statusLine,
    List<String> headers,
    byte[] body,
    boolean truncated,
    Role role,
    Instant at) {
  public Exchange {
    requestHead = List.copyOf(requestHead);
    headers = List.copyOf(headers);
  }

  /** What an answer is to the crawl. */
  public enum Role {
    PAGE,
    /** robots.txt and its redirects: stored as evidence, no page of the site. */
    ROBOTS,
    /** A sitemap: likewise. */
    SITEMAP
  }
}
