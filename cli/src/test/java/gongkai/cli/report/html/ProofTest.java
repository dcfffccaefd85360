package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Cadence;
import gongkai.cli.RuleFiles;
import gongkai.cli.report.LargeAudit;
import gongkai.cli.report.SampleAudit;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a gap rests on, as its card shows it. */
class ProofTest {
  private static final WorkingCalendar CALENDAR = RuleFiles.calendar(Optional.empty());

  private static Document report(AuditResult audit, Lang lang) {
    return Jsoup.parse(new String(HtmlReport.bytes(audit, lang, "0.0.0"), StandardCharsets.UTF_8));
  }

  @Test
  void pagesConsideredStandWithScoreAndReasons() {
    Document html = report(SampleAudit.full(), Lang.ZH);
    Element gap = html.getElementById("gap-2.1-1");
    assertThat(gap.select(".group").first().text())
        .isEqualTo("相应 0.93 栏目“部门文件” +0.60、标题含“转发” -0.10");
    // the page judged comes first
    assertThat(gap.select(".considered li").first().text())
        .isEqualTo("关于做好2026年春季促进就业工作的通知 2026-04-09");
    String anchor = gap.select(".considered a").first().attr("href").substring(1);
    assertThat(html.getElementById(anchor).text())
        .contains("发布时间：2026-04-09 10:20")
        .contains("ab".repeat(32))
        .contains("00000.warc.gz:1234");
    assertThat(gap.text()).contains("栏目 政务公开 › 部门文件 · 14 条 · 已读到末尾");
    // where the column's listing is kept
    assertThat(gap.text()).contains("ef".repeat(32)).contains("00000.warc.gz:99");
  }

  @Test
  void aSectionThatWasCutSaysSo() {
    Element gap = report(SampleAudit.full(), Lang.EN).getElementById("gap-13.2-1");
    assertThat(gap.text()).contains("20 entries · not read to its end");
  }

  @Test
  void theLawStandsInTheProofAndInTheSentence() {
    Element gap = report(SampleAudit.full(), Lang.ZH).getElementById("gap-2.1-1");
    assertThat(gap.select(".card blockquote").text())
        .endsWith("逾期24天。依据：主动公开基本目录2.1“部门文件”（公开时限“按目录所列时限”）；《政府信息公开条例》第二十六条。");
    assertThat(gap.select(".proof").text()).contains("法律依据： 《政府信息公开条例》第二十六条");
  }

  @Test
  void theEarlierAuditOfTheGapIsTold() {
    Document html = report(SampleAudit.compared(), Lang.ZH);
    assertThat(html.select(".gap:has(.status:contains(加重)) .steps > li").last().text())
        .contains("较早的审计")
        .contains("截至 2026年9月30日 的审计： ? 待人工核查")
        .endsWith("→ 加重");
    assertThat(html.select(".gap:has(.status:contains(新增)) .steps > li").last().text())
        .contains("当时没有这个问题");
  }

