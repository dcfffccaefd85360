package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.page.Link;
import gongkai.snapshot.Unread.Why;

/** What becomes of robots.txt and sitemaps: files about the site, no pages of it. */
final class SiteFiles {
  private static final int ROBOTS_HOPS = 5;

  private final Crawl.Options options;
  private final Sites sites;
  private final Frontier frontier;
  private final FetchPolicy policy;
  private final Sitemaps sitemaps = new Sitemaps();
  private boolean sitemapsNamed;

  SiteFiles(Crawl.Options options, Sites sites, Frontier frontier, FetchPolicy policy) {
    this.options = options;
    this.sites = sites;
    this.frontier = frontier;
    this.policy = policy;
  }

  /** A robots.txt was answered: its host is open, as far as the file says. */
  void robots(Target target, Reply reply) {
    String origin = origin(target);
    if (reply.status() / 100 == 3) {
      boolean followed =
          target.hops().size() < ROBOTS_HOPS
              && reply.location().map(target::redirected).map(frontier::robotsHop).orElse(false);
      if (!followed) {
        // "unavailable" in the words of RFC 9309, 2.3.1.2
        frontier.open(origin, RobotsFile.NONE);
      }
      return;
    }
    RobotsFile file =
        reply.status() / 100 == 2 ? RobotsFile.read(target.url(), reply.body()) : RobotsFile.NONE;
    frontier.open(origin, file);
    if (sites.own(Addresses.host(origin + "/"))) {
      file.sitemaps().stream().limit(Sitemaps.MAX_FILES).forEach(this::want);
      sitemapsNamed |= !file.sitemaps().isEmpty();
    }
  }

  /** A robots.txt was not answered: nothing else is asked, unless the file alone was refused. */
  void robotsFailed(Target target, Attempt.Failed failed) {
    boolean refused = failed.detail().matches("4\\d\\d") && !failed.again();
    if (refused) {
      // any 4xx means that there is no file for us (RFC 9309, 2.3.1.3)
      frontier.open(origin(target), RobotsFile.NONE);
      return;
    }
    Why why = failed.noConnection() ? Why.FAILED : Why.ROBOTS;
    frontier.shut(origin(target), why, "robots.txt: " + failed.detail(), failed.noConnection());
  }

  private static String origin(Target target) {
    return Target.start(target.first().url()).origin();
  }

  /** Asks for the sitemap at its usual place, once, if robots.txt named none. */
  void askSitemap(Target start) {
    if (!sitemapsNamed) {
      sitemapsNamed = true;
      want(start.origin() + "/sitemap.xml");
    }
  }

  private void want(String address) {
    Addresses.canonical(address)
        .ifPresent(url -> frontier.want(Target.of(url, Target.Kind.SITEMAP, 0, "", "")));
  }

  /**
   * A sitemap was answered. What looks like a section is wanted; the others when every page is,
   * else they are noted like entries of a listing.
   */
  void sitemap(Target target, Reply reply) {
    if (reply.status() / 100 != 2) {
      return;
    }
    Sitemaps.Content content = sitemaps.read(target.url(), reply.body());
    content.files().forEach(this::want);
    for (String page : content.pages()) {
      boolean section = Sitemaps.section(page);
      if (!sites.own(Addresses.host(page))) {
        continue;
      }
      Target.Kind kind = section ? Target.Kind.SECTION : Target.Kind.BODY;
      Target found = Target.of(page, kind, 1, target.url(), "");
      if (options.everything() && !options.plan()
          || section && policy.section(new Link(page, ""))) {
        frontier.want(found);
      } else if (!section) {
        frontier.note(found, false);
      }
    }
  }
}
