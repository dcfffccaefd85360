package gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is a section of a site, and what only looks like one. */
class SectionFinderTest {
  private static final String MENU =
      "<ul class=menu><li><a href=/jggk.html>机构概况</a></li><li><a href=/tz/>通知公告</a></li>"
          + "<li><a href=/zc/>政策文件</a></li><li><a href=/ry/>人事信息</a></li></ul>";
  private static final String NEWS = "市人社局走访农民工返乡创业户了解情况";

  private static String article(String title) {
    return MENU
        + "<h1>"
        + title
        + "</h1><div>发布时间：2026-09-17 来源：办公室</div><div class=content><p>"
        + "近日，市人社局有关负责人走访了部分企业和群众，了解政策落实情况，并听取了意见建议。".repeat(4)
        + "</p></div>";
  }

  private static List<String> names(LaidSnapshot site) {
    return site.site().sections().stream().map(Section::name).toList();
  }

  private static LaidSnapshot home(String link) {
    return new LaidSnapshot()
        .page("/", MENU + "<ul><li><a href=/n/1.html>" + link + "</a></li></ul>")
        .page("/tz/", MENU + "<div>暂无信息</div>")
        .page("/jggk.html", article("凤山市人力资源和社会保障局机构概况"))
        .page("/n/1.html", article(NEWS));
  }

  @Test
  void newsOnTheFrontPageIsNoColumn() {
    assertThat(names(home(NEWS))).doesNotContain(NEWS).contains("机构概况", "通知公告");
  }

  @Test
  void newsWhoseTitleTheFrontPageCutsIsNoColumn() {
    assertThat(names(home("市人社局走访农民工返乡创业户…"))).allMatch(n -> !n.startsWith("市人社局走访"));
  }

  private static String cut(LaidSnapshot site, String name) {
    return site.site().sections().stream()
        .filter(s -> s.names().contains(name))
        .map(Section::cut)
        .findFirst()
        .orElse("no section");
  }

  private static LaidSnapshot frame() {
    return new LaidSnapshot()
        .page("/", MENU + "<a href=/hy/>部门会议</a>")
        .page("/tz/", MENU + "<div>暂无信息</div>");
  }

  @Test
  void anErrorWithoutTheSitesFrameIsNoEmptyColumn() {
    LaidSnapshot site = frame().page("/zc/", "<p>小人社正在努力加载</p>").page("/ry/", "");
    assertThat(cut(site, "政策文件")).contains("broken answer");
    assertThat(cut(site, "人事信息")).contains("broken answer");
    assertThat(cut(site, "通知公告")).isEmpty();
  }

  @Test
  void theStartPageInAColumnsPlaceIsNoColumn() {
    LaidSnapshot site = frame().page("/zc/", MENU + "<a href=/hy/>部门会议</a>").redirect("/ry/", "/");
    assertThat(cut(site, "政策文件")).contains("broken answer");
    assertThat(cut(site, "人事信息")).contains("redirect to the start page");
  }

  @Test
  void aSmallStartPageIsTheSameByItsBytes() {
    LaidSnapshot site =
        new LaidSnapshot().page("/", "<a href=/zc/>政策文件</a>").page("/zc/", "<a href=/zc/>政策文件</a>");
    assertThat(cut(site, "政策文件")).contains("the start page");
  }

  @Test
  void theStartPagesRelativeLinksLeadElsewhereFromAColumn() {
    String menu = MENU.replace("href=/", "href=./") + "<a href=./hy/>部门会议</a>";
    LaidSnapshot site = new LaidSnapshot().page("/", menu).page("/zc/", menu + "<!-- 2 -->");
    assertThat(cut(site, "政策文件")).contains("the start page");
  }

  @Test
  void aPageThatBreaksOffIsNoEmptyColumn() {
    String head = "<!DOCTYPE html><html><head><title>凤山市人社局</title></head><body>" + MENU;
    LaidSnapshot site =
        frame()
            .answer("/zc/", 200, Optional.empty(), head + "<ul class=list><li><a hre")
            .answer("/ry/", 200, Optional.empty(), head + "<ul class=list></ul>");
    assertThat(cut(site, "政策文件")).contains("no end");
    LaidSnapshot box = frame().answer("/zc/", 200, Optional.empty(), head + "<ul><li><a href=1>");
    assertThat(cut(box, "政策文件")).contains("no end");
    assertThat(cut(site, "人事信息")).as("an author who leaves closing tags away").isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreNoPage() {
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < 600; i++) {
      noise.append((char) (i % 90)).append("<a>");
    }
    assertThat(cut(frame().answer("/zc/", 200, Optional.empty(), noise.toString()), "政策文件"))
        .contains("unreadable");
  }

