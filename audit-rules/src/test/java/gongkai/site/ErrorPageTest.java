package gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An entry of a listing whose address answers with an error that calls itself a page. */
class ErrorPageTest {
  private static final String LIST =
      "<div>当前位置：<a href=/>首页</a> &gt; <a href=/gh/>工作计划</a></div><ul>"
          + "<li><a href=/gh/1.html>2026年人力资源社会保障工作要点</a><span>2026-03-02</span></li>"
          + "<li><a href=/gh/2.html>2025年人力资源社会保障工作要点</a><span>2025-03-02</span></li></ul>";

  private static String failed(String body) {
    return new LaidSnapshot()
            .page("/", "<a href=/gh/>工作计划</a>")
            .page("/gh/", LIST)
            .page("/gh/1.html", body)
            .site()
            .pages()
            .stream()
            .filter(p -> p.url().endsWith("/gh/1.html"))
            .map(SitePage::failed)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void anErrorInAnArticlesPlaceIsNoArticle() {
    assertThat(failed("<p>系统繁忙，请稍后再试！</p>")).isEqualTo("server-error");
    assertThat(failed("<p>小人社正在努力加载</p><a href=/>返回</a>")).isEqualTo(ErrorPage.WHY);
    assertThat(failed("")).isNotEmpty();
  }

  @Test
  void aShortArticleByItsListedTitleIsOne() {
    String text = "<div class=content><p>此件详见纸质文件，如有需要请到市人社局办公室查阅，工作日上午九时至十一时。</p></div>";
    assertThat(failed("<h1>2026年人力资源社会保障工作要点</h1>" + text)).isEmpty();
    assertThat(failed("<h1>工作安排</h1><div>发布时间：2026-03-02 来源：办公室</div>" + text)).isEmpty();
  }
}
