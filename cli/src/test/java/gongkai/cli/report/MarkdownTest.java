package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.cli.FailOn;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code summary.md} as a reader of Markdown with GitHub's tables shows it. */
class MarkdownTest {
  private static final List<TablesExtension> TABLES =
      List.of((TablesExtension) TablesExtension.create());

  private static Document shown(String markdown) {
    return Jsoup.parse(
        HtmlRenderer.builder()
            .extensions(TABLES)
            .build()
            .render(Parser.builder().extensions(TABLES).build().parse(markdown)));
  }

  private static String summary(AuditResult audit, Lang lang) {
    ReportInput of = new ReportInput(audit, FailOn.VIOLATION, lang, "0.0.0");
    return new String(MarkdownSummary.bytes(of), StandardCharsets.UTF_8);
  }

  private static String text(Element element) {
    return element.text().replace("\u200B", "");
  }

  private static List<List<String>> rows(Document page, String heading) {
    Element title =
        page.select("h3").stream().filter(h -> h.text().startsWith(heading)).findFirst().get();
    return title.nextElementSibling().select("tbody tr").stream()
        .map(row -> row.select("td").stream().map(MarkdownTest::text).toList())
        .toList();
  }

  static Stream<String> hostile() {
    return Stream.concat(
        SampleAudit.HOSTILE.stream(),
        Stream.of(
            "a|b||c",
            "`code` ``more`` |`|",
            "**bold** __too__ ~~gone~~ *a_b_c*",
            "[text](http://evil.example) ![pic](x) [ref]: y [^1] <http://evil.example>",
            "http://evil.example/a_b www.evil.example HTTPS://evil.example",
            "@all @channel a@b.example !12 #34 ~bug %\"v 1\" $5 &6 ^7 :smile:",
            "\\| \\\\| \\",
            "# heading",
            "- list",
            "+ list",
            "1. list",
            "2) list",
            "> quote",
            "&lt;b&gt; &copy; &#64;all",
            "<!-- comment --> <details open><summary>x</summary>",
            "| --- | --- |",
            "---",
            "/close",
            "<img src=x onerror=alert(1)>"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void textIsShownAsItIsWhereverItStands(String hostile) {
    String safe = MarkdownText.of(hostile);
    String expected = Jsoup.parse("<p></p>").selectFirst("p").text(PlainText.line(hostile)).text();
    Document page =
        shown(
            String.join(
                "\n",
                "| a | b | c |",
                "| --- | --- | --- |",
                MarkdownText.row(List.of("1", safe, "3")),
                "",
                "- " + safe,
                "",
                "### x " + safe,
                "",
                MarkdownText.link(safe, "http://a.example/x")));
    List<Element> cells = page.select("tbody td");
    assertThat(cells).hasSize(3);
    assertThat(text(cells.get(1))).isEqualTo(expected);
    assertThat(text(page.selectFirst("li"))).isEqualTo(expected);
    assertThat(text(page.selectFirst("h3"))).isEqualTo("x " + expected);
    assertThat(page.select("a")).hasSize(1);
    assertThat(text(page.selectFirst("a"))).isEqualTo(expected);
    assertThat(page.select("img, script, code, em, strong, del, ul ul, li ol, li h1, details"))
        .isEmpty();
    // forges look for these in what is shown
    assertThat(page.wholeText())
        .doesNotContainPattern("[@#!$%~^&][\\p{L}\\p{N}]")
        .doesNotContainPattern("(?i):[a-z0-9_+-]+:|://|\\bwww\\.|\\w@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/x?a=1&copy=2|3",
        "http://a.example/(x)_[y]*z*",
        "http://a.example/<b>`c`\\d",
        "http://a.example/政务 公开"
      })
  void aLinkLeadsWhereItShould(String url) {
    Document page =
        shown("| a |\n| --- |\n" + MarkdownText.row(List.of(MarkdownText.link("t", url))));
    assertThat(page.select("td")).hasSize(1);
    String encoded =
        url.replace("|", "%7C")
            .replace("<b>`c`\\", "%3Cb%3E%60c%60%5C")
            .replace("政务 公开", "%E6%94%BF%E5%8A%A1%20%E5%85%AC%E5%BC%80");
    assertThat(page.select("td a").attr("href")).isEqualTo(encoded);
  }

  @Test
  void nothingButTheWebIsLinked() {
    assertThat(MarkdownText.link("t", "javascript:alert(1)")).isEqualTo("t");
    assertThat(shown(summary(SampleAudit.full(), Lang.ZH)).select("a"))
        .isNotEmpty()
        .allMatch(a -> a.attr("href").matches("https?://rsj\\.example\\.gov\\.cn/.*"));
  }

  @ParameterizedTest
  @EnumSource
  void theGapsStandWorstFirst(Lang lang) {
    Document page = shown(summary(SampleAudit.full(), lang));
    List<List<String>> gaps = rows(page, lang == Lang.ZH ? "问题" : "Gaps");
    assertThat(gaps).hasSize(11).allMatch(row -> row.size() == 8);
    assertThat(gaps.get(0).subList(2, 7))
        .containsExactly(
            "2.2c 规范性文件制发主体清单",
            lang == Lang.ZH ? "2026年" : "2026",
            "2026-06-30",
            "123",
            gaps.get(0).get(6));
    assertThat(gaps.stream().map(row -> row.get(5)).limit(3)).containsExactly("123", "78", "24");
    assertThat(gaps.get(10).get(3)).isEqualTo(SampleAudit.HOSTILE.get(1));
  }

  @Test
  void withABaselineWhatIsNewComesFirst() {
    Document page = shown(summary(SampleAudit.compared(), Lang.EN));
    assertThat(page.select("h3").eachText())
        .containsExactly(
            "New and worse (2)",
            "Other gaps (8)",
            "Past lateness (1)",
            "Cured (1)",
            "Not checked (4)",
            "Further findings (2)");
    assertThat(rows(page, "New and worse").get(0).get(1)).isEqualTo("✕ Missing (was To review)");
    assertThat(page.selectFirst("strong").text()).contains("exit code 1: 2 findings count");
  }

  @Test
  void whereNothingIsWrongItSaysSo() {
    Document page = shown(summary(SampleAudit.only(Verdict.COMPLIANT), Lang.EN));
    assertThat(page.text()).contains("There are no gaps.");
    assertThat(page.select("h3").eachText()).noneMatch(h -> h.startsWith("Gaps"));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 500, 5_000})
  void itFitsACommentWhateverWasFound(int gaps) {
    AuditResult all = SampleAudit.full();
    RequirementResult busy =
        all.requirements().stream()
            .filter(r -> r.requirement().id().equals("2.1"))
            .findFirst()
            .get();
    List<Finding> findings =
        Collections.nCopies(gaps, busy.findings()).stream().flatMap(List::stream).toList();
    String markdown = summary(Altered.with(all, busy, findings), Lang.ZH);
    assertThat(markdown.length()).isLessThanOrEqualTo(MarkdownSummary.LONGEST);
    Document page = shown(markdown);
    int shown = rows(page, "问题").size();
    int counted = 3 * gaps + 8;
    if (gaps > 50) {
      Matcher more = Pattern.compile("另有 (\\d+) 条").matcher(page.text());
      assertThat(more.find()).isTrue();
      assertThat(shown + Integer.parseInt(more.group(1))).isEqualTo(counted);
      assertThat(shown).isGreaterThan(50);
    }
    assertThat(page.text()).contains("应读 320", "gongkai 0.0.0");
  }

  @Test
  void longListsAreCutToo() {
    AuditResult audit = SampleAudit.full();
    List<AuditResult.SectionResult> sections = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sections.add(
          new AuditResult.SectionResult(
              SampleAudit.SITE + "/" + i + "/",
              List.of("@a".repeat(200)),
              1,
              0,
              0,
              List.of(),
              false,
              "503",
              Optional.empty()));
    }
    String markdown = summary(Altered.with(audit, sections), Lang.EN);
    assertThat(markdown.length()).isLessThanOrEqualTo(MarkdownSummary.LONGEST);
    assertThat(shown(markdown).text()).containsPattern("2\\d\\d more, see the reports");
  }

  /** What offices are asked for and the score, where a scheme and notices were ordered. */
  @Test
  void officesAndTheScoreAreTold() {
    String page = shown(summary(SampleOffices.audit(), Lang.ZH)).text().replace("\u200B", "");
    assertThat(page).contains("得分 ", "可评的 40 分中得", "整改通知 (", "牵头 ", "上次通知：");
    assertThat(shown(summary(SampleAudit.full(), Lang.ZH)).text()).doesNotContain("整改通知", "得分");
  }
}
