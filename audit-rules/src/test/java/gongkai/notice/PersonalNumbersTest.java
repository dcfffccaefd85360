package gongkai.notice;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.notice.PersonalNumbers.Count;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PersonalNumbersTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return Cases.read("personal-numbers.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> holds(row)));
  }

  private static void holds(Map<String, String> row) {
    Count count = PersonalNumbers.count(row.get("text"));
    assertThat(count)
        .isEqualTo(
            new Count(number(row, "identities"), number(row, "mobiles"), number(row, "contacts")));
    String masked = PersonalNumbers.masked(row.get("text"));
    assertThat(masked).isEqualTo(row.get("masked"));
    assertThat(PersonalNumbers.masked(masked)).isEqualTo(masked);
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }

  @Test
  void noNumberOfAPersonIsLeftInAnyText() {
    Random random = new Random(7);
    String[] around = {" ", "，", "（", "：", "张", "\n", "、", "号", ";", "|"};
    for (int i = 0; i < 2000; i++) {
      String mobile = "1" + (3 + random.nextInt(7)) + digits(random, 9);
      String identity = identity(random);
      String text =
          around[random.nextInt(10)]
              + mobile
              + around[random.nextInt(9)]
              + identity
              + around[random.nextInt(10)];
      assertThat(PersonalNumbers.masked(text)).doesNotContain(mobile).doesNotContain(identity);
      assertThat(PersonalNumbers.count(text)).extracting(Count::identities).isEqualTo(1);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** The check digit as the standard computes it, with its table of weights. */
  private static String identity(Random random) {
    String first =
        "371525"
            + (1950 + random.nextInt(60))
            + "0"
            + (1 + random.nextInt(9))
            + "1"
            + random.nextInt(9)
            + digits(random, 3);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (first.charAt(i) - '0') * weights[i];
    }
    return first + "10X98765432".charAt(sum % 11);
  }
}
