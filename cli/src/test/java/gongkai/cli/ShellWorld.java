package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real shells complete what a person begins to type, and man shows the page, without a warning. */
class ShellWorld {
  /** What is typed, with a tab where a person would press it, and the words that come of it. */
  private static final Map<String, String> TYPED =
      Map.of(
          "catal\tsh\tliaocheng-h\t2.2c", "catalogue show liaocheng-hrss 2.2c",
          "audit --fail-on viol\t--catalogue laixi\t",
              "audit --fail-on violation --catalogue laixi-education",
          "audit --progress pl\t--lang e\t", "audit --progress plain --lang en",
          "explain --format=js\tsome\tx", "explain --format=json somewhere/x",
          "diff some\tx some\ty --form\tta\t", "diff somewhere/x somewhere/y --format table",
          "catalogue check --tail\tsome\tz", "catalogue check --tailor somewhere/z",
          "audit --scheme lich\t--split-by of\tx",
              "audit --scheme licheng-2020 --split-by office x");

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("somewhere"));
  }

  private String typed(String shell, String start) throws IOException {
    Run script = Program.run(folder, "completion", shell);
    assertThat(script.exit()).as(script.err()).isZero();
    Files.writeString(folder.resolve("script." + shell), script.out());
    StringBuilder keys = new StringBuilder(start);
    keys.append("source ./script.").append(shell).append("\n");
    keys.append("gongkai() { echo \"<$*>\"; }\n");
    TYPED.keySet().forEach(words -> keys.append("gongkai ").append(words).append("\n"));
    keys.append("exit\n");
    Files.writeString(folder.resolve("keys"), keys.toString());
    String interactive = shell.equals("bash") ? "bash --norc --noprofile -i" : "zsh -f -i";
    String line = "script -q -e -c '" + interactive + "' /dev/null < keys";
    return Program.execute(folder, Map.of("TERM", "dumb"), List.of("bash", "-c", line)).out();
  }

  @Test
  void bashCompletesCommandsOptionsAndValues() throws IOException {
    String seen = typed("bash", "");
    TYPED.values().forEach(words -> assertThat(seen).contains("<" + words + ">"));
  }

  @Test
  void zshCompletesCommandsOptionsAndValues() throws IOException {
    String seen = typed("zsh", "autoload -U compinit; compinit -u -D\n");
    TYPED.values().forEach(words -> assertThat(seen).contains("<" + words + ">"));
  }

  @Test
  void zshLoadsItFromItsFolderOfFunctions() throws IOException {
    Run script = Program.run(folder, "completion", "zsh");
    Files.createDirectory(folder.resolve("functions"));
    Files.writeString(folder.resolve("functions/_gongkai"), script.out());
    Files.writeString(
        folder.resolve("keys"),
        "fpath=($PWD/functions $fpath); autoload -U compinit; compinit -u -D\n"
            + "gongkai() { echo \"<$*>\"; }\ngongkai expl\tsome\tx\ngongkai dem\t\nexit\n");
    Run run =
        Program.execute(
            folder,
            Map.of("TERM", "dumb"),
            List.of("bash", "-c", "script -q -e -c 'zsh -f -i' /dev/null < keys"));
    assertThat(run.out()).contains("<explain somewhere/x>", "<demo>");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void manShowsThePageWithoutAWarning(Lang lang) throws IOException {
    Run page = Program.run(folder, "manual", "--lang", lang.code());
    Path file = folder.resolve("gongkai.1");
    Files.writeString(file, page.out());
    Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80");
    Run groff =
        Program.execute(
            folder,
            environment,
            List.of("groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-rLL=80n", file.toString()));
    assertThat(groff.err()).isEmpty();
    Run man =
        Program.execute(folder, environment, List.of("man", "--warnings=w", "-l", file.toString()));
    assertThat(man.exit()).as(man.err()).isZero();
    assertThat(man.err()).isEmpty();
    String shown = man.out().replaceAll(".\b", "");
    assertThat(shown).contains("GONGKAI(1)", "gongkai explain AUDIT WHAT", "--fail-on violation|");
    assertThat(shown.lines())
        .allSatisfy(l -> assertThat(Columns.width(l)).as(l).isLessThanOrEqualTo(80));
  }
}
