package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import gongkai.RulesOnDisk;
import gongkai.cadence.CalendarReader;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.table.RepairsReader;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say the same as the readers. */
class SchemaTest {
  private static final JsonSchema RULES = schema("rule-file");
  private static final JsonSchema CALENDAR = schema("calendar-file");

  /** What a schema cannot know: it sees one file, and no other requirement. */
  private static final Set<String> BEYOND =
      Set.of("catalogue.unknownId", "catalogue.itself", "catalogue.idTwice", "catalogue.noColumns");

  private static JsonSchema schema(String name) {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              Files.readString(
                  Fixtures.root()
                      .resolveSibling("audit-rules/rules/schemas")
                      .resolve(name + ".schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<ValidationMessage> validate(JsonSchema schema, String yaml) {
    try {
      JsonNode tree = new YAMLMapper().readTree(yaml);
      return schema.validate(tree);
    } catch (JsonProcessingException e) {
      throw new AssertionError(yaml, e);
    }
  }

  private static boolean readerAccepts(String yaml) {
    return CatalogueReader.read("x", List.of(Source.of("x.yaml", yaml))) instanceof Reading.Sound;
  }

  @Test
  void everyBundledFileIsValid() {
    for (String name : RulesOnDisk.names()) {
      List<Source> rules = RulesOnDisk.sources(name);
      assertThat(rules).hasSizeGreaterThanOrEqualTo(2);
      assertThat(rules)
          .allSatisfy(s -> assertThat(validate(RULES, s.text().orElseThrow())).isEmpty());
    }
    List<Source> calendars = RulesOnDisk.sources("calendars");
    assertThat(calendars).hasSize(8);
    assertThat(calendars)
        .allSatisfy(s -> assertThat(validate(CALENDAR, s.text().orElseThrow())).isEmpty());
  }

  static List<Map<String, String>> notations() {
    return Cases.read("cadence-notation.csv").stream()
        .filter(row -> !BEYOND.contains(row.get("refused")))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notations")
  void theSchemaReadsCadencesAsTheReaderDoes(Map<String, String> row) {
    String yaml = "items: [{id: x, name: x, wording: x, cadence: {%s}}]".formatted(row.get("yaml"));
    assertThat(validate(RULES, yaml).isEmpty()).isEqualTo(row.get("refused").isEmpty());
  }

  private static final String ITEM = "id: x, name: x, wording: x, cadence: {continuous: always}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items: [{%s}]",
        "{bureau: x, aliases: x, general: [x], lists: {x: [x]}, items: [{%s}]}",
        "{site: {start: 'http://x.cn/', hosts: [x.cn, 'x.cn:8080']}, items: [{%s}]}",
        "{site: {start: x.cn}, items: [{%s}]}",
        "{site: {start: 'ftp://x.cn/'}, items: [{%s}]}",
        "{site: {hosts: ['http://x.cn/']}, items: [{%s}]}",
        "{site: {start: 'http://x.cn/', seed: x}, items: [{%s}]}",
        "{bureau: [x], items: [{%s}]}",
        "{general: [[x]], items: [{%s}]}",
        "{bureua: x, items: [{%s}]}",
        "{match: {x: {sections: [x]}}, items: [{%s}]}",
        "{match: {x: {section: [x]}}, items: [{%s}]}",
        "{match: [x], items: [{%s}]}",
        "items: {%s}",
        "items: [{%s, form: full}]",
        "items: [{%s, form: whole}]",
        "items: [{%s, offices: x}]",
        "items: [{%s, offices: {lead: x, support: [x, y]}}]",
        "items: [{%s, offices: {head: x}}]",
        "items: [{%s, arises: event, statement: yes, facets: [x], law: x, note: x, repaired: [x]}]",
        "items: [{%s, arises: always}]",
        "items: [{%s, statement: maybe}]",
        "items: [{%s, match: {titles: [x], not: [x], not-inside: false, says: x, fallback: true}}]",
        "items: [{%s, match: {not-inside: often}}]",
        "items: [{%s, match: {titles: ['*']}}]",
        "items: [{%s, match: {not: [x, '^']}}]",
        "{general: ['*动态', '+'], items: [{%s}]}",
        "items: [{%s, match: {titles: ['^x', x$, 'x*y', '#x']}}]",
        "items: [{%s, colour: red}]",
        "items: [{%s, requirements: [{id: xa, cadence: {count: 2}}]}]",
        "items: [{id: x, name: x, wording: x, requirements: [{id: xa, cadence: {count: 2}}]}]",
        "items: [{id: x, name: x, wording: x, requirements: [{id: xa}]}]",
        "items: [{id: x, name: x, wording: x, requirements: [{cadence: {count: 2}}]}]",
        "items: [{id: x, name: x, wording: x, requirements: [{id: xa, colour: x, cadence: {count:"
            + " 2}}]}]",
        "items: [{id: x, name: x, wording: x, requirements: []}]",
        "items: [{id: x, name: x, wording: x}]",
        "items: [{id: x, name: x, cadence: {count: 2}}]",
        "items: [{id: x, wording: x, cadence: {count: 2}}]",
        "items: [{name: x, wording: x, cadence: {count: 2}}]",
        "items: [{id: 'x y', name: x, wording: x, cadence: {count: 2}}]",
        "items: [{id: 2.2, name: x, wording: x, cadence: {count: 2}}]",
        "items: [{id: x, name: '', wording: x, cadence: {count: 2}}]",
        "items: [{id: x, name: x, wording: x, cadence: 年度更新}]",
        "items: [x]"
      })
  void theSchemaReadsFilesAsTheReaderDoes(String form) {
    String yaml = form.formatted(ITEM);
    assertThat(validate(RULES, yaml).isEmpty()).as(yaml).isEqualTo(readerAccepts(yaml));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repairs: [{row: x, number: 11, category: x, reason: x}]",
        "repairs: [{row: x, name: x, content: x, wording: x, offices: x}]",
        "repairs: []",
        "repairs: [{row: x}]",
        "repairs: [{row: '', number: 1}]",
        "repairs: [{number: 1}]",
        "repairs: [{row: x, numbr: 1}]",
        "{repairs: [{row: x, number: 1}], bureau: x}",
        "repairs: x"
      })
  void theSchemaReadsRepairsAsTheReaderDoes(String yaml) {
    assertThat(validate(schema("repairs-file"), yaml).isEmpty())
        .as(yaml)
        .isEqualTo(RepairsReader.read(Source.of("x", yaml)) instanceof Reading.Sound);
  }

