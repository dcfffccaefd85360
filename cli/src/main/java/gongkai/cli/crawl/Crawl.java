package gongkai.cli.crawl;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is crawled, how, and what came of it. */
public final class Crawl {
  private Crawl() {}

  /**
   * Reads a file of further certificates.
   *
   * @throws java.io.IOException when it cannot be read or holds none
   */
  public static void checkCertificates(Path caFile) throws java.io.IOException {
    Trust.alsoBy(caFile);
  }

  /** The browser of this machine for pages that show nothing without a script. */
  public static Optional<Path> browser() {
    return Browser.find();
  }

  /** {@code 20s}, {@code 2h}: as an option is written. */
  static String show(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    return seconds % 3600 == 0
        ? seconds / 3600 + "h"
        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** {@code 10MB}: as an option is written. */
  static String show(long bytes) {
    return bytes % 1_000_000 == 0
        ? bytes / 1_000_000 + "MB"
        : bytes % 1000 == 0 ? bytes / 1000 + "KB" : bytes + "";
  }

  /**
   * The whole order of a crawl.
   *
   * @param start canonical address; the other scheme is tried where this one does not answer
   * @param seeds further start addresses; their hosts belong to the site
   * @param allowedHosts hosts (with port where it is not the default) of which only pages linked
   *     from the site, and their listings, are read
   * @param snapshot folder of the snapshot
   * @param resume goes on with the snapshot in that folder
   * @param update folder of an earlier snapshot, from which what did not change is taken
   * @param everything fetch every page, whatever the {@link FetchPolicy} says
   * @param plan read navigation and listings, count what would be read then, and stop
   */
  public record Options(
      String start,
      List<String> seeds,
      List<String> allowedHosts,
      Path snapshot,
      boolean resume,
      Optional<Path> update,
      boolean everything,
      boolean plan,
      Manners manners,
      Limits limits) {
    public Options {
      seeds = List.copyOf(seeds);
      allowedHosts = List.copyOf(allowedHosts);
    }
  }

  /**
   * How the site is spoken to.
   *
   * @param rate requests a second per resolved host address; 0 is no limit
   * @param connections open requests per resolved host address, at least 1
   * @param robotsConsent the operator's words by which robots.txt is ignored; empty string when it
   *     is obeyed
   * @param headers further request headers, {@code name: value}; sent to the site's own hosts only
   * @param proxy used for every request, loopback too
   * @param caFile further trusted certificates, PEM
   * @param browser renders pages that show nothing without a script; empty: they are not rendered
   */
  public record Manners(
      double rate,
      int connections,
      String robotsConsent,
      String userAgent,
      List<String> headers,
      Optional<InetSocketAddress> proxy,
      Optional<Path> caFile,
      Optional<Path> browser) {
    public Manners {
      headers = List.copyOf(headers);
    }
  }

  /**
   * Where the crawl stops.
   *
   * @param maxPages stored answers other than robots.txt and sitemaps, over all resumes
   * @param maxDepth links from the start; later pages of a listing are as deep as its first
   * @param timeout of one attempt, connection to last byte
   * @param retries attempts after the first
   * @param pause between the first two attempts; doubled each time, 15 s in all
   * @param maxBody bytes after unpacking
   */
  public record Limits(
      int maxPages,
      int maxDepth,
      Optional<Duration> maxTime,
      Duration timeout,
      int retries,
      Duration pause,
      long maxBody) {}

  /**
   * What came of it.
   *
   * @param pages stored answers other than robots.txt and sitemaps, earlier runs included
   * @param cut something wanted was not read
   * @param startRead the start page was read
   * @param stopped the listener ended it; it can be resumed
   * @param asked requests that this run made, without those made again
   * @param planned requests that would follow, as far as is known
   * @param pace time between two requests of the slowest host
   */
  public record Outcome(
      int pages,
      boolean cut,
      boolean startRead,
      boolean stopped,
      int asked,
      int planned,
      Duration pace) {}
}
