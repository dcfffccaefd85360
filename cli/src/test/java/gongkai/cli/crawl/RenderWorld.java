package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.snapshot.Exchange;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.snapshot.Access;
import gongkai.snapshot.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that only a script fills, in a real Chromium ({@code -Pworld}; Debian: chromium). */
class RenderWorld {
  private static final String SHELL =
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>示例局</title></head><body>"
          + "<div id='app'></div><script src='/js/app.js'></script></body></html>";

  private static final String PROGRAM =
      """
      (async function () {
        var app = document.getElementById('app');
        var here = location.pathname;
        if (here === '/') {
          app.innerHTML = '<a href="/list/">通知公告</a> 示例市人力资源和社会保障局门户网站首页，主动公开政府信息，接受社会监督，欢迎访问。';
          return;
        }
        if (here === '/list/') {
          var answer = await fetch('/api/list', {method: 'POST', body: JSON.stringify({page: 1})});
          var rows = await answer.json();
          app.innerHTML = '<h2>通知公告</h2><ul>' + rows.map(function (r) {
            return '<li><a href="' + r.url + '">' + r.title + '</a><span>' + r.date + '</span></li>';
          }).join('') + '</ul>';
          return;
        }
        var text = await (await fetch('/api' + here + '.json')).json();
        app.innerHTML = '<h1>' + text.title + '</h1><p>发布时间：' + text.date + '</p><div class="content">' + text.text + '</div>';
        new Image().src = '/beacon.gif';
        fetch('http://127.0.0.2:9/leak').catch(function () {});
        fetch('/private/data.json').catch(function () {});
      })();
      """;

  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
    site.browser = Browser.find();
    assertThat(site.browser).as("Chromium is installed").isPresent();
    site.page("/", SHELL)
        .page("/list/", SHELL)
        .page("/doc_64490ed381b21bb8b8a79a92", SHELL)
        .answer(
            "/js/app.js",
            aResponse()
                .withHeader("Content-Type", "application/javascript; charset=utf-8")
                .withBody(PROGRAM))
        .answer(
            "/api/list",
            aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(
                    "[{\"url\":\"/doc_64490ed381b21bb8b8a79a92\",\"title\":\"关于印发就业援助工作办法的通知\",\"date\":\"2026-03-05\"}]"))
        .answer(
            "/api/doc_64490ed381b21bb8b8a79a92.json",
            aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(
                    "{\"title\":\"关于印发就业援助工作办法的通知\",\"date\":\"2026-03-05\",\"text\":\"<p>"
                        + "各县市区人力资源和社会保障局：现将就业援助工作办法印发给你们，请结合实际认真贯彻执行。".repeat(3)
                        + "</p>\"}"))
        .answer("/private/data.json", aResponse().withBody("{}"))
        .answer(
            "/robots.txt",
            aResponse()
                .withHeader("Content-Type", "text/plain")
                .withBody("User-agent: *\nDisallow: /private/\n"));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aSiteOfScriptsIsReadThroughTheCrawlsOwnRequests() {
    Crawl.Outcome outcome = site.crawlAsPrograms();
    assertThat(outcome.startRead()).isTrue();
    assertThat(outcome.cut()).isFalse();
    List<String> asked = site.asked();
    assertThat(asked).contains("/api/list", "/api/doc_64490ed381b21bb8b8a79a92.json");
    // no picture, nothing that robots.txt forbids, each page once, the program once
    assertThat(asked).doesNotContain("/beacon.gif", "/private/data.json");
    assertThat(asked).doesNotHaveDuplicates();
    assertThat(site.server().getAllServeEvents())
        .allMatch(e -> "gongkai-test".equals(e.getRequest().getHeader("User-Agent")));

    Map<String, Answer> stored = site.stored();
    PageFacts article = PageReader.read(stored.get("/doc_64490ed381b21bb8b8a79a92"));
    assertThat(article.title()).isEqualTo("关于印发就业援助工作办法的通知");
    assertThat(article.withheld()).isEmpty();
    assertThat(article.dates()).isNotEmpty();
  }

  @Test
  void theDocumentIsStoredBesideTheAnswerThatItRefersTo() {
    site.crawlAsPrograms();
    List<String> roles = new ArrayList<>();
    site.snapshot()
        .forEach(
            (answer, role) -> {
              if (answer.request().url().endsWith("/list/")) {
                roles.add(role + " " + new String(answer.body()).contains("关于印发"));
              }
            });
    assertThat(roles)
        .containsExactly(Exchange.Role.PAGE + " false", Exchange.Role.RENDERED + " true");
  }

  @Test
  void aResumedCrawlTakesTheStoredDocument() {
    site.crawlAsPrograms();
    int before = site.server().getAllServeEvents().size();
    site.resume = true;
    assertThat(site.crawlAsPrograms().cut()).isFalse();
    // robots.txt and the sitemap that is not there are no pages and stored as well
    assertThat(site.server().getAllServeEvents()).hasSize(before);
  }

  @Test
  void theRateHoldsForWhatAPageAsksFor() {
    site.rate = 5;
    long began = System.nanoTime();
    site.crawlAsPrograms();
    long requests = site.server().getAllServeEvents().size();
    assertThat(System.nanoTime() - began).isGreaterThan((requests - 1) * 200_000_000L);
  }

  @Test
  void withoutTheBrowserThePageIsSaidToNeedAScript() {
    site.browser = java.util.Optional.empty();
    Crawl.Outcome outcome = site.crawlAsPrograms();
    assertThat(outcome.cut()).isTrue();
    assertThat(site.asked()).containsExactly("/");
    PageFacts start = PageReader.read(site.stored().get("/"));
    assertThat(Access.of(start.withheld())).contains(Access.NEEDS_SCRIPT);
  }
}
