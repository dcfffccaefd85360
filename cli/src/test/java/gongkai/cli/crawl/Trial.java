package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Notifier;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server with pages of one's own making, and a crawl of it without waiting. */
final class Trial implements AutoCloseable {
  private static final Notifier QUIET =
      new Notifier() {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
      };

  private final WireMockServer server =
      new WireMockServer(
          options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true).notifier(QUIET));
  private Path folder;

  boolean resume;
  boolean plan;
  Optional<Path> update = Optional.empty();
  boolean everything;
  int connections = 2;
  int maxPages = 20_000;
  int maxDepth = 12;
  Optional<Duration> maxTime = Optional.empty();
  Duration timeout = Duration.ofSeconds(20);
  int retries = 3;
  double rate;
  long maxBody = 10_000_000;
  String consent = "";
  List<String> allowed = List.of();
  List<String> seeds = List.of();
  List<String> headers = List.of();
  Optional<InetSocketAddress> proxy = Optional.empty();
  Optional<Path> browser = Optional.empty();
  FetchPolicy policy = FetchPolicy.ALL;

  Trial(Path folder) {
    this.folder = folder;
    server.start();
  }

  Trial page(String path, String body) {
    return answer(path, aResponse().withHeader("Content-Type", "text/html").withBody(body));
  }

  Trial answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(any(urlEqualTo(path)).willReturn(answer));
    return this;
  }

  /** A list of links. */
  static String list(String... hrefs) {
    StringBuilder list = new StringBuilder("<title>列表</title><ul>");
    for (String href : hrefs) {
      list.append("<li><a href='" + href + "'>关于" + href + "的通知</a>");
    }
    return list.append("</ul>").toString();
  }

  static String links(String... hrefs) {
    StringBuilder links = new StringBuilder("<title>导航</title>");
    for (String href : hrefs) {
      links.append("<a href='" + href + "'>栏目" + href + "</a>");
    }
    return links.toString();
  }

  static String article(String title) {
    return "<title>" + title + "</title><h1>" + title + "</h1><p>正文";
  }

  WireMockServer server() {
    return server;
  }

  String base() {
    return "http://127.0.0.1:" + server.port();
  }

  String url(String path) {
    return base() + path;
  }

  Path folder() {
    return folder;
  }

  /** From now on the snapshot lies there. */
  void folder(Path other) {
    folder = other;
  }

  Crawl.Options order(String start) {
    return new Crawl.Options(
        start,
        seeds,
        allowed,
        folder,
        resume,
        update,
        everything,
        plan,
        new Crawl.Manners(
            rate, connections, consent, "gongkai-test", headers, proxy, Optional.empty(), browser),
        new Crawl.Limits(
            maxPages, maxDepth, maxTime, timeout, retries, Duration.ofMillis(10), maxBody));
  }

  Crawl.Outcome crawl() {
    return crawl(url("/"));
  }

  Crawl.Outcome crawl(String start) {
    try {
      return Crawler.run(order(start), policy, CrawlListener.NONE, SimplePages::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A crawl that reads pages as the program does. */
  Crawl.Outcome crawlAsPrograms() {
    try {
      return Crawler.run(order(url("/")), policy, CrawlListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WarcSnapshot snapshot() {
    try {
      return WarcSnapshot.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stored answers by path. */
  Map<String, Answer> stored() {
    Map<String, Answer> stored = new LinkedHashMap<>();
    snapshot()
        .forEach(
            answer -> {
              if (!UnknownPath.is(answer.request().url())) {
                stored.put(path(answer.request().url()), answer);
              }
            });
    return stored;
  }

  /** {@code path why detail foundOn} of what was not read, sorted. */
  List<String> unread() {
    return snapshot().unread().stream()
        .map(
            u ->
                path(u.request().url())
                    + " "
                    + u.why()
                    + " "
                    + u.detail().replace(base(), "")
                    + " < "
                    + path(u.foundOn()))
        .sorted()
        .toList();
  }

  List<Unread> rawUnread() {
    return snapshot().unread();
  }

  /**
   * Paths asked for, without robots.txt, sitemap and addresses that cannot exist, in order of
   * arrival.
   */
  List<String> asked() {
    List<String> asked = new ArrayList<>();
    server.getAllServeEvents().forEach(e -> asked.add(e.getRequest().getUrl()));
    Collections.reverse(asked);
    asked.removeIf(p -> p.equals("/robots.txt") || p.equals("/sitemap.xml"));
    asked.removeIf(p -> UnknownPath.is(url(p)));
    return asked;
  }

  private String path(String url) {
    return url.startsWith(base()) ? url.substring(base().length()) : url;
  }

  @Override
  public void close() {
    server.stop();
  }
}
