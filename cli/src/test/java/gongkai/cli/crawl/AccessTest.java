package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import gongkai.fixtures.Cases;
import gongkai.snapshot.Access;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the crawl out is told as what it is, by {@code cases/refusals.csv}. */
class AccessTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> refusals() {
    return Cases.read("refusals.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> refused(row)));
  }

  private void refused(Map<String, String> row) {
    try (Trial site = new Trial(folder.resolve(row.get("name").replace(' ', '-')))) {
      ResponseDefinitionBuilder answer =
          aResponse()
              .withStatus(Integer.parseInt(row.get("status")))
              .withHeader("Content-Type", "text/html; charset=utf-8")
              .withBody(row.get("html"));
      if (!row.get("cookie").isEmpty()) {
        answer.withHeader("Set-Cookie", row.get("cookie"));
      }
      site.page("/", Trial.list("/1.html")).answer("/1.html", answer);
      site.crawl();
      assertThat(site.unread()).containsExactly("/1.html FAILED " + row.get("detail") + " < /");
      assertThat(site.rawUnread().get(0).access()).map(Access::code).contains(row.get("access"));
      assertThat(site.asked().stream().filter("/1.html"::equals))
          .hasSize(Integer.parseInt(row.get("asked")));
    }
  }

  @Test
  void aPageWithoutContentIsACutAndStoredAsEvidence() {
    try (Trial site = new Trial(folder)) {
      site.page("/", "<meta charset=utf-8><script>$_ts=window['$_ts']</script>");
      Crawl.Outcome outcome = site.crawlAsPrograms();
      assertThat(outcome.cut()).isTrue();
      assertThat(site.stored()).containsOnlyKeys("/");
      assertThat(site.unread()).isEmpty();
    }
  }

  @Test
  void robotsThatDoNotAnswerEndTheCrawlAndAreNamed() {
    try (Trial site = new Trial(folder)) {
      site.page("/", Trial.list("/1.html")).answer("/robots.txt", aResponse().withStatus(503));
      Crawl.Outcome outcome = site.crawl();
      assertThat(outcome.startRead()).isFalse();
      assertThat(site.asked()).isEmpty();
      assertThat(site.unread()).containsExactly("/ ROBOTS robots.txt: 503 < ");
      assertThat(site.rawUnread().get(0).access()).contains(Access.SERVER_ERROR);
    }
  }
}