  @Test
  void theFirstFiguresLeadToTheirLists() {
    Document html = report(SampleAudit.compared(), Lang.ZH);
    assertThat(html.select(".figures > div").eachText())
        .containsExactly(
            "合规 2 共 11 项要求",
            "违规 3 项要求，3 个问题",
            "待人工核查 0 项要求，须由人判断",
            "无法核查 1 项要求，不作缺失认定",
            "覆盖 93.7% 应读 320 个地址，20 个未读",
            "与上次相比 +2 −1 新增或加重、已整改；上次截至 2026年9月30日");
    assertThat(report(SampleAudit.full(), Lang.EN).select(".figures > div").last().text())
        .isEqualTo("Since last time — not compared with an earlier audit");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, —", "1, 1, 100%", "9999, 10000, 99.9%", "19999, 20000, 99.9%", "0, 5, 0.0%"})
  void coverageIsNeverRoundedUp(int part, int whole, String share) {
    assertThat(Figures.share(part, whole)).isEqualTo(share);
  }

  @Test
  void itemsStandUnderTheirOffices() {
    Document html = report(SampleAudit.full(), Lang.ZH);
    assertThat(html.select(".responsible thead th").eachText())
        .containsExactly("事项", "局办公室", "各科室、单位", "政策法规科");
    Element row = html.select(".responsible tbody tr:contains(2.1)").first();
    assertThat(row.select("td").eachText()).containsExactly("▲配合：逾期发布", "▲逾期发布");
    assertThat(row.select("td")).hasSize(3);
    assertThat(row.select("a").attr("href")).isEqualTo("#gap-2.1-1");
    // the item has the worst of its requirements
    assertThat(html.select(".responsible tbody tr")).hasSize(11);
  }

  private static Finding finding(
      String period, Optional<LocalDate> trigger, Deadline due, String requirement) {
    return new Finding(
        requirement,
        Verdict.MISSING,
        Severity.VIOLATION,
        period,
        trigger,
        Optional.of(due.day()),
        Optional.empty(),
        "",
        "",
        "",
        Message.of("judge.note.plain", "甲"),
        due.skipped(),
        List.of(),
        List.of());
  }

  /** A known change under a continuous duty is counted like any other. */
  @Test
  void workingDaysOfAKnownChangeAreCountedOneByOne() {
    LocalDate day = LocalDate.parse("2026-02-10");
    DaySum sum =
        DaySum.of(
                finding("", Optional.of(day), CALENDAR.due(day, 20), "1.1"),
                new Cadence.Continuous(OptionalInt.empty(), OptionalInt.empty(), false))
            .orElseThrow();
    assertThat(sum.count()).isEqualTo(20);
    assertThat(sum.due()).isEqualTo("2026-03-16");
    assertThat(sum.holidays().get(0).name()).startsWith("春节");
  }

  /** Working days after a period's end: the period's last day starts the clock. */
  @Test
  void workingDaysAfterAPeriodAreCountedOneByOne() {
    Cadence cadence =
        new Cadence.Periodic(
            gongkai.cadence.Every.QUARTER,
            Optional.of("end+15wd"),
            Cadence.Unlabelled.AFTER,
            Cadence.Basis.TEXT,
            OptionalInt.empty());
    LocalDate end = LocalDate.parse("2026-03-31");
    DaySum sum =
        DaySum.of(finding("2026Q1", Optional.empty(), CALENDAR.due(end, 15), "8.1"), cadence)
            .orElseThrow();
    assertThat(sum.trigger()).isEqualTo(end);
    assertThat(sum.count()).isEqualTo(15);
  }

  /** Ten thousand pages and five hundred gaps stay below five megabytes, with every proof. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void aLargeReportStaysSmall(Lang lang) {
    AuditResult audit = LargeAudit.of(10_000, 500);
    byte[] bytes = HtmlReport.bytes(audit, lang, "0.0.0");
    assertThat(bytes.length).isBetween(1_000_000, 5_000_000);
    Document html = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
    assertThat(html.select(".gap").size()).isEqualTo(500);
    List<String> ids = html.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (Element gap : html.select(".gap.LATE")) {
      // the page judged, its score and reason, its date, its sum, its place
      assertThat(gap.select(".group b").text()).contains("0.90");
      assertThat(gap.select(".dates time")).isNotEmpty();
      assertThat(gap.select(".weeks .DUE")).hasSize(1);
      assertThat(gap.text()).contains("crawl.warc.gz:");
    }
    // the other pages are told once for the requirement, and every gap leads there
    assertThat(html.select(".gap.LATE a[href=#considered-2.1]").size()).isEqualTo(250);
    assertThat(html.getElementById("considered-2.1").parent().select("li").size()).isEqualTo(20);
    html.select(".gap a[href^=#]")
        .forEach(a -> assertThat(html.getElementById(a.attr("href").substring(1))).isNotNull());
  }
}
