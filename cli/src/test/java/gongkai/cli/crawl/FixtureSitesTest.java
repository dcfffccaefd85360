package gongkai.cli.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.FixtureSite.Resource;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law that joins fixtures and snapshots: what was served is what is stored, byte for byte. And
 * every page of a site is found, whatever its content management system.
 */
class FixtureSitesTest {
  @TempDir Path folder;

  private Map<String, byte[]> crawl(FixtureServer server) throws IOException {
    return crawl(server, false);
  }

  private Map<String, byte[]> crawl(FixtureServer server, boolean resume) throws IOException {
    Crawler.run(
        new Crawl.Options(
            server.startUrl(),
            List.of(),
            List.of(),
            folder,
            resume,
            Optional.empty(),
            true,
            false,
            new Crawl.Manners(
                0,
                4,
                "",
                "gongkai-test",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            new Crawl.Limits(
                20_000,
                12,
                Optional.empty(),
                Duration.ofSeconds(20),
                3,
                Duration.ofMillis(10),
                10_000_000)),
        FetchPolicy.ALL,
        CrawlListener.NONE);
    Map<String, byte[]> stored = new TreeMap<>();
    WarcSnapshot.open(folder)
        .forEach(
            (Answer a) ->
                stored.put(
                    a.request().url().substring(server.base().length())
                        + a.request().form().map(f -> " " + f).orElse(""),
                    a.body()));
    return stored;
  }

  @ParameterizedTest
  @MethodSource("gongkai.fixtures.FixtureSite#names")
  void everyPageIsFoundAndStoredAsItWasServed(String name) throws IOException {
    FixtureSite site = FixtureSite.load(name);
    try (FixtureServer server = FixtureServer.start(site, "", List.of())) {
      Map<String, byte[]> stored = crawl(server);
      Map<String, Resource> resources = site.resources();
      assertThat(resources).hasSizeGreaterThan(10);
      stored.forEach(
          (path, body) -> {
            // a document is made anew each time it is asked for
            Path made = site.folder().resolve("documents");
            if (resources.containsKey(path) && !resources.get(path).file().startsWith(made)) {
              assertThat(body).as(path).isEqualTo(resources.get(path).bytes());
            }
          });
      assertThat(resources.keySet())
          .filteredOn(path -> resources.get(path).contentType().startsWith("text/html"))
          .allMatch(path -> stored.containsKey(path) || stored.containsKey(alias(path)));
      assertThat(WarcSnapshot.open(folder).unread()).isEmpty();
    }
  }

  /** Requests of every kind are found again in the snapshot: by address, by form, for data. */
  @ParameterizedTest
  @ValueSource(strings = {"forms", "gentle", "gkmlpt", "hanweb-forms", "jpaas", "ucap"})
  void aCrawlThatGoesOnAsksForNothingAgain(String name) throws IOException {
    FixtureSite site = FixtureSite.load(name);
    try (FixtureServer server = FixtureServer.start(site, "", List.of())) {
      Map<String, byte[]> stored = crawl(server);
      server.forget();
      assertThat(crawl(server, true)).containsOnlyKeys(stored.keySet());
      assertThat(server.asked()).isSubsetOf("/robots.txt", "/sitemap.xml");
    }
  }

  /** A folder and its index page are one page under two addresses. */
  private static String alias(String path) {
    return path.endsWith("/") ? path + "index.html" : path.replaceFirst("index\\.html$", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"liaocheng-demo", "trs"})
  void theSitesOwnFaultsAreRecordedAndNothingElse(String name) throws IOException {
    FixtureSite site = FixtureSite.load(name);
    try (FixtureServer server = FixtureServer.start(site)) {
      crawl(server);
      List<String> down =
          site.faults().stream()
              .filter(fault -> fault.kind() == FixtureSite.Fault.Kind.UNAVAILABLE)
              .map(fault -> server.base() + fault.path() + " FAILED 503")
              .toList();
      assertThat(down).isNotEmpty();
      assertThat(WarcSnapshot.open(folder).unread())
          .extracting(u -> u.request().url() + " " + u.why() + " " + u.detail())
          .containsExactlyInAnyOrderElementsOf(down);
    }
  }
}
