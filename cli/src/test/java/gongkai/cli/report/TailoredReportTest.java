package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.AuditResult;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.TailoringReader;
import gongkai.cli.FailOn;
import gongkai.cli.RuleFiles;
import gongkai.fixtures.Fixtures;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reports say what a {@code --tailor} file changed, and nothing where it changed nothing. */
class TailoredReportTest {
  private static final Path FOLDER = Fixtures.root().resolve("expected/tailoring");

  /** The sample audit, as if its rules had been the bundled ones, tailored. */
  private static AuditResult audit(Catalogue catalogue) {
    AuditResult all = SampleAudit.full();
    return new AuditResult(
        catalogue,
        all.since(),
        all.asOf(),
        all.crawl(),
        all.snapshotDigest(),
        all.requirements(),
        all.pages(),
        all.sections(),
        all.deadLinks(),
        all.coverage(),
        all.eventsNotJudged(),
        all.comparison(),
        all.notices());
  }

  private static AuditResult tailored() {
    return audit(RuleFiles.catalogue(RuleFiles.DEFAULT, Optional.of(FOLDER.resolve("mine.yaml"))));
  }

  private static byte[] render(AuditResult audit, Lang lang, String file) {
    return render(audit, lang).get(file);
  }

  private static Map<String, byte[]> render(AuditResult audit, Lang lang) {
    return ReportFormat.render(
        List.of(ReportFormat.values()), new ReportInput(audit, FailOn.VIOLATION, lang, "0.0.0"));
  }

  private static void golden(String file, String is) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FOLDER.resolve(file), is);
    }
    assertThat(is).isEqualTo(Files.readString(FOLDER.resolve(file)));
  }

  @Test
  void auditJsonNamesTheFileAndEveryChange() throws IOException {
    byte[] json = render(tailored(), Lang.ZH, "audit.json");
    JsonNode tree = new ObjectMapper().readTree(json);
    assertThat(AuditJsonTest.schema().validate(tree)).isEmpty();
    golden(
        "catalogue.json",
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(tree.get("catalogue").get("tailoring"))
                .replace("\r", "")
            + "\n");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theReportShowsThemWithTheirReasons(Lang lang) throws IOException {
    String html = new String(render(tailored(), lang, "report.html"), StandardCharsets.UTF_8);
    Document page = Jsoup.parse(html);
    assertThat(page.select("a[href=#tailoring]").text()).contains("mine.yaml");
    int from = html.indexOf("<h3 id=\"tailoring\"");
    golden(lang.code() + ".html", html.substring(from, html.indexOf("</section>", from)));
  }

  @Test
  void theSummaryCountsWhatIsOff() {
    List<String> lines = Summary.lines(tailored(), Message.of("audit.noGaps"), Lang.ZH);
    assertThat(String.join("", lines).replace(" ", "")).contains("另有1条停用");
    assertThat(lines).hasSizeLessThanOrEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void anEmptyFileChangesNoByte(Lang lang) {
    Catalogue plain = RuleFiles.catalogue(RuleFiles.DEFAULT);
    Catalogue empty =
        RuleFiles.sound(TailoringReader.read(plain, Source.of("e.yaml", "tailoring: {}")));
    assertThat(render(audit(empty), lang))
        .usingRecursiveComparison()
        .isEqualTo(render(audit(plain), lang));
  }
}
