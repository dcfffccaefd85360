package gongkai.judge;

import gongkai.cadence.PeriodNames;
import java.util.List;

/** The years for which a statement says that nothing happened. */
final class StatementYears {
  private StatementYears() {}

  /** Those its title names, else its text, else the one in which it was published. */
  static List<Integer> of(Reading statement) {
    PeriodNames title = PeriodNames.in(statement.page().title());
    if (!title.years().isEmpty()) {
      return title.distinctYears();
    }
    PeriodNames text = PeriodNames.in(statement.page().text());
    if (!text.years().isEmpty()) {
      return text.distinctYears();
    }
    return statement.day().map(d -> List.of(d.getYear())).orElse(List.of());
  }
}