  @Test
  void aStartPageThatIsNotThereLeavesTheNavigationUnread() {
    LaidSnapshot site = new LaidSnapshot().answer("/", 404, Optional.empty(), "404");
    assertThat(site.site().navigationCut()).contains("404");
    LaidSnapshot soft = new LaidSnapshot().page("/", "<p>抱歉，您访问的页面不存在或已被删除。</p>");
    assertThat(soft.site().navigationCut()).isNotEmpty();
  }

  @Test
  void theFirstPageHasSeveralNames() {
    assertThat(frame().redirect("/index.html", "/").site().sections())
        .allMatch(s -> s.cut().isEmpty());
  }

  private static List<String> paths(LaidSnapshot site, String url) {
    return site.site().pages().stream()
        .filter(p -> p.url().endsWith(url))
        .flatMap(p -> p.sections().stream())
        .map(s -> String.join(">", s.path()))
        .distinct()
        .toList();
  }

  private static String row(String url, String title) {
    return "<li><span>2026-09-17</span><a href='" + url + "'>" + title + "</a></li>";
  }

  @Test
  void addressesThatDifferInTheirQueryShareNoFolder() {
    String menu =
        "<ul><li><a href='/index.php?catid=11'>单位简介</a></li>"
            + "<li><a href='/index.php?catid=12'>政策文件</a></li></ul>";
    LaidSnapshot site =
        new LaidSnapshot()
            .page("/", menu)
            .page("/index.php?catid=11", menu + "<ul class=list>" + row("/index.php?id=1", "主要职责"))
            .page("/index.php?catid=12", menu + "<ul class=list>" + row("/index.php?id=2", NEWS))
            .page("/index.php?id=2", article(NEWS));
    assertThat(paths(site, "id=2")).containsExactly("政策文件");
  }

  @Test
  void aLinkToAPlaceInAPageNamesNotThePage() {
    LaidSnapshot site =
        new LaidSnapshot()
            .page("/", MENU)
            .page(
                "/tz/", MENU + "<ul class=list>" + row("/n/1.html", NEWS) + row("/n/2.html", NEWS))
            .page(
                "/n/1.html",
                "<div>当前位置：<a href=/>首页</a> &gt; <a href='/tz/#7'>政策文件</a> &gt; "
                    + "<a href='/tz/#9'>部门文件</a></div>"
                    + article(NEWS));
    assertThat(site.site().sections()).allMatch(s -> !s.names().contains("部门文件"));
    assertThat(paths(site, "/n/1.html")).contains("政策文件>部门文件");
  }

  @Test
  void aStrokeBehindHomeSeparatesTheWholeTrail() {
    String trail =
        "<div class=crumbs>您的位置：<a href=/>首页</a><span>/</span>政策<span>/</span>图说政策</div>";
    LaidSnapshot site =
        frame().page("/zc/", trail + MENU + "<ul class=list><li>暂无信息</li></ul><div>1/1</div>");
    assertThat(site.site().sections())
        .anyMatch(s -> s.path().equals(List.of("政策", "图说政策")) && s.entries().isEmpty());
  }

  @Test
  void whatAColumnOfColumnsListsStandsInTheColumnBelow() {
    String tree =
        "<script>window._CONFIG={SID:'7',TREE:[{id:1,name:'政策文件',children:["
            + "{id:2,name:'部门文件'},{id:3,name:'上级文件'}]}]}</script>";
    String of =
        "{\"classify\":{\"id\":%s,\"post_count\":1},\"articles\":[{\"title\":\"%s\",\"date\":1758000000,\"url\":\"/gkmlpt/content/post_%s.html\"}]}";
    LaidSnapshot site =
        new LaidSnapshot()
            .page("/", "<a href=/gkmlpt/index>政府信息公开</a>" + MENU)
            .page("/gkmlpt/index", tree + MENU)
            .answer(
                "/gkmlpt/api/all/1?page=1&sid=7", 200, Optional.empty(), of.formatted(1, NEWS, 5))
            .answer("/gkmlpt/api/all/2?page=1&sid=7", 200, Optional.empty(), "{\"articles\":[]}")
            .answer(
                "/gkmlpt/api/all/3?page=1&sid=7", 200, Optional.empty(), of.formatted(3, NEWS, 5));
    assertThat(paths(site, "post_5.html"))
        .contains("政策文件>上级文件")
        .noneMatch(path -> path.endsWith("政策文件"));
  }

  @Test
  void aListOfWhatTheStartPageShowsIsNotTheStartPage() {
    String news =
        MENU + "<h3>人社要闻</h3><ul>" + row("/n/1.html", NEWS) + row("/n/2.html", NEWS + "二");
    LaidSnapshot site =
        new LaidSnapshot()
            .page("/", news)
            .page("/tz/", "<div>当前位置：<a href=/>首页</a> &gt; 通知公告</div>" + news);
    assertThat(cut(site, "通知公告")).isEmpty();
  }
}