  /** Every key that the reader would take stands in the schema, and no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                   | {~: x}",
        "/properties/site     | {site: {~: x}}",
        "/$defs/match         | {match: {x: {~: x}}, items: [{%s}]}",
        "/$defs/item          | {items: [{%s, ~: x}]}",
        "/$defs/requirement   | {items: [{id: x, name: x, wording: x, requirements: [{~: x}]}]}",
        "/$defs/item/properties/offices/anyOf/1 | {items: [{%s, offices: {~: x}}]}",
        "/$defs/cadence/oneOf/0 | {items: [{id: x, name: x, wording: x, cadence: {every: year, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/1 | {items: [{id: x, name: x, wording: x, cadence: {within: 1d, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/2 | {items: [{id: x, name: x, wording: x, cadence: {continuous: 6m,"
            + " ~: x}}]}",
        "/$defs/cadence/oneOf/3 | {items: [{id: x, name: x, wording: x, cadence: {count: 2, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/4 | {items: [{id: x, name: x, wording: x, cadence: {follows: y,"
            + " within: 1d, ~: x}}]}",
        "/$defs/cadence/oneOf/5 | {items: [{id: x, name: x, wording: x, cadence: {marks: y, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/6 | {items: [{id: x, name: x, wording: x, cadence: {columns: y, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/7 | {items: [{id: x, name: x, wording: x, cadence: {total: y, ~:"
            + " x}}]}",
        "/$defs/cadence/oneOf/8 | {items: [{id: x, name: x, wording: x, cadence: {unknown: y, ~:"
            + " x}}]}"
      })
  void sameKeys(String pointer, String form) {
    String yaml = form.formatted(ITEM).replace("~", "zzzzzzzzzzzzzzzzzzzzzzzz");
    Reading<Catalogue> reading = CatalogueReader.read("x", List.of(Source.of("x.yaml", yaml)));
    Complaint unknown =
        ((Reading.Refused<Catalogue>) reading)
            .complaints().stream()
                .filter(c -> c.what().key().equals("input.unknownKey"))
                .findFirst()
                .orElseThrow();
    assertThat(unknown.right().key()).isEqualTo("input.unknownKeyRight");
    Set<String> known =
        new TreeSet<>(List.of(unknown.right().arguments().get(0).toString().split(", ")));
    Set<String> schema = new TreeSet<>();
    JsonNode node =
        pointer == null ? RULES.getSchemaNode() : RULES.getSchemaNode().at(pointer.strip());
    node.get("properties").fieldNames().forEachRemaining(schema::add);
    assertThat(schema).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covers: [2027]",
        "covers: 2027",
        "covers: [27]",
        "{}",
        "{covers: [2027], year: 2027}",
        "notices: [{title: x, holidays: [{name: x, off: [2027-01-01]}]}]",
        "notices: [{title: x, number: x, date: 2026-11-01, url: x, holidays: [{name: x, off:"
            + " 2027-01-01..2027-01-03, work: [2027-01-09]}]}]",
        "notices: [{holidays: [{name: x, off: [2027-01-01]}]}]",
        "notices: [{title: x}]",
        "notices: [{title: x, holidays: [{off: [2027-01-01]}]}]",
        "notices: [{title: x, holidays: [{name: x}]}]",
        "notices: [{title: x, holidays: [{name: x, off: [2027-1-1]}]}]",
        "notices: [{title: x, holidays: [{name: x, off: [2027-13-01]}]}]",
        "notices: [{title: x, holidays: [{name: x, free: [2027-01-01], off: [2027-01-01]}]}]",
        "notices: [{title: x, date: 2026/11/01, holidays: [{name: x, off: [2027-01-01]}]}]"
      })
  void theCalendarSchemaReadsFilesAsTheReaderDoes(String yaml) {
    boolean reader =
        CalendarReader.read(List.of(), List.of(Source.of("x.yaml", yaml))) instanceof Reading.Sound;
    assertThat(validate(CALENDAR, yaml).isEmpty()).as(yaml).isEqualTo(reader);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02 | 1.2 | 20wd",
        "2026-03-02 | 1.2 | 5d",
        "2026-03-02 | 1.2 | ''",
        "2026-13-02 | 1.2 | 20wd",
        "2026/03/02 | 1.2 | 20wd",
        "''         | 1.2 | 20wd",
        "2026-03-02 | ''  | 20wd",
        "2026-03-02 | 1.2 | 20",
        "2026-03-02 | 1.2 | 0d"
      })
  void theEventsSchemaReadsRowsAsTheReaderDoes(String date, String id, String within) {
    String csv = "date,requirement_id,description,within\n%s,%s,x,%s\n".formatted(date, id, within);
    boolean reader =
        EventsReader.read(Source.of("x.csv", csv), RulesOnDisk.catalogue("liaocheng-hrss"))
            instanceof Reading.Sound;
    String row =
        "[{date: '%s', requirement_id: '%s', description: x, within: '%s'}]"
            .formatted(date, id, within);
    assertThat(validate(schema("events-file"), row).isEmpty()).as(csv).isEqualTo(reader);
  }
}
