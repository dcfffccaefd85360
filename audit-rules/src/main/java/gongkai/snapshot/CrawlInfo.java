package gongkai.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * How a snapshot came about.
 *
 * @param start the start address
 * @param hosts hosts (with port where it is not the default) whose pages belong to the site; the
 *     start's host first
 * @param allowedHosts further hosts of which only linked pages and listings were read
 * @param startedAt when the crawl began; of the first run if it was resumed
 * @param robotsConsent the operator's consent by which robots.txt was ignored; empty string if it
 *     was obeyed
 * @param complete the crawl ended by itself
 */
public record CrawlInfo(
    String start,
    List<String> hosts,
    List<String> allowedHosts,
    Instant startedAt,
    String robotsConsent,
    boolean complete) {
  public CrawlInfo {
    hosts = List.copyOf(hosts);
    allowedHosts = List.copyOf(allowedHosts);
  }
}
