package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program draws many audits over time. */
class TrendIT {
  @TempDir private static Path folder;

  @BeforeAll
  static void auditEachMonth() {
    FixtureSite site = FixtureSite.load("siblings");
    try (FixtureServer server = FixtureServer.start(site, "", List.of())) {
      Program.run(folder, "crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q");
    }
    for (String month : List.of("2026-08-31", "2026-09-30", "2026-10-31")) {
      String out = "audits/" + month;
      Run audit =
          Program.run(folder, "audit", "--snapshot", "s", "--as-of", month, "--out", out, "-q");
      assertThat(audit.exit()).as(audit.err()).isLessThan(2);
    }
  }

  @Test
  void theAuditsOfAFolderAreColumnsInTheirOrder() throws IOException {
    Run table = Program.run(folder, "trend", "audits/2026-10-31", "audits/2026-08-31");
    assertThat(table.exit()).as(table.err()).isZero();
    assertThat(table.out()).contains("2 次审计").contains("08 10").contains("2.1");
    assertThat(table.err()).isEmpty();

    Run json = Program.run(folder, "trend", "audits", "--format", "json");
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.at("/audits").findValuesAsText("asOf"))
        .containsExactly("2026-08-31", "2026-09-30", "2026-10-31");

    Run html = Program.run(folder, "trend", "audits", "--format", "html", "--lang", "en");
    assertThat(html.exit()).as(html.err()).isZero();
    assertThat(html.out().strip()).isEqualTo("trend.html");
    assertThat(Files.readString(folder.resolve("trend.html")))
        .contains("<svg")
        .contains("lang=\"en\"");
    Run again = Program.run(folder, "trend", "audits", "--format", "html");
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("trend.html", "--overwrite");
  }

  @Test
  void ofTwoAuditsOfOneDayOneIsUsedAndSaid() {
    Run run = Program.run(folder, "trend", "audits/2026-08-31", "audits/2026-08-31/audit.json");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("1 次审计");
    assertThat(run.err()).contains("2026年8月31日", "采用后给出的 audits/2026-08-31/audit.json");
  }

  @Test
  void whatIsWrongIsNamedAtOnce() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path file = folder.resolve("audits/2026-09-30/audit.json");
    ObjectNode other = (ObjectNode) json.readTree(file.toFile());
    Files.writeString(folder.resolve("other.json"), other.put("bureau", "别处的局").toString());
    Files.writeString(folder.resolve("new.json"), other.put("schemaVersion", "9.0").toString());
    Run run = Program.run(folder, "trend", "audits", "other.json", "new.json", "nowhere");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("别处的局", "schemaVersion", "9.0", "nowhere");
  }
}
