package gongkai.cli.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit stops the crawl where it says, and every address that it cut is named. */
class LimitsTest {
  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void serveList(int articles) {
    String[] paths =
        IntStream.range(0, articles).mapToObj(i -> "/" + i + ".html").toArray(String[]::new);
    site.page("/", Trial.list(paths));
    for (String path : paths) {
      site.page(path, Trial.article("第" + path + "篇"));
    }
  }

  @Test
  void maxPagesCountsStoredAnswers() {
    serveList(30);
    site.maxPages = 10;
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.stored()).hasSize(10);
    assertThat(site.unread()).hasSize(21).allMatch(u -> u.contains(" MAX_PAGES max-pages 10 < /"));
    assertThat(outcome.cut()).isTrue();
    assertThat(site.snapshot().info().complete()).isTrue();
  }

  @Test
  void aLimitThatIsJustReachedCutsNothing() {
    serveList(9);
    site.maxPages = 10;
    assertThat(site.crawl().cut()).isFalse();
    assertThat(site.stored()).hasSize(10);
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void maxPagesCountsOverResumes() {
    serveList(30);
    site.maxPages = 10;
    site.crawl();
    site.server().resetRequests();
    site.resume = true;
    site.maxPages = 15;
    site.crawl();
    assertThat(site.asked()).hasSize(5);
    assertThat(site.stored()).hasSize(15);
    assertThat(site.unread()).hasSize(16).allMatch(u -> u.contains("max-pages 15"));
  }

  @Test
  void maxDepthCutsWhatIsDeeper() {
    site.page("/", Trial.links("/a/"))
        .page("/a/", Trial.links("/b/"))
        .page("/b/", Trial.links("/c/", "/d/"));
    site.maxDepth = 2;
    site.crawl();
    assertThat(site.stored()).containsOnlyKeys("/", "/a/", "/b/");
    assertThat(site.unread())
        .containsExactly("/c/ MAX_DEPTH max-depth 2 < /b/", "/d/ MAX_DEPTH max-depth 2 < /b/");
  }

  @Test
  void laterPagesOfAListingAreNotDeeper() {
    site.maxDepth = 1;
    for (int i = 1; i < 15; i++) {
      site.page(i == 1 ? "/" : "/?p=" + i, Trial.list("/" + i + ".html") + next("/?p=" + (i + 1)));
      site.page("/" + i + ".html", Trial.article("第" + i));
    }
    site.crawl();
    assertThat(site.stored()).containsKeys("/?p=14", "/14.html");
    assertThat(site.unread()).isEmpty();
  }

  private static String next(String href) {
    return "<a class=next href='" + href + "'>下一页</a>";
  }

  @Test
  void maxTimeEndsTheCrawlAndNamesTheRest() {
    serveList(50);
    site.rate = 20;
    site.maxTime = Optional.of(Duration.ofMillis(600));
    long began = System.nanoTime();
    site.crawl();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    assertThat(site.stored().size() + site.unread().size()).isEqualTo(51);
    assertThat(site.unread()).isNotEmpty().allMatch(u -> u.contains("MAX_TIME max-time 600ms"));
  }

  @Test
  void theRateIsKept() {
    serveList(10);
    site.rate = 20;
    site.connections = 8;
    long began = System.nanoTime();
    site.crawl();
    // 11 pages, robots.txt and sitemap.xml: twelve distances of 50 ms
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void aSiteWithoutEndEnds() {
    IntStream.range(0, 400)
        .forEach(
            i ->
                site.page(
                    i == 0 ? "/" : "/?step=" + i,
                    Trial.links("/?step=" + (2 * i + 1), "/?step=" + (2 * i + 2))));
    site.maxDepth = 1000;
    Crawl.Outcome outcome = site.crawl();
    assertThat(outcome.pages()).isLessThan(40);
    assertThat(site.unread())
        .isNotEmpty()
        .allMatch(u -> u.contains("TRAP 30 pages like this brought no new article"));
  }

  @Test
  void manySectionsOfOneShapeAreNoTrap() {
    String[] sections =
        IntStream.range(0, 100).mapToObj(i -> "/list_" + i + "/").toArray(String[]::new);
    site.page("/", Trial.links("/nav/")).page("/nav/", Trial.links(sections));
    for (int i = 0; i < 100; i++) {
      site.page(sections[i], Trial.list("/doc_" + i + ".html"));
      site.page("/doc_" + i + ".html", Trial.article("第" + i));
    }
    site.crawl();
    assertThat(site.unread()).isEmpty();
    assertThat(site.stored()).hasSize(202);
  }

  @ParameterizedTest
  @CsvSource({
    "/calendar/2026-01,calendar",
    "/x?date=2026-01-01,day by day",
    "/a/b/b/b/,path repeats itself"
  })
  void trapsAreRefusedByName(String path, String name) {
    site.page("/", nameless(path));
    site.crawl();
    assertThat(site.asked()).containsExactly("/");
    assertThat(site.unread()).containsExactly(path + " TRAP " + name + " < /");
  }

  @ParameterizedTest
  @CsvSource({
    "/print/1.html",
    "/big5/x",
    "/wap/",
    "/english/",
    "/search?keywords=1",
    "/login.jsp",
    "/logo.png",
    "/rss.xml"
  })
  void copiesAndServicesAreLeftWithoutACut(String path) {
    site.page("/", nameless(path));
    assertThat(site.crawl().cut()).isFalse();
    assertThat(site.asked()).containsExactly("/");
    // each refusal is kept with its rule, and is no cut
    assertThat(site.unread()).hasSize(1);
    assertThat(site.unread().get(0)).startsWith(path + " ASIDE ").endsWith(" < /");
  }

  /** A link whose words name no column; one that does is spared: {@link TrapsTest}. */
  private static String nameless(String path) {
    return "<title>导航</title><a href='" + path + "'>here</a>";
  }

  @Test
  void aTrapThatTheStartItselfMatchesIsOff() {
    site.page("/en/", Trial.links("/en/a/"));
    site.crawl(site.url("/en/"));
    assertThat(site.asked()).containsExactly("/en/", "/en/a/");
  }

  @Test
  void privateAddressesAreToldFromPublicOnes() throws Exception {
    for (String inside :
        List.of(
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.5.5",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "::1",
            "fc00::1",
            "fe80::1")) {
      assertThat(Sites.inside(java.net.InetAddress.getByName(inside))).as(inside).isTrue();
    }
    for (String outside : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "2001:db8::1")) {
      assertThat(Sites.inside(java.net.InetAddress.getByName(outside))).as(outside).isFalse();
    }
  }
}
