package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The law that a false date is worse than none: what only looks like one never dates a page. */
class UndatedTest {
  private static final String TITLE = "关于做好就业援助工作的通知";

  private static final Map<String, List<String>> PARTS =
      Cases.read("undated.csv").stream()
          .collect(
              Collectors.groupingBy(
                  row -> row.get("place"),
                  Collectors.mapping(row -> row.get("html"), Collectors.toList())));

  @Test
  void noDateIsInvented() {
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      String html =
          "<html><head>"
              + some("meta", random, 2)
              + "<title>"
              + TITLE
              + "</title></head><body>"
              + some("above", random, 2)
              + (random.nextBoolean() ? "<div>当前位置：<a href='/'>首页</a> &gt; 通知公告</div>" : "")
              + "<h1>"
              + TITLE
              + "</h1>"
              + some("head", random, 2)
              + "<div class='con'><p>各县人社局：为做好今年的就业援助工作，现将有关事项通知如下，请认真贯彻执行。</p>"
              + some("text", random, 3)
              + some("end", random, 1)
              + "</div>"
              + some("below", random, 2)
              + "</body></html>";
      assertThat(Pages.read(html, "/zwgk/view.jsp").dates()).as(seed + ": " + html).isEmpty();
    }
  }

  /** The same for text of no meaning: digits, signs and words of date lines in any order. */
  @Test
  void noDateIsInventedInAnyText() {
    String[] words = {
      "年", "月", "日", "-", "/", ".", "：", " ", "2026", "3", "12", "05", "发布", "来源", "时间", "，", "。",
      "就业", "的"
    };
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i >= 0; i--) {
        text.append(words[random.nextInt(words.length)]);
      }
      String html =
          "<html><body><h1>"
              + TITLE
              + "</h1><div id='zoom'><p>各县人社局：为做好今年的就业援助工作，现将有关事项通知如下。</p><p>"
              + text
              + "</p></div></body></html>";
      assertThat(Pages.read(html, "/zwgk/view.jsp").dates()).as(seed + ": " + html).isEmpty();
    }
  }

  private static String some(String place, Random random, int most) {
    List<String> parts = PARTS.get(place);
    StringBuilder html = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String part = parts.get(random.nextInt(parts.size()));
      while (part.contains("{d}")) {
        part = part.replaceFirst("\\{d}", date(random));
      }
      html.append(part);
    }
    return html.toString();
  }

  private static String date(Random random) {
    LocalDate day = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(6800));
    String time = random.nextInt(3) == 0 ? " 0" + random.nextInt(10) + ":30" : "";
    return switch (random.nextInt(4)) {
      case 0 -> day + time;
      case 1 -> day.toString().replace("-0", "-").replace('-', '/') + time;
      case 2 -> day.toString().replace('-', '.');
      default -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日" + time;
    };
  }
}
