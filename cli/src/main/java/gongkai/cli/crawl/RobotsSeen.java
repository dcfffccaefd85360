package gongkai.cli.crawl;

import gongkai.cli.snapshot.Exchange;
import gongkai.cli.snapshot.WarcSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a stored robots.txt says to us.
 *
 * @param url where it was asked for
 * @param status of the answer
 * @param present it is such a file; a page of HTML that answers in its place is none
 * @param rules that speak to us, by name or to everybody
 * @param shut it forbids the whole host
 * @param delay the distance between requests that it asks for
 * @param sitemaps that it names
 */
public record RobotsSeen(
    String url,
    int status,
    boolean present,
    int rules,
    boolean shut,
    Optional<Duration> delay,
    List<String> sitemaps) {
  public RobotsSeen {
    sitemaps = List.copyOf(sitemaps);
  }

  /** Every robots.txt of a snapshot, hops of redirects left out; by address. */
  public static List<RobotsSeen> in(WarcSnapshot snapshot) {
    List<RobotsSeen> found = new ArrayList<>();
    snapshot.forEach(
        (answer, role) -> {
          if (role == Exchange.Role.ROBOTS && answer.location().isEmpty()) {
            String url = answer.request().url();
            boolean answered = answer.status() / 100 == 2;
            RobotsFile file = answered ? RobotsFile.read(url, answer.body()) : RobotsFile.NONE;
            found.add(
                new RobotsSeen(
                    url,
                    answer.status(),
                    file != RobotsFile.NONE,
                    file.rules(),
                    file.shut(),
                    file.delay(),
                    file.sitemaps()));
          }
        });
    found.sort(java.util.Comparator.comparing(RobotsSeen::url));
    return found;
  }

  /**
   * A stored sitemap.
   *
   * @param status of the answer
   * @param addresses pages and further sitemaps that it names; 0 if it is none
   */
  public record SitemapSeen(String url, int status, int addresses) {}

  /** Every sitemap of a snapshot; by address. */
  public static List<SitemapSeen> sitemaps(WarcSnapshot snapshot) {
    List<SitemapSeen> found = new ArrayList<>();
    snapshot.forEach(
        (answer, role) -> {
          if (role == Exchange.Role.SITEMAP && answer.location().isEmpty()) {
            boolean answered = answer.status() / 100 == 2;
            Sitemaps.Content content =
                answered
                    ? new Sitemaps().read(answer.request().url(), answer.body())
                    : new Sitemaps.Content(List.of(), List.of());
            found.add(
                new SitemapSeen(
                    answer.request().url(),
                    answer.status(),
                    content.files().size() + content.pages().size()));
          }
        });
    found.sort(java.util.Comparator.comparing(SitemapSeen::url));
    return found;
  }
}
