package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.compare.Comparison;
import gongkai.compare.Standing;
import gongkai.compare.Status;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An audit's own file read back for a comparison, and what is said of one that cannot be. */
class AuditFileTest {
  @TempDir private Path folder;
  private String json;

  @BeforeEach
  void write() throws IOException {
    json = new String(AuditJson.bytes(SampleAudit.full(), "0.0.0"), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("audit.json"), json);
  }

  @Test
  void whatWasWrittenIsWhatIsRead() {
    Standing written = Standing.of(SampleAudit.full());
    assertThat(AuditFile.read(folder)).isEqualTo(written);
    assertThat(AuditFile.read(folder.resolve("audit.json"))).isEqualTo(written);
    assertThat(Comparison.of(written, written).changes())
        .isNotEmpty()
        .allMatch(c -> c.status() == Status.OPEN || c.status() == Status.PAST);
  }

  @Test
  void aFileOfBeforeNoticesIsReadToo() throws IOException {
    ObjectNode before = (ObjectNode) new ObjectMapper().readTree(json);
    before.put("schemaVersion", "1.1").remove("notices");
    Files.writeString(folder.resolve("audit.json"), before.toString());
    assertThat(AuditFile.read(folder).notices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schemaVersion\":\"1.3\" | \"schemaVersion\":\"2.0\" | schemaVersion",
        "\"asOf\" | \"asof\" | /window/asOf",
        "\"verdict\":\"MISSING\" | \"verdict\":\"GONE\" | /verdict",
        "\"bureau\" | bureau | 行",
        "\"findings\" | \"found\" | /requirements/0/findings",
      })
  void whatIsWrongIsNamed(String right, String wrong, String named) throws IOException {
    String pattern = Pattern.quote(right).replace(":", "\\E ?: ?\\Q");
    Files.writeString(folder.resolve("audit.json"), json.replaceFirst(pattern, wrong));
    assertThatThrownBy(() -> AuditFile.read(folder))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(failure.messages().get(0).in(Lang.ZH)).contains("audit.json", named);
            });
  }

  @Test
  void aFolderWithoutAnAuditIsNamed() {
    Path empty = folder.resolve("empty");
    assertThatThrownBy(() -> AuditFile.read(empty))
        .isInstanceOfSatisfying(
            Failure.class,
            failure ->
                assertThat(failure.messages().get(0).in(Lang.EN)).contains(empty.toString()));
  }

  @Test
  void bothSchemasDescribeWhatIsWritten() throws IOException {
    JsonNode audit = new ObjectMapper().readTree(AuditJson.bytes(SampleAudit.compared(), "0.0.0"));
    assertThat(AuditJsonTest.schema().validate(audit)).isEmpty();
    Standing later = Standing.of(SampleAudit.full());
    String diff =
        ComparisonJson.text(
            Comparison.of(SampleAudit.earlier(), later), SampleAudit.earlier(), later);
    JsonNode schema =
        new ObjectMapper()
            .readTree(AuditFileTest.class.getResourceAsStream("/rules/schemas/diff.schema.json"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(new ObjectMapper().readTree(diff)))
        .isEmpty();
  }
}
