package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.cli.report.AuditJsonTest;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program holds a bureau to its catalogue and its site to the national check. */
class BesideIT {
  private static final FixtureSite SITE = FixtureSite.load("education");
  private static final String NATIONAL = "national-site-check";

  @TempDir private Path folder;

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private Run audit(String out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit",
                "--catalogue",
                SITE.catalogue(),
                "--as-of",
                SITE.asOf().toString(),
                "--since",
                SITE.since().toString(),
                "--events",
                SITE.events().toString(),
                "--lang",
                "en",
                "--out",
                out));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private List<String> rows(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  private static List<String> own(List<String> rows) {
    return rows.stream().filter(r -> !r.startsWith("G1")).toList();
  }

  @Test
  void bothAreJudgedInOneAuditAndTheOwnStaysAsItWas() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE)) {
      Run both = audit("both", server.startUrl(), "--rate", "0", "--beside", NATIONAL);
      assertThat(both.exit()).as(both.err()).isEqualTo(1);
      Run everything =
          audit(
              "everything",
              server.startUrl(),
              "--rate",
              "0",
              "--beside",
              NATIONAL,
              "--fetch",
              "everything");
      assertThat(everything.exit()).as(everything.err()).isEqualTo(1);
    }
    assertThat(audit("plain", "--snapshot", "both").exit()).isEqualTo(1);
    for (String file : List.of("items.csv", "gaps.csv")) {
      List<String> rows = rows("both/" + file);
      assertThat(own(rows)).as(file).isEqualTo(rows("plain/" + file));
      assertThat(rows.get(rows.size() - 1)).as(file).startsWith("G1.3");
      assertThat(rows("everything/" + file)).as(file).isEqualTo(rows);
    }
    assertThat(rows("both/review.csv")).isEqualTo(rows("plain/review.csv"));
    assertThat(rows("both/gaps.csv"))
        .anyMatch(r -> r.startsWith("G1.1,G1.1a,") && r.contains("STALE,warning"))
        .anyMatch(r -> r.startsWith("G1.3,G1.3a,") && r.contains("EMPTY,warning"));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("both/audit.json").toFile());
    assertThat(AuditJsonTest.schema().validate(json)).isEmpty();
    assertThat(json.at("/catalogue/name").asText()).isEqualTo(SITE.catalogue());
    assertThat(json.at("/catalogue/beside/0/name").asText()).isEqualTo(NATIONAL);

    Run why = run("explain", "both", "G1.1a", "--lang", "en");
    assertThat(why.exit()).as(why.err()).isZero();
    assertThat(why.out()).contains("2026-10-17");
  }

  @Test
  void earlierAuditsWaiversAndSchemesKnowWhatStandsBeside() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE)) {
      assertThat(audit("plain", server.startUrl(), "--rate", "0").exit()).isEqualTo(1);
    }
    Files.writeString(
        folder.resolve("waivers.yaml"),
        """
        waivers:
          - {requirement: G1.1a, reason: 栏目正在归并, approver: 王五, expires: 2026-12-31}
        """);
    Run both =
        audit(
            "both",
            "--snapshot",
            "plain",
            "--beside",
            NATIONAL,
            "--baseline",
            "plain",
            "--waivers",
            "waivers.yaml",
            "--scheme",
            "national-2019");
    assertThat(both.exit()).as(both.err()).isZero();
    assertThat(rows("both/gaps.csv"))
        .anyMatch(r -> r.startsWith("G1.1,G1.1a,") && r.contains("王五") && r.endsWith(",new"));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("both/audit.json").toFile());
    assertThat(json.at("/score/vetoes").size()).isEqualTo(8);
    assertThat(run("waivers", "check", "waivers.yaml", "--catalogue", SITE.catalogue()).exit())
        .isEqualTo(2);
    assertThat(
            run(
                    "waivers",
                    "check",
                    "waivers.yaml",
                    "--catalogue",
                    SITE.catalogue(),
                    "--beside",
                    NATIONAL,
                    "--as-of",
                    "2026-10-31")
                .exit())
        .isZero();
    Run alone = audit("alone", "--snapshot", "plain", "--scheme", "national-2019");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("G1.1c", "--beside national-site-check");
  }

  @Test
  void twoFilesWithTheSameIdAreRefusedByBothNames() throws IOException {
    for (String command : List.of("audit", "crawl")) {
      Run clash =
          run(
              command,
              "http://127.0.0.1:9/",
              "--catalogue",
              "laixi-education",
              "--beside",
              NATIONAL,
              "--beside",
              "luozhuang-finance",
              "--lang",
              "en");
      assertThat(clash.exit()).as(clash.err()).isEqualTo(2);
      assertThat(clash.err())
          .contains("--beside luozhuang-finance", "--catalogue laixi-education", "1.1");
    }
    Files.writeString(
        folder.resolve("gongkai.yaml"),
        "site: http://127.0.0.1:9/\ncatalogue: laixi-education\nbeside: [luozhuang-finance]\n");
    Run config = run("audit", "--lang", "en");
    assertThat(config.exit()).isEqualTo(2);
    assertThat(config.err()).contains("--beside luozhuang-finance");
    assertThat(run("audit", "http://127.0.0.1:9/", "--beside", "nothing-such").exit()).isEqualTo(2);
  }
}
