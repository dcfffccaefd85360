package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import gongkai.AuditResult;
import gongkai.cli.ExitCode;
import gongkai.cli.ExitDecision;
import gongkai.cli.FailOn;
import gongkai.compare.Status;
import gongkai.message.Lang;
import gongkai.waiver.Scope;
import gongkai.waiver.Waiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code audit.sarif} against the published schema and as another library reads it. */
public class SarifReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The schema as OASIS published it; it stands in the jar of the library that reads it. */
  private static JsonSchema schema() {
    try (InputStream schema =
        SarifSchema210.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(
              schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode log(AuditResult audit, FailOn failOn, Lang lang) {
    try {
      return JSON.readTree(SarifReport.bytes(new ReportInput(audit, failOn, lang, "0.0.0")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode run(AuditResult audit) {
    return log(audit, FailOn.VIOLATION, Lang.EN).at("/runs/0");
  }

  private static List<JsonNode> results(JsonNode run) {
    return StreamSupport.stream(run.get("results").spliterator(), false).toList();
  }

  static Stream<AuditResult> audits() {
    return Stream.concat(JunitReportTest.audits().stream(), Stream.of(waived()));
  }

  public static AuditResult waived() {
    AuditResult audit = SampleAudit.full();
    AuditResult.RequirementResult of =
        audit.requirements().stream()
            .filter(r -> r.requirement().id().equals("2.2c"))
            .findFirst()
            .get();
    Waiver waiver =
        new Waiver(
            "2.2c", Scope.WHOLE, "机构改革", "张三", LocalDate.parse("2026-12-31"), "waivers.yaml", 2);
    return Altered.with(
        audit, of, of.findings().stream().map(f -> f.waived(Optional.of(waiver))).toList());
  }

  @ParameterizedTest
  @MethodSource("audits")
  void itIsWhatTheSchemaAsks(AuditResult audit) {
    for (Lang lang : Lang.values()) {
      assertThat(schema().validate(log(audit, FailOn.WARNING, lang))).isEmpty();
    }
  }

  @Test
  void theSchemaIsTheRealOne() throws IOException {
    assertThat(schema().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
        .isNotEmpty();
    assertThat(
            schema()
                .validate(
                    JSON.readTree(
                        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\":"
                            + " \"x\", \"informationUri\": \"no uri\"}}}]}")))
        .isNotEmpty();
  }

  @Test
  void anotherLibraryReadsIt() throws IOException {
    SarifSchema210 read =
        JSON.readValue(
            SarifReport.bytes(
                new ReportInput(SampleAudit.compared(), FailOn.VIOLATION, Lang.ZH, "0.0.0")),
            SarifSchema210.class);
    assertThat(read.getRuns().get(0).getResults())
        .filteredOn(r -> r.getRuleId().equals("2.2c"))
        .first()
        .satisfies(
            r -> {
              assertThat(r.getLevel().value()).isEqualTo("error");
              assertThat(r.getBaselineState().value()).isEqualTo("updated");
              assertThat(r.getMessage().getText()).contains("2026-06-30");
            });
  }

  @ParameterizedTest
  @MethodSource("audits")
  void everyResultHasARuleAPlaceAndAFingerprint(AuditResult audit) {
    JsonNode run = run(audit);
    Map<String, String> seen = new HashMap<>();
    for (JsonNode result : results(run)) {
      JsonNode rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt());
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      String uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
      assertThat(URI.create(uri)).hasScheme("http").hasHost("rsj.example.gov.cn");
      String print = result.at("/partialFingerprints").get("gongkaiGap/v1").asText();
      assertThat(print).matches("[0-9a-f]{64}");
      assertThat(seen.put(print, result.toString())).as(result.toString()).isNull();
    }
  }

  @Test
  void levelsSayWhatTheSeverityIs() {
    Map<String, String> levels = new HashMap<>();
    results(run(SampleAudit.full()))
        .forEach(r -> levels.put(r.at("/properties/severity").asText(), r.get("level").asText()));
    assertThat(levels)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "violation", "error",
                "warning", "warning",
                "incomplete", "note",
                "advice", "note",
                "review", "note"));
  }

  /** What a fingerprint is for: the next audit's same gap has the same one, whatever it says. */
  @Test
  void fingerprintsHoldFromAuditToAudit() {
    Map<String, String> alone = fingerprints(SampleAudit.full());
    assertThat(fingerprints(SampleAudit.compared())).containsAllEntriesOf(alone);
    assertThat(fingerprints(Altered.unreadable(SampleAudit.full()))).isEqualTo(alone);
  }

  private static Map<String, String> fingerprints(AuditResult audit) {
    Map<String, String> prints = new HashMap<>();
    for (JsonNode r : results(run(audit))) {
      if (!r.path("baselineState").asText().equals("absent")) {
        prints.put(
            r.at("/partialFingerprints").get("gongkaiGap/v1").asText(), r.get("ruleId").asText());
      }
    }
    return prints;
  }

  @Test
  void withABaselineEveryResultHasAState() {
    AuditResult audit = SampleAudit.compared();
    List<JsonNode> results = results(run(audit));
    assertThat(results).allMatch(r -> r.has("baselineState"));
    assertThat(count(results, "new"))
        .isEqualTo(audit.comparison().get().with(Status.NEW).size() + 1);
    assertThat(count(results, "updated")).isEqualTo(1);
    assertThat(count(results, "absent")).isEqualTo(audit.comparison().get().left().size());
    assertThat(results(run(SampleAudit.full()))).noneMatch(r -> r.has("baselineState"));
  }

  private static long count(List<JsonNode> results, String state) {
    return results.stream().filter(r -> r.path("baselineState").asText().equals(state)).count();
  }

  @Test
  void aWaivedGapIsSuppressedAndStaysThere() {
    JsonNode waived =
        results(run(waived())).stream()
            .filter(r -> r.get("ruleId").asText().equals("2.2c"))
            .findFirst()
            .get();
    assertThat(waived.at("/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(waived.at("/suppressions/0/status").asText()).isEqualTo("accepted");
    assertThat(waived.at("/suppressions/0/justification").asText()).contains("张三", "机构改革");
    assertThat(waived.at("/properties/counts").asBoolean()).isFalse();
    // the standard: either all results have the list, or none has it
    for (AuditResult audit : List.of(SampleAudit.full(), SampleAudit.compared())) {
      assertThat(results(run(audit)))
          .allMatch(r -> r.path("suppressions").isArray() && r.path("suppressions").isEmpty());
    }
    assertThat(results(run(waived()))).allMatch(r -> r.path("suppressions").isArray());
  }

  @ParameterizedTest
  @MethodSource("audits")
  void theInvocationSaysTheExitCode(AuditResult audit) {
    ExitCode code = ExitDecision.of(audit, FailOn.VIOLATION).code();
    JsonNode invocation = run(audit).at("/invocations/0");
    assertThat(invocation.get("exitCode").asInt()).isEqualTo(code.code());
    assertThat(invocation.get("executionSuccessful").asBoolean())
        .isEqualTo(code != ExitCode.INCOMPLETE);
    assertThat(invocation.get("toolExecutionNotifications")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/x?b=c&d#e, http://a.example/x?b=c&d#e",
    "http://a.example/政务 公开, http://a.example/%E6%94%BF%E5%8A%A1%20%E5%85%AC%E5%BC%80",
    "http://a.example/%e6%9G|<>, http://a.example/%e6%259G%7C%3C%3E",
    "http://a.example/#a#b, http://a.example/#a%23b",
    "http://a.example/[x]\\y, http://a.example/%5Bx%5D%5Cy"
  })
  void addressesBecomeUris(String url, String uri) {
    assertThat(WebUri.of(url)).isEqualTo(uri);
    assertThat(URI.create(uri).toString()).isEqualTo(uri);
  }

  @Test
  void rulesAreInTheCataloguesWords() {
    List<JsonNode> rules = new ArrayList<>();
    run(SampleAudit.full()).at("/tool/driver/rules").forEach(rules::add);
    JsonNode rule =
        rules.stream().filter(r -> r.get("id").asText().equals("2.1")).findFirst().get();
    AuditResult.RequirementResult of =
        SampleAudit.full().requirements().stream()
            .filter(r -> r.requirement().id().equals("2.1"))
            .findFirst()
            .get();
    assertThat(rule.at("/fullDescription/text").asText()).isEqualTo(of.item().content());
    assertThat(rule.at("/help/text").asText()).contains(of.requirement().wording());
  }
}
