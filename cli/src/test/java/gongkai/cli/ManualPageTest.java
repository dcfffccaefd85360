package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page and the completions hold every command and option, because they are made of them.
 */
class ManualPageTest {
  private static CommandSpec root(Lang lang) {
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    return Gongkai.commandLine(new Console(nowhere, nowhere, lang)).getCommandSpec();
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyCommandAndOptionIsThere(Lang lang) {
    CommandSpec root = root(lang);
    String page = ManualPage.of(root, lang).replace("\\:", "").replace("\\-", "-");
    String bash = Completion.bash(root);
    String zsh = Completion.zsh(root);
    assertThat(page)
        .startsWith("'\\\" ")
        .contains(".TH GONGKAI 1", ".SS \"gongkai explain AUDIT WHAT\"");
    check(root, page, bash, zsh);
    assertThat(page.lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("(\\.(TH|SH|SS|TP|PP|B|I|nf|fi|nh|ad)\\b.*|[^.'].*|'\\\\\".*)"));
    assertThat(ManualPage.of(root(lang), lang)).isEqualTo(ManualPage.of(root, lang));
  }

  private static void check(CommandSpec command, String page, String bash, String zsh) {
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      if (spec.subcommands().isEmpty()) {
        assertThat(page).contains(".SS \"" + spec.qualifiedName());
      }
      assertThat(bash).contains("\"" + spec.qualifiedName() + "\")");
      assertThat(zsh).contains("\"" + spec.qualifiedName() + "\")", "'" + spec.name() + ":");
      for (OptionSpec option : spec.options()) {
        for (String name : option.names()) {
          assertThat(page).contains("\\fB" + name + "\\fR");
          assertThat(bash).contains(name);
          assertThat(zsh).contains("'" + name + ":");
        }
      }
      check(spec, page, bash, zsh);
    }
  }
}
