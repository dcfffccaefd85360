package gongkai.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reader and published schema refuse the same, and every complaint says where. */
class SchemeReaderTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            Files.readString(
                Fixtures.root()
                    .resolveSibling("audit-rules/rules/schemas/scheme-file.schema.json")));
  }

  private static Reading<Scheme> read(String yaml) {
    return SchemeReader.read("x", Source.of("x.yaml", yaml), CATALOGUE);
  }

  @Test
  void theBundledFilesAreValid() throws IOException {
    for (Source file : RulesOnDisk.sources("schemes")) {
      assertThat(schema().validate(new YAMLMapper().readTree(file.text().orElseThrow())))
          .as(file.name())
          .isEmpty();
    }
  }

  private static final String PART = "id: 1, name: n, points: 10";
  private static final String LOST = "deductions: [{verdict: LATE, points: 1}]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{scheme: x, parts: [{%P, %D}]}",
        "{scheme: x, %D, parts: [{%P}]}",
        "{scheme: x, parts: [{%P, not-judged: 台账}]}",
        "{scheme: x, vetoes: [{name: n, verdict: EMPTY}]}",
        "{scheme: x, vetoes: [{name: n, verdict: [EMPTY, MISSING], at-least: 5, of: {words: x}}]}",
        "{scheme: x, vetoes: [{name: n, not-judged: 台账}]}",
        "{scheme: x, each: {by: item, %D}}",
        "{scheme: x, each: {by: category, points: {政策文件: 20.5}, otherwise: 0, %D}}",
        "{scheme: x, source: {title: t, address: 'http://x/'}, each: {by: item, %D}}",
        "{scheme: x, parts: [{%P, deductions: [{verdict: LATE, points: all, at-most: 3}]}]}",
        "{scheme: x, parts: [{%P, of: {items: ['2.1']}, %D}]}",
        "{scheme: x, not-due: full, parts: [{%P, %D}]}",
        // refused by both
        "{parts: [{%P, %D}]}",
        "{scheme: x}",
        "{scheme: x, parts: [{%P, %D, weight: 2}]}",
        "{scheme: x, each: {by: item}, parts: [{%P, %D}]}",
        "{scheme: x, each: {by: office, %D}}",
        "{scheme: x, each: {%D}}",
        "{scheme: x, not-due: half, parts: [{%P, %D}]}",
        "{scheme: x, parts: [{id: 1, name: n, points: many, %D}]}",
        "{scheme: x, parts: [{id: 1, name: n, points: 1.234, %D}]}",
        "{scheme: x, parts: [{id: 1, name: n, points: 1001, %D}]}",
        "{scheme: x, parts: [{id: 1, name: n, %D}]}",
        "{scheme: x, parts: [{%P, deductions: [{verdict: REVIEW, points: 1}]}]}",
        "{scheme: x, parts: [{%P, deductions: [{verdict: LATE}]}]}",
        "{scheme: x, parts: [{%P, deductions: [{points: 1}]}]}",
        "{scheme: x, parts: [{%P, deductions: [{verdict: LATE, severity: review, points: 1}]}]}",
        "{scheme: x, parts: [{%P, deductions: [{verdict: LATE, per: page, points: 1}]}]}",
        "{scheme: x, vetoes: [{name: n}]}",
        "{scheme: x, vetoes: [{name: n, verdict: EMPTY, at-least: 0}]}",
        "{scheme: x, source: {title: t}, each: {by: item, %D}}"
      })
  void theSchemaReadsAsTheReaderDoes(String words) throws IOException {
    String yaml = words.replace("%P", PART).replace("%D", LOST);
    boolean valid = schema().validate(new YAMLMapper().readTree(yaml)).isEmpty();
    assertThat(read(yaml) instanceof Reading.Sound).as(yaml).isEqualTo(valid);
  }

  @Test
  void everythingWrongIsSaidAtOnceWithItsLine() {
    String yaml =
        """
        scheme: x
        parts:
          - id: 1
            name: n
            points: ten
            of: {items: ["2.99"]}
            deductions: [{verdict: LAET, points: 1}]
          - id: 1
            name: m
            points: 5
            of: {}
            deductions: [{verdict: LATE, points: 1}]
          - {id: 3, name: o, points: 5}
        vetoes:
          - {name: v, verdict: EMPTY, part: 9}
        """;
    List<String> complaints =
        ((Reading.Refused<Scheme>) read(yaml))
            .complaints().stream().map(c -> c.line() + " " + c.what().key()).toList();
    assertThat(complaints)
        .containsExactlyInAnyOrder(
            "5 score.points",
            "6 score.unknown",
            "7 input.notOneOf",
            "8 score.idTwice",
            "11 score.ofNothing",
            "13 score.noDeduction",
            "15 score.noPart");
  }
}
