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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program writes its review queue, and reads it back filled in. */
class RulingsIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private static Path folder;

  @BeforeAll
  static void aSnapshotAndItsAudit() {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] crawl = {"crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q"};
      assertThat(Program.run(folder, crawl).exit()).isZero();
    }
    assertThat(judge("plain").exit()).isEqualTo(1);
    assertThat(judge("plain-en", "--lang", "en").exit()).isEqualTo(1);
  }

  private static Run judge(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("audit", "--snapshot", "s", "--out", out));
    arguments.addAll(List.of("--as-of", SITE.asOf().toString(), "--progress", "none"));
    arguments.addAll(Arrays.asList(more));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  private static Table table(String file) throws IOException {
    return Table.parse(Files.readAllBytes(folder.resolve(file)));
  }

  private static JsonNode json(String out) throws IOException {
    JsonNode json = new ObjectMapper().readTree(folder.resolve(out + "/audit.json").toFile());
    assertThat(AuditJsonTest.schema().validate(json)).isEmpty();
    return json;
  }

  private static String verdict(JsonNode audit, String id) {
    for (JsonNode r : audit.get("requirements")) {
      if (r.get("requirementId").asText().equals(id)) {
        return r.get("verdict").asText();
      }
    }
    throw new AssertionError(id);
  }

  private static JsonNode page(JsonNode audit, String url) {
    for (JsonNode page : audit.get("pages")) {
      if (page.get("url").asText().equals(url)) {
        return page;
      }
    }
    throw new AssertionError(url);
  }

  /** The review queue with the page that may be this year's plan ruled on. */
  private static Table filled(Table queue, String... ruling) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : queue.rows()) {
      List<String> cells = new ArrayList<>(row);
      if (row.get(4).equals("5.2")) {
        for (int i = 0; i < ruling.length; i++) {
          cells.set(13 + i, ruling[i]);
        }
      }
      rows.add(cells);
    }
    assertThat(rows).isNotEqualTo(queue.rows());
    return new Table(queue.header(), rows);
  }

  private static String plan(Table queue) {
    return queue.rows().stream().filter(r -> r.get(4).equals("5.2")).findFirst().get().get(0);
  }

  @Test
  void aConfirmedPageMakesTheVerdictFirmInEitherLanguageAndEncoding() throws IOException {
    Table queue = table("plain/review.csv");
    assertThat(verdict(json("plain"), "5.2")).isEqualTo("REVIEW");
    Table zh = filled(queue, "confirm", "", "张三", "2026/11/2", "=看过原件");
    Table en = filled(table("plain-en/review.csv"), "confirm", "", "张三", "2026-11-02", "=看过原件");
    Files.write(folder.resolve("d.csv"), zh.bytes());
    assertThat(judge("zh", "--decisions", "d.csv").exit()).isEqualTo(1);
    JsonNode audit = json("zh");
    assertThat(verdict(audit, "5.2")).isEqualTo("COMPLIANT");
    assertThat(table("zh/review.csv").rows())
        .hasSize(queue.rows().size() - 1)
        .noneMatch(r -> r.get(0).equals(plan(queue)));
    JsonNode page = page(audit, plan(queue));
    assertThat(page.get("decision").asText()).isEqualTo("matched");
    JsonNode ruling = page.at("/matches/0/ruling");
    assertThat(ruling.get("ruling").asText()).isEqualTo("confirm");
    assertThat(ruling.get("ruledBy").asText()).isEqualTo("张三");
    assertThat(ruling.get("ruledOn").asText()).isEqualTo("2026-11-02");
    assertThat(ruling.get("comment").asText()).isEqualTo("=看过原件");
    assertThat(Files.readString(folder.resolve("zh/report.html")))
        .contains("裁定：张三于2026年11月2日确认属于本要求（=看过原件）");
    assertThat(audit.get("notices")).noneMatch(n -> n.get("kind").asText().startsWith("ruling"));

    // as a spreadsheet saves it, with English headers, and named in the config file: the same bytes
    String text = new String(zh.bytes(), StandardCharsets.UTF_8).substring(1);
    Files.write(folder.resolve("d.csv"), text.getBytes(Charset.forName("GB18030")));
    judge("gb", "--decisions", "d.csv");
    Files.write(folder.resolve("d.csv"), en.bytes());
    Files.writeString(folder.resolve("gongkai.yaml"), "decisions: d.csv\n");
    judge("en");
    Files.delete(folder.resolve("gongkai.yaml"));
    for (String again : List.of("gb", "en")) {
      for (String file : List.of("audit.json", "items.csv", "review.csv", "report.html")) {
        assertThat(Files.readAllBytes(folder.resolve(again).resolve(file)))
            .as(again + " " + file)
            .isEqualTo(Files.readAllBytes(folder.resolve("zh").resolve(file)));
      }
    }
  }

  @Test
  void aRejectedPageIsNoCandidateAndAnAssignedOneIsAnothers() throws IOException {
    Table queue = table("plain/review.csv");
    Files.write(folder.resolve("no.csv"), filled(queue, "reject", "", "张三", "2026-11-02").bytes());
    judge("rejected", "--decisions", "no.csv");
    JsonNode rejected = json("rejected");
    assertThat(verdict(rejected, "5.2")).isEqualTo("MISSING");
    assertThat(page(rejected, plan(queue)).get("decision").asText()).isEqualTo("none");
    assertThat(Files.readString(folder.resolve("rejected/report.html")))
        .contains("裁定：张三于2026年11月2日认定不属于本要求");
    Files.write(
        folder.resolve("other.csv"), filled(queue, "assign", "5.1", "张三", "2026-11-02").bytes());
    judge("assigned", "--decisions", "other.csv");
    JsonNode assigned = json("assigned");
    assertThat(verdict(assigned, "5.2")).isEqualTo("MISSING");
    assertThat(page(assigned, plan(queue)).get("requirementIds"))
        .extracting(JsonNode::asText)
        .containsExactly("5.1");
  }

  @Test
  void whatTheSnapshotDoesNotHaveAndWhatContradictsIsNamedAndNothingIsWritten() throws IOException {
    String url = plan(table("plain/review.csv"));
    Files.writeString(
        folder.resolve("bad.csv"),
        "url,ruling,ruled_requirement,ruled_by,ruled_on\n"
            + "http://rsj.example.gov.cn/gone.html,confirm,5.2,张三,2026-11-02\n"
            + url
            + ",confirm,5.2,张三,2026-11-02\n");
    Run unknown = judge("bad", "--decisions", "bad.csv");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err().lines())
        .singleElement()
        .asString()
        .startsWith("bad.csv:2 url：快照中没有网址为 http://rsj.example.gov.cn/gone.html 的页面");
    assertThat(folder.resolve("bad")).doesNotExist();
    Files.writeString(
        folder.resolve("both.csv"),
        "url,ruling,ruled_requirement,ruled_by,ruled_on\n"
            + url
            + ",confirm,5.2,张三,2026-11-02\n"
            + url
            + ",reject,5.2,李四,2026-11-03\n");
    Run both = judge("both", "--decisions", "both.csv", "--lang", "en");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).startsWith("both.csv:3 ruling: contradicts line 2");
    assertThat(folder.resolve("both")).doesNotExist();
  }

  @Test
  void aCrawlReadsWhatIsConfirmedAndSaysWhatIsGone() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      // an article that decides nothing is not read, unless somebody says what it answers
      Table pages = table("plain/pages.csv");
      String start = json("plain").at("/crawl/start").asText();
      String path =
          pages.rows().stream()
              .filter(r -> r.get(1).isEmpty() && r.get(10).equals("none"))
              .map(r -> r.get(0))
              .filter(u -> u.startsWith(start))
              .findFirst()
              .orElseThrow()
              .substring(start.length());
      String url = server.startUrl() + path;
      Files.writeString(
          folder.resolve("crawl.csv"),
          "url,ruling,ruled_requirement,ruled_by,ruled_on,comment\n"
              + url
              + ",assign,5.1,张三,2026-11-02,规划在此\n"
              + server.startUrl()
              + "gone.html,confirm,5.2,张三,2026-11-02,\n");
      Run run =
          Program.run(
              folder,
              "audit",
              server.startUrl(),
              "--rate",
              "0",
              "--as-of",
              SITE.asOf().toString(),
              "--decisions",
              "crawl.csv",
              "--out",
              "crawled",
              "-q");
      assertThat(run.exit()).as(run.err()).isEqualTo(1);
      JsonNode audit = json("crawled");
      JsonNode read = page(audit, url);
      assertThat(read.get("httpStatus").asInt()).isEqualTo(200);
      assertThat(read.get("requirementIds")).extracting(JsonNode::asText).contains("5.1");
      assertThat(audit.get("notices"))
          .filteredOn(n -> n.get("kind").asText().equals("ruling-unused"))
          .singleElement()
          .satisfies(
              n -> {
                assertThat(n.get("url").asText()).isEqualTo(server.startUrl() + "gone.html");
                assertThat(n.at("/because/zh").asText()).contains("crawl.csv 第 3 行");
              });
    }
  }
}
