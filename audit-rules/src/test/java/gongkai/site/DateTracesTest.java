package gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DateTracesTest {
  @TestFactory
  Stream<DynamicTest> traces() {
    Map<String, List<Map<String, String>>> sites = new LinkedHashMap<>();
    Cases.read("date-traces.csv")
        .forEach(row -> sites.computeIfAbsent(row.get("site"), s -> new ArrayList<>()).add(row));
    return sites.entrySet().stream()
        .map(site -> DynamicTest.dynamicTest(site.getKey(), () -> areSaid(site.getValue())));
  }

  private static void areSaid(List<Map<String, String>> rows) {
    List<SitePage> pages = rows.stream().map(DateTracesTest::page).toList();
    DateTraces traces = new DateTraces(pages);
    for (int i = 0; i < rows.size(); i++) {
      List<Message> notes = traces.notes(pages.get(i));
      assertThat(String.join(" ", notes.stream().map(Message::key).toList()))
          .as(rows.get(i).toString())
          .isEqualTo(
              rows.get(i).get("notes").isEmpty() ? "" : "judge.note." + rows.get(i).get("notes"));
      for (Message note : notes) {
        assertThat(note.in(Lang.ZH)).contains(rows.get(i).get("words"));
        assertThat(note.in(Lang.EN)).contains(rows.get(i).get("words"));
      }
    }
  }

  private static SitePage page(Map<String, String> row) {
    List<DateEvidence> dates = new ArrayList<>();
    if (!row.get("label").isEmpty()) {
      dates.add(new DateEvidence(LocalDate.parse(row.get("label")), DateSource.LABEL, "发布时间"));
    }
    if (!row.get("meta").isEmpty()) {
      dates.add(new DateEvidence(LocalDate.parse(row.get("meta")), DateSource.META, "PubDate"));
    }
    return new SitePage(
        "http://rsj.example" + row.get("path"),
        Optional.empty(),
        OptionalInt.empty(),
        "",
        "",
        List.of(),
        Published.of(dates),
        "",
        Optional.empty(),
        false,
        false,
        "",
        false,
        Optional.empty(),
        "",
        "");
  }
}
