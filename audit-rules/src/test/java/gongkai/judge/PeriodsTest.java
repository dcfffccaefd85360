package gongkai.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cadence.Period;
import gongkai.catalogue.Cadence.Periodic;
import gongkai.fixtures.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The periods that titles name. */
class PeriodsTest {
  @Test
  void titlesNamePeriods() {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read("periods.csv")) {
      String covers = covers(row);
      if (!covers.equals(row.get("covers"))) {
        misses.add(row + " found " + covers);
      }
    }
    assertThat(misses).isEmpty();
  }

  private static String covers(Map<String, String> row) {
    String cadence = "every: " + row.get("every") + ", unlabelled: " + row.get("unlabelled");
    Desk desk = new Desk(cadence, "", "", "");
    var requirement = desk.catalogue().requirements().get(2);
    PeriodicDuty duty =
        new PeriodicDuty(
            requirement, (Periodic) requirement.cadence(), desk.window(), Desk.CALENDAR, List.of());
    Reading page =
        Reading.of(Laid.page("http://a.example/", row.get("title") + ";" + row.get("published")));
    return duty.coverage(page).stream().map(Period::label).collect(Collectors.joining(" "));
  }
}
