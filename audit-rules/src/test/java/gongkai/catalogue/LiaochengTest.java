package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bundled catalogue against the one that the bureau published. */
class LiaochengTest {
  private static final Catalogue CATALOGUE = RulesOnDisk.catalogue("liaocheng-hrss");

  /** The published table's rows, cells as the export left them. */
  private static List<List<String>> published() throws IOException {
    return Files.readString(Fixtures.root().resolve("catalogues/liaocheng-hrss.tsv"))
        .lines()
        .filter(l -> l.contains("\t"))
        .skip(1)
        .map(l -> List.of(l.split("\t", -1)))
        .toList();
  }

  @Test
  void thirtyThreeItemsFortyEightRequirements() {
    assertThat(CATALOGUE.items()).hasSize(33);
    assertThat(CATALOGUE.requirements()).hasSize(48);
    assertThat(CATALOGUE.items().stream().map(Item::id).collect(Collectors.joining(" ")))
        .isEqualTo(
            "1.1 1.2 2.1 2.2 2.3 3.1 4.1 4.2 5.1 5.2 6.1 7.1 7.2 8.1 8.2 8.3 8.4 9.1 9.2 10.1"
                + " 11.1 11.2 11.3 12.1 12.2 12.3 12.4 13.1 13.2 13.3 14.1 15.1 16.1");
    assertThat(
            CATALOGUE.items().stream()
                .filter(i -> i.requirements().size() > 1)
                .collect(Collectors.toMap(Item::id, i -> i.requirements().size())))
        .isEqualTo(java.util.Map.of("2.2", 5, "3.1", 3, "9.1", 2, "9.2", 2, "12.4", 2, "16.1", 7));
  }

  @Test
  void everyCellThatWasPublishedIsThereWordForWord() throws IOException {
    List<List<String>> rows = published();
    assertThat(rows).hasSize(33);
    for (int i = 0; i < rows.size(); i++) {
      Item item = CATALOGUE.items().get(i);
      // one row stands two columns to the left
      boolean shifted = rows.get(i).get(0).equals(item.name());
      List<String> cells = rows.get(i).subList(shifted ? 0 : 2, rows.get(i).size());
      assertThat(cells.get(0)).as(item.id()).isEqualTo(item.name());
      assertThat(cells.get(1)).as(item.id()).isIn(item.content(), "");
      assertThat(cells.get(2)).as(item.id()).isIn(item.wording(), "");
      boolean lost =
          shifted
              || cells.contains("")
              || rows.get(i).get(1).isEmpty() && ownNumber(rows.get(i))
              || item.id().startsWith("11.");
      assertThat(!item.repaired().isEmpty())
          .as(item.id() + " says what was repaired, and only then")
          .isEqualTo(lost || cells.size() < 6);
    }
  }

  private static boolean ownNumber(List<String> row) {
    return !row.get(0).isEmpty();
  }

  @Test
  void everyItemHasOfficesAndContent() {
    assertThat(CATALOGUE.items())
        .allSatisfy(
            i -> {
              assertThat(i.lead()).isNotEmpty();
              assertThat(i.content()).isNotBlank();
              assertThat(i.category()).isNotBlank();
            });
    Item ofTwo = CATALOGUE.items().get(2);
    assertThat(ofTwo.lead()).containsExactly("局办公室");
    assertThat(ofTwo.support()).containsExactly("所有科室、单位");
  }

  @Test
  void statementsAndEventsAsTheRulesSay() {
    assertThat(ids(Requirement::statement)).isEqualTo("2.1 2.2a 2.2b 2.2d 3.1a 3.1b 3.1c 6.1 8.2");
    assertThat(ids(Requirement::event))
        .isEqualTo("2.2b 2.2d 3.1a 4.1 4.2 7.1 7.2 8.3 8.4 9.1b 10.1 13.2 15.1");
  }

  private static String ids(java.util.function.Predicate<Requirement> such) {
    return CATALOGUE.requirements().stream()
        .filter(such)
        .map(Requirement::id)
        .collect(Collectors.joining(" "));
  }
}
