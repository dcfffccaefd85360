package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ListsTest {
  private static final String BEFORE =
      "<html><head><meta charset='utf-8'><title>东湖市人力资源和社会保障局</title></head><body>"
          + "<div class='top'>今天是2026年10月30日 星期五 <a href='/'>首页</a></div><div class='nav'><ul>"
          + "<li><a href='/'>首页</a></li><li><a href='/zwgk/'>政务公开</a></li><li><a href='/tz/'>通知公告</a></li>"
          + "<li><a href='/ld/'>领导信息</a></li></ul></div>"
          + "<div class='pos'>当前位置：<a href='/'>首页</a> &gt; <a href='/zwgk/'>政务公开</a> &gt; <a href='#'>栏目名称</a></div>";
  private static final String AFTER =
      "<div class='foot'><p>主办单位：东湖市人力资源和社会保障局 版权所有</p><p>地址：东湖市人民路1号，邮编：252000，"
          + "联系电话：0635-8240000，工作时间：周一至周五</p></div></body></html>";

  @TestFactory
  Stream<DynamicTest> lists() {
    return Cases.read("lists.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isRead(row)));
  }

  private static void isRead(Map<String, String> row) {
    String name = row.get("name");
    // an answer of data stands alone
    boolean answer = row.get("body").matches("(?s)(<datastore|[\\[{]|\\w+\\().*");
    String html = answer ? row.get("body") : BEFORE + row.get("body") + AFTER;
    Optional<String> form = Optional.of(row.get("form")).filter(f -> !f.isEmpty());
    PageFacts facts = Pages.read(html, row.get("url"), form);
    assertThat(facts.kind().name()).as(name).isEqualTo(row.get("kind"));
    assertThat(facts.access()).as(name).isEmpty();
    if (facts.kind() != PageKind.LISTING) {
      assertThat(facts.listing()).as(name).isEmpty();
      return;
    }
    Listing listing = facts.listing().orElseThrow();
    List<ListingEntry> entries = listing.entries();
    assertThat(facts.title()).as(name).isEqualTo(answer ? "" : "栏目名称");
    assertThat(entries).as(name).hasSize(Integer.parseInt(row.get("entries")));
    if (!entries.isEmpty()) {
      assertThat(shown(entries.get(0))).as(name).isEqualTo(row.get("first"));
      assertThat(shown(entries.get(entries.size() - 1))).as(name).isEqualTo(row.get("last"));
    }
    assertThat(listing.mechanism()).as(name).isEqualTo(row.get("mechanism"));
    String next =
        listing.next().stream()
            .map(
                r ->
                    r.url().replaceFirst("^" + Pages.HOST, "")
                        + r.form().map(f -> " " + f).orElse(""))
            .collect(Collectors.joining(" or "));
    assertThat(next).as(name).isEqualTo(row.get("next"));
    assertThat(listing.unread().isEmpty()).as(name).isEqualTo(row.get("unread").isEmpty());
    assertThat(listing.unread()).as(name).contains(row.get("unread"));
  }

  private static String shown(ListingEntry entry) {
    return entry.title()
        + "|"
        + entry.date().map(Object::toString).orElse("")
        + "|"
        + entry.dateText()
        + "|"
        + entry.mark();
  }
}
