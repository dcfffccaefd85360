package gongkai.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Columns;
import gongkai.message.Lang;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static String line(String url, int stored, int waiting, int failed, Lang lang) {
    return line(Columns.WIDTH, url, stored, waiting, failed, lang);
  }

  private static String line(
      int columns, String url, int stored, int waiting, int failed, Lang lang) {
    return ProgressLine.of(columns, stored, waiting, OptionalDouble.of(0.5), failed, url, lang);
  }

  /** A line is as wide as the one before, so that nothing of that one stays. */
  @Test
  void everyLineIsOneColumnLessThanTheTerminal() {
    List<String> addresses =
        List.of(
            "",
            "http://a.cn/",
            "http://rsj.example.gov.cn/col/col1/art_" + "1".repeat(300) + ".html",
            "http://rsj.example.gov.cn/%E6%94%BF%E5%8A%A1%E5%85%AC%E5%BC%80/" + "文".repeat(80),
            "http://rsj.example.gov.cn/%B9%AB%BF%AA.html?a=%",
            "http://rsj.example.gov.cn/\u001B[31m\r\n𠮷𠮷𠮷");
    for (String url : addresses) {
      for (Lang lang : Lang.values()) {
        for (int stored : new int[] {0, 7, 20_000}) {
          for (int columns : new int[] {80, 60, 40, 20}) {
            String line = line(columns, url, stored, 20_000 - stored, stored % 9, lang);
            assertThat(Columns.width(line)).as(line).isEqualTo(columns - 1);
            assertThat(line.codePoints()).noneMatch(Character::isISOControl);
          }
        }
      }
    }
  }

  @Test
  void saysHowFarHowLongStillAndWhatIsRead() {
    String zh =
        line("http://rsj.example.gov.cn/%E6%94%BF%E5%8A%A1/1.html", 60, 40, 0, Lang.ZH).strip();
    assertThat(zh)
        .isEqualTo("抓取 [######----] 60/100 约剩 0:00:20 http://rsj.example.gov.cn/政务/1.html");
    String en = line("http://a.cn/1.html", 60, 40, 3, Lang.EN).strip();
    assertThat(en)
        .isEqualTo(
            "reading [######----] 60 of 100 known, 0:00:20 left failed 3 http://a.cn/1.html");
    String unknown = ProgressLine.of(80, 1, 40, OptionalDouble.empty(), 0, "http://a.cn/", Lang.ZH);
    assertThat(unknown).contains("约剩 ?");
  }

  @Test
  void whatTellsPagesApartIsKept() {
    String line = line("http://a.cn/" + "x".repeat(200) + "/doc_42.html", 1, 1, 0, Lang.ZH);
    assertThat(line.strip()).endsWith("/doc_42.html").contains(" …x");
  }
}
