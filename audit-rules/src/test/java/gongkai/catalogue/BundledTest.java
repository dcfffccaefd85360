package gongkai.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Cadence.Columns;
import gongkai.catalogue.Cadence.Marking;
import gongkai.catalogue.Cadence.Total;
import gongkai.fixtures.Fixtures;
import gongkai.match.SectionMap;
import gongkai.site.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every bundled catalogue, whoever's it is. */
class BundledTest {
  /** The published tables that the catalogues come from, in {@code fixtures/catalogues}. */
  private static final Map<String, List<String>> TABLES =
      Map.of(
          "hrss-grassroots-standard",
          List.of("employment-113.html", "social-insurance-113.html"),
          "laixi-education",
          List.of("laixi-education.html"),
          "luozhuang-finance",
          List.of("luozhuang-finance.html"));

  /** Rule files that run beside a bureau's catalogue. */
  private static final Set<String> BESIDE = Set.of("national-site-check");

  static List<String> names() {
    return RulesOnDisk.names();
  }

  @Test
  void severalBureausAreBundled() {
    assertThat(names()).contains("liaocheng-hrss").containsAll(TABLES.keySet());
  }

  /**
   * {@code 2.3}: the third row of the second category, of the outermost one of several levels. A
   * rule file that stands beside a bureau's has a letter before it, so that no id is a bureau's.
   */
  @ParameterizedTest
  @MethodSource("names")
  void itemsAreNumberedByCategoryAndRow(String name) {
    int category = 0;
    int row = 0;
    String words = "";
    Set<String> seen = new HashSet<>();
    for (Item item : RulesOnDisk.catalogue(name).items()) {
      String outermost = item.category().split(" / ")[0];
      boolean next = !outermost.equals(words);
      assertThat(next && !seen.add(outermost)).as(item.id() + " category again").isFalse();
      category = next ? category + 1 : category;
      row = next ? 1 : row + 1;
      words = outermost;
      assertThat(item.id()).isEqualTo((BESIDE.contains(name) ? "G" : "") + category + "." + row);
      assertThat(item.category()).as(item.id()).isNotBlank();
      assertThat(item.requirements())
          .allSatisfy(r -> assertThat(r.id()).matches(item.id().replace(".", "\\.") + "[a-z]?"));
    }
  }

  /**
   * A duty that no page could ever answer would be called missing on every site. Columns are judged
   * by their names and what they hold, whatever their pages are called; blank ones by having none,
   * and a total by other requirements.
   */
  @ParameterizedTest
  @MethodSource("names")
  void everyRequirementCanBeAnswered(String name) {
    assertThat(RulesOnDisk.catalogue(name).requirements())
        .filteredOn(r -> !(r.cadence() instanceof Marking) && !ofEveryColumn(r))
        .allSatisfy(
            r -> {
              boolean columns = r.cadence() instanceof Columns;
              assertThat(r.match().sections()).as(r.id()).isNotEmpty();
              assertThat(r.match().titles().isEmpty()).as(r.id()).isEqualTo(columns);
            });
  }

  /** All columns of a site are meant, whatever they are called, or what others found of them. */
  private static boolean ofEveryColumn(Requirement r) {
    return r.cadence() instanceof Columns c && c.filled() || r.cadence() instanceof Total;
  }

  /** A site that names its sections as the catalogue names its items is read right. */
  @ParameterizedTest
  @MethodSource("names")
  void aSectionOfAnItemsOwnNameIsTheItems(String name) {
    Catalogue catalogue = RulesOnDisk.catalogue(name);
    SectionMap map = new SectionMap(catalogue);
    List<String> misses = new ArrayList<>();
    for (Item item : catalogue.items()) {
      if (item.requirements().stream().allMatch(BundledTest::ofEveryColumn)) {
        continue;
      }
      List<String> path = new ArrayList<>(List.of(item.category().split(" / ")));
      path.add(item.name());
      Section section = Section.named(path);
      Set<String> ids = new TreeSet<>(map.of(section).roles().keySet());
      if (item.requirements().stream().map(Requirement::id).noneMatch(ids::contains)) {
        misses.add(item.id() + " " + item.name() + " is taken for " + ids);
      }
    }
    assertThat(misses).isEmpty();
  }

  /** Liaocheng's own test compares its table row by row. */
  @ParameterizedTest
  @MethodSource("names")
  void whatWasNotRepairedStandsInThePublishedTableWordForWord(String name) {
    Set<String> cells = new HashSet<>(List.of(""));
    TABLES.getOrDefault(name, List.of()).forEach(table -> cells.addAll(cells(table)));
    List<Item> verbatim =
        RulesOnDisk.catalogue(name).items().stream()
            .filter(i -> TABLES.containsKey(name) && i.repaired().isEmpty())
            .toList();
    assertThat(verbatim)
        .allSatisfy(
            i ->
                assertThat(cells)
                    .contains(tight(i.name()), tight(i.content()), tight(i.wording()))
                    .containsAll(
                        Stream.of(i.category().split(" / ")).map(BundledTest::tight).toList()));
  }

  private static Set<String> cells(String table) {
    Path file = Fixtures.root().resolve("catalogues").resolve(table);
    try {
      Set<String> cells = new HashSet<>();
      Jsoup.parse(Files.readString(file))
          .select("td")
          .forEach(
              td -> {
                cells.add(tight(td.text()));
                // 1.1就业政策法规咨询
                cells.add(tight(td.text()).replaceFirst("^\\d+(\\.\\d*)?", ""));
              });
      return cells;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tight(String text) {
    return text.replaceAll("\\s", "");
  }
}
