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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program excuses gaps for a time, and shows them all the same. */
class WaiversIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private static Path folder;

  @BeforeAll
  static void aSnapshotAndItsAudit() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] crawl = {"crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q"};
      assertThat(Program.run(folder, crawl).exit()).isZero();
    }
    assertThat(judge("plain").exit()).isEqualTo(1);
    StringBuilder all = new StringBuilder("waivers:\n");
    for (String id : waivable()) {
      all.append(waiver(id, SITE.asOf().toString()));
    }
    write("all.yaml", all.toString());
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String waiver(String id, String expires) {
    return "  - requirement: \"%s\"\n    reason: 系统迁移\n    approver: 张三\n    expires: %s\n"
        .formatted(id, expires);
  }

  private static Run judge(String out, String... more) {
    return judge(SITE.asOf(), out, more);
  }

  private static Run judge(LocalDate asOf, String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("audit", "--snapshot", "s", "--out", out));
    arguments.addAll(List.of("--as-of", asOf.toString(), "--progress", "none"));
    arguments.addAll(Arrays.asList(more));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  private static Table gaps(String out) throws IOException {
    return Table.parse(Files.readAllBytes(folder.resolve(out).resolve("gaps.csv")));
  }

  private static List<String> column(Table table, String name) {
    int column = table.header().indexOf(name);
    return table.rows().stream().map(row -> row.get(column)).toList();
  }

  private static Set<String> waivable() throws IOException {
    return new LinkedHashSet<>(column(gaps("plain"), "要求编号"));
  }

  private static JsonNode json(String out) throws IOException {
    JsonNode json = new ObjectMapper().readTree(folder.resolve(out).resolve("audit.json").toFile());
    assertThat(AuditJsonTest.schema().validate(json)).isEmpty();
    return json;
  }

  @Test
  void anExcusedGapFailsNothingAndStaysInEveryOutput() throws IOException {
    Run run = judge("waived", "--waivers", "all.yaml", "--fail-on", "warning");
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(10);
    Table plain = gaps("plain");
    Table waived = gaps("waived");
    int all = plain.rows().size();
    assertThat(run.out()).contains("问题 " + all, "其中已豁免 " + all);
    for (String name : plain.header()) {
      if (!name.equals("豁免")) {
        assertThat(column(waived, name)).as(name).isEqualTo(column(plain, name));
      }
    }
    assertThat(column(plain, "豁免")).containsOnly("");
    assertThat(column(waived, "豁免")).containsOnly("张三，有效期至2026年10月31日：系统迁移");
    JsonNode json = json("waived");
    assertThat(json.at("/summary/gaps").asInt()).isEqualTo(all);
    assertThat(json.at("/summary/waived").asInt()).isEqualTo(all);
    assertThat(json.at("/summary/gapsBySeverity"))
        .isEqualTo(json("plain").at("/summary/gapsBySeverity"));
    assertThat(json.at("/notices")).noneMatch(n -> n.at("/kind").asText().startsWith("waiver"));
    String html = Files.readString(folder.resolve("waived/report.html"));
    assertThat(html)
        .contains("问题共" + all + "个，其中已豁免" + all + "个，其余0个。")
        .contains("张三，有效期至2026年10月31日：系统迁移");
    // byte for byte the same when judged again, also by the config file
    write("gongkai.yaml", "waivers: all.yaml\nfail-on: warning\n");
    assertThat(judge("again").exit()).isZero();
    Files.delete(folder.resolve("gongkai.yaml"));
    for (String file : List.of("gaps.csv", "audit.json", "report.html", "notices.csv")) {
      assertThat(Files.readAllBytes(folder.resolve("again").resolve(file)))
          .as(file)
          .isEqualTo(Files.readAllBytes(folder.resolve("waived").resolve(file)));
    }
  }

  @Test
  void theDayAfterItsLastEveryGapCountsAgain() throws IOException {
    String yesterday = SITE.asOf().minusDays(1).toString();
    StringBuilder ended = new StringBuilder("waivers:\n");
    for (String id : waivable()) {
      ended.append(waiver(id, yesterday));
    }
    write("ended.yaml", ended.toString());
    Run run = judge("ended", "--waivers", "ended.yaml", "--lang", "en");
    assertThat(run.exit()).as(run.out()).isEqualTo(1);
    assertThat(column(gaps("ended"), "waiver")).containsOnly("");
    JsonNode json = json("ended");
    assertThat(json.at("/summary/waived").asInt()).isZero();
    assertThat(json.at("/notices"))
        .filteredOn(n -> n.at("/kind").asText().equals("waiver-expired"))
        .hasSameSizeAs(waivable())
        .allSatisfy(
            n -> {
              assertThat(n.at("/severity").asText()).isEqualTo("warning");
              assertThat(n.at("/because/en").asText()).contains("ended.yaml line", yesterday);
            });
    assertThat(Files.readString(folder.resolve("ended/report.html"))).doesNotContain("Waived gaps");
  }

  @Test
  void whatIsExcusedIsNotNewEither() throws IOException {
    String id = waivable().iterator().next();
    write("one.yaml", "waivers:\n" + waiver(id, "2027-12-31"));
    Run first = judge(SITE.asOf().minusMonths(2), "first", "--waivers", "one.yaml");
    assertThat(first.exit()).isEqualTo(1);
    Run held = judge("held", "--waivers", "all.yaml", "--baseline", "first");
    assertThat(held.exit()).as(held.out()).isZero();
    assertThat(column(gaps("held"), "状态")).contains("new");
    assertThat(judge("unwaived", "--baseline", "first").exit()).isEqualTo(1);
  }

  @Test
  void aBadFileIsTwoWithEverythingWrongAndNothingIsWritten() throws IOException {
    write(
        "bad.yaml",
        """
        waivers:
          - requirement: 9.9z
            reason: 迁移
            approver: 张三
            expires: 2026-12-31
          - requirement: 2.1
            scope: {period: 2026}
            approver: 张三
            expires: 2026-02-30
        """);
    Run bad = judge("bad", "--waivers", "bad.yaml");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err().lines().map(l -> l.replaceFirst("：.*", "")))
        .containsExactly(
            "bad.yaml:2 waivers[1].requirement",
            "bad.yaml:6 waivers[2]",
            "bad.yaml:7 waivers[2].scope.period",
            "bad.yaml:9 waivers[2].expires");
    assertThat(folder.resolve("bad")).doesNotExist();
    assertThat(judge("none", "--waivers", "none.yaml").exit()).isEqualTo(2);
  }

  @Test
  void aFileIsCheckedWithItsStatesAndWhatItIsGoodFor() throws IOException {
    String id = waivable().iterator().next();
    String unused = "16.1g";
    assertThat(waivable()).doesNotContain(unused);
    write(
        "check.yaml",
        "waivers:\n"
            + waiver(id, "2027-12-31")
            + waiver(unused, SITE.asOf().plusDays(30).toString())
            + waiver("1.1", SITE.asOf().toString()));
    String[] check = {"waivers", "check", "check.yaml", "--audit", "plain"};
    Run run = Program.run(folder, check);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
    assertThat(run.out())
        .contains("check.yaml：3 项豁免，写法无误。截至2026年10月31日：有效 1、即将到期 2、已到期 0")
        .contains("有效        " + id + "（第 2 行）")
        .contains("即将到期    16.1g（第 6 行）")
        .containsPattern("对应 \\d+ 个问题")
        .contains("没有对应的问题");
    List<String> later = new ArrayList<>(List.of(check));
    later.addAll(List.of("--as-of", SITE.asOf().plusDays(1).toString(), "--lang", "en"));
    Run ended = Program.run(folder, later.toArray(String[]::new));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out())
        .contains("active 1, ends soon 1, expired 1", "expired     1.1 (line 10)");
    write("bad.yaml", "waivers:\n  - {requirement: 2.2z, reason: x, approver: y}\n");
    Run bad = Program.run(folder, "waivers", "check", "bad.yaml", "--audit", "nowhere");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.err().lines()).hasSize(3);
    assertThat(
            Program.run(
                    folder,
                    "waivers",
                    "check",
                    "check.yaml",
                    "--catalogue",
                    "laixi-education",
                    "--audit",
                    "plain")
                .exit())
        .isEqualTo(2);
  }
}
