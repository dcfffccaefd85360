package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import gongkai.ruling.RulingsReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesTest {
  private final Tables en = new Tables(SampleAudit.full(), Lang.EN);

  @Test
  void headersAreTheContracts() {
    assertThat(String.join(",", en.items().header()))
        .isEqualTo(
            "item_id,requirement_id,category,item,requirement,cadence,offices,verdict,severity,gaps,pages,newest,next_due,evidence_url,note");
    assertThat(String.join(",", en.gaps().header()))
        .isEqualTo(
            "item_id,requirement_id,category,item,requirement,offices,verdict,severity,period,trigger_date,due,published,days_late,title,url,reason,waiver,status");
    assertThat(String.join(",", en.pages().header()))
        .isEqualTo(
            "url,http_status,title,section,published,published_source,published_text,document_date,document_number,requirement_ids,decision,score,sha256,fetched_at");
    assertThat(String.join(",", en.review().header()))
        .isEqualTo(
            "url,title,section,published,requirement_1,score_1,reason_1,requirement_2,score_2,reason_2,requirement_3,score_3,reason_3,ruling,ruled_requirement,ruled_by,ruled_on,comment");
    assertThat(String.join(",", en.links().header()))
        .isEqualTo("url,status,reason,found_on,section,text");
    Tables zh = new Tables(SampleAudit.full(), Lang.ZH);
    assertThat(zh.items().header()).startsWith("事项编号", "要求编号").endsWith("证据网址", "说明").hasSize(15);
    assertThat(zh.gaps().header()).contains("逾期天数", "豁免").hasSize(18);
    assertThat(zh.pages().header()).contains("日期原文", "SHA256").hasSize(14);
    assertThat(zh.review().header()).contains("候选要求3", "得分3", "理由3", "裁定要求").hasSize(18);
    assertThat(zh.links().header()).containsExactly("网址", "状态", "原因", "所在页面", "栏目", "链接文字");
  }

  /** What is written to be filled in is what is read back. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void theReviewQueueIsReadBackByItsColumns(Lang lang) {
    assertThat(new Tables(SampleAudit.full(), lang).review().header())
        .isEqualTo(RulingsReader.columns(lang));
  }

  @Test
  void gapRows() {
    List<Map<String, String>> gaps = rows(en.gaps());
    assertThat(gaps).noneMatch(g -> g.get("verdict").matches("COMPLIANT|NOT_DUE"));
    Map<String, String> late = gaps.get(0);
    assertThat(late)
        .containsEntry("requirement_id", "2.1")
        .containsEntry("offices", "政策法规科;各科室、单位")
        .containsEntry("trigger_date", "2026-02-10")
        .containsEntry("due", "2026-03-16")
        .containsEntry("days_late", "24")
        .containsEntry("waiver", "")
        .containsEntry("status", "");
    Map<String, String> missing =
        gaps.stream().filter(g -> g.get("period").equals("2026")).findFirst().orElseThrow();
    assertThat(missing).containsEntry("days_late", "123").containsEntry("published", "");
    Map<String, String> today =
        gaps.stream().filter(g -> g.get("period").equals("2026Q3")).findFirst().orElseThrow();
    assertThat(today).containsEntry("days_late", "0");
    assertThat(gaps)
        .filteredOn(g -> g.get("due").isEmpty())
        .isNotEmpty()
        .allMatch(g -> g.get("days_late").isEmpty());
  }

  @Test
  void pageRows() {
    Map<String, Map<String, String>> pages = new TreeMap<>();
    rows(en.pages()).forEach(p -> pages.put(p.get("url"), p));
    assertThat(pages.get(SampleAudit.SITE + "/channel_a/doc_1.html"))
        .containsEntry("http_status", "200")
        .containsEntry("section", "政务公开 > 部门文件")
        .containsEntry("published_source", "label")
        .containsEntry("published_text", "发布时间：2026-04-09 10:20")
        .containsEntry("document_date", "2026-02-10")
        .containsEntry("requirement_ids", "2.1")
        .containsEntry("decision", "matched")
        .containsEntry("score", "0.93")
        .containsEntry("fetched_at", "2026-11-01T01:31:07+08:00");
    assertThat(pages.get(SampleAudit.SITE + "/channel_a/doc_8.html"))
        .containsEntry("http_status", "")
        .containsEntry("sha256", "")
        .containsEntry("fetched_at", "")
        .containsEntry("published_source", "listing")
        .containsEntry("decision", "none")
        .containsEntry("score", "");
    assertThat(pages.get(SampleAudit.SITE + "/hostile_0.html"))
        .containsEntry("published", "")
        .containsEntry("published_source", "none")
        .containsEntry("requirement_ids", "");
    assertThat(pages.get(SampleAudit.SITE + "/hostile_3.html"))
        .containsEntry("title", "关于abc的通知  第二行");
  }

  @Test
  void reviewHoldsTheCandidatesAndNothingElse() {
    List<Map<String, String>> review = rows(en.review());
    assertThat(review).hasSize(SampleAudit.HOSTILE.size());
    assertThat(review.get(0))
        .containsEntry("requirement_1", "2.1")
        .containsEntry("score_1", "0.50")
        .containsEntry("reason_1", "栏目“部门文件” +0.60; 标题含“转发” -0.10")
        .containsEntry("requirement_2", "5.1")
        .containsEntry("requirement_3", "")
        .containsEntry("ruling", "");
  }

  static List<Map<String, String>> rows(Table table) {
    return table.rows().stream()
        .map(
            row -> {
              Map<String, String> named = new TreeMap<>();
              for (int i = 0; i < row.size(); i++) {
                named.put(table.header().get(i), row.get(i));
              }
              return named;
            })
        .toList();
  }
}
