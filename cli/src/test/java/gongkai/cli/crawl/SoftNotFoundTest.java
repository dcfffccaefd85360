package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import gongkai.AuditResult.DeadLink;
import gongkai.page.UnknownPath;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.site.SitePage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are gone although the answer's status says otherwise. */
class SoftNotFoundTest {
  private static final String HOME =
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>示例局</title></head><body>"
          + "<a href='/tz/'>通知公告</a> <a href='/jg/'>机构职能</a> <a href='/zc/'>政策文件</a>"
          + "<p>示例市人力资源和社会保障局门户网站欢迎您</p></body></html>";

  private static final String LIST =
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>通知公告</title></head><body>"
          + "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/tz/'>通知公告</a></div><ul>"
          + "<li><a href='/tz/t20260305_1.html'>关于印发甲办法的通知</a><span>2026-03-05</span></li>"
          + "<li><a href='/tz/t20260304_2.html'>关于印发乙办法的通知</a><span>2026-03-04</span></li>"
          + "</ul></body></html>";

  private static final String ARTICLE =
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>关于印发甲办法的通知</title></head><body>"
          + "<h1>关于印发甲办法的通知</h1><p>发布时间：2026-03-05</p><div id='zoom'><p>"
          + "各县市区人力资源和社会保障局：现将甲办法印发给你们，请结合实际认真贯彻执行。</p></div></body></html>";

  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
    site.page("/", HOME).page("/tz/", LIST).page("/tz/t20260305_1.html", ARTICLE);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void elsewhere(ResponseDefinitionBuilder answer) {
    site.server()
        .stubFor(
            any(anyUrl())
                .atPriority(10)
                .willReturn(answer.withHeader("Content-Type", "text/html; charset=utf-8")));
    site.page("/robots.txt", "").page("/sitemap.xml", "");
  }

  private Site crawled() {
    site.crawlAsPrograms();
    return SiteBuilder.build(site.snapshot());
  }

  private static SitePage page(Site site, String end) {
    return site.pages().stream().filter(p -> p.url().endsWith(end)).findFirst().orElseThrow();
  }

  private void goneIsGone(Site found) {
    assertThat(page(found, "/tz/t20260305_1.html").dead()).isFalse();
    assertThat(page(found, "/tz/t20260304_2.html").dead()).isTrue();
    assertThat(found.dead())
        .extracting(DeadLink::url)
        .containsExactly(site.url("/tz/t20260304_2.html"));
    assertThat(found.startReadable()).isTrue();
    // once for folders, once for .html
    assertThat(site.server().getAllServeEvents())
        .filteredOn(e -> UnknownPath.is(site.url(e.getRequest().getUrl())))
        .hasSize(2);
  }

  @Test
  void theHomePageForWhateverIsAsked() {
    elsewhere(aResponse().withBody(HOME));
    goneIsGone(crawled());
  }

  @Test
  void aStockPageWithoutTellingWords() {
    elsewhere(
        aResponse()
            .withBody(
                "<!DOCTYPE html><html><head><title>示例局</title></head><body><a href='/'>首页</a>"
                    + "<p>感谢您对我局工作的关心，我们将继续努力为您提供更好的服务，如有疑问请致电本局办公室。</p></body></html>"));
    goneIsGone(crawled());
  }

  @Test
  void aRedirectToTheHomePage() {
    elsewhere(aResponse().withStatus(302).withHeader("Location", "/"));
    goneIsGone(crawled());
  }

  @Test
  void aShellForEveryAddressIsNoProof() {
    elsewhere(
        aResponse()
            .withBody(
                "<!DOCTYPE html><html><body><div id='app'></div><script src='/a.js'></script></body></html>"));
    Site found = crawled();
    assertThat(found.dead()).isEmpty();
    assertThat(page(found, "/tz/t20260304_2.html").failed()).isEqualTo("needs a script");
  }

  @Test
  void theAddressLooksLikeChanceAndIsTheSameEachTime() {
    String url = UnknownPath.beside("http://rsj.example.gov.cn/tz/t20260305_1.shtml?x=1");
    assertThat(url).matches("http://rsj\\.example\\.gov\\.cn/[0-9a-f]{20}\\.shtml");
    assertThat(UnknownPath.beside(url)).isEqualTo(url);
    assertThat(UnknownPath.is("http://rsj.example.gov.cn/")).isFalse();
  }
}
