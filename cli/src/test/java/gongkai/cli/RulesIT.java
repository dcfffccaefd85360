package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program: catalogue and calendar commands, their streams and exit codes. */
class RulesIT {
  @TempDir private Path folder;

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private void write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theBundledCatalogueIsListedSoundAndShown() {
    Run list = run("catalogue", "list");
    assertThat(list.exit()).isZero();
    assertThat(list.out()).contains("liaocheng-hrss", "33 项、48 条要求");
    assertThat(list.lines()).hasSizeGreaterThanOrEqualTo(4);
    for (String line : list.lines()) {
      assertThat(run("catalogue", "check", line.split(" ")[0]).exit()).as(line).isZero();
    }
    Run check = run("catalogue", "check", "liaocheng-hrss");
    assertThat(check).isEqualTo(new Run(0, "liaocheng-hrss：规则文件无误，33 项、48 条要求。\n", ""));
    Run show = run("catalogue", "show", "liaocheng-hrss");
    assertThat(show.exit()).isZero();
    assertThat(show.err()).isEmpty();
    assertThat(show.lines()).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
    assertThat(show.lines().stream().filter(l -> l.matches("  \\d+\\.\\d+[a-g]? .*"))).hasSize(48);
    assertThat(show.lines().stream().filter(l -> l.contains("补正："))).hasSizeGreaterThan(10);
  }

  @Test
  void oneRequirementIsShownWholeInBothLanguages() {
    Run chinese = run("catalogue", "show", "liaocheng-hrss", "2.2c");
    assertThat(chinese.lines())
        .contains("2.2c  规范性文件制发主体清单", "  公开时限：在6月底之前", "  规则：year, due 06-30, during");
    assertThat(chinese.out()).doesNotContain("2.2d");
    Run english = run("catalogue", "show", "liaocheng-hrss", "11.2", "--lang", "en");
    assertThat(english.out()).contains("Repaired: 序号由10跳到12", "Basis: inspection practice");
    Run unknown = run("catalogue", "show", "liaocheng-hrss", "2.2z");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("没有编号 2.2z");
  }

  @Test
  void anUnsoundRuleFileIsTwoWithEveryComplaintOnStderr() {
    write(
        "rules.yaml",
        """
        bureua: 甲局
        items:
          - id: "1"
            name: 机构职能
            wording: 及时
            cadence: {continuous: 6months}
          - id: "1"
            name: 领导
            wording: 及时
            cadence: {every: year, due: "02-30"}
        """);
    Run run = run("catalogue", "check", "rules.yaml");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .hasSize(4)
        .satisfiesExactly(
            l -> assertThat(l).startsWith("rules.yaml:1 bureua：").contains("bureau"),
            l ->
                assertThat(l)
                    .startsWith("rules.yaml:6 items[1].cadence.continuous：")
                    .contains("6m"),
            l -> assertThat(l).startsWith("rules.yaml:7 items[2].id：").contains("第 3 行"),
            l -> assertThat(l).startsWith("rules.yaml:10 items[1].cadence.due：").contains("06-30"));
    assertThat(run("catalogue", "check", "rules.yaml", "-q").err().lines()).hasSize(4);
  }

