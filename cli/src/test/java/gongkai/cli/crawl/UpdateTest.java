package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.snapshot.WarcStore;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/** {@code --update}: what is asked again, and that the new snapshot needs no other. */
class UpdateTest {
  @TempDir Path folder;
  private Trial site;
  private Path first;

  @BeforeEach
  void crawlOnce() {
    first = folder.resolve("first");
    site = new Trial(first);
    site.page("/", Trial.links("/a/"));
    list(IntStream.range(0, 12).mapToObj(i -> "/" + i + ".html").toArray(String[]::new));
    IntStream.range(0, 12)
        .forEach(i -> site.page("/" + i + ".html", Trial.article("第" + (char) ('一' + i) + "篇")));
    site.crawl();
  }

  private void list(String... paths) {
    site.page("/a/", Trial.list(paths));
  }

  private void update(String name) {
    site.update = Optional.of(site.folder());
    site.folder(folder.resolve(name));
    site.server().resetRequests();
    site.crawl();
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Map<String, String> contents() {
    Map<String, String> contents = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    site.snapshot()
        .forEach(
            (Answer a) -> {
              String said = a.status() + " " + a.sha256();
              if (contents.put(a.request().url(), said) != null) {
                twice.add(a.request().url());
              }
            });
    assertThat(twice).isEmpty();
    // what the server says of an address that cannot exist names the request's headers
    contents.keySet().removeIf(UnknownPath::is);
    return contents;
  }

  private List<WarcRecord> records() throws IOException {
    List<WarcRecord> records = new ArrayList<>();
    try (WarcReader reader = new WarcReader(site.folder().resolve(WarcStore.FILE))) {
      for (WarcRecord record : reader) {
        records.add(record);
      }
    }
    return records;
  }

  @Test
  void anUnchangedSiteCostsItsListingsAndNeedsItsFirstSnapshotNoMore() throws IOException {
    Map<String, String> before = contents();
    update("second");
    assertThat(site.server().getAllServeEvents())
        .as("robots.txt, sitemap, navigation, list")
        .hasSize(4);
    Files.delete(first.resolve(WarcStore.FILE));
    assertThat(site.asked()).containsExactly("/", "/a/");
    assertThat(contents()).isEqualTo(before).hasSize(14);
    assertThat(site.unread()).isEmpty();
    assertThat(site.snapshot().info().complete()).isTrue();
    update("third");
    assertThat(site.asked()).containsExactly("/", "/a/");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void everyRevisitNamesARecordOfItsFile() throws IOException {
    update("second");
    update("third");
    Map<URI, WarcRecord> byId = new HashMap<>();
    List<WarcRevisit> revisits = new ArrayList<>();
    for (WarcRecord record : records()) {
      byId.put(record.id(), record);
      if (record instanceof WarcRevisit revisit) {
        revisits.add(revisit);
      }
    }
    assertThat(revisits)
        .extracting(WarcTargetRecord::target)
        .containsOnly(site.url("/"), site.url("/a/"));
    for (WarcRevisit revisit : revisits) {
      WarcRecord named = byId.get(revisit.refersTo().orElseThrow());
      assertThat(named.type()).isEqualTo("response");
      assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_0);
      assertThat(revisit.refersToTargetURI()).contains(URI.create(revisit.target()));
      assertThat(revisit.refersToDate()).contains(named.date());
      assertThat(revisit.headers().first("WARC-Payload-Digest"))
          .isEqualTo(named.headers().first("WARC-Payload-Digest"));
    }
  }

  @Test
  void aSiteThatSaysNotModifiedSendsNoBody() throws IOException {
    String tag = "\"v1\"";
    site.answer(
        "/a/",
        aResponse()
            .withHeader("Content-Type", "text/html")
            .withHeader("ETag", tag)
            .withBody(Trial.list("/0.html")));
    update("second");
    Map<String, String> before = contents();
    site.server()
        .stubFor(
            any(urlEqualTo("/a/"))
                .withHeader("If-None-Match", equalTo(tag))
                .willReturn(aResponse().withStatus(304)));
    update("third");
    assertThat(contents()).isEqualTo(before);
    update("fourth");
    assertThat(contents()).isEqualTo(before);
    assertThat(site.asked()).containsExactly("/", "/a/");
    assertThat(records())
        .filteredOn(r -> r instanceof WarcRevisit)
        .extracting(r -> ((WarcRevisit) r).profile())
        .contains(WarcRevisit.SERVER_NOT_MODIFIED_1_0);
  }

  @Test
  void aChangedRowANewOneAndAPageThatIsGoneAreSeen() {
    site.page(
            "/a/",
            "<title>列表</title><ul><li><a href='/0.html'>关于/0.html的通知（修订）</a>"
                + "<li><a href='/1.html'>关于/1.html的通知</a><li><a href='/new.html'>新</a></ul>")
        .page("/0.html", Trial.article("修订后"))
        .page("/new.html", Trial.article("新"));
    Map<String, String> before = contents();
    update("second");
    assertThat(site.asked()).containsExactlyInAnyOrder("/", "/a/", "/0.html", "/new.html");
    Map<String, String> after = contents();
    assertThat(after.get(site.url("/0.html"))).isNotEqualTo(before.get(site.url("/0.html")));
    assertThat(after.get(site.url("/1.html"))).isEqualTo(before.get(site.url("/1.html")));
    assertThat(after).doesNotContainKey(site.url("/2.html")).containsKey(site.url("/new.html"));

    site.answer("/new.html", aResponse().withStatus(404))
        .page(
            "/a/",
            "<title>列表</title><ul><li><a href='/1.html'>关于/1.html的通知</a>"
                + "<li><a href='/new.html'>撤下</a></ul>");
    update("third");
    assertThat(contents().get(site.url("/new.html"))).startsWith("404");
  }

  @Test
  void aRowWithAnotherDateIsAskedAgain() {
    String rows =
        "<title>列表</title><ul><li><a href='/0.html'>关于第一件事的通知</a><span>2026-01-02</span>"
            + "<li><a href='/1.html'>关于第二件事的通知</a><span>2026-01-03</span></ul>";
    site.page("/a/", rows);
    update("second");
    site.page("/a/", rows.replace("2026-01-03", "2026-02-04"));
    update("third");
    assertThat(site.asked()).containsExactly("/", "/a/", "/1.html");
  }

  @Test
  void whatFailedBeforeIsAskedAgain() {
    site.answer("/3.html", aResponse().withStatus(500));
    site.retries = 0;
    site.folder(folder.resolve("failed"));
    site.crawl();
    assertThat(site.unread()).hasSize(1);
    site.page("/3.html", Trial.article("三"));
    update("second");
    assertThat(site.asked()).containsExactly("/", "/a/", "/3.html");
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void anUpdateThatDiedGoesOn() throws IOException {
    update("second");
    Map<String, String> expected = contents();
    byte[] whole = Files.readAllBytes(site.folder().resolve(WarcStore.FILE));
    site.resume = true;
    Random random = new Random(5);
    for (int round = 0; round < 6; round++) {
      Files.write(
          site.folder().resolve(WarcStore.FILE),
          Arrays.copyOf(whole, 1_000 + random.nextInt(whole.length - 1_000)));
      site.server().resetRequests();
      site.crawl();
      assertThat(site.asked()).isSubsetOf("/", "/a/");
      assertThat(contents()).isEqualTo(expected);
    }
  }
}
