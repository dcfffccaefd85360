package gongkai.page.date;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChineseDatesTest {
  @TestFactory
  Stream<DynamicTest> writtenDates() {
    return Cases.read("written-dates.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isRead(row)));
  }

  private static void isRead(Map<String, String> row) {
    String full =
        ChineseDates.find(row.get("text")).stream()
            .map(found -> found.date().toString())
            .collect(Collectors.joining(" "));
    String days =
        ChineseDates.findWithoutYear(row.get("text")).stream()
            .map(found -> found.day().toString().substring(2))
            .collect(Collectors.joining(" "));
    assertThat((full + " " + days).strip()).isEqualTo(row.get("dates"));
  }

  @Test
  void everyDayIsReadBackFromEveryForm() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(365 * 45));
      int y = day.getYear();
      int m = day.getMonthValue();
      int d = day.getDayOfMonth();
      for (String text :
          new String[] {
            y + "-" + m + "-" + d,
            day.toString(),
            y + "年" + m + "月" + d + "日",
            "发布时间：" + y + "/" + m + "/" + d + " 08:00",
            written(y) + "年" + numeral(m) + "月" + numeral(d) + "日"
          }) {
        assertThat(ChineseDates.find(text)).as(text).extracting("date").containsExactly(day);
      }
    }
  }

  @Test
  void positionsAndRawWordsAreThoseOfTheText() {
    String text = "（２０２４年５月６日印发）";
    ChineseDates.Found found = ChineseDates.find(text).get(0);
    assertThat(found.raw()).isEqualTo("２０２４年５月６日");
    assertThat(text.substring(found.start(), found.end())).isEqualTo(found.raw());
  }

  private static String written(int year) {
    StringBuilder written = new StringBuilder();
    String.valueOf(year).chars().forEach(c -> written.append("〇一二三四五六七八九".charAt(c - '0')));
    return written.toString();
  }

  private static String numeral(int n) {
    String digits = "〇一二三四五六七八九";
    String tens = n < 10 ? "" : (n < 20 ? "" : "" + digits.charAt(n / 10)) + "十";
    return tens + (n % 10 == 0 ? "" : "" + digits.charAt(n % 10));
  }
}
