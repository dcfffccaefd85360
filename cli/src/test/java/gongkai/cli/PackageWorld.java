package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code scripts/package} makes, unpacked and run ({@code -Pworld}; Debian: dpkg, tar,
 * systemd).
 */
class PackageWorld {
  private static final String VERSION = Version.number();
  private static final String NAME = "gongkai-" + VERSION;
  private static final String DEB = "gongkai_" + VERSION + "_all.deb";

  @TempDir private static Path folder;

  private static Run run(String... command) {
    return run(Map.of(), command);
  }

  private static Run run(Map<String, String> environment, String... command) {
    Run run = Program.execute(folder, environment, List.of(command));
    assertThat(run.exit()).as(List.of(command) + "\n" + run.err()).isZero();
    return run;
  }

  @BeforeAll
  static void make() {
    String script = Fixtures.root().getParent().resolve("scripts/package").toString();
    run(script, "once");
    run(script, "twice");
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    for (String file : List.of(NAME + ".tar.gz", DEB)) {
      assertThat(Files.mismatch(folder.resolve("once/" + file), folder.resolve("twice/" + file)))
          .as(file)
          .isEqualTo(-1);
    }
  }

  @Test
  void anUnpackedCopyRunsAndAnInstalledOneTakesItsClassesFromTheArchive() throws IOException {
    run("mkdir", "my tools");
    run("tar", "-xzf", "once/" + NAME + ".tar.gz", "-C", "my tools");
    assertThat(run("my tools/" + NAME + "/bin/gongkai", "--version").out()).contains(VERSION);

    // Java 17 takes no classes of ours from an archive where the path holds a blank
    run("mv", "my tools", "tools");
    String copy = folder.resolve("tools/" + NAME).toString();
    assertThat(folder.resolve(copy + "/lib/gongkai.jsa")).doesNotExist();

    assertThat(run(copy + "/install", "local").lines())
        .contains(
            "local/bin/gongkai", "local/bin/gongkai-monthly", "local/share/man/man1/gongkai.1")
        .allMatch(line -> Files.isRegularFile(folder.resolve(line)));
    Path loaded = folder.resolve("loaded.txt");
    Run check =
        run(
            Map.of("GONGKAI_JAVA_OPTS", "-Xlog:class+load:file=" + loaded),
            "local/bin/gongkai",
            "catalogue",
            "check",
            "liaocheng-hrss");
    assertThat(check.err()).isEmpty();
    // "top" is the program's own archive, above that of the JDK
    assertThat(Files.readAllLines(loaded))
        .filteredOn(l -> l.contains(" gongkai.") && l.endsWith("shared objects file (top)"))
        .hasSizeGreaterThan(100)
        .anyMatch(l -> l.contains(" gongkai.catalogue.CatalogueReader "));
    assertThat(Program.execute(folder, Map.of(), List.of("local/bin/gongkai-monthly")).exit())
        .isEqualTo(2);
  }

  /** Java takes the names of files from the locale: cron has none, a container not that of LANG. */
  @ParameterizedTest
  @CsvSource({
    "LC_ALL, C, 页",
    "LANG, POSIX, 页",
    "LANG, zh_CN.NOWHERE, 页",
    "LC_ALL, en_US.NOWHERE, pages",
    "NOTHING, said, 页",
    "LC_ALL, C.UTF-8, 页"
  })
  void everyLocaleOpensFilesWithChineseNames(String name, String value, String said)
      throws IOException {
    Path tools = Files.createDirectories(folder.resolve("工具 " + name + value));
    run("tar", "-xzf", "once/" + NAME + ".tar.gz", "-C", tools.toString());
    Path bin = tools.resolve(NAME + "/bin/gongkai");
    Run demo = run(Map.of(name, value), bin.toString(), "demo", "--out", tools + "/示例 1");
    assertThat(demo.err()).contains(said);
    assertThat(tools.resolve("示例 1/report.html")).exists();
    assertThat(demo.lines().get(demo.lines().size() - 1)).endsWith("/示例 1/report.html");
    // the script of a checkout has the same lines
    Path scripts = Fixtures.root().resolveSibling("scripts");
    String lines = "case $(locale charmap";
    for (String launcher : List.of("gongkai", "installed/gongkai")) {
      assertThat(Files.readString(scripts.resolve(launcher))).contains(lines);
    }
  }

  @Test
  void theDebianPackageHoldsProgramsPagesAndUnits() {
    assertThat(run("dpkg-deb", "--info", "once/" + DEB).out())
        .contains("Package: gongkai", "Version: " + VERSION, "java17-runtime-headless");
    run("dpkg-deb", "-x", "once/" + DEB, "root");
    assertThat(run("root/usr/bin/gongkai", "--version").out()).contains(VERSION);
    assertThat(run("dpkg-deb", "--contents", "once/" + DEB).lines())
        .allMatch(line -> line.contains(" root/root "))
        .anyMatch(line -> line.endsWith("./usr/share/man/man1/gongkai.1.gz"))
        .anyMatch(line -> line.endsWith("./usr/share/man/zh_CN/man1/gongkai.1.gz"))
        .anyMatch(line -> line.endsWith("./usr/share/bash-completion/completions/gongkai"))
        .anyMatch(line -> line.endsWith("./usr/share/zsh/vendor-completions/_gongkai"))
        .anyMatch(line -> line.endsWith("./lib/systemd/system/gongkai-monthly@.timer"));
    run("root/usr/bin/gongkai", "calendar", "due", "2026-02-10", "20");
  }

  @Test
  void theUnitsAreSound() throws IOException {
    Path cron = Fixtures.root().getParent().resolve("scripts/cron");
    for (String file : List.of("gongkai-monthly@.service", "gongkai-monthly@.timer")) {
      // the program is not installed here
      String unit = Files.readString(cron.resolve(file));
      Files.writeString(
          folder.resolve(file), unit.replace("/usr/bin/gongkai-monthly", "/usr/bin/env"));
    }
    Run verified =
        run("systemd-analyze", "verify", "gongkai-monthly@.service", "gongkai-monthly@.timer");
    assertThat(verified.out() + verified.err()).isEmpty();
  }
}
