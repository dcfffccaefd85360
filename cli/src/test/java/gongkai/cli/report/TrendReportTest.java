package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.cli.Columns;
import gongkai.cli.report.html.TrendHtml;
import gongkai.compare.Standing;
import gongkai.compare.Trend;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trend as people and programs read it. */
public class TrendReportTest {
  /** Month after month of the sample audit. */
  public static Trend trend(int audits) {
    Standing last = Standing.of(SampleAudit.full());
    List<Standing> all = new ArrayList<>(List.of(last));
    for (int i = 1; i < audits; i++) {
      all.add(
          new Standing(
              last.bureau(),
              last.site(),
              last.since().minusMonths(i),
              last.asOf().minusMonths(i),
              i == 1 ? SampleAudit.earlier().duties() : last.duties(),
              i == 1 ? SampleAudit.earlier().findings() : last.findings(),
              last.notices()));
    }
    return Trend.of(all);
  }

  @ParameterizedTest
  @CsvSource({"1, ZH", "2, EN", "12, ZH", "19, EN", "40, ZH", "120, EN"})
  void theTableFitsATerminal(int audits, Lang lang) {
    List<String> lines = TrendText.lines(trend(audits), lang);
    assertThat(lines).allMatch(line -> Columns.width(line) <= Columns.WIDTH);
    String latest = SampleAudit.AS_OF.toString().substring(5, 7);
    assertThat(lines.stream().filter(l -> l.contains(lang == Lang.ZH ? "月" : "month")))
        .anyMatch(line -> line.stripTrailing().endsWith(latest));
    assertThat(
            lines.stream()
                .collect(Collectors.joining("\n"))
                .contains(lang == Lang.ZH ? "更早的" : "have no room"))
        .isEqualTo(audits > 19);
  }

  @Test
  void theSchemaDescribesTheDocument() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode schema =
        json.readTree(
            TrendReportTest.class.getResourceAsStream("/rules/schemas/trend.schema.json"));
    JsonNode document = json.readTree(TrendJson.text(trend(3)));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(document))
        .isEmpty();
    assertThat(document.at("/audits").size()).isEqualTo(3);
    document.at("/requirements").forEach(r -> assertThat(r.at("/verdicts").size()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource({"ZH", "EN"})
  void thePageStandsAlone(Lang lang) {
    Trend trend = trend(3);
    Document page = Jsoup.parse(new String(TrendHtml.bytes(trend, lang), StandardCharsets.UTF_8));
    assertThat(page.select("script, link, img, iframe")).isEmpty();
    assertThat(page.select("svg.trend g rect")).isNotEmpty();
    assertThat(page.select("tbody").last().select("tr")).hasSameSizeAs(trend.rows());
    // the drawing's numbers are the table's
    int drawn =
        page.select("svg.trend g > title").stream()
            .mapToInt(t -> Integer.parseInt(t.text().replaceFirst(".* ", "")))
            .sum();
    assertThat(drawn)
        .isEqualTo(
            trend.points().stream()
                .flatMap(p -> p.verdicts().values().stream())
                .mapToInt(v -> v)
                .sum());
  }
}
