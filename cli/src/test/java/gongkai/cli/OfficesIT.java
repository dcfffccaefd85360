package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program tells offices what to cure, follows it up a month later, and scores. */
class OfficesIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private static Path folder;

  @BeforeAll
  static void crawl() {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] crawl = {"crawl", server.startUrl(), "--rate", "0", "--out", "s", "-q"};
      assertThat(Program.run(folder, crawl).exit()).isZero();
    }
    audit("2026-08-31", "august", "--split-by", "office");
  }

  private static Run audit(String asOf, String out, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", "--snapshot", "s", "--as-of", asOf, "--out", out));
    arguments.addAll(Arrays.asList(more));
    return inChinese(arguments);
  }

  /** In a locale that can write Chinese file names, as a desktop or the launcher has it. */
  private static Run inChinese(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("gongkai.jar")));
    command.addAll(arguments);
    return Program.execute(folder, Map.of("LC_CTYPE", "C.UTF-8"), command);
  }

  @Test
  void withoutALocaleTheNumbersStandAlone() throws IOException {
    Run run =
        Program.run(
            folder,
            "audit",
            "--snapshot",
            "s",
            "--as-of",
            "2026-08-31",
            "--out",
            "bare",
            "--split-by",
            "office",
            "-q");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(names("bare")).contains("04.html", "04.csv", "index.html");
    assertThat(Files.readString(folder.resolve("bare/offices/index.html")))
        .contains("href=\"04.html\"");
    // and what a desktop wrote there before is replaced all the same
    audit("2026-08-31", "bare", "--split-by", "office", "--overwrite");
    Program.run(
        folder,
        "audit",
        "--snapshot",
        "s",
        "--as-of",
        "2026-08-31",
        "--out",
        "bare",
        "--split-by",
        "office",
        "--overwrite",
        "-q");
    assertThat(names("bare")).contains("04.html").noneMatch(name -> name.startsWith("04-"));
  }

  private static JsonNode json(String out) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(out).resolve("audit.json").toFile());
  }

  private static List<String> names(String out) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(out).resolve("offices"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNextAuditSaysPerNoticeWhatBecameOfIt() throws IOException {
    assertThat(names("august"))
        .contains("index.html", "replies.csv", "04-政策法规科.html", "04-政策法规科.csv");
    assertThat(json("august").at("/rectification/order/by").asText()).isEqualTo("2026-09-14");

    // an office and an inspector fill in what a Chinese spreadsheet saves
    Path filled = folder.resolve("filled.csv");
    Table table = Table.parse(Files.readAllBytes(folder.resolve("august/offices/04-政策法规科.csv")));
    List<List<String>> rows = new ArrayList<>(table.rows());
    List<String> first = new ArrayList<>(rows.get(0));
    first.set(table.header().indexOf("整改情况"), "已在标题标注失效");
    first.set(table.header().indexOf("回复日期"), "2026/9/8");
    first.set(table.header().indexOf("裁定"), "不认可");
    rows.set(0, first);
    String text = new String(new Table(table.header(), rows).bytes(), "UTF-8").substring(1);
    Files.write(filled, text.getBytes(Charset.forName("GB18030")));

    Run run =
        audit(
            "2026-10-31",
            "october",
            "--split-by",
            "office",
            "--rectify-within",
            "14d",
            "--baseline",
            "august",
            "--replies",
            "filled.csv",
            "--scheme",
            "even");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.lines()).hasSizeLessThanOrEqualTo(10);
    JsonNode october = json("october");
    assertThat(october.at("/rectification/order/by").asText()).isEqualTo("2026-11-14");
    assertThat(october.at("/rectification/outcomes"))
        .extracting(o -> o.get("outcome").asText())
        .contains("overdue", "past");
    assertThat(october.at("/rectification/replies")).hasSize(1);
    String id = first.get(0);
    assertThat(october.at("/rectification/replies/0/gapId").asText()).isEqualTo(id);
    assertThat(october.at("/rectification/replies/0/ruling").asText()).isEqualTo("rejected");
    String report = Files.readString(folder.resolve("october/report.html"));
    assertThat(report).contains("到期未整改", "已在标题标注失效", "offices/04-");
    assertThat(Files.readString(folder.resolve("october/offices/04-政策法规科.html")))
        .contains("已在标题标注失效", "首次要求整改", "2026年11月14日");

    // a verdict is not changed by a reply, and the baseline alone carries it on
    audit("2026-10-31", "plain", "--baseline", "august");
    assertThat(Files.readAllBytes(folder.resolve("plain/gaps.csv")))
        .isEqualTo(Files.readAllBytes(folder.resolve("october/gaps.csv")));
    audit("2026-10-31", "later", "--baseline", "october");
    assertThat(json("later").at("/rectification/replies/0/reply").asText()).isEqualTo("已在标题标注失效");

    // the parts add up, and the range is said
    JsonNode score = october.get("score");
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode part : score.get("parts")) {
      sum = sum.add(part.at("/range/highest").decimalValue());
    }
    assertThat(sum).isEqualByComparingTo(score.at("/sum/highest").decimalValue());
    assertThat(score.at("/score/lowest").asDouble())
        .isLessThan(score.at("/score/highest").asDouble());
    assertThat(report).contains("最低与最高之间不能确定");
    assertThat(folder.resolve("october/scores.csv")).exists();

    // the same inputs give the same bytes
    audit("2026-08-31", "twice", "--split-by", "office");
    for (String name : names("august")) {
      assertThat(Files.readAllBytes(folder.resolve("twice/offices").resolve(name)))
          .as(name)
          .isEqualTo(Files.readAllBytes(folder.resolve("august/offices").resolve(name)));
    }
    // what is written over leaves no notice behind
    audit("2026-08-31", "twice", "--overwrite");
    assertThat(folder.resolve("twice/offices")).doesNotExist();
  }

  @Test
  void badInputIsNamedAndNothingIsWritten() throws IOException {
    Files.writeString(
        folder.resolve("wrong.csv"), "gap_id,reply,ruled_on\ng0000000000,done,\n,x,31.12.2026\n");
    Files.writeString(
        folder.resolve("wrong.yaml"),
        "scheme: x\nparts:\n  - {id: 1, name: n, points: ten, deductions: [{verdict: LATE, points: 1}]}\n");
    Run run =
        audit(
            "2026-10-31",
            "no",
            "--replies",
            "wrong.csv",
            "--scheme",
            "wrong.yaml",
            "--rectify-within",
            "10wd",
            "--split-by",
            "office",
            "--lang",
            "en");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("wrong.csv:3 gap_id", "wrong.csv:3 ruled_on", "wrong.yaml:3");
    assertThat(run.out()).isEmpty();

    // whether a gap is there is known when the snapshot has been judged
    Files.writeString(folder.resolve("unknown.csv"), "gap_id,reply\ng0000000000,done\n");
    Run unknown = audit("2026-10-31", "no2", "--replies", "unknown.csv", "--lang", "en");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("unknown.csv:2 gap_id: there is no gap g0000000000");
    assertThat(folder.resolve("no2/audit.json")).doesNotExist();

    // before the first request, where an earlier audit says which gaps there are
    Run before =
        Program.run(
            folder,
            "audit",
            "http://127.0.0.1:9/",
            "--baseline",
            "august",
            "--replies",
            "unknown.csv",
            "--as-of",
            "2026-10-31",
            "--out",
            "no3",
            "--lang",
            "en");
    assertThat(before.exit()).isEqualTo(2);
    assertThat(before.err()).contains("unknown.csv:2 gap_id");
    assertThat(folder.resolve("no3")).doesNotExist();

    assertThat(audit("2026-10-31", "no4", "--split-by", "month").exit()).isEqualTo(2);
    assertThat(audit("2026-10-31", "no4", "--split-by", "office", "--format", "json").exit())
        .isEqualTo(2);
    Run noScheme = audit("2026-10-31", "no4", "--scheme", "nobody");
    assertThat(noScheme.exit()).isEqualTo(2);
    assertThat(noScheme.err()).contains("jindong-2021");
    assertThat(folder.resolve("no4")).doesNotExist();
    String help = Program.run(folder, "audit", "--help", "--lang", "en").out();
    RuleFiles.schemes().forEach(name -> assertThat(help).contains(name));
  }

  @Test
  void theConfigFileMayAskForIt() throws IOException {
    Files.writeString(
        folder.resolve("config.yaml"),
        "split-by: office\nrectify-within: 5wd\nscheme: census-2015\n");
    Run run = audit("2026-08-31", "configured", "--config", "config.yaml", "-q");
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(json("configured").at("/rectification/order/by").asText()).isEqualTo("2026-09-07");
    assertThat(json("configured").at("/score/vetoes")).isNotEmpty();
    assertThat(json("configured").at("/score/score").isNull()).isTrue();
  }
}
