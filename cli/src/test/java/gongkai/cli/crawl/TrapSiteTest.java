package gongkai.cli.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site of unlimited addresses: the crawl ends by itself, finds every article, and says what it
 * left. Calendars with next months, keys in every link, pages below themselves, filters that can be
 * combined, mirrors and print versions.
 */
class TrapSiteTest {
  private static final int ARTICLES = 60;

  /** Of a crawl without traps: start, two columns, six pages of a list, the articles. */
  private static final int HONEST = 4 + 6 + ARTICLES;

  @TempDir Path folder;
  private HttpServer server;
  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger serial = new AtomicInteger();

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    String page = path.equals("/robots.txt") || path.equals("/sitemap.xml") ? "" : page(path);
    if (!page.isEmpty()) {
      asked.add(path);
    }
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String page(String path) {
    if (path.startsWith("/tz/")) {
      return path.startsWith("/tz/t") ? article(path) : column(path);
    }
    if (path.startsWith("/was5/")) {
      return searched(path);
    }
    if (path.startsWith("/rl/")) {
      return calendar(path);
    }
    if (path.startsWith("/sx/")) {
      return filters(path);
    }
    if (path.startsWith("/key/")) {
      return keys(path);
    }
    // every other address shows the start page, whose links are relative
    return html(
        "示例局",
        "<a href='/tz/'>通知公告</a> <a href='gk/'>政务公开</a> <a href='zw/'>政务服务</a>"
            + " <a href='hd/index.html'>互动交流</a> <a href='../wm/'>文明创建</a>"
            + " <a href='/rl/2026-10/'>工作日历</a> <a href='/sx/'>分类查询</a> <a href='/key/'>信箱</a>"
            + " <a href='/english/'>English</a> <a href='/big5/'>繁體</a> <a href='/wap/'>手机版</a>"
            + " <a href='/search?keywords=1'>搜索</a>"
            + " <a href='/was5/web/search?channelid=203'>规范性文件</a>");
  }

  private static String html(String title, String body) {
    return "<!DOCTYPE html><html><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }

  private String column(String path) {
    int page =
        path.matches("/tz/index_\\d+\\.html") ? Integer.parseInt(path.replaceAll("\\D", "")) : 0;
    StringBuilder list =
        new StringBuilder("<div>当前位置：<a href='/'>首页</a> &gt; <a href='/tz/'>通知公告</a></div><ul>");
    for (int i = page * 10; i < Math.min(ARTICLES, page * 10 + 10); i++) {
      list.append(
          "<li><a href='/tz/t20260305_"
              + (1000 + i)
              + ".html;jsessionid="
              + serial.incrementAndGet()
              + "'>关于印发第"
              + i
              + "号办法的通知</a><span>2026-03-05</span></li>");
    }
    list.append("</ul>");
    if (page < 5) {
      list.append("<a href='/tz/index_" + (page + 1) + ".html'>下一页</a>");
    }
    return html("通知公告", list.toString());
  }

  /** The list of a column, made by the search engine of the system; words may be looked for too. */
  private static String searched(String path) {
    return html(
        "规范性文件",
        "<ul><li><a href='/tz/t20260305_1059.html'>关于印发第59号办法的通知</a><span>2026-03-05</span></li>"
            + "<li><a href='/tz/t20260305_1060.html'>关于印发第60号办法的通知</a><span>2026-03-05</span></li></ul>"
            + "<a href='/was5/web/search?channelid=203&searchword=%E7%A4%BE%E4%BF%9D'>社保</a>");
  }

  private String article(String path) {
    return html(
        "关于印发" + path.replaceAll("\\D", "") + "号办法的通知",
        "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/tz/'>通知公告</a></div><h1>关于印发"
            + path.replaceAll("\\D", "")
            + "号办法的通知</h1><p>发布时间：2026-03-05</p><div id='zoom'><p>各县市区人力资源和社会保障局：现将办法印发给你们，请结合实际认真贯彻执行，执行中的问题请及时报告。</p></div>"
            + "<a href='"
            + path
            + "?print=1'>打印本页</a> <a href='"
            + path
            + "?PHPSESSID="
            + serial.incrementAndGet()
            + "'>刷新</a>");
  }

  private static String calendar(String path) {
    String month = path.replaceAll("[^0-9-]", "");
    LocalDate day = LocalDate.parse((month.matches("\\d{4}-\\d\\d") ? month : "2026-10") + "-01");
    StringBuilder page = new StringBuilder();
    page.append("<a href='/rl/" + day.minusMonths(1).toString().substring(0, 7) + "/'>上一月</a>");
    page.append("<a href='/rl/" + day.plusMonths(1).toString().substring(0, 7) + "/'>下一月</a>");
    for (int i = 1; i <= 28; i++) {
      page.append("<a href='/rl/" + month + "/" + i + "/'>" + i + "</a> ");
    }
    return html(month + "日程", page.toString());
  }

  /** Every filter can be added to every other one. */
  private static String filters(String path) {
    StringBuilder page = new StringBuilder();
    String join = path.contains("?") ? "&" : "?";
    for (String filter :
        List.of("lx=tz", "lx=gg", "nd=2025", "nd=2026", "bm=rsk", "bm=zck", "px=sj", "px=rd")) {
      page.append("<a href='" + path + join + filter + "'>筛选" + filter + "</a> ");
    }
    return html("分类查询", page.toString());
  }

  /** Each link has a key that no other has. */
  private String keys(String path) {
    StringBuilder page = new StringBuilder();
    for (String name : List.of("写信", "查询", "统计", "公开", "须知", "选登")) {
      int n = serial.incrementAndGet();
      page.append(
          "<a href='/key/?k=" + Integer.toHexString(n * 2654435) + "abcdefgh'>" + name + "</a> ");
    }
    return html("局长信箱", page.toString());
  }

  private Crawl.Outcome crawl() throws IOException {
    return Crawler.run(
        new Crawl.Options(
            base() + "/",
            List.of(),
            List.of(),
            folder,
            false,
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
                40,
                Optional.empty(),
                Duration.ofSeconds(20),
                0,
                Duration.ofMillis(10),
                1_000_000)),
        FetchPolicy.ALL,
        CrawlListener.NONE);
  }

  @Test
  void aSiteOfUnlimitedAddressesEndsByItselfAndNothingRealIsLost() throws IOException {
    Crawl.Outcome outcome = crawl();
    for (int i = 0; i < ARTICLES; i++) {
      assertThat(asked)
          .as("each article once")
          .containsOnlyOnce("/tz/t20260305_" + (1000 + i) + ".html");
    }
    assertThat(asked).hasSizeLessThan(HONEST + 400);
    assertThat(outcome.cut()).isTrue();

    List<Unread> left = WarcSnapshot.open(folder).unread();
    assertThat(left).extracting(Unread::why).containsOnly(Unread.Why.TRAP, Unread.Why.ASIDE);
    assertThat(left)
        .filteredOn(u -> u.why() == Unread.Why.ASIDE)
        .extracting(Unread::detail)
        .contains(
            "print version",
            "traditional characters",
            "mobile copy",
            "foreign language",
            "search by words");
    assertThat(asked)
        .as("a column that a search lists")
        .contains("/was5/web/search?channelid=203", "/tz/t20260305_1060.html");
    assertThat(left)
        .filteredOn(u -> u.why() == Unread.Why.TRAP)
        .extracting(u -> u.detail().replaceFirst(": .*", ""))
        .contains("copy of a page seen before", "30 pages like this brought no new article");
  }
}
