package gongkai.cli.probe;

import gongkai.catalogue.Catalogue;
import gongkai.cli.crawl.RobotsSeen;
import gongkai.cli.crawl.RobotsSeen.SitemapSeen;
import gongkai.cli.crawl.Schemes.SchemeSeen;
import gongkai.probe.Probe;
import java.util.List;

/**
 * What a probe found: what the snapshot shows, and what was measured on the way.
 *
 * @param maxPages the limit of pages of this probe
 * @param rate requests a second that an audit would make
 */
public record ProbeReport(
    Catalogue catalogue,
    Probe probe,
    List<SchemeSeen> schemes,
    List<RobotsSeen> robots,
    List<SitemapSeen> sitemaps,
    Speed.Measured speed,
    int maxPages,
    double rate) {
  /** Requests a second by default; what an audit's time is counted by when there is no limit. */
  static final double DEFAULT_RATE = 2;

  public ProbeReport {
    schemes = List.copyOf(schemes);
    robots = List.copyOf(robots);
    sitemaps = List.copyOf(sitemaps);
  }

  /**
   * Minutes that so many requests take at the rate, or at the distance that robots.txt asks for.
   */
  long minutes(long requests) {
    double distance = 1 / (rate > 0 ? rate : DEFAULT_RATE);
    for (RobotsSeen file : robots) {
      distance = Math.max(distance, file.delay().map(d -> d.toMillis() / 1000.0).orElse(0.0));
    }
    return (long) Math.ceil(requests * distance / 60);
  }
}
