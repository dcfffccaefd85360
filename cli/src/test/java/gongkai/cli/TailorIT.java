package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.cli.report.AuditJsonTest;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program tailors a bundled catalogue, shows the effective rule, audits by it. */
class TailorIT {
  private static final FixtureSite SITE = FixtureSite.load("hard");
  private static final Path EXPECTED = Fixtures.root().resolve("expected/tailoring");

  @TempDir private Path folder;

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void golden(String file, String is) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(EXPECTED.resolve(file), is);
    }
    assertThat(is).isEqualTo(Files.readString(EXPECTED.resolve(file)));
  }

  /** Without what grows with the bundled catalogue: word lists and line numbers. */
  private static String steady(String shown) {
    return shown
        .replaceAll("(?m)^  (栏目|共用栏目|标题|不含|内容)：.*\\R( {6,}.*\\R)*", "")
        .replaceAll("(?m)^  (Sections|Shared sections|Titles|Not|Content): .*\\R( {6,}.*\\R)*", "")
        .replaceAll("(liaocheng-hrss/[a-z]+\\.yaml):\\d+", "$1:N");
  }

  @Test
  void theEffectiveRuleIsShownWithTheOriginOfEachPartAndTheNextDueDates() throws IOException {
    Files.copy(EXPECTED.resolve("mine.yaml"), folder.resolve("mine.yaml"));
    for (String lang : List.of("zh", "en")) {
      Run show =
          run(
              "catalogue",
              "show",
              "2.2c",
              "--tailor",
              "mine.yaml",
              "--as-of",
              "2026-10-31",
              "--lang",
              lang);
      assertThat(show.exit()).as(show.err()).isZero();
      assertThat(show.lines())
          .allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
      golden("show-" + lang + ".txt", steady(show.out()));
    }
    StringBuilder shown = new StringBuilder();
    for (String id : List.of("1.1", "2.1", "2.2e", "2.3", "3.1b", "3.1c", "8.4", "9.1a", "12.2")) {
      shown.append(
          run(
                  "catalogue",
                  "show",
                  "liaocheng-hrss",
                  id,
                  "--tailor",
                  "mine.yaml",
                  "--as-of",
                  "2026-10-31")
              .out());
      shown.append("----\n");
    }
    golden("show-kinds.txt", steady(shown.toString()));
    assertThat(run("catalogue", "show", "liaocheng-hrss", "--tailor", "mine.yaml").out())
        .contains("已停用：由市政府政策库统一公开");
    Run unknown = run("catalogue", "show", "2.2z");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("2.2");
    assertThat(run("catalogue", "show", "liaocheng-hrs").err()).contains("liaocheng-hrss");
  }

  @Test
  void aBadFileIsTwoWithEverythingWrongAtOnce() throws IOException {
    write(
        "bad.yaml",
        """
        tailoring:
          2.2z: {due: "05-31"}
          2.3: {switch: off}
          2.1: {limit: soon, colour: red}
        """);
    for (List<String> command :
        List.of(
            List.of("catalogue", "check", "liaocheng-hrss"),
            List.of("catalogue", "show", "2.1"),
            List.of("crawl", "http://127.0.0.1:9/"),
            List.of("probe", "http://127.0.0.1:9/"),
            List.of("audit", "http://127.0.0.1:9/"))) {
      List<String> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--tailor", "bad.yaml"));
      Run bad = run(arguments.toArray(String[]::new));
      assertThat(bad.exit()).as(command.toString()).isEqualTo(2);
      assertThat(bad.out()).isEmpty();
      assertThat(bad.err().lines().map(l -> l.replaceFirst("：.*", "")))
          .containsExactly(
              "bad.yaml:2 tailoring.2.2z",
              "bad.yaml:3 tailoring.2.3.switch",
              "bad.yaml:4 tailoring.2.1.colour",
              "bad.yaml:4 tailoring.2.1.limit");
    }
    write("empty.yaml", "tailoring: {}\n");
    assertThat(run("catalogue", "check", "liaocheng-hrss", "--tailor", "empty.yaml").exit())
        .isZero();
    assertThat(run("catalogue", "check", "liaocheng-hrss", "--tailor", "none.yaml").exit())
        .isEqualTo(2);
  }

  @Test
  void anAuditJudgesByTheTailoredRulesAndAnEmptyFileChangesNoByte() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE)) {
      assertThat(audit("plain", server.startUrl(), List.of()).exit()).isEqualTo(SITE.exit());
    }
    write("empty.yaml", "tailoring:\n");
    again("empty", "--tailor", "empty.yaml");
    for (String file : List.of("audit.json", "items.csv", "gaps.csv", "pages.csv", "report.html")) {
      assertThat(read("empty/" + file)).as(file).isEqualTo(read("plain/" + file));
    }
    Table before = Table.parse(read("plain/items.csv"));
    StringBuilder off = new StringBuilder("tailoring:\n");
    before.rows().stream()
        .filter(r -> cell(before, r, "severity").equals("violation"))
        .forEach(
            r ->
                off.append("  \"")
                    .append(cell(before, r, "requirement_id"))
                    .append("\": {switch: off, reason: 试行期不查}\n"));
    write("off.yaml", off.toString());
    write("gongkai.yaml", "tailor: off.yaml\n");
    Run run = again("off");
    // nothing that counts is left
    assertThat(run.exit()).as(run.out()).isNotEqualTo(1);
    Table after = Table.parse(read("off/items.csv"));
    assertThat(after.rows())
        .isEqualTo(
            before.rows().stream()
                .filter(r -> !cell(before, r, "severity").equals("violation"))
                .toList());
    JsonNode json = new ObjectMapper().readTree(read("off/audit.json"));
    assertThat(AuditJsonTest.schema().validate(json)).isEmpty();
    assertThat(json.at("/catalogue/tailoring/off").asInt())
        .isEqualTo(before.rows().size() - after.rows().size())
        .isPositive();
    assertThat(Files.readString(folder.resolve("off/report.html"))).contains("试行期不查");
  }

  private static String cell(Table table, List<String> row, String column) {
    return row.get(table.header().indexOf(column));
  }

  private byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  private Run again(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--snapshot", "plain/snapshot"));
    arguments.addAll(List.of(more));
    return audit(out, "", arguments);
  }

  private Run audit(String out, String site, List<String> more) {
    List<String> arguments = new ArrayList<>(List.of("audit"));
    if (!site.isEmpty()) {
      arguments.addAll(List.of(site, "--rate", "0"));
    }
    arguments.addAll(
        List.of("--as-of", SITE.asOf().toString(), "--since", SITE.since().toString()));
    arguments.addAll(List.of("--events", SITE.events().toString(), "--lang", "en"));
    arguments.addAll(List.of("--progress", "none", "--out", out));
    arguments.addAll(more);
    return run(arguments.toArray(String[]::new));
  }
}
