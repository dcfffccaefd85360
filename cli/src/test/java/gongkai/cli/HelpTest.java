package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** What every command's help shows, in both languages, and what a slip of the keys is told. */
class HelpTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Console console(Lang lang) {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        lang);
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> found = new ArrayList<>(List.of(line));
    new LinkedHashMap<>(line.getSubcommands()).values().forEach(sub -> found.addAll(all(sub)));
    return found;
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyHelpFitsTheTerminalAndHasExitCodesAndExamplesThatAreUnderstood(Lang lang) {
    List<CommandLine> commands = all(Gongkai.commandLine(console(lang)));
    assertThat(commands).hasSizeGreaterThan(14);
    for (CommandLine command : commands) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines())
          .as(name)
          .allSatisfy(l -> assertThat(Columns.width(l)).as(l).isLessThanOrEqualTo(Columns.WIDTH));
      var usage = command.getCommandSpec().usageMessage();
      assertThat(usage.exitCodeList().keySet().stream().map(String::strip))
          .as(name)
          .contains("0", "2");
      List<String> examples = examples(usage.footer());
      assertThat(examples).as(name).isNotEmpty();
      for (String example : examples) {
        List<String> words = new ArrayList<>(Arrays.asList(example.split(" +")));
        words.remove("--help");
        assertThat(words.remove(0)).as(name).isEqualTo("gongkai");
        String call = String.join(" ", words);
        assertThat("gongkai " + call).as(example).startsWith(name);
        boolean whole = !example.endsWith("--help");
        if (whole) {
          Gongkai.commandLine(console(lang)).parseArgs(words.toArray(String[]::new));
        }
      }
    }
  }

  /** Calls of the program among a shell's words; a line that ends with a backslash goes on. */
  private static List<String> examples(String[] footer) {
    String text = String.join("\n", footer).replace("\\\n", " ");
    List<String> calls = new ArrayList<>();
    for (String line : text.split("\n")) {
      String call = line.strip().replaceFirst("^source <\\((.*)\\)$", "$1");
      calls.add(call.replaceFirst(" +[|>] .*$", ""));
    }
    return calls;
  }

  @ParameterizedTest
  @CsvSource({
    "audt http://rsj.example.gov.cn/, audit",
    "explian a b, explain",
    "catalogue chek x, check",
    "calendar deu 2026-02-10 20, due",
    "audit --as-off 2026-10-31, --as-of",
    "diff a b --fromat json, --format",
    "crawl http://a.cn/ --ovewrite, --overwrite",
    "completion fish, 'bash, zsh'",
    "explain a b --format xml, 'table, json'",
    "audit --fail-on eror, 'violation, warning'",
    "audit --format cvs, csv",
    "audit --catalogue liaocheng-hrs, liaocheng-hrss"
  })
  void aSlipIsToldWhatWasProbablyMeantAndIsExitCodeTwo(String words, String meant) {
    assertThat(Gongkai.run(console(Lang.EN), words.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(meant);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
