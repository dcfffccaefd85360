package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.RulesOnDisk;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --tailor}: {@code tailoring.csv}, and its JSON Schema says the same. */
class TailoringTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");
  private static final Path SCHEMAS = Fixtures.root().resolveSibling("audit-rules/rules/schemas");

  static List<Map<String, String>> cases() {
    return Cases.read("tailoring.csv");
  }

  private static Reading<Catalogue> read(String yaml) {
    return TailoringReader.read(CATALOGUE, Source.of("folder/mine.yaml", yaml));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aFileChangesWhatTheTableSays(Map<String, String> row) {
    Reading<Catalogue> read = read("tailoring: " + row.get("yaml"));
    if (read instanceof Reading.Refused<Catalogue> refused) {
      assertThat(
              refused.complaints().stream()
                  .map(c -> c.what().key() + "@" + c.field())
                  .collect(Collectors.joining("|")))
          .isEqualTo(row.get("complaints"));
      assertThat(refused.complaints()).extracting(Complaint::line).containsOnly(1);
      return;
    }
    assertThat(row.get("complaints")).isEmpty();
    Catalogue tailored = RulesOnDisk.sound(read);
    assertThat(
            tailored.tailoring().changes().stream()
                .map(c -> c.id() + " " + c.key() + "=" + c.after())
                .collect(Collectors.joining("|")))
        .isEqualTo(row.get("changes"));
    if (row.get("changes").isEmpty()) {
      assertThat(tailored).isSameAs(CATALOGUE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theSchemaRefusesWhatTheReaderRefuses(Map<String, String> row) throws IOException {
    JsonNode tree = new YAMLMapper().readTree("tailoring: " + row.get("yaml"));
    boolean valid =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMAS.resolve("tailoring-file.schema.json")))
            .validate(tree)
            .isEmpty();
    boolean sound = row.get("complaints").isEmpty() || row.get("beyond").equals("yes");
    assertThat(valid).isEqualTo(sound);
  }

  @Test
  void theSchemaKnowsTheRuleFilesNotation() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode rules = json.readTree(SCHEMAS.resolve("rule-file.schema.json").toFile()).get("$defs");
    json.readTree(SCHEMAS.resolve("tailoring-file.schema.json").toFile())
        .get("$defs")
        .properties()
        .forEach(
            def -> assertThat(def.getValue()).as(def.getKey()).isEqualTo(rules.get(def.getKey())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tailors: liaocheng-hrss", "tailoring:", "tailoring: {}"})
  void anEmptyFileChangesNothing(String yaml) {
    assertThat(RulesOnDisk.sound(read(yaml))).isSameAs(CATALOGUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tailor: {}", "tailors: other", ""})
  void anotherFileIsRefused(String yaml) {
    assertThat(read(yaml)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void notEverythingCanBeSwitchedOff() {
    String all =
        CATALOGUE.items().stream()
            .map(i -> "  \"" + i.id() + "\": {switch: off, reason: x}\n")
            .collect(Collectors.joining("", "tailoring:\n", ""));
    assertThat(read(all)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void theRestStaysAndTheChangeIsKnownWithItsLineAndReason() {
    Catalogue tailored =
        RulesOnDisk.sound(
            read(
                """
                tailors: liaocheng-hrss
                tailoring:
                  2.2c:
                    due: "05-31"
                    sections: [制发主体一览]
                    reason: 市司法局要求五月底前
                  2.3: {switch: off, reason: 由市政府公开}
                """));
    assertThat(tailored.tailoring().file()).isEqualTo("mine.yaml");
    assertThat(tailored.tailoring().off("2.3")).contains("由市政府公开");
    assertThat(tailored.tailoring().offs()).isEqualTo(1);
    assertThat(tailored.tailoring().of("2.2c"))
        .contains(
            new Tailoring.Change(
                "2.2c",
                "due",
                "year, due 06-30, during",
                "year, due 05-31, during",
                "市司法局要求五月底前",
                4));
    assertThat(tailored.digest()).isEqualTo(CATALOGUE.digest());
    assertThat(tailored.requirements()).hasSize(48);
    assertThat(tailored.judged()).hasSize(47);
    for (int i = 0; i < 48; i++) {
      Requirement before = CATALOGUE.requirements().get(i);
      Requirement after = tailored.requirements().get(i);
      if (before.id().equals("2.2c")) {
        assertThat(after.match().sections()).endsWith("制发主体一览");
        assertThat(after.match().titles()).isEqualTo(before.match().titles());
      } else {
        assertThat(after).isEqualTo(before);
      }
    }
  }

  @Test
  void everyPartHasItsPlace() {
    assertThat(CATALOGUE.origins().of("2.2c", "cadence").orElseThrow().file())
        .endsWith("catalogue.yaml");
    assertThat(CATALOGUE.origins().of("2.2c", "titles").orElseThrow().file())
        .endsWith("matching.yaml");
    assertThat(CATALOGUE.origins().of("2.2c", "law")).isEmpty();
  }
}
