package gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit;
import gongkai.Audit.Terms;
import gongkai.AuditResult;
import gongkai.Notice;
import gongkai.RulesOnDisk;
import gongkai.message.Lang;
import gongkai.ruling.Ruling;
import gongkai.ruling.Rulings;
import gongkai.waiver.Waivers;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an audit says of a site that shows numbers of persons. */
class MaskedAuditTest {
  private static final String ID = "371525199001011239";
  private static final String MOBILE = "13912345678";

  private static final String OPERATOR = "13812345678";

  private static final LaidSnapshot SITE =
      new LaidSnapshot()
          .page("/", "<a href='/zcfg/'>政策文件</a> <a href='/tzgg/'>公示</a>")
          .page(
              "/tzgg/",
              "<ul><li><a href='/tzgg/a.html'>关于张三（"
                  + ID
                  + "）等人的公示</a><span>2026-03-02</span></li><li><a"
                  + " href='/tzgg/b.html'>关于开通服务热线的公告</a><span>2026-03-03</span></li><li><a"
                  + " href='/tzgg/c.html'>关于受理申请的公告</a><span>2026-03-05</span></li><li><a"
                  + " href='/q?id="
                  + ID
                  + "'>李四 "
                  + MOBILE
                  + "</a><span>2026-03-04</span></li></ul>")
          .page(
              "/tzgg/a.html",
              "<h1>关于张三（"
                  + ID
                  + "）等人的公示</h1><p>发布时间：2026-03-02 联系电话"
                  + MOBILE
                  + "</p><div>现将"
                  + "张三（身份证号"
                  + ID
                  + "，手机"
                  + MOBILE
                  + "）等人的有关情况予以公示，公示期七天，".repeat(9)
                  + "</div><a href='/f/"
                  + ID
                  + ".pdf'>张三"
                  + ID
                  + ".pdf</a><div class='footer'>网站管理电话 "
                  + OPERATOR
                  + "</div>")
          .page(
              "/tzgg/b.html",
              "<h1>关于开通服务热线的公告</h1><p>发布时间：2026-03-03</p><div>咨询电话："
                  + MOBILE
                  + "。"
                  + "热线自即日起开通，欢迎拨打，工作日上午九时至下午五时有人接听。".repeat(9)
                  + "</div><div class='footer'>网站管理电话 "
                  + OPERATOR
                  + "</div>")
          .page(
              "/tzgg/c.html",
              "<table><tr><td>索引号</td><td>FH-2026-1</td></tr><tr><td>申请人</td><td>"
                  + ID
                  + "</td></tr></table><h1>关于受理申请的公告</h1><p>发布时间：2026-03-05</p><div>"
                  + "现将有关情况予以公告，请按照有关规定办理，工作日接受现场咨询。".repeat(9)
                  + "</div>")
          .answer("/q?id=" + ID, 404, Optional.empty(), "");

  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
  private static final AuditResult AUDIT = audit(Rulings.NONE);

  private static AuditResult audit(Rulings rulings) {
    return Audit.run(
        SITE,
        new Terms(
            RulesOnDisk.catalogue("liaocheng-hrss"),
            RulesOnDisk.calendar(),
            LocalDate.of(2025, 10, 31),
            DAY,
            List.of(),
            Waivers.NONE,
            rulings));
  }

  @Test
  void noNumberIsCopied() {
    assertThat(AUDIT.pages()).extracting(p -> p.title()).anyMatch(t -> t.contains("［身份证号］"));
    // a record's own words are all that any report is made from
    assertThat(AUDIT.toString()).doesNotContain(ID).doesNotContain(MOBILE).doesNotContain(OPERATOR);
  }

  @Test
  void aPageKeepsAnAddressOfItsOwn() {
    assertThat(AUDIT.deadLinks())
        .extracting(AuditResult.DeadLink::url)
        .containsExactly(LaidSnapshot.ORIGIN + "/q?id=371*************39");
  }

  @Test
  void eachPageIsAFindingOfItsOwn() {
    List<Notice> notices =
        AUDIT.notices().stream().filter(n -> n.kind() == Notice.Kind.PERSONAL_NUMBERS).toList();
    assertThat(notices)
        .extracting(n -> n.severity() + " " + n.url().substring(LaidSnapshot.ORIGIN.length()))
        .containsExactlyInAnyOrder(
            "WARNING /tzgg/a.html",
            "WARNING /tzgg/c.html",
            "ADVICE /tzgg/b.html",
            "WARNING /f/371*************39.pdf");
    assertThat(notices)
        .extracting(n -> n.because().in(Lang.ZH))
        .anyMatch(s -> s.contains("身份证号 1 个、手机号 1 个。"))
        // the footer of both counts at the first that shows it
        .anyMatch(s -> s.contains("身份证号 0 个、手机号 2 个（其中 2 个手机号写在联系方式处）"));
  }

  @Test
  void aRulingFindsItsPageByTheAddressThatIsShown() {
    String shown = LaidSnapshot.ORIGIN + "/f/371*************39.pdf";
    Ruling ruling =
        new Ruling(
            shown, Ruling.Kind.ASSIGN, List.of("2.1"), false, "张三", DAY, "", "review.csv", 2);
    AuditResult ruled = audit(new Rulings(List.of(ruling)));
    assertThat(ruled.pages())
        .filteredOn(p -> p.url().equals(shown))
        .flatExtracting(AuditResult.PageResult::matches)
        .anyMatch(m -> m.requirementId().equals("2.1"));
    assertThat(ruled.notices()).noneMatch(n -> n.kind() == Notice.Kind.RULING_UNUSED);
  }

  @Test
  void aRulingThatSeveralPagesCouldMeanIsSaidAndOneInFullIsOnItsPageAlone() {
    String other = "371525197001011539";
    LaidSnapshot two =
        new LaidSnapshot()
            .page("/", "<a href='/tzgg/'>公示</a>")
            .page(
                "/tzgg/",
                "<ul><li><a href='/f/"
                    + ID
                    + ".html'>公示一</a><span>2026-03-02</span></li><li><a href='/f/"
                    + other
                    + ".html'>公示二</a><span>2026-03-03</span></li></ul>");
    String hidden = LaidSnapshot.ORIGIN + "/f/371*************39.html";
    Rulings shown = new Rulings(List.of(assigned(hidden)));
    Rulings full = new Rulings(List.of(assigned(LaidSnapshot.ORIGIN + "/f/" + ID + ".html")));
    assertThat(shown.several(two.site())).hasSize(1);
    assertThat(shown.several(SITE.site())).isEmpty();
    assertThat(full.several(two.site())).isEmpty();
    List<String> listed =
        List.of(key(ID), key(other), gongkai.page.PageRequest.get(LaidSnapshot.ORIGIN).key());
    assertThat(full.toRead(listed)).containsExactly(key(ID));
    assertThat(shown.toRead(listed)).containsExactlyInAnyOrder(key(ID), key(other));
  }

  private static String key(String number) {
    return gongkai.page.PageRequest.get(LaidSnapshot.ORIGIN + "/f/" + number + ".html").key();
  }

  private static Ruling assigned(String url) {
    return new Ruling(url, Ruling.Kind.ASSIGN, List.of("2.1"), false, "张三", DAY, "", "d.csv", 2);
  }
}
