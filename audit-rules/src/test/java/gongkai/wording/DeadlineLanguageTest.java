package gongkai.wording;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.Cadence;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineLanguageTest {
  static final DeadlineLanguage LANGUAGE = DeadlineLanguage.bundled();

  static List<WordingPattern> rows() {
    return LANGUAGE.patterns();
  }

  /** A row that its own example does not reach is hidden by another, or faulty. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void everyRowReadsItsExample(WordingPattern row) {
    DeadlineReading reading = LANGUAGE.read(row.example());
    if (row.says(WordingPattern.SAME)) {
      assertThat(reading).isInstanceOf(DeadlineReading.SameAsAbove.class);
    } else if (!row.says(WordingPattern.NOTHING)) {
      assertThat(reading).isInstanceOf(DeadlineReading.Understood.class);
      assertThat(((DeadlineReading.Understood) reading).deadlines())
          .extracting(Deadline::line)
          .contains(row.line());
    }
  }

  static String shown(DeadlineReading reading) {
    return reading instanceof DeadlineReading.SameAsAbove
        ? "same as above"
        : reading.cadences().stream().map(Cadence::notation).collect(Collectors.joining("; "));
  }
}
