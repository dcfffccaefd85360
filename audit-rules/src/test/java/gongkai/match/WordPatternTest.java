package gongkai.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPatternTest {
  @ParameterizedTest
  @CsvSource({
    "预算, 2026年部门预算, true",
    "预算, 2025年部门决算, false",
    "预算+公开, 2026年预算情况公开, true",
    "预算+公开, 2026年预算, false",
    "预算+!绩效, 2026年预算绩效, false",
    "预算+!绩效, 2026年预算, true",
    "部门*预算, 2026年部门单位预算, true",
    "部门*预算, 预算部门, false",
    "^关于, 关于印发办法的通知, true",
    "^关于, 转发关于印发办法的通知, false",
    "通知$, 关于印发办法的通知, true",
    "通知$, 通知公告, false",
    "^通知$, 通知, true",
    "^通知$, 通知通知, false",
    // words that would have to share letters
    "^通知*通知$, 通知, false",
    "^通知*通知$, 通知通知, true",
    "*通知, 通知, true",
    "!失效, 已失效, false",
    "!失效, '', false"
  })
  void words(String row, String title, boolean meets) {
    assertThat(new WordPattern(row).meets(title, "")).isEqualTo(meets);
  }

  @Test
  void aRowWithANumberSignIsHeldToTheNumber() {
    assertThat(new WordPattern("#人社规").meets("通知", "聊人社规2026号")).isTrue();
    assertThat(new WordPattern("#人社规").meets("聊人社规2026号", "")).isFalse();
  }

  /** Every row means what the regular expression means that it abbreviates. */
  @Test
  void aRowIsAnAbbreviatedRegularExpression() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String bare = letters(random, "甲乙*", 1 + random.nextInt(5));
      boolean start = random.nextInt(3) == 0;
      boolean end = random.nextInt(3) == 0;
      String regex =
          Stream.of(bare.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
      Pattern pattern = Pattern.compile((start ? "^" : "") + regex + (end ? "$" : ""));
      String title = letters(random, "甲乙", 1 + random.nextInt(6));
      String row = (start ? "^" : "") + bare + (end ? "$" : "");
      assertThat(new WordPattern(row).meets(title, ""))
          .as(row + " in " + title)
          .isEqualTo(pattern.matcher(title).find());
    }
  }

  private static String letters(Random random, String from, int length) {
    return random
        .ints(length, 0, from.length())
        .mapToObj(i -> from.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
