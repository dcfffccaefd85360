package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import gongkai.AuditResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

public class AuditJsonTest {
  private final byte[] bytes = AuditJson.bytes(SampleAudit.full(), "0.0.0");
  private final ObjectNode json = read(bytes);

  @Test
  void obeysItsPublishedSchema() {
    assertThat(schema().validate(json)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    ((ObjectNode) json.get("requirements").get(0)).put("surprise", 1);
    json.remove("coverage");
    ((ObjectNode) json.get("pages").get(0)).put("fetchedAt", "2026-11-01T01:31:07Z");
    assertThat(schema().validate(json)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void keepsTheRawTitleAndEscapesWhatATerminalWouldObey() {
    JsonNode page = json.get("pages").get(6);
    assertThat(page.get("url").asText()).endsWith("/hostile_3.html");
    assertThat(page.get("rawTitle").asText()).isEqualTo(SampleAudit.HOSTILE.get(3));
    String text = new String(bytes, StandardCharsets.UTF_8);
    assertThat(text).contains("关于\\u202eabc\\u202c的通知\\u0007\\n第二行");
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || PlainText.bidi(c));
    assertThat(text).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void saysWhatWasCut() {
    JsonNode coverage = json.get("coverage");
    assertThat(coverage.get("cut")).hasSize(1);
    assertThat(coverage.get("cut").get(0).toString())
        .isEqualTo(
            "{\"limit\":\"max-depth\",\"value\":\"12\",\"addresses\":9,\"example\":\"http://rsj.example.gov.cn/deep/\"}");
    AuditResult a = SampleAudit.full();
    AuditResult.Coverage c = a.coverage();
    AuditResult uncut =
        new AuditResult(
            a.catalogue(),
            a.since(),
            a.asOf(),
            a.crawl(),
            a.snapshotDigest(),
            a.requirements(),
            a.pages(),
            a.sections(),
            a.deadLinks(),
            new AuditResult.Coverage(
                c.wanted(),
                c.fetched(),
                c.notNeeded(),
                0,
                0,
                0,
                0,
                true,
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of(),
                java.util.List.of()),
            a.eventsNotJudged(),
            a.comparison(),
            a.notices());
    JsonNode cut = read(AuditJson.bytes(uncut, "0.0.0")).get("coverage").get("cut");
    assertThat(cut.isArray()).isTrue();
    assertThat(cut).isEmpty();
  }

  @Test
  void reasonsStandInBothLanguages() {
    JsonNode reason = json.get("requirements").get(1).get("findings").get(0).get("reason");
    assertThat(reason.fieldNames()).toIterable().containsExactly("key", "zh", "en");
    assertThat(reason.get("zh").asText()).contains("逾期24天");
  }

  @Test
  void saysOfEveryViolationWhatItIsShownBy() {
    ObjectNode pictured = read(AuditJson.bytes(SampleAudit.pictured(), "0.0.0"));
    assertThat(schema().validate(pictured)).isEmpty();
    JsonNode shown = pictured.get("requirements").get(1).get("findings").get(0).get("pictures");
    assertThat(shown).hasSize(2);
    assertThat(shown.get(0).get("file").asText()).isEqualTo("evidence/2.1-page-abababababab.png");
    assertThat(shown.get(0).get("sha256").asText()).isEqualTo("ab".repeat(32));
    assertThat(shown.get(0).get("cut").asBoolean()).isTrue();
    assertThat(shown.get(0).get("takenAt").asText()).isEqualTo("2026-11-01T03:00:00+08:00");
    assertThat(shown.get(0).get("reason").isNull()).isTrue();
    assertThat(shown.get(1).get("of").asText()).isEqualTo("listing");
    assertThat(shown.get(1).get("file").isNull()).isTrue();
    assertThat(shown.get(1).get("reason").asText()).isEqualTo("failed");
    // nobody asked for pictures there
    assertThat(json.get("requirements").get(1).get("findings").get(0).get("pictures").isNull())
        .isTrue();
  }

  private static ObjectNode read(byte[] bytes) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The published schema. */
  public static JsonSchema schema() {
    try (InputStream in = AuditJson.class.getResourceAsStream("/rules/schemas/audit.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
