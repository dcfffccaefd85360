package gongkai.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.cli.Columns;
import gongkai.cli.RuleFiles;
import gongkai.fixtures.Fixtures;
import gongkai.input.Source;
import gongkai.message.Lang;
import gongkai.page.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a probe prints: golden texts, its schema, its YAML. */
public class ProbeReportTest {
  private static final Path FOLDER = Fixtures.root().resolve("expected/sample-probe");

  private static void golden(String file, String text) throws IOException {
    Path expected = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(expected, text);
    }
    assertThat(text).as(expected.toString()).isEqualTo(Files.readString(expected));
  }

  private static String text(ProbeReport report, Lang lang) {
    return String.join("\n", ProbeText.lines(report, lang)) + "\n";
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void tableIsAsExpectedAndFitsATerminal(Lang lang) throws IOException {
    String text = text(SampleProbe.full(), lang);
    golden(lang.code() + ".txt", text);
    List<String> table = text.substring(0, text.indexOf("\nsite:")).lines().toList();
    assertThat(table).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
    assertThat(text.codePoints().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
    golden("shut-" + lang.code() + ".txt", text(SampleProbe.shut(), lang));
  }

  /** Neither this program's version nor what its rules are today is expected of a report. */
  @Test
  void jsonIsAsExpectedAndObeysItsPublishedSchema() throws IOException {
    for (ProbeReport report : List.of(SampleProbe.full(), SampleProbe.shut())) {
      assertThat(schema().validate(ProbeJson.tree(report))).isEmpty();
    }
    golden(
        "probe.json",
        ProbeJson.text(SampleProbe.full())
                .replaceAll("\"(version|sha256)\" : \"[^\"]+\"", "\"$1\" : \"\"")
            + "\n");
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    ObjectNode tree = ProbeJson.tree(SampleProbe.full());
    tree.put("surprise", 1);
    tree.remove("sections");
    ((ObjectNode) tree.get("requirements").get(0)).put("found", "yes");
    assertThat(schema().validate(tree)).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void theSitePartStandsInARuleFile(Lang lang) {
    List<String> lines = SitePart.lines(SampleProbe.full().probe(), lang);
    String rules =
        String.join("\n", lines)
            + "\n"
            + """
            bureau: 甲市人力资源和社会保障局
            items:
              - {id: "1.1", category: 机构职能, name: 机构概况, wording: 长期公开, form: full,
                 offices: [局办公室], cadence: {continuous: always}}
            """;
    Catalogue read =
        RuleFiles.sound(
            CatalogueReader.read(
                "test", List.of(new Source("test.yaml", rules.getBytes(StandardCharsets.UTF_8)))));
    assertThat(read.start()).hasValue("https://rsj.jia.example/");
    assertThat(read.hosts()).containsExactly("zwgk.jia.example");
    assertThat(Addresses.host(read.start().orElseThrow())).isEqualTo("rsj.jia.example");
    assertThat(lines).anyMatch(l -> l.contains("www.jia.example"));
  }

  /** The published schema. */
  public static JsonSchema schema() {
    try (InputStream in = ProbeJson.class.getResourceAsStream("/rules/schemas/probe.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(in, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
