package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.report.SampleAudit;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HtmlReportTest {
  private static Document report(Lang lang) {
    byte[] html = HtmlReport.bytes(SampleAudit.full(), lang, "0.0.0");
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void partsStandInTheOrderOfTheirQuestions(Lang lang) {
    Document html = report(lang);
    assertThat(html.select("main > section").eachAttr("id"))
        .containsExactly(
            "standing",
            "todo",
            "matrix",
            "duties",
            "gaps",
            "review",
            "notices",
            "unchecked",
            "requirements",
            "pages",
            "method",
            "glossary");
    assertThat(html.select("html").attr("lang")).isEqualTo(lang == Lang.ZH ? "zh-CN" : "en");
  }

  /** A link, and no image: the page loads nothing. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void aCardLeadsToItsPictures(Lang lang) {
    byte[] html = HtmlReport.bytes(SampleAudit.pictured(), lang, "0.0.0");
    Document report = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    Element card = report.selectFirst("#gap-2\\.1-1 .card");
    assertThat(card.select(".pictures a").eachAttr("href"))
        .containsExactly("evidence/2.1-page-abababababab.png");
    assertThat(card.select(".pictures li").eachText())
        .satisfiesExactly(
            page ->
                assertThat(page)
                    .contains("2026-11-01T03:00:00+08:00", "8000", "12345")
                    .containsPattern("\\b2 (项|images)"),
            listing -> assertThat(listing).contains("the page did not come to rest"));
    assertThat(report.selectFirst("#gap-2\\.1-1 .proof").text()).contains("ab".repeat(32));
    assertThat(report.select("img")).isEmpty();
    assertThat(report(lang).select(".pictures")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void headingsFormAnOutline(Lang lang) {
    Document html = report(lang);
    assertThat(html.select("h1")).hasSize(1);
    int depth = 1;
    for (Element heading : html.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(depth + 1);
      assertThat(heading.text()).isNotBlank();
      depth = level;
    }
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyLinkInsideLeadsSomewhereAndNoIdStandsTwice(Lang lang) {
    Document html = report(lang);
    List<String> ids = html.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    Set<String> missing = new TreeSet<>();
    for (Element a : html.select("a[href^=#]")) {
      if (!ids.contains(a.attr("href").substring(1))) {
        missing.add(a.attr("href"));
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void tablesHaveCaptionsAndScopes(Lang lang) {
    Document html = report(lang);
    for (Element table : html.select("table")) {
      assertThat(table.select("> caption").text()).as(table.text()).isNotBlank();
      assertThat(table.select("th:not([scope])")).isEmpty();
    }
  }

  @Test
  void theHeadSaysItInOneSentence() {
    assertThat(report(Lang.ZH).select(".sentence").text())
        .isEqualTo("11项要求中：2项合规、1项未到期、3项违规、2项警告、2项更新不及时、1项无法核查。");
  }

  @Test
  void gapsAreSortedBySeverityThenDaysLate() {
    List<String> order = report(Lang.EN).select(".gap h3").eachText();
    assertThat(order.get(0)).contains("2.2c").contains("2026");
    assertThat(order.get(1)).contains("12.2").contains("June 2026");
    assertThat(order.get(2)).contains("2.1").contains("Late");
    assertThat(order).hasSize(11);
  }

  @Test
  void aGapShowsItsProofStepByStep() {
    Element gap = report(Lang.ZH).getElementById("gap-2.1-1");
    assertThat(gap.select("h4").eachText())
        .containsExactly("目录原文", "规则与依据", "已核查页面", "日期的来源", "期限的计算", "证据的存放");
    assertThat(gap.select("blockquote").first().text()).contains("逾期24天");
    assertThat(gap.select(".weeks td.DUE").text()).isEqualTo("3/16 20");
    assertThat(gap.select(".weeks td.TRIGGER").text()).isEqualTo("2/10 起算");
    // a Saturday that was worked counts
    assertThat(gap.select(".weeks td.MADE_UP").eachText()).containsExactly("2/14 4", "2/28 9");
    assertThat(gap.text())
        .contains("春节, 国办发明电〔2025〕7号：2026-02-15 – 2026-02-23")
        .contains("逾期 24 天")
        .contains("发布时间：2026-04-09 10:20")
        .contains("成文日期：2026-02-10")
        .contains("00000.warc.gz:1234")
        .contains("ab".repeat(32));
  }

  @Test
  void theCalendarStandsInItsTextToo() {
    Document html = report(Lang.ZH);
    int cells = html.select("svg.duties g").size();
    assertThat(cells).isGreaterThan(10);
    assertThat(html.select("#duties details tbody tr").size()).isGreaterThanOrEqualTo(cells);
    assertThat(html.select("#duties details").text()).contains("2026年6月").contains("2026年11月14日");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void nothingFromTheWebRunsOrLeads(Lang lang) {
    Document html = report(lang);
    assertThat(html.select("script")).hasSize(1);
    assertThat(html.select("img, iframe, object, embed, link, base, audio, video")).isEmpty();
    for (Element element : html.getAllElements()) {
      element.attributes().forEach(a -> assertThat(a.getKey()).doesNotStartWith("on"));
      for (String attribute : List.of("href", "src", "action", "xlink:href", "formaction")) {
        if (element.hasAttr(attribute)) {
          assertThat(element.attr(attribute)).matches("(?s)(#|https?://).*");
        }
      }
    }
    // the words themselves are shown, as words
    for (int hostile : List.of(1, 2, 4)) {
      assertThat(html.select("#review bdi").eachText())
          .anyMatch(t -> t.equals(SampleAudit.HOSTILE.get(hostile)));
    }
    assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'")
        .doesNotContain("script-src 'unsafe");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void directionOfWebTextIsIsolated(Lang lang) {
    String html =
        new String(HtmlReport.bytes(SampleAudit.full(), lang, "0.0.0"), StandardCharsets.UTF_8);
    assertThat(html.codePoints().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    for (Element element : Jsoup.parse(html).getAllElements()) {
      boolean turns = element.ownText().codePoints().anyMatch(c -> c == 0x202E);
      assertThat(!turns || element.tagName().equals("bdi")).as(element.outerHtml()).isTrue();
      element.attributes().forEach(a -> assertThat(a.getValue()).doesNotContain("\u202E"));
    }
  }

  @Test
  void aStyleSheetStringCannotBeLeft() {
    assertThat(HtmlReport.cssString("a\"}</style>\n局"))
        .isEqualTo("\"a\\22 \\7d \\3c \\2f style\\3e \\a \\5c40 \"");
  }

  /** Every colour that carries text, on the ground and on its own fill, light and dark. */
  @Test
  void coloursCanBeRead() throws Exception {
    String css;
    try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Map<String, String>> themes = new ArrayList<>();
    Matcher root = Pattern.compile(":root\\{([^}]*)\\}").matcher(css);
    while (root.find()) {
      Map<String, String> colours = new TreeMap<>();
      Matcher colour = Pattern.compile("--(\\w+):(#[0-9a-f]{3,6})").matcher(root.group(1));
      while (colour.find()) {
        colours.put(colour.group(1), colour.group(2));
      }
      themes.add(colours);
    }
    // light, dark, paper
    assertThat(themes).hasSize(3);
    for (Map<String, String> theme : themes) {
      for (Verdict verdict : Verdict.values()) {
        String colour = theme.get(verdict.name());
        assertThat(contrast(colour, theme.get("ground"))).as(verdict + colour).isGreaterThan(4.5);
        assertThat(contrast(colour, theme.get("on"))).as(verdict + colour).isGreaterThan(4.5);
      }
      for (String text : List.of("ink", "quiet", "accent")) {
        assertThat(contrast(theme.get(text), theme.get("ground"))).as(text).isGreaterThan(4.5);
        assertThat(contrast(theme.get(text), theme.get("soft"))).as(text).isGreaterThan(4.5);
      }
    }
  }

  /** WCAG 2's contrast ratio. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    String six = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(six.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void everyTextExistsInBothLanguages() throws Exception {
    Set<String> zh = keys("zh");
    assertThat(zh).isEqualTo(keys("en")).hasSizeGreaterThan(150);
  }

  private static Set<String> keys(String lang) throws Exception {
    java.util.Properties properties = new java.util.Properties();
    try (var in =
        new java.io.InputStreamReader(
            HtmlReport.class.getResourceAsStream("/gongkai/message/report_" + lang + ".properties"),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
