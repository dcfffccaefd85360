package gongkai.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.fixtures.Cases;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarCasesTest {
  private static final WorkingCalendar CALENDAR = RulesOnDisk.calendar();

  static List<Map<String, String>> cases() {
    return Cases.read("calendar.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void due(Map<String, String> row) {
    Deadline due = CALENDAR.due(LocalDate.parse(row.get("after")), Integer.parseInt(row.get("n")));
    assertThat(due.day()).isEqualTo(LocalDate.parse(row.get("due")));
    assertThat(due.skipped()).hasSize(Integer.parseInt(row.get("skipped")));
    assertThat(due.provisional() ? "provisional" : "").isEqualTo(row.get("provisional"));
  }
}
