package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import gongkai.cli.snapshot.WarcSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a crawl makes of hosts that answer badly, late or not at all. */
class FaultsTest {
  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
    site.page("/", Trial.list("/1.html", "/2.html")).page("/2.html", Trial.article("二"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private long times(String path) {
    return site.asked().stream().filter(path::equals).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503, 521})
  void tryAgainStatusesAreAskedFourTimesThenFailed(int status) {
    site.answer("/1.html", aResponse().withStatus(status));
    Crawl.Outcome outcome = site.crawl();
    assertThat(times("/1.html")).isEqualTo(4);
    assertThat(site.unread()).containsExactly("/1.html FAILED " + status + " < /");
    assertThat(site.stored()).containsOnlyKeys("/", "/2.html");
    assertThat(outcome.cut()).isTrue();
    assertThat(outcome.startRead()).isTrue();
  }

  @Test
  void retryAfterNothingIsNoLeaveToAskMore() {
    site.answer("/1.html", aResponse().withStatus(503).withHeader("Retry-After", "0"));
    site.crawl();
    assertThat(times("/1.html")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 407, 412, 418, 421, 451})
  void refusalsAreAskedOnceAndFailed(int status) {
    site.answer("/1.html", aResponse().withStatus(status));
    site.crawl();
    assertThat(times("/1.html")).isEqualTo(1);
    assertThat(site.unread()).containsExactly("/1.html FAILED " + status + " < /");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void thereIsNoSuchPageIsAnAnswer(int status) {
    site.answer("/1.html", aResponse().withStatus(status).withBody("没有"));
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.unread()).isEmpty();
    assertThat(site.stored().get("/1.html").status()).isEqualTo(status);
    assertThat(outcome.cut()).isFalse();
  }

  @Test
  void onceUnavailableRecovers() {
    site.server()
        .stubFor(
            any(urlEqualTo("/1.html"))
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(503)));
    site.server()
        .stubFor(
            any(urlEqualTo("/1.html"))
                .inScenario("once")
                .whenScenarioStateIs("well")
                .willReturn(aResponse().withBody(Trial.article("一"))));
    site.crawl();
    assertThat(site.stored()).containsKey("/1.html");
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void retryAfterIsObeyedAndPausesTheWholeHost() {
    site.connections = 1;
    site.retries = 1;
    site.answer("/1.html", aResponse().withStatus(503).withHeader("Retry-After", "1"));
    long began = System.nanoTime();
    site.crawl();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
    List<Instant> times = new ArrayList<>();
    site.server().getAllServeEvents().stream()
        .filter(e -> e.getRequest().getUrl().matches("/[12].html"))
        .forEach(e -> times.add(e.getRequest().getLoggedDate().toInstant()));
    Collections.sort(times);
    assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  void retryAfterIsSecondsOrADateAndAtMostFiveMinutes() {
    Instant now = Instant.parse("2026-10-31T00:00:00Z");
    String inTwoMinutes =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(120).atOffset(ZoneOffset.UTC));
    assertThat(RetryAfter.parse("7", now)).contains(Duration.ofSeconds(7));
    assertThat(RetryAfter.parse("3600", now)).contains(Duration.ofMinutes(5));
    assertThat(RetryAfter.parse(inTwoMinutes, now)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Sat, 31 Oct 2020 00:00:00 GMT", now)).contains(Duration.ZERO);
    assertThat(RetryAfter.parse("soon", now)).isEmpty();
  }

  @Test
  void aSlowAnswerIsATimeoutAndHoldsNothingUp() {
    site.timeout = Duration.ofMillis(300);
    site.retries = 1;
    site.answer("/1.html", aResponse().withFixedDelay(5_000).withBody("spät"));
    long began = System.nanoTime();
    site.crawl();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    assertThat(site.unread()).containsExactly("/1.html FAILED timeout 300ms < /");
    assertThat(site.stored()).containsKey("/2.html");
  }

  @Test
  void theTimeoutBoundsAnAnswerThatTricklesIn() {
    site.timeout = Duration.ofMillis(400);
    site.retries = 0;
    site.answer(
        "/1.html", aResponse().withBody("x".repeat(5_000)).withChunkedDribbleDelay(50, 10_000));
    site.crawl();
    assertThat(site.unread()).containsExactly("/1.html FAILED timeout 400ms < /");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionsAreTriedAgainThenFailed(Fault fault) {
    site.answer("/1.html", aResponse().withFault(fault));
    site.crawl();
    assertThat(times("/1.html")).isEqualTo(4);
    assertThat(site.unread()).hasSize(1);
    assertThat(site.unread().get(0)).startsWith("/1.html FAILED broken answer").endsWith(" < /");
    assertThat(site.stored()).containsKey("/2.html");
  }

  @Test
  void aHostThatIsDownDoesNotHoldTheRun() {
    String[] paths = IntStream.range(0, 200).mapToObj(i -> "/d" + i).toArray(String[]::new);
    site.page("/", Trial.list(paths));
    for (String path : paths) {
      site.answer(path, aResponse().withFault(Fault.EMPTY_RESPONSE));
    }
    site.retries = 0;
    site.crawl();
    assertThat(site.asked()).hasSizeLessThan(40);
    assertThat(site.unread()).hasSize(200).anyMatch(u -> u.contains("FAILED not asked: no answer"));
  }

  /** HTTP/1.0 closes after each answer and does not say so. */
  @Test
  void aServerOfAnOldProtocolIsAskedOncePerPage() throws IOException {
    String[] paths = IntStream.range(0, 40).mapToObj(i -> "/d" + i).toArray(String[]::new);
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    try (ServerSocket old = new ServerSocket(0)) {
      Thread server =
          new Thread(
              () -> {
                try {
                  while (true) {
                    try (Socket socket = old.accept()) {
                      byte[] request = new byte[8192];
                      int length = socket.getInputStream().read(request);
                      String path =
                          new String(request, 0, Math.max(0, length), StandardCharsets.US_ASCII)
                              .replaceFirst("(?s)^GET (\\S*) .*", "$1");
                      asked.add(path);
                      String body =
                          path.equals("/") ? Trial.list(paths) : Trial.article("关于" + path);
                      String head =
                          path.equals("/") || path.startsWith("/d")
                              ? "HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8"
                              : "HTTP/1.0 404 Not Found";
                      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                      head += "\r\nContent-Length: " + bytes.length + "\r\n\r\n";
                      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                      socket.getOutputStream().write(bytes);
                    }
                  }
                } catch (IOException closed) {
                  Thread.currentThread().interrupt();
                }
              });
      server.start();
      site.retries = 0;
      site.crawl("http://127.0.0.1:" + old.getLocalPort() + "/");
      assertThat(site.rawUnread()).isEmpty();
      assertThat(asked).contains(paths).doesNotHaveDuplicates();
    }
  }

  @Test
  void pagesThatFailOneByOneDoNotMakeAHostDown() {
    String[] paths = IntStream.range(0, 60).mapToObj(i -> "/d" + i).toArray(String[]::new);
    site.page("/", Trial.list(paths));
    for (int i = 0; i < 60; i++) {
      site.answer("/d" + i, aResponse().withStatus(i % 10 == 0 ? 200 : 503));
    }
    site.retries = 0;
    site.crawl();
    assertThat(site.asked()).hasSize(61);
  }

  @Test
  void pausesDoubleAndEndAtFifteenSeconds() {
    Duration sum = Duration.ZERO;
    for (int attempt = 1; attempt <= 10; attempt++) {
      sum = sum.plus(Retries.pause(Duration.ofMillis(500), attempt));
    }
    assertThat(Retries.pause(Duration.ofMillis(500), 1)).isEqualTo(Duration.ofMillis(500));
    assertThat(Retries.pause(Duration.ofMillis(500), 3)).isEqualTo(Duration.ofSeconds(2));
    assertThat(sum).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void aStartThatMovedToAnAllowedHostIsCrawledThereWhole() {
    try (Trial moved = new Trial(folder.resolve("moved"))) {
      moved
          .page("/", Trial.links("/a/"))
          .page("/a/", Trial.links("/b/"))
          .page("/b/", Trial.links());
      site.allowed = List.of("127.0.0.1:" + moved.server().port());
      site.answer("/", moved(moved.url("/")));
      Crawl.Outcome outcome = site.crawl();
      assertThat(outcome.startRead()).isTrue();
      assertThat(moved.asked()).containsExactly("/", "/a/", "/b/");
    }
  }

  @Test
  void aStartThatMovedElsewhereIsNotRead() {
    site.answer("/", moved("http://127.0.0.1:9/"));
    Crawl.Outcome outcome = site.crawl();
    assertThat(outcome.startRead()).isFalse();
    assertThat(site.unread())
        .containsExactly("http://127.0.0.1:9/ HOST redirect to 127.0.0.1:9 < /");
  }

  @Test
  void aBodyShorterThanPromisedIsNoAnswer() throws IOException {
    try (ServerSocket liar = new ServerSocket(0)) {
      Thread server =
          new Thread(
              () -> {
                try {
                  while (true) {
                    try (Socket socket = liar.accept()) {
                      socket.getInputStream().read(new byte[8192]);
                      socket
                          .getOutputStream()
                          .write(
                              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"
                                  .getBytes(StandardCharsets.US_ASCII));
                    }
                  }
                } catch (IOException closed) {
                  Thread.currentThread().interrupt();
                }
              });
      server.start();
      site.consent = "to leave robots.txt out";
      site.crawl("http://127.0.0.1:" + liar.getLocalPort() + "/");
      assertThat(site.stored()).isEmpty();
      assertThat(site.rawUnread()).hasSize(1);
      assertThat(site.rawUnread().get(0).detail()).startsWith("broken answer");
    }
  }

  @Test
  void bodiesStopAtTheirLimitAndSaySo() {
    site.maxBody = 1_000;
    site.answer("/1.html", aResponse().withBody("一".repeat(1_000)));
    site.crawl();
    assertThat(times("/1.html")).isEqualTo(1);
    assertThat(site.stored().get("/1.html").body()).hasSize(1_000);
    assertThat(site.stored().get("/1.html").truncated()).isTrue();
    assertThat(site.stored().get("/2.html").truncated()).isFalse();
    assertThat(site.unread()).containsExactly("/1.html MAX_BODY max-body 1KB < /");
  }

  @Test
  void aBodyOfExactlyTheLimitIsWhole() {
    site.maxBody = 1_000;
    site.answer("/1.html", aResponse().withBody("x".repeat(1_000)));
    site.crawl();
    assertThat(site.stored().get("/1.html").truncated()).isFalse();
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void aGzipBombStopsAtTheLimit() throws IOException {
    site.maxBody = 100_000;
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    site.answer(
        "/1.html", aResponse().withHeader("Content-Encoding", "gzip").withBody(bomb.toByteArray()));
    site.crawl();
    assertThat(site.stored().get("/1.html").body()).hasSize(100_000);
    assertThat(site.stored().get("/1.html").truncated()).isTrue();
  }

  @Test
  void contentEncodingsAreUnpacked() throws IOException {
    byte[] page = Trial.article("压缩").getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(page);
    }
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
      out.write(page);
    }
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bare, new Deflater(9, true))) {
      out.write(page);
    }
    site.page("/", Trial.list("/g", "/z", "/b", "/lie", "/br"))
        .answer("/g", encoded("gzip", gzip.toByteArray()))
        .answer("/z", encoded("deflate", zlib.toByteArray()))
        .answer("/b", encoded("deflate", bare.toByteArray()))
        .answer("/lie", encoded("gzip", page))
        .answer("/br", encoded("br", page));
    site.crawl();
    for (String path : List.of("/g", "/z", "/b", "/lie")) {
      assertThat(site.stored().get(path).body()).as(path).isEqualTo(page);
    }
    assertThat(site.unread()).containsExactly("/br FAILED content-encoding br < /");
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder encoded(
      String encoding, byte[] body) {
    return aResponse().withHeader("Content-Encoding", encoding).withBody(body);
  }

  @Test
  void everyHopOfARedirectIsStored() {
    site.answer("/1.html", moved("/x")).answer("/x", moved("/y")).page("/y", Trial.article("一"));
    site.crawl();
    assertThat(site.stored()).containsKeys("/1.html", "/x", "/y");
    assertThat(site.stored().get("/1.html").location()).contains(site.url("/x"));
    assertThat(site.unread()).isEmpty();
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder moved(String to) {
    return aResponse().withStatus(302).withHeader("Location", to);
  }

  @Test
  void redirectsEndAfterTenHops() {
    site.answer("/1.html", moved("/h1"));
    for (int i = 1; i < 30; i++) {
      site.answer("/h" + i, moved("/h" + (i + 1)));
    }
    site.crawl();
    assertThat(site.asked()).contains("/h10").doesNotContain("/h11");
    assertThat(site.unread()).containsExactly("/1.html TRAP more than 10 redirects < /");
  }

  @Test
  void aRedirectLoopEnds() {
    site.answer("/1.html", moved("/x")).answer("/x", moved("/1.html"));
    site.crawl();
    assertThat(site.unread()).containsExactly("/1.html TRAP redirect loop < /");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.2:9/", "file:///etc/passwd", "ftp://127.0.0.1/", "javascript:x"})
  void redirectsLeaveNeitherTheHostsNorHttp(String target) {
    site.answer("/1.html", moved(target));
    site.crawl();
    String expected =
        target.startsWith("http")
            ? "http://127.0.0.2:9/ HOST redirect to 127.0.0.2:9 < /1.html"
            : "/1.html FAILED 302 without an address < /";
    assertThat(site.unread()).containsExactly(expected);
  }

  @Test
  void aHostThatDoesNotAnswerIsTriedWithBothSchemes() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    site.retries = 0;
    Crawl.Outcome outcome = site.crawl("http://127.0.0.1:" + free + "/");
    assertThat(outcome.startRead()).isFalse();
    assertThat(site.rawUnread()).hasSize(1);
    assertThat(site.rawUnread().get(0).detail())
        .isEqualTo("http: robots.txt: no connection; https: robots.txt: no connection");
  }

  @Test
  void theStartIsFoundUnderTheOtherScheme() {
    site.retries = 0;
    site.page("/", Trial.list(site.url("/1.html").replace("http:", "https:")))
        .page("/1.html", Trial.article("一"));
    Crawl.Outcome outcome = site.crawl(site.url("/").replace("http:", "https:"));
    assertThat(outcome.startRead()).isTrue();
    assertThat(site.stored()).containsKeys("/", "/1.html");
    assertThat(site.unread()).isEmpty();
  }

  @Test
  void theProxyIsAskedForLoopbackToo() {
    try (Trial proxy = new Trial(folder.resolve("proxy"))) {
      proxy.server().stubFor(any(anyUrl()).willReturn(aResponse().withBody(Trial.article("经代理"))));
      site.proxy =
          Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.server().port()));
      site.crawl("http://127.0.0.1:9/");
      assertThat(site.stored()).containsKey("http://127.0.0.1:9/");
      assertThat(proxy.server().getAllServeEvents()).isNotEmpty();
    }
  }

  @Test
  void ownHeadersGoToTheSiteAndNoFurther() {
    try (Trial other = new Trial(folder.resolve("other"))) {
      other.page("/x", Trial.article("外"));
      site.allowed = List.of("127.0.0.1:" + other.server().port());
      site.headers = List.of("X-Key: secret");
      site.page("/", Trial.list(other.url("/x")));
      site.crawl();
      assertThat(site.server().getAllServeEvents().get(0).getRequest().getHeader("X-Key"))
          .isEqualTo("secret");
      assertThat(other.asked()).containsExactly("/x");
      assertThat(other.server().getAllServeEvents())
          .noneMatch(e -> e.getRequest().containsHeader("X-Key"));
    }
  }

  @Test
  void theSnapshotIsReadBackTheSameWayTwice() throws IOException {
    site.answer("/1.html", aResponse().withStatus(500));
    site.crawl();
    assertThat(WarcSnapshot.open(folder).unread()).isEqualTo(site.rawUnread());
  }
}
