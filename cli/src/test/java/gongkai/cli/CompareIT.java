package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.cli.report.AuditJsonTest;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program compares two audits, and holds one to an earlier one. */
class CompareIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private Path folder;

  private Run judge(String snapshot, String asOf, String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("audit", "--snapshot", snapshot, "--as-of", asOf, "--out", out, "-q"));
    arguments.addAll(Arrays.asList(more));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  private List<String> statuses(String out) throws IOException {
    Table gaps = Table.parse(Files.readAllBytes(folder.resolve(out).resolve("gaps.csv")));
    return gaps.rows().stream().map(row -> row.get(row.size() - 1)).distinct().sorted().toList();
  }

  @Test
  void aRunHeldToItselfIsWellAndToAnEarlierOneFailsByWhatIsNew() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] crawl = {"crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q"};
      assertThat(Program.run(folder, crawl).exit()).isZero();
    }
    assertThat(judge("s", "2026-08-31", "august").exit()).isEqualTo(1);
    assertThat(statuses("august")).containsExactly("");
    Run october = judge("s", "2026-10-31", "october", "--baseline", "august");
    assertThat(october.exit()).as(october.err()).isEqualTo(1);
    assertThat(statuses("october")).contains("new", "open");

    // held to itself: nothing is new, so nothing fails, although the gaps are all there
    Run again = judge("s", "2026-10-31", "again", "--baseline", "october", "--fail-on", "review");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(statuses("again")).doesNotContain("", "new", "worse");

    Run diff = Program.run(folder, "diff", "august", "october");
    assertThat(diff.exit()).as(diff.err()).isEqualTo(1);
    assertThat(diff.out()).contains("截至2026年8月31日 → 截至2026年10月31日").contains("新增");
    assertThat(Program.run(folder, "diff", "october", "again").exit()).isZero();
    Run json = Program.run(folder, "diff", "august", "october", "--format", "json");
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.at("/counts/new").asInt()).isPositive();

    // the same inputs give the same bytes
    judge("s", "2026-10-31", "twice", "--baseline", "august");
    for (String file : List.of("gaps.csv", "audit.json", "report.html")) {
      assertThat(Files.readAllBytes(folder.resolve("twice").resolve(file)))
          .as(file)
          .isEqualTo(Files.readAllBytes(folder.resolve("october").resolve(file)));
    }
  }

  @Test
  void aBaselineOnlyShrinks() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] crawl = {"crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q"};
      assertThat(Program.run(folder, crawl).exit()).isZero();
    }
    judge("s", "2026-05-31", "may");
    judge("s", "2026-10-31", "october");
    ObjectMapper json = new ObjectMapper();
    int all = json.readTree(folder.resolve("may/audit.json").toFile()).at("/summary/gaps").asInt();
    Run shrink = Program.run(folder, "diff", "may", "october", "--shrink", "base.json");
    assertThat(shrink.err()).contains("base.json");
    JsonNode base = json.readTree(folder.resolve("base.json").toFile());
    assertThat(AuditJsonTest.schema().validate(base)).isEmpty();
    int dropped = base.at("/shrunk/gaps").asInt();
    assertThat(dropped).isPositive();
    assertThat(base.at("/summary/gaps").asInt()).isEqualTo(all - dropped);

    // in its own place it changes no more; what is larger does not take its place
    byte[] before = Files.readAllBytes(folder.resolve("base.json"));
    Run again = Program.run(folder, "diff", "base.json", "october", "--shrink", "base.json");
    assertThat(again.exit()).as(again.err()).isEqualTo(1);
    Run grown = Program.run(folder, "diff", "may", "may", "--shrink", "base.json");
    assertThat(grown.exit()).isEqualTo(2);
    assertThat(grown.err()).contains("base.json", String.valueOf(dropped));
    JsonNode after = json.readTree(folder.resolve("base.json").toFile());
    assertThat(after.at("/requirements")).isEqualTo(json.readTree(before).at("/requirements"));

    // held to it, the later audit fails by the same gaps, and its orphans are said
    judge("s", "2026-10-31", "by-may", "--baseline", "may");
    judge("s", "2026-10-31", "by-base", "--baseline", "base.json");
    assertThat(Files.readAllBytes(folder.resolve("by-base/gaps.csv")))
        .isEqualTo(Files.readAllBytes(folder.resolve("by-may/gaps.csv")));
    assertThat(Files.readString(folder.resolve("by-may/notices.csv"))).contains("baseline-orphans");
  }

  @Test
  void badInputIsNamedBeforeTheFirstRequest() throws IOException {
    Files.createDirectories(folder.resolve("broken"));
    Files.writeString(folder.resolve("broken/audit.json"), "{\n\"schemaVersion\": \"9.0\"}");
    Run baseline = judge("nowhere", "2026-10-31", "out", "--baseline", "broken");
    assertThat(baseline.exit()).isEqualTo(2);
    assertThat(baseline.err()).contains("broken/audit.json", "schemaVersion", "9.0", "nowhere");
    Run diff = Program.run(folder, "diff", "broken", "missing", "--lang", "en");
    assertThat(diff.exit()).isEqualTo(2);
    assertThat(diff.out()).isEmpty();
    assertThat(diff.err()).contains("broken/audit.json", "missing");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
