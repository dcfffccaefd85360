package gongkai.wording;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.Cadence;
import gongkai.fixtures.Cases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineLanguageTest {
  private static final DeadlineLanguage LANGUAGE = DeadlineLanguage.bundled();

  /** A letter that stands in no row: words with it are never wholly covered. */
  private static final char FOREIGN = 'x';

  static List<Map<String, String>> cases() {
    return Cases.read("wording.csv");
  }

  static List<WordingPattern> rows() {
    return LANGUAGE.patterns();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void read(Map<String, String> row) {
    assertThat(shown(LANGUAGE.read(row.get("wording")))).isEqualTo(row.get("reading"));
  }

  @Test
  void casesAreDistinctAndMostlyReal() {
    List<String> real =
        cases().stream()
            .filter(row -> !row.get("source").equals("made"))
            .map(row -> row.get("wording"))
            .toList();
    assertThat(real).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(150);
    assertThat(cases()).extracting(row -> row.get("wording")).doesNotHaveDuplicates();
    assertThat(cases()).noneMatch(row -> row.get("source").isBlank());
  }

  /** A row that its own example does not reach is hidden by an earlier one, or faulty. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void everyRowReadsItsExample(WordingPattern row) {
    assertThat(LANGUAGE.rows(row.example())).contains(row);
  }

  @Test
  void everyRowIsReachedByACase() {
    Set<WordingPattern> reached = new HashSet<>();
    cases().forEach(row -> reached.addAll(LANGUAGE.rows(row.get("wording"))));
    List<String> unreached =
        rows().stream().filter(row -> !reached.contains(row)).map(WordingPattern::example).toList();
    assertThat(unreached).isEmpty();
  }

  /** Whatever the words, a letter that no row covers leaves nothing read. */
  @Test
  void nothingIsReadFromAPartOnly() {
    Random random = new Random(20261126);
    List<String> words = new ArrayList<>(rows().stream().map(WordingPattern::example).toList());
    cases().forEach(row -> words.add(row.get("wording")));
    int understood = 0;
    for (int i = 0; i < 400; i++) {
      StringBuilder cell = new StringBuilder();
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        String word = words.get(random.nextInt(words.size()));
        int cut = random.nextInt(word.length());
        cell.append(random.nextBoolean() ? word : word.substring(cut));
        cell.append(random.nextBoolean() ? "，" : "");
      }
      if (LANGUAGE.read(cell.toString()) instanceof DeadlineReading.NotUnderstood) {
        continue;
      }
      understood++;
      cell.insert(random.nextInt(cell.length() + 1), FOREIGN);
      assertThat(LANGUAGE.read(cell.toString()))
          .as(cell.toString())
          .isInstanceOf(DeadlineReading.NotUnderstood.class);
    }
    assertThat(understood).isGreaterThan(40);
  }

  /** What a deadline was read from stands in the cell, and reads the same alone. */
  @Test
  void everyDeadlineReadsTheSameAlone() {
    for (Map<String, String> row : cases()) {
      if (LANGUAGE.read(row.get("wording")) instanceof DeadlineReading.Understood understood) {
        for (Deadline deadline : understood.deadlines()) {
          assertThat(row.get("wording")).contains(deadline.from());
          assertThat(LANGUAGE.read(deadline.from()).cadences())
              .as(deadline.from())
              .containsExactly(deadline.cadence());
        }
      }
    }
  }

  private static String shown(DeadlineReading reading) {
    if (reading instanceof DeadlineReading.SameAsAbove) {
      return "same as above";
    }
    return reading instanceof DeadlineReading.NotUnderstood
        ? "unknown"
        : reading.cadences().stream().map(Cadence::notation).collect(Collectors.joining("; "));
  }
}
