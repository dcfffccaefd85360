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
}
