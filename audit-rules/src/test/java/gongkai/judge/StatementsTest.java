package gongkai.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.match.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pages say that nothing happened. */
class StatementsTest {
  @Test
  void statements() {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read("statements.csv")) {
      boolean is = Statements.is(Laid.page("http://a.example/", row.get("page")).page());
      if (is != row.get("statement").equals("yes")) {
        misses.add(row.toString());
      }
    }
    assertThat(misses).isEmpty();
  }
}
