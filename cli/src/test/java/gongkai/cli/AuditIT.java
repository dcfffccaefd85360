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
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program audits: exit codes, files, streams, refusals. */
class AuditIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");
  private static final List<String> REPORTS =
      List.of(
          "audit.json",
          "gaps.csv",
          "items.csv",
          "links.csv",
          "notices.csv",
          "pages.csv",
          "report.html",
          "review.csv");

  @TempDir private Path folder;

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private Run audit(String site, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit",
                site,
                "--as-of",
                "2026-10-31",
                "--rate",
                "0",
                "--retries",
                "0",
                "--progress",
                "none",
                "--out",
                "out"));
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void theDemonstrationWritesEveryReportAndNamesTheLast() throws IOException {
    Run demo = run("demo");
    assertThat(demo.exit()).as(demo.err()).isZero();
    assertThat(demo.lines()).hasSizeLessThanOrEqualTo(10);
    assertThat(demo.lines()).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
    assertThat(demo.lines().get(demo.lines().size() - 1)).isEqualTo("gongkai-demo/report.html");
    assertThat(files("gongkai-demo")).containsAll(REPORTS);
    assertThat(Table.parse(read("gongkai-demo/items.csv")).rows()).hasSize(48);
    JsonNode json = new ObjectMapper().readTree(read("gongkai-demo/audit.json"));
    assertThat(AuditJsonTest.schema().validate(json)).isEmpty();
    // once more into the same place
    assertThat(run("demo", "-q", "--lang", "en")).matches(r -> r.exit() == 0 && r.out().isEmpty());
    assertThat(Table.parse(read("gongkai-demo/items.csv")).header()).contains("requirement_id");
  }

  /** Found before the first request, and the message says how to get one. */
  @Test
  void renderingWithoutABrowserIsTwo() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("gongkai.jar"),
            "audit",
            "http://127.0.0.1:9/",
            "--render");
    Run run = Program.execute(folder, Map.of("PATH", folder.toString()), command);
    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--render", "apt-get install chromium", "Windows");
  }

  @Test
  void oneSnapshotGivesTheSameBytesOnAnyMachine() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE)) {
      Run first = audit(server.startUrl(), "--events", SITE.events().toString());
      assertThat(first.exit()).as(first.err()).isEqualTo(SITE.exit());
    }
    // the server is gone: nothing is asked any more
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-9",
                "-jar",
                System.getProperty("gongkai.jar"),
                "audit",
                "--snapshot",
                "out/snapshot",
                "--out",
                "elsewhere/again",
                "--as-of",
                "2026-10-31",
                "--events",
                SITE.events().toString(),
                "--lang",
                "zh"));
    Run again = Program.execute(folder, Map.of("LC_ALL", "tr_TR.ISO-8859-9"), command);
    assertThat(again.exit()).as(again.err()).isEqualTo(SITE.exit());
    for (String name : REPORTS) {
      assertThat(read("elsewhere/again/" + name)).as(name).isEqualTo(read("out/" + name));
    }
    asOfIsTheDayBeforeTheCrawlUnlessSaid();
    failOnDecides();
  }

  private void asOfIsTheDayBeforeTheCrawlUnlessSaid() throws IOException {
    Run run = run("audit", "--snapshot", "out", "--out", "default", "--format", "json");
    assertThat(run.exit()).as(run.err()).isIn(1, 3);
    JsonNode json = new ObjectMapper().readTree(read("default/audit.json"));
    String began = json.at("/crawl/startedAt").asText().substring(0, 10);
    String asOf = json.at("/window/asOf").asText();
    assertThat(java.time.LocalDate.parse(asOf))
        .isEqualTo(java.time.LocalDate.parse(began).minusDays(1));
    assertThat(files("default")).contains("audit.json").doesNotContain("items.csv", "report.html");
    assertThat(run.lines().get(run.lines().size() - 1)).isEqualTo("default");
  }

  private void failOnDecides() {
    String[] judge = {"audit", "--snapshot", "out", "--out", "x", "--overwrite", "--as-of"};
    Run never = run(with(judge, "2026-10-31", "--fail-on", "never"));
    // nothing counts, but one section could not be read
    assertThat(never.exit()).as(never.out()).isEqualTo(3);
    assertThat(run(with(judge, "2026-10-31", "--fail-on", "review")).exit()).isEqualTo(1);
  }

  private static String[] with(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aSiteThatIsDownIsUnreachableAndNeverMissing() throws IOException {
    Run down = audit("http://127.0.0.1:9/");
    assertThat(down.exit()).isEqualTo(3);
    assertThat(down.err()).contains("http://127.0.0.1:9/");
    Table items = Table.parse(read("out/items.csv"));
    int verdict = items.header().indexOf("结论");
    assertThat(items.rows()).hasSize(48).allMatch(r -> r.get(verdict).equals("UNREACHABLE"));
    assertThat(audit("http://127.0.0.1:9/", "--overwrite", "--fail-on", "never").exit())
        .isEqualTo(3);
    // a finished audit is not replaced unasked
    Run refused = audit("http://127.0.0.1:9/");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("--overwrite");
  }

  @Test
  void badInputIsSaidAllAtOnceBeforeTheFirstRequest() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "bureau: x\nitmes: []\n");
    try (FixtureServer server = FixtureServer.start(SITE)) {
      Run run =
          audit(
              server.startUrl(),
              "--catalogue",
              "bad.yaml",
              "--since",
              "2026-12-01",
              "--events",
              "none.csv",
              "--robots",
              "ignore");
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains("bad.yaml:2")
          .contains("none.csv")
          .contains("--since 2026-12-01")
          .contains("--operator-consent");
      assertThat(run.out()).isEmpty();
      assertThat(server.asked()).isEmpty();
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void anUnknownFormatSaysWhatThereIs() {
    Run run = audit("http://127.0.0.1:9/", "--format", "csv,docx");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("“docx”").contains("csv, html, json");
  }

  @Test
  void whatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(folder.resolve("out"), "a file where the folder should be");
    Run run = audit("http://127.0.0.1:9/");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("out");
  }

  @Test
  void aDamagedSnapshotIsBadInput() throws IOException {
    Files.createDirectories(folder.resolve("snap"));
    Files.writeString(folder.resolve("snap/crawl.warc.gz"), "no archive");
    Run run = run("audit", "--snapshot", "snap");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("snap");
    assertThat(run("audit", "--snapshot", "nowhere").exit()).isEqualTo(2);
  }

  @Test
  void aConfigFileGivesOptionsAndTheCommandLineWins() throws IOException {
    Files.createDirectories(folder.resolve("etc"));
    Files.writeString(
        folder.resolve("etc/audit.yaml"),
        """
        site: http://127.0.0.1:9/
        as-of: 2026-10-31
        lang: en
        retries: 0
        format: [csv, json]
        out: result
        progress: none
        """);
    Run run = run("audit", "--config", "etc/audit.yaml", "--format", "csv");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.out()).contains("Unreachable 48");
    assertThat(files("etc/result")).contains("items.csv").doesNotContain("audit.json");
  }

  @Test
  void aConfigFileIsRefusedWithLineAndField() throws IOException {
    Files.writeString(
        folder.resolve("gongkai.yaml"),
        "site: http://127.0.0.1:9/\nas_of: 2026-10-31\nrate: fast\nfail-on: always\n");
    Run run = run("audit");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("gongkai.yaml:2")
        .contains("as-of")
        .contains("gongkai.yaml:3 rate")
        .contains("gongkai.yaml:4 fail-on");
  }

  private byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve(name))) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
