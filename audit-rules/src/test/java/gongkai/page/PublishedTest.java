package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PublishedTest {
  @TestFactory
  Stream<DynamicTest> dates() {
    return Cases.read("dates.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isRead(row)));
  }

  private static void isRead(Map<String, String> row) {
    PageFacts facts = Pages.read(row);
    String first =
        facts.dates().isEmpty()
            ? " none"
            : facts.dates().get(0).date() + " " + facts.dates().get(0).source();
    assertThat(facts.kind()).as(row.get("name")).isEqualTo(PageKind.ARTICLE);
    assertThat(first)
        .as(row.get("name") + facts.dates())
        .isEqualTo(row.get("date") + " " + row.get("source"));
    assertThat(facts.title()).as(row.get("name")).isEqualTo("关于做好就业援助工作的通知");
    if (!row.get("note").isEmpty()) {
      assertThat(facts.dateNotes()).anyMatch(note -> note.contains(row.get("note")));
    }
  }
}
