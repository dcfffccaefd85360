package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9309: what robots.txt allows, and what its absence means. */
class RobotsTest {
  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
    site.page("/", Trial.list("/a/1.html", "/admin/2.html"))
        .page("/a/1.html", Trial.article("一"))
        .page("/admin/2.html", Trial.article("二"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void robots(String text) {
    site.answer("/robots.txt", aResponse().withHeader("Content-Type", "text/plain").withBody(text));
  }

  @Test
  void refusesWhatIsForbiddenAndNamesTheRule() {
    robots("User-agent: *\nDisallow: /x\nDisallow: /admin\nDisallow: /admin/\n");
    site.crawl();
    assertThat(site.asked()).doesNotContain("/admin/2.html").contains("/a/1.html");
    assertThat(site.unread()).containsExactly("/admin/2.html ROBOTS Disallow: /admin/ < /");
  }

  @Test
  void theLongestRuleWins() {
    robots("User-agent: *\nDisallow: /admin\nAllow: /admin/2\n");
    site.crawl();
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void anotherAgentsGroupIsNotOurs() {
    robots("User-agent: Baiduspider\nDisallow: /\n\nUser-agent: gong\nDisallow: /\n");
    site.crawl();
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void ourOwnGroupBeatsEverybodys() {
    robots("User-agent: *\nDisallow: /\n\nUser-agent: Gongkai\nDisallow: /admin\n");
    site.crawl();
    assertThat(site.stored()).containsKey("/a/1.html").doesNotContainKey("/admin/2.html");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410, 451})
  void aRefusedOrAbsentFileAllowsAll(int status) {
    site.answer("/robots.txt", aResponse().withStatus(status));
    site.crawl();
    assertThat(site.stored()).containsKeys("/", "/a/1.html", "/admin/2.html");
    assertThat(site.unread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void anUnavailableFileForbidsAll(int status) {
    site.answer("/robots.txt", aResponse().withStatus(status));
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.asked()).isEmpty();
    assertThat(site.server().getAllServeEvents()).hasSize(4);
    assertThat(site.unread()).containsExactly("/ ROBOTS robots.txt: " + status + " < ");
    assertThat(outcome.startRead()).isFalse();
  }

  @Test
  void htmlForAMissingFileIsNone() {
    robots("\n<!DOCTYPE html><html><body>User-agent: *\nDisallow: /\n页面不存在</body></html>");
    site.crawl();
    assertThat(site.stored()).containsKey("/a/1.html");
  }

  @Test
  void redirectsOfTheFileAreFollowed() {
    site.answer("/robots.txt", aResponse().withStatus(301).withHeader("Location", "/r.txt"));
    site.answer("/r.txt", aResponse().withBody("User-agent: *\nDisallow: /admin\n"));
    site.crawl();
    assertThat(site.unread()).containsExactly("/admin/2.html ROBOTS Disallow: /admin < /");
    assertThat(site.stored().keySet()).doesNotContain("/robots.txt", "/r.txt");
  }

  @Test
  void theWholeFileCountsUpToItsLimit() {
    String filler = "# " + "x".repeat(98) + "\n";
    robots(filler.repeat(5_000) + "User-agent: *\nDisallow: /admin\n");
    site.crawl();
    assertThat(site.asked()).doesNotContain("/admin/2.html");
  }

  @Test
  void ignoredWithConsentItIsNotAsked() {
    robots("User-agent: *\nDisallow: /\n");
    site.consent = "经主办单位同意";
    site.crawl();
    assertThat(site.stored()).containsKey("/admin/2.html");
    assertThat(site.server().getAllServeEvents())
        .noneMatch(e -> e.getRequest().getUrl().equals("/robots.txt"));
    assertThat(site.snapshot().info().robotsConsent()).isEqualTo("经主办单位同意");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0.5", "86400"})
  void crawlDelayIsObeyedUpToACap(String delay) {
    String text = "User-agent: *\nCrawl-delay: " + delay + "\n";
    RobotsFile file = RobotsFile.read("http://h/robots.txt", text.getBytes(StandardCharsets.UTF_8));
    Duration asked = Duration.ofMillis((long) (Double.parseDouble(delay) * 1000));
    assertThat(file.delay())
        .contains(asked.compareTo(RobotsFile.LONGEST_DELAY) > 0 ? RobotsFile.LONGEST_DELAY : asked);
  }

  @Test
  void sitemapsLeadToSections() {
    robots("Sitemap: " + site.url("/map.xml") + "\n");
    site.answer(
        "/map.xml",
        aResponse()
            .withBody(
                "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                    + "<url><loc>"
                    + site.url("/hidden/")
                    + "</loc></url>"
                    + "<url><loc>"
                    + site.url("/hidden/1.html")
                    + "</loc></url></urlset>"));
    site.page("/hidden/", Trial.links());
    site.crawl();
    assertThat(site.stored().keySet())
        .contains("/hidden/")
        .doesNotContain("/hidden/1.html", "/map.xml");
  }
}