  @Test
  void aFolderIsACatalogueAndAnEmptyOneIsNone() throws IOException {
    write("mine/a.yaml", "items: [{id: a, name: 甲, wording: 及时, cadence: {continuous: always}}]\n");
    write("mine/b.yml", "match: {a: {sections: [甲]}}\n");
    write("mine/notes.txt", "no rule file");
    Run sound = run("--lang=en", "catalogue", "check", "mine");
    assertThat(sound)
        .isEqualTo(new Run(0, "mine: the rule file is sound, 1 items, 1 requirements.\n", ""));
    Files.createDirectory(folder.resolve("empty"));
    Run empty = run("catalogue", "check", "empty");
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err()).startsWith("empty：没有规则文件");
    Run missing = run("catalogue", "check", "nowhere.yaml");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("nowhere.yaml", "liaocheng-hrss");
  }

  @Test
  void aRuleFileInAnotherEncodingIsTwo() throws IOException {
    Files.write(folder.resolve("gbk.yaml"), "bureau: 甲局".getBytes(Charset.forName("GBK")));
    Run run = run("catalogue", "check", "gbk.yaml");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("gbk.yaml：").contains("UTF-8");
  }

  @Test
  void everySkippedDayIsShownWithItsReason() {
    Run run = run("calendar", "due", "2026-02-10", "20");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .hasSize(16)
        .startsWith("2026-03-16")
        .contains("2026-02-17 周二 春节, 国办发明电〔2025〕7号", "2026-03-14 周六 周末");
    assertThat(run("calendar", "due", "2026-02-10", "20", "-q")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void deadlinesAsInTheTableOfCases() {
    // each run is a process: the first rows are enough to prove the way through the program
    for (Map<String, String> row : Cases.read("calendar.csv").subList(0, 4)) {
      Run run = run("calendar", "due", row.get("after"), row.get("n"));
      assertThat(run.lines().get(0)).as(row.get("name")).isEqualTo(row.get("due"));
    }
  }

  @Test
  void aYearWithoutDataIsSaidAndAUsersFileSuppliesIt() {
    Run provisional = run("calendar", "due", "2026-12-31", "1");
    assertThat(provisional.exit()).isZero();
    assertThat(provisional.lines()).startsWith("2027-01-01");
    assertThat(provisional.out()).contains("暂定：2027 年");
    write(
        "2027.yaml",
        """
        covers: [2027]
        notices:
          - title: 2027年安排
            holidays: [{name: 元旦, off: [2027-01-01..2027-01-03]}]
        """);
    Run known = run("calendar", "due", "2026-12-31", "1", "--calendar", "2027.yaml");
    assertThat(known.lines()).startsWith("2027-01-04").contains("2027-01-01 周五 元旦, 2027年安排");
    assertThat(known.out()).doesNotContain("暂定");
    write("bad.yaml", "cover: [2027]\n");
    Run bad = run("calendar", "due", "2026-12-31", "1", "--calendar=bad.yaml");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err()).startsWith("bad.yaml:1 cover：");
  }

  @ParameterizedTest
  @CsvSource({
    "calendar due 2026-02-30 1, 2026-02-30",
    "calendar due 10.2.2026 1, 10.2.2026",
    "calendar due 2026-02-10 0, “0”",
    "calendar due 2026-02-10 -1, “-1”",
    "calendar due 2026-02-10 x, “x”",
    "calendar due 2026-02-10, N",
    "calendar, --help",
    "'', --help",
    "catalogue chek x, check",
    "calendar due 2026-02-10 1 --calender x, --calendar",
    "calendar due 2026-02-10 1 --lang de, zh"
  })
  void badUsageIsTwoAndSaysWhy(String line, String said) {
    Run run = run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(said).doesNotContain("Exception", "\tat ");
  }

  @Test
  void helpAndVersionAreForStdout() {
    assertThat(run("--version").out()).isEqualTo("gongkai " + Version.number() + "\n");
    Run help = run("calendar", "due", "--help");
    assertThat(help.exit()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("用法：\n  gongkai calendar due ");
    assertThat(help.lines()).allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
  }

  @Test
  void messagesFollowTheLocale() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("gongkai.jar"),
            "calendar");
    Run english = Program.execute(folder, Map.of("LANG", "en_GB.UTF-8"), command);
    assertThat(english.err()).contains("No command given.");
    Run neither = Program.execute(folder, Map.of("LC_ALL", "C"), command);
    assertThat(neither.err()).contains("没有给出命令。");
  }

  @Test
  void theLauncherRunsFromAnyFolderAndThroughALink() throws IOException {
    Path script = Fixtures.root().resolveSibling("scripts/gongkai");
    Path link = Files.createSymbolicLink(folder.resolve("linked"), script);
    for (Path launcher : List.of(script, link)) {
      Run run =
          Program.execute(
              folder, Map.of(), List.of(launcher.toString(), "calendar", "due", "2026-03-06", "1"));
      assertThat(run.exit()).isZero();
      assertThat(run.lines().get(0)).isEqualTo("2026-03-09");
    }
    Files.delete(link);
    Run bad = Program.execute(folder, Map.of(), List.of(script.toString(), "a b", "c*"));
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.err()).contains("a b");
  }
}
