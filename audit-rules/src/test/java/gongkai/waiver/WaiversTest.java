package gongkai.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --waivers}: {@code waivers.csv} says what is read, {@code waived.csv} what it excuses. */
class WaiversTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");
  private static final Path SCHEMA =
      Fixtures.root().resolveSibling("audit-rules/rules/schemas/waivers-file.schema.json");

  static List<Map<String, String>> files() {
    return Cases.read("waivers.csv");
  }

  static List<Map<String, String>> gaps() {
    return Cases.read("waived.csv");
  }

  private static String yaml(String cell) {
    return "waivers: "
        + cell.replaceAll("\\bE\\(([0-9-]+)\\)", "reason: 迁移, approver: 张三, expires: $1")
            .replaceAll("\\bR\\b", "reason: 迁移, approver: 张三, expires: 2026-12-31");
  }

  private static Reading<Waivers> read(String yaml) {
    return WaiversReader.read(Source.of("folder/excused.yaml", yaml), CATALOGUE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileSaysWhatTheTableSays(Map<String, String> row) {
    Reading<Waivers> read = read(yaml(row.get("yaml")));
    if (read instanceof Reading.Refused<Waivers> refused) {
      assertThat(
              refused.complaints().stream()
                  .map(c -> c.what().key() + "@" + c.field())
                  .collect(Collectors.joining("|")))
          .isEqualTo(row.get("complaints"));
      assertThat(refused.complaints()).allMatch(c -> c.line() == 1);
      return;
    }
    assertThat(row.get("complaints")).isEmpty();
    assertThat(
            RulesOnDisk.sound(read).list().stream()
                .map(Waiver::subject)
                .collect(Collectors.joining("|")))
        .isEqualTo(row.get("subjects"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theSchemaRefusesWhatTheReaderRefuses(Map<String, String> row) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(yaml(row.get("yaml")));
    boolean valid =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA))
            .validate(tree)
            .isEmpty();
    boolean sound = row.get("complaints").isEmpty() || row.get("beyond").equals("yes");
    assertThat(valid).isEqualTo(sound);
  }

  @Test
  void everyComplaintNamesItsLine() {
    Reading<Waivers> read =
        read(
            """
            waivers:
              - requirement: 2.2c
                reason: 迁移
                approver: 张三
                expires: 31.12.2026
              - requirement: 12.2
                scope:
                  period: 2026Q2
                approver: 张三
                expires: 2026-12-31
            """);
    assertThat(
            ((Reading.Refused<Waivers>) read)
                .complaints().stream().map(c -> c.line() + " " + c.what().key()))
        .containsExactly("5 input.notDate", "6 input.missing", "8 waiver.period");
  }

  @ParameterizedTest
  @ValueSource(strings = {"waivers:", "{}"})
  void aFileWithoutWaiversExcusesNothing(String yaml) {
    assertThat(RulesOnDisk.sound(read(yaml)).list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiver: []", "[]", ""})
  void anotherFileIsRefused(String yaml) {
    assertThat(read(yaml)).isInstanceOf(Reading.Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gaps")
  void aWaiverExcusesWhatTheTableSays(Map<String, String> row) {
    Waivers waivers = RulesOnDisk.sound(read(yaml(row.get("waivers"))));
    LocalDate asOf = LocalDate.parse(row.get("as_of"));
    List<RequirementResult> plain = results(row.get("findings"));
    List<RequirementResult> results = waivers.applied(plain, asOf);
    assertThat(findings(results).stream().map(f -> number(waivers, f)).toList())
        .isEqualTo(Arrays.stream(row.get("waived").split(" ")).map(Integer::parseInt).toList());
    List<Notice> notices = waivers.notices(results, asOf);
    assertThat(notices.stream().map(n -> n.kind().code()).collect(Collectors.joining(" ")))
        .isEqualTo(row.get("notices"));
    assertThat(notices)
        .allSatisfy(n -> assertThat(n.because().in(Lang.ZH)).contains("excused.yaml", "张三"));
    // an excused gap stays what it is
    assertThat(findings(results).stream().map(f -> f.verdict() + " " + f.severity()))
        .containsExactlyElementsOf(
            findings(plain).stream().map(f -> f.verdict() + " " + f.severity()).toList());
  }

  private static int number(Waivers waivers, Finding finding) {
    return finding.waiver().map(w -> waivers.list().indexOf(w) + 1).orElse(0);
  }

  private static List<Finding> findings(List<RequirementResult> results) {
    return results.stream().flatMap(r -> r.findings().stream()).toList();
  }

  private static List<RequirementResult> results(String cell) {
    Map<String, List<Finding>> byId = new java.util.LinkedHashMap<>();
    for (String words : cell.split(" \\| ")) {
      Finding f = finding(words.strip());
      byId.computeIfAbsent(f.requirementId(), id -> new ArrayList<>()).add(f);
    }
    return byId.entrySet().stream().map(e -> result(e.getKey(), e.getValue())).toList();
  }

  private static RequirementResult result(String id, List<Finding> findings) {
    Item item =
        CATALOGUE.items().stream()
            .filter(i -> i.requirements().stream().anyMatch(r -> r.id().equals(id)))
            .findFirst()
            .orElseThrow();
    Requirement requirement =
        item.requirements().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    return new RequirementResult(
        item,
        requirement,
        findings.get(0).verdict(),
        findings.get(0).severity(),
        findings,
        0,
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        0);
  }

  private static Finding finding(String words) {
    String[] all = words.split(" ");
    Map<String, String> parts = new HashMap<>();
    Arrays.stream(all).skip(2).map(p -> p.split("=", 2)).forEach(p -> parts.put(p[0], p[1]));
    Verdict verdict = Verdict.valueOf(all[1]);
    return new Finding(
        all[0],
        verdict,
        verdict.gap() ? Severity.VIOLATION : Severity.NONE,
        parts.getOrDefault("p", ""),
        Optional.ofNullable(parts.get("t")).map(LocalDate::parse),
        Optional.empty(),
        Optional.empty(),
        parts.getOrDefault("title", ""),
        parts.containsKey("u") ? "http://x.gov.cn" + parts.get("u") : "",
        parts.getOrDefault("n", ""),
        Message.of("judge.not-due.nothing"),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-30, expired",
    "2026-10-31, expiring",
    "2026-11-01, expiring",
    "2026-11-30, expiring",
    "2026-12-01, active"
  })
  void itEndsSoonWithinThirtyDays(LocalDate expires, String state) {
    Waiver waiver = new Waiver("2.2c", Scope.WHOLE, "迁移", "张三", expires, "x.yaml", 1);
    assertThat(waiver.state(LocalDate.of(2026, 10, 31)).code()).isEqualTo(state);
  }
}
