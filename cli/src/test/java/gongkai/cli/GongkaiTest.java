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
    assertThat(Languages.byLocale(Map.of(), true, Locale.US)).isEqualTo(Lang.EN);
  }
}
