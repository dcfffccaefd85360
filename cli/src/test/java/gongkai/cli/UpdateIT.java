package gongkai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program says what an audit will cost, and updates one. */
class UpdateIT {
  private static final String LIST = "/zwgk/zfxxgknb/";
  private static final String REPORT = LIST + "202601/t20260129_4443.html";
  private static final FixtureSite SITE = FixtureSite.load("trs");

  @TempDir private Path folder;
  private final FixtureServer server = FixtureServer.start(SITE, "", List.of());

  @AfterEach
  void stop() {
    server.close();
  }

  /** An audit of the site, and what it asked for. */
  private List<String> audit(String out, String... more) {
    server.forget();
    List<String> arguments =
        new ArrayList<>(
            List.of("audit", server.startUrl(), "--as-of", "2026-10-31", "--since", "2025-10-31"));
    arguments.addAll(List.of("--rate", "0", "--progress", "none", "--out", out));
    arguments.addAll(Arrays.asList(more));
    Run run = Program.run(folder, arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isIn(0, 1, 3);
    assertThat(folder.resolve(out).resolve("audit.json")).as(run.err()).exists();
    return server.asked();
  }

  private int planned(String... more) throws IOException {
    List<String> before = files();
    server.forget();
    List<String> arguments =
        new ArrayList<>(
            List.of("audit", server.startUrl(), "--as-of", "2026-10-31", "--since", "2025-10-31"));
    arguments.addAll(List.of("--rate", "60", "--lang", "en", "--progress", "none", "--plan"));
    arguments.addAll(Arrays.asList(more));
    Run run = Program.run(folder, arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).hasSizeBetween(3, 10);
    assertThat(files()).as("nothing is kept").isEqualTo(before);
    int asked = number("navigation and listings: (\\d+) requests", run.out());
    assertThat(asked).isEqualTo(server.asked().size());
    int all = number("in all about (\\d+) requests", run.out());
    assertThat(all - asked).isEqualTo(number("articles to read then: (\\d+)", run.out()));
    assertThat(run.out()).contains("about 1 minute").contains("60 requests a second");
    return all;
  }

  private static int number(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern + " in " + text).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private byte[] read(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  /** The rows without the time of fetching. */
  private List<List<String>> pages(String out) throws IOException {
    return Table.parse(read(out + "/pages.csv")).rows().stream()
        .map(row -> row.subList(0, row.size() - 1))
        .toList();
  }

  private void change(String path) throws IOException {
    String page =
        new String(SITE.resources().get(path).bytes(), StandardCharsets.UTF_8)
            .replace("2026-01-29", "2026-03-15");
    server
        .wireMock()
        .stubFor(
            any(urlEqualTo(path))
                .atPriority(1)
                .willReturn(
                    aResponse()
                        .withHeader("Content-Type", "text/html")
                        .withBody(page.getBytes(StandardCharsets.UTF_8))));
  }

  /** Articles that are read may make a few more be read: never fewer than planned. */
  @Test
  void thePlanIsWhatTheAuditThenAsks() throws IOException {
    int decisive = planned();
    assertThat(audit("decisive")).hasSizeBetween(decisive, decisive + decisive / 8);
    int everything = planned("--fetch", "everything");
    assertThat(audit("everything", "--fetch", "everything"))
        .hasSizeBetween(everything, everything + everything / 8);
    assertThat(everything).isGreaterThan(decisive);
    int update = planned("--update", "decisive");
    assertThat(audit("update", "--update", "decisive")).hasSizeBetween(update, update + 1);
    assertThat(update).isLessThan(decisive);
  }

  @Test
  void anUpdatedAuditIsAFreshOne() throws IOException {
    audit("first");
    change(LIST);
    change(REPORT);
    List<String> asked = audit("second", "--update", "first");
    audit("fresh");
    assertThat(asked).contains(LIST, REPORT);
    assertThat(asked).filteredOn(path -> path.matches(".*/t\\d+_\\d+\\.html")).hasSize(1);
    for (String name : List.of("items.csv", "gaps.csv", "review.csv", "links.csv")) {
      assertThat(read("second/" + name)).as(name).isEqualTo(read("fresh/" + name));
    }
    assertThat(pages("second")).isEqualTo(pages("fresh"));
    assertThat(read("second/items.csv")).isNotEqualTo(read("first/items.csv"));

    // the first is needed no more, nor is the site
    Files.delete(folder.resolve("first/snapshot/crawl.warc.gz"));
    assertThat(audit("again", "--snapshot", "second")).isEmpty();
    for (Path file : reports("second")) {
      String name = file.getFileName().toString();
      assertThat(read("again/" + name)).as(name).isEqualTo(Files.readAllBytes(file));
    }
  }

  private List<Path> reports(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out))) {
      return files.filter(f -> f.toString().matches(".*\\.(csv|json|html)")).sorted().toList();
    }
  }

  @Test
  void whatIsNoSnapshotIsRefusedBeforeTheFirstRequest() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    for (String update : List.of("empty", "nowhere")) {
      Run run = Program.run(folder, "audit", server.startUrl(), "--update", update);
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).contains("--update").contains(update + "/crawl.warc.gz");
    }
    Run both = Program.run(folder, "audit", server.startUrl(), "--plan", "--resume");
    assertThat(both.exit()).as(both.err()).isEqualTo(2);
    assertThat(both.err()).contains("--plan").contains("--resume");
    assertThat(server.asked()).isEmpty();
  }
}
