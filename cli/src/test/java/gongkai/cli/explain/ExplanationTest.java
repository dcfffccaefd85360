package gongkai.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.AuditResult;
import gongkai.cli.Columns;
import gongkai.cli.FailOn;
import gongkai.cli.Failure;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.report.ReportInput;
import gongkai.cli.report.SampleAudit;
import gongkai.cli.report.SampleOffices;
import gongkai.cli.report.SarifReportTest;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} says of the sample audit, and of an audit that it cannot read. */
class ExplanationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private ObjectNode audit;

  @BeforeEach
  void write() throws IOException {
    byte[] bytes =
        ReportFormat.render(
                List.of(ReportFormat.JSON),
                new ReportInput(SampleAudit.full(), FailOn.VIOLATION, Lang.ZH, "0.0.0"))
            .get("audit.json");
    audit = (ObjectNode) JSON.readTree(bytes);
    Files.write(folder.resolve("audit.json"), bytes);
  }

  private List<String> subjects() {
    List<String> all = new ArrayList<>();
    audit.get("requirements").forEach(r -> all.add(r.get("requirementId").asText()));
    audit.get("pages").forEach(p -> all.add(p.get("url").asText()));
    return all;
  }

  @Test
  void everyRequirementAndPageIsExplainedWithinEightyColumns() {
    assertThat(subjects()).hasSizeGreaterThan(15);
    for (String subject : subjects()) {
      for (Lang lang : Lang.values()) {
        List<String> lines = Explanation.of(folder, subject).lines(lang);
        assertThat(lines).as(subject).hasSizeGreaterThan(5);
        assertThat(lines)
            .as(subject)
            .allSatisfy(
                line ->
                    assertThat(
                            line.strip().startsWith("http")
                                ? Math.min(80, Columns.width(line))
                                : Columns.width(line))
                        .as(line)
                        .isLessThanOrEqualTo(80));
        assertThat(String.join("\n", lines)).doesNotContain("{0}", "\u202E", "\u0007");
      }
    }
  }

  @Test
  void everyDocumentObeysItsSchema() throws IOException {
    try (InputStream explain = schema("explain");
        InputStream audited = schema("audit")) {
      String of = new String(audited.readAllBytes(), StandardCharsets.UTF_8);
      var schema =
          JsonSchemaFactory.getInstance(
                  SpecVersion.VersionFlag.V202012,
                  b ->
                      b.schemaLoaders(
                          l -> l.schemas(id -> id.startsWith("urn:gongkai:audit") ? of : null)))
              .getSchema(explain);
      for (String subject : subjects()) {
        JsonNode document = JSON.readTree(Explanation.of(folder, subject).json());
        assertThat(schema.validate(document)).as(subject).isEmpty();
        ((ObjectNode) document).put("surprise", 1);
        assertThat(schema.validate(document)).as(subject).isNotEmpty();
      }
    }
  }

  private static InputStream schema(String name) {
    return ExplanationTest.class.getResourceAsStream("/rules/schemas/" + name + ".schema.json");
  }

  @Test
  void aMissingPeriodNamesThePageThatWouldCureIt() {
    String zh = String.join("\n", Explanation.of(folder, "2.2c").lines(Lang.ZH));
    assertThat(zh).contains("✕ 未公开", "标题写明2026年的页", "2026年6月30日 发布，则为合规");
    String en = String.join("\n", Explanation.of(folder, "2.2c").lines(Lang.EN));
    assertThat(en).contains("✕ Missing", "names 2026", "2026-06-30");
  }

  @Test
  void aLatePageShowsItsSumDayByDay() {
    String text = String.join("\n", Explanation.of(folder, "2.1").lines(Lang.ZH));
    assertThat(text).contains("▲ 逾期发布", "2/10 起算", "2/16 休", "2/24 ", "若发布日期不晚于");
  }

  @Test
  void theSchemeAndASessionIdDoNotMatter() {
    String url = subjects().get(subjects().size() - 1);
    List<String> lines = Explanation.of(folder, url).lines(Lang.ZH);
    String https = url.replace("http://", "https://");
    assertThat(Explanation.of(folder, https).lines(Lang.ZH)).isEqualTo(lines);
    assertThat(Explanation.of(folder, url.replace("http://", "")).lines(Lang.ZH)).isEqualTo(lines);
    assertThat(Explanation.of(folder, url + ";jsessionid=0A1B2C").lines(Lang.ZH)).isEqualTo(lines);
    assertThat(Explanation.of(folder, url + "#top").lines(Lang.ZH)).isEqualTo(lines);
  }

  @Test
  void anItemIsAllOfItsRequirements() {
    assertThat(Explanation.of(folder, "2.2").lines(Lang.ZH).get(0)).startsWith("2.2c ");
  }

  private List<String> refused(String what) {
    List<String> said = new ArrayList<>();
    assertThatThrownBy(() -> Explanation.of(folder, what).lines(Lang.EN))
        .isInstanceOfSatisfying(
            Failure.class,
            f -> {
              assertThat(f.exitCode().code()).isEqualTo(2);
              f.messages().forEach(m -> said.add(m.in(Lang.EN)));
            });
    return said;
  }

  @Test
  void whatIsNotThereIsSaidWithWhatIsNear() {
    assertThat(refused("2.2x")).singleElement().asString().contains("2.2x", "2.2c");
    String url = subjects().get(subjects().size() - 1);
    assertThat(String.join("\n", refused(url + "l"))).contains("has no page", "  " + url);
  }

  @Test
  void anAddressThatWasCutSaysWhyAndHowToGetIt() {
    JsonNode unread = audit.at("/coverage/unread/0");
    String said = String.join("\n", refused(unread.get("url").asText()));
    assertThat(said).contains("not read").doesNotContain("nearest");
    JsonNode dead = audit.at("/deadLinks/0");
    assertThat(String.join("\n", refused(dead.get("url").asText())))
        .contains("dead link", dead.get("foundOn").asText());
  }

  @Test
  void aMalformedAuditIsNamedWithFileAndField() throws IOException {
    Path file = folder.resolve("audit.json");
    ((ObjectNode) audit.at("/requirements/2")).remove("rule");
    Files.writeString(file, audit.toString());
    assertThat(refused("2.2c"))
        .singleElement()
        .asString()
        .contains(file.toString(), "/requirements/2/rule");
    audit.put("schemaVersion", "1.1");
    Files.writeString(file, audit.toString());
    assertThat(refused("2.2c")).singleElement().asString().contains("schemaVersion", "1.1", "1.2");
    audit.put("schemaVersion", "2.0");
    Files.writeString(file, audit.toString());
    assertThat(refused("2.2c")).singleElement().asString().contains("schemaVersion", "2.0");
    Files.writeString(file, "{\n]");
    assertThat(refused("2.2c")).singleElement().asString().contains(file.toString(), "2");
    Files.delete(file);
    assertThat(refused("2.2c")).singleElement().asString().contains(folder.toString());
  }

  /** A reason of REVIEW that is new needs its own advice here. */
  @Test
  void everyReasonOfReviewSaysWhatToSettle() {
    TreeSet<String> reasons = new TreeSet<>();
    ResourceBundle.getBundle("gongkai.message.judge_en")
        .keySet()
        .forEach(
            k -> {
              if (k.startsWith("judge.review.")) {
                reasons.add(k.substring("judge.review.".length()));
              }
            });
    assertThat(WouldChange.SETTLED).containsExactlyInAnyOrderElementsOf(reasons);
    ResourceBundle texts = ResourceBundle.getBundle("gongkai.message.explain_en");
    assertThat(reasons)
        .allSatisfy(r -> assertThat(texts.containsKey("explain.settle-" + r)).isTrue());
  }

  /** What stands beside the gaps: baseline, excuse, notice, reply; all of it obeys the schema. */
  @Test
  void whatBecameOfAGapAndWhoWasAskedIsSaid() throws IOException {
    AuditResult of = SampleOffices.audit();
    write(of);
    String all = explained(of);
    assertThat(all).contains("整改通知", "（牵头），整改期限 2026年", "回复与裁定");
    everyDocumentObeysItsSchema();
    write(SampleAudit.compared());
    assertThat(explained(SampleAudit.compared())).contains("与基线相比", "上次审计截至 2026年9月30日");
    AuditResult waived = SarifReportTest.waived();
    write(waived);
    assertThat(explained(waived)).contains("豁免", "有效期至");
  }

  private void write(AuditResult of) throws IOException {
    byte[] bytes =
        ReportFormat.render(
                List.of(ReportFormat.JSON), new ReportInput(of, FailOn.VIOLATION, Lang.ZH, "0.0.0"))
            .get("audit.json");
    audit = (ObjectNode) JSON.readTree(bytes);
    Files.write(folder.resolve("audit.json"), bytes);
  }

  private String explained(AuditResult of) {
    StringBuilder all = new StringBuilder();
    of.requirements()
        .forEach(
            r ->
                Explanation.of(folder, r.requirement().id())
                    .lines(Lang.ZH)
                    .forEach(line -> all.append(line.strip())));
    return all.toString();
  }
}
