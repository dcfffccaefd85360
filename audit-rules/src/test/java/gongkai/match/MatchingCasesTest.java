package gongkai.match;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.fixtures.Cases;
import gongkai.match.Match.Decision;
import gongkai.site.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which requirements a page answers under the bundled catalogue: {@code matching.csv}. */
class MatchingCasesTest {
  private final Matcher matcher = new Matcher(RulesOnDisk.catalogue("liaocheng-hrss"));

  @Test
  void pagesMatchAsTheTableSays() {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read("matching.csv")) {
      List<Section> sections =
          cells(row.get("sections"), "\\|").map(s -> Section.named(List.of(s.split(">")))).toList();
      PageMatches found =
          matcher.match(
              LaidTitle.page(
                  row.get("title"),
                  row.get("number"),
                  sections,
                  row.get("text").isEmpty() ? "正文" : row.get("text")));
      check(misses, row, "matched", ids(found, Decision.MATCHED));
      check(misses, row, "candidates", ids(found, Decision.CANDIDATE));
    }
    assertThat(misses).isEmpty();
  }

  private static void check(
      List<String> misses, Map<String, String> row, String column, Set<String> found) {
    Set<String> wanted = cells(row.get(column), " ").collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(wanted)) {
      misses.add(row.get("name") + ": " + column + " " + found + ", not " + wanted);
    }
  }

  private static Stream<String> cells(String cell, String separator) {
    return Arrays.stream(cell.split(separator)).filter(c -> !c.isBlank());
  }

  private static Set<String> ids(PageMatches found, Decision decision) {
    return found.matches().stream()
        .filter(m -> m.decision() == decision)
        .map(Match::requirementId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
