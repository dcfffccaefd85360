package gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NumeralsTest {
  @Test
  void numbers() {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read("numerals.csv")) {
      OptionalInt value = Numerals.value(row.get("text"));
      String found = value.isPresent() ? String.valueOf(value.getAsInt()) : "";
      if (!found.equals(row.get("value"))) {
        misses.add(row + ": found " + found);
      }
    }
    assertThat(misses).isEmpty();
  }

  /** What is written comes back. */
  @Test
  void everyNumberBelowAThousand() {
    String digits = "零一二三四五六七八九";
    for (int n = 1; n < 1000; n++) {
      StringBuilder written = new StringBuilder();
      int hundreds = n / 100;
      int tens = n / 10 % 10;
      if (hundreds > 0) {
        written.append(digits.charAt(hundreds)).append('百');
      }
      if (tens > 0) {
        written.append(hundreds == 0 && tens == 1 ? "" : digits.charAt(tens)).append('十');
      } else if (hundreds > 0 && n % 10 > 0) {
        written.append('零');
      }
      written.append(n % 10 > 0 ? digits.charAt(n % 10) : "");
      assertThat(Numerals.value(written.toString())).as(written.toString()).hasValue(n);
    }
  }
}
