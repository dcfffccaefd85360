package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GongkaiTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Gongkai.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Lang.ZH),
        arguments);
  }

  @Test
  void badUsageIsTwoAndSpeaksTheLanguageAskedForEvenAfterTheError() {
    assertThat(run("--nonsense", "--lang", "en")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Not understood: --nonsense");
    assertThat(out.size()).isZero();
  }

  @Test
  void anUnknownLanguageSaysWhichThereAre() {
    assertThat(run("--lang", "fr")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("“fr”").contains("zh, en");
  }

  @Test
  void aDefectIsFourAndSaysWhereTheLogIs() throws java.io.IOException {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Lang.EN);
    int code = new Errors(console, java.util.List.of("x")).defect(new StackOverflowError("deep"));
    assertThat(code).isEqualTo(4);
    String said = err.toString(StandardCharsets.UTF_8);
    java.util.regex.Matcher log =
        java.util.regex.Pattern.compile("log is (.*\\.log)").matcher(said);
    assertThat(log.find()).isTrue();
    java.nio.file.Path file = java.nio.file.Path.of(log.group(1));
    assertThat(java.nio.file.Files.readString(file)).contains("StackOverflowError: deep", "[x]");
    java.nio.file.Files.delete(file);
  }

  @Test
  void everyCommandOptionAndParameterIsExplainedInBothLanguages() {
    for (Lang lang : Lang.values()) {
      Console console = new Console(new PrintStream(out), new PrintStream(err), lang);
      unexplained(Gongkai.commandLine(console).getCommandSpec())
          .forEach(name -> org.junit.jupiter.api.Assertions.fail(lang + ": " + name));
    }
  }

  private static java.util.List<String> unexplained(picocli.CommandLine.Model.CommandSpec command) {
    java.util.List<String> names = new java.util.ArrayList<>();
    if (command.usageMessage().description().length == 0) {
      names.add(command.qualifiedName());
    }
    command.args().stream()
        .filter(a -> a.description().length == 0 || a.description()[0].isBlank())
        .forEach(a -> names.add(command.qualifiedName() + " " + a.paramLabel() + " " + a));
    command.subcommands().values().forEach(c -> names.addAll(unexplained(c.getCommandSpec())));
    return names;
  }

  @Test
  void versionIsThePoms() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).matches("gongkai \\d+\\.\\d+\\.\\d+\\R");
  }

  @ParameterizedTest
  @CsvSource({
    "zh_CN.UTF-8,ZH",
    "en_US.UTF-8,EN",
    "C,ZH",
    "POSIX,ZH",
    "de_DE,ZH",
    "C.UTF-8,ZH",
    "en,EN",
    "'',ZH"
  })
  void messagesFollowTheLocaleElseChinese(String value, Lang expected) {
    assertThat(Languages.byLocale(Map.of("LANG", value), false, Locale.ENGLISH))
        .isEqualTo(expected);
  }

  @Test
  void moreSpecificVariablesWin() {
    assertThat(
            Languages.byLocale(
                Map.of("LANG", "en_US", "LC_ALL", "zh_CN.UTF-8"), false, Locale.ENGLISH))
        .isEqualTo(Lang.ZH);
    assertThat(
            Languages.byLocale(
                Map.of("LC_ALL", "C.UTF-8", "GONGKAI_LOCALE", "en_US.UTF-8"),
                false,
                Locale.ENGLISH))
        .isEqualTo(Lang.EN);
    assertThat(Languages.byLocale(Map.of(), true, Locale.US)).isEqualTo(Lang.EN);
  }
}
