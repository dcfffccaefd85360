package gongkai.cli.probe;

import gongkai.catalogue.Catalogue;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.crawl.CrawlListener;
import gongkai.cli.crawl.Crawler;
import gongkai.cli.crawl.RobotsSeen;
import gongkai.cli.crawl.Schemes;
import gongkai.cli.crawl.Schemes.SchemeSeen;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.notice.Masking;
import gongkai.notice.PersonalNumbers;
import gongkai.page.Addresses;
import gongkai.probe.Probe;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A probe: looks at the schemes, reads a sample of the site, and says what it shows. */
public final class ProbeRun {
  /** No site has such a page: what it answers for it is what it answers for a missing one. */
  private static final String UNKNOWN = "/gongkai-no-such-page.html";

  private ProbeRun() {}

  /** The order with its snapshot in a folder. */
  public static Crawl.Options into(Crawl.Options order, Path snapshot) {
    return with(order, order.seeds(), snapshot);
  }

  private static Crawl.Options with(Crawl.Options order, List<String> seeds, Path snapshot) {
    return new Crawl.Options(
        order.start(),
        seeds,
        order.allowedHosts(),
        snapshot,
        order.resume(),
        order.update(),
        order.everything(),
        order.plan(),
        order.manners(),
        order.limits());
  }

  /**
   * Runs it; empty when the listener stopped it.
   *
   * @throws IOException when the snapshot cannot be written
   */
  public static Optional<ProbeReport> run(
      Catalogue catalogue, Crawl.Options order, CrawlListener progress) throws IOException {
    List<SchemeSeen> schemes = Schemes.look(order);
    String unknown = origin(order.start()) + UNKNOWN;
    List<String> seeds = new ArrayList<>(order.seeds());
    seeds.add(unknown);
    Speed speed = new Speed();
    Sample sample = new Sample(catalogue, order.limits().maxPages());
    Crawl.Options sampled = with(order, seeds, order.snapshot());
    if (Crawler.run(sampled, sample, new Both(progress, speed)).stopped()) {
      return Optional.empty();
    }
    WarcSnapshot snapshot = WarcSnapshot.open(order.snapshot());
    return Optional.of(
        new ProbeReport(
            catalogue,
            Probe.of(snapshot, catalogue, Optional.of(unknown)),
            schemes,
            RobotsSeen.in(snapshot),
            RobotsSeen.sitemaps(snapshot),
            speed.measured(),
            order.limits().maxPages(),
            order.manners().rate()));
  }

  private static String origin(String url) {
    return url.substring(0, url.indexOf("://") + 3) + Addresses.host(url);
  }

  /** Progress is shown, without numbers of persons, and the time of answers measured. */
  private record Both(CrawlListener progress, Speed speed) implements CrawlListener {
    @Override
    public void read(String url, int status, int stored, int waiting) {
      progress.read(PersonalNumbers.masked(url), status, stored, waiting);
    }

    @Override
    public void unread(Unread unread) {
      // what comes of the address that cannot exist has a place of its own in the report
      if (!unread.request().url().endsWith(UNKNOWN)) {
        progress.unread(Masking.of(unread));
      }
    }

    @Override
    public boolean stop() {
      return progress.stop();
    }

    @Override
    public void paused(String host, Duration pause, String reason) {
      progress.paused(host, pause, reason);
    }

    @Override
    public void answered(Duration time) {
      speed.answered(time);
    }
  }
}
