package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PageReaderTest {
  private static Stream<DynamicTest> each(String table, Consumer<Map<String, String>> proof) {
    return Cases.read(table).stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> proof.accept(row)));
  }

  @TestFactory
  Stream<DynamicTest> titles() {
    return each(
        "titles.csv",
        row -> {
          String html = "<html><head>" + row.get("head") + "</head><body>" + row.get("body");
          String path = row.get("url").isEmpty() ? "/zwgk/view.jsp" : row.get("url");
          PageFacts facts = Pages.read(html + "</body></html>", path);
          assertThat(facts.kind() + " " + facts.title())
              .as(row.get("name"))
              .isEqualTo(row.get("kind") + " " + row.get("title"));
        });
  }

  @TestFactory
  Stream<DynamicTest> documents() {
    return each(
        "documents.csv",
        row -> {
          PageFacts facts = Pages.read(row);
          String others =
              facts.otherDates().stream()
                  .map(date -> date.kind() + "=" + date.date())
                  .collect(Collectors.joining(" "));
          assertThat(
                  facts.documentNumber()
                      + "|"
                      + facts.indexNumber()
                      + "|"
                      + facts.validity()
                      + "|"
                      + others)
              .as(row.get("name"))
              .isEqualTo(
                  row.get("number")
                      + "|"
                      + row.get("index")
                      + "|"
                      + row.get("validity")
                      + "|"
                      + row.get("others"));
        });
  }

  @TestFactory
  Stream<DynamicTest> access() {
    return each(
        "access.csv",
        row -> {
          PageFacts facts = Pages.read(row.get("html"), "/a/b.html");
          String to = facts.redirect().map(url -> url.substring(Pages.HOST.length())).orElse("");
          assertThat(facts.access() + "|" + to + "|" + facts.needsScript())
              .as(row.get("name"))
              .isEqualTo(row.get("access") + "|" + row.get("redirect") + "|" + row.get("script"));
        });
  }

  @TestFactory
  Stream<DynamicTest> encodings() {
    return each(
        "encodings.csv",
        row -> {
          String meta = row.get("meta");
          String html =
              (row.get("mark").isEmpty() ? "" : "\ufeff")
                  + "<html><head>"
                  + (meta.isEmpty() ? "" : "<meta charset=\"" + meta + "\">")
                  + "<title>朱鎔基</title></head><body><h1>國務院總理朱鎔基</h1></body></html>";
          if (!row.get("bytes").equals("Big5")) {
            html = html.replace("鎔", "镕").replace("國務院總理", "国务院总理");
          }
          byte[] body = html.getBytes(Charset.forName(row.get("bytes")));
          PageFacts facts = Pages.read(body, row.get("header"), "/a/t20260305_1.html");
          assertThat(facts.charset()).as(row.get("name")).isEqualTo(row.get("charset"));
          assertThat(facts.title())
              .as(row.get("name"))
              .contains(html.contains("镕") ? "朱镕基" : "朱鎔基");
        });
  }

  @Test
  void anyBytesAreRead() {
    Random random = new Random(11);
    byte[] page = Pages.html(Cases.read("dates.csv").get(0)).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3000; i++) {
      byte[] body;
      if (i % 3 == 0) {
        body = new byte[random.nextInt(300)];
        random.nextBytes(body);
      } else {
        body =
            java.util.Arrays.copyOf(page, i % 3 == 1 ? random.nextInt(page.length) : page.length);
        for (int broken = 0; broken < 20 && body.length > 0; broken++) {
          body[random.nextInt(body.length)] =
              (byte) (i % 2 == 0 ? "<>&'\"/".charAt(random.nextInt(6)) : random.nextInt(256));
        }
      }
      PageFacts facts = Pages.read(body, i % 5 == 0 ? "" : "text/html; charset=gbk", "/a.html");
      assertThat(facts.dates())
          .allMatch(date -> !date.date().isAfter(java.time.LocalDate.of(2026, 11, 1)));
    }
  }

  @Test
  void theEncodingOfATextChangesNoFact() {
    for (String table : new String[] {"dates.csv", "documents.csv"}) {
      for (Map<String, String> row : Cases.read(table)) {
        String html = Pages.html(row).replaceAll("charset='?(utf-8|UTF-8)'?", "charset=gb2312");
        String path = row.get("url").isEmpty() ? "/zwgk/view.jsp" : row.get("url");
        PageFacts one = Pages.read(row);
        PageFacts other = Pages.read(html, Charset.forName("GB18030"), path);
        assertThat(other.charset()).as(row.get("name")).startsWith("GB18030");
        assertThat(other)
            .usingRecursiveComparison()
            .ignoringFields("charset")
            .as(row.get("name"))
            .isEqualTo(one);
      }
    }
  }
}
