package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.cli.snapshot.WarcStore;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crawl that died at any byte goes on, and asks for nothing that it had stored. */
class ResumeTest {
  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
    String[] paths =
        IntStream.range(0, 25).mapToObj(i -> "/doc_" + i + ".html").toArray(String[]::new);
    site.page("/", Trial.links("/a/"));
    site.page("/a/", Trial.list(paths));
    for (String path : paths) {
      site.page(path, Trial.article("第" + path + "篇"));
    }
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Path file() {
    return folder.resolve(WarcStore.FILE);
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    site.snapshot()
        .forEach(
            (Answer a) -> {
              if (!UnknownPath.is(a.request().url())) {
                assertThat(contents.put(a.request().url(), a.sha256())).as("stored once").isNull();
              }
            });
    return contents;
  }

  @Test
  void whereverItDiedNothingStoredIsAskedAgain() throws IOException {
    site.crawl();
    byte[] whole = Files.readAllBytes(file());
    Map<String, String> expected = contents();
    site.resume = true;
    Random random = new Random(3);
    for (int round = 0; round < 12; round++) {
      Files.write(file(), Arrays.copyOf(whole, 1_000 + random.nextInt(whole.length - 1_000)));
      Map<String, String> before = contents();
      assertThat(site.snapshot().info().complete()).isFalse();
      site.server().resetRequests();
      site.crawl();
      assertThat(contents()).isEqualTo(expected);
      assertThat(site.snapshot().info().complete()).isTrue();
      assertThat(site.unread()).isEmpty();
      assertThat(site.asked())
          .hasSize(expected.size() - before.size())
          .noneMatch(path -> before.containsKey(site.url(path)));
    }
  }

  @Test
  void aFailureIsAskedAgainAndForgottenWhenItSucceeds() {
    site.answer("/doc_7.html", aResponse().withStatus(500));
    site.answer("/doc_8.html", aResponse().withStatus(500));
    site.crawl();
    assertThat(site.unread()).hasSize(2);
    site.page("/doc_7.html", Trial.article("七"));
    site.server().resetRequests();
    site.resume = true;
    site.crawl();
    assertThat(site.asked()).containsOnly("/doc_7.html", "/doc_8.html");
    assertThat(site.unread()).containsExactly("/doc_8.html FAILED 500 < /a/");
  }

  @Test
  void aFormIsRememberedWithItsAnswer() throws IOException {
    gongkai.page.PageRequest post =
        new gongkai.page.PageRequest(
            site.url("/list.jsp"), java.util.Optional.of("page=2&name=%E4%B8%80"));
    site.page("/list.jsp", Trial.list("/doc_1.html"));
    Crawler.run(
        site.order(site.url("/")),
        FetchPolicy.ALL,
        CrawlListener.NONE,
        answer -> {
          gongkai.page.PageFacts facts = SimplePages.read(answer);
          return answer.request().url().endsWith("/a/") ? Posts.next(facts, post) : facts;
        });
    List<Answer> lists = new java.util.ArrayList<>();
    site.snapshot().forEach((Answer a) -> lists.add(a));
    assertThat(lists).extracting(Answer::request).contains(post);
    assertThat(site.server().getAllServeEvents())
        .anyMatch(e -> e.getRequest().getBodyAsString().equals("page=2&name=%E4%B8%80"));
  }

  @Test
  void damageInTheMiddleIsNoTear() throws IOException {
    site.crawl();
    byte[] damaged = Files.readAllBytes(file());
    damaged[damaged.length / 2] ^= 0x55;
    Files.write(file(), damaged);
    assertThatThrownBy(() -> site.snapshot().info())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void stoppingKeepsWhatIsStored() throws IOException {
    int[] read = {0};
    CrawlListener five =
        new CrawlListener() {
          @Override
          public void read(String url, int status, int stored, int waiting) {
            read[0] = stored;
          }

          @Override
          public boolean stop() {
            return read[0] >= 5;
          }
        };
    Crawl.Outcome outcome =
        Crawler.run(site.order(site.url("/")), FetchPolicy.ALL, five, SimplePages::read);
    assertThat(outcome.stopped()).isTrue();
    assertThat(site.snapshot().info().complete()).isFalse();
    Set<String> stored = site.stored().keySet();
    assertThat(stored).hasSizeBetween(5, 5 + 2 * site.connections + 10);
    site.server().resetRequests();
    site.resume = true;
    site.crawl();
    // a request that the stop cut off may reach the server's journal late and stand there twice
    Set<String> asked = new TreeSet<>(site.asked());
    assertThat(asked).hasSize(27 - stored.size()).doesNotContainAnyElementsOf(stored);
  }
}
