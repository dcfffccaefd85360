package gongkai.match;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code fixtures/cases/would-match.csv}. */
class WouldMatchTest {
  static List<Map<String, String>> cases() {
    return Cases.read("would-match.csv");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyWhatWouldHelpIsSaid(Map<String, String> row) {
    Map<String, Double> pieces = new LinkedHashMap<>();
    for (String piece : row.get("pieces").split(";")) {
      String[] parts = piece.split("=");
      pieces.put(parts[0].contains(".") ? parts[0] : "match." + parts[0], Double.valueOf(parts[1]));
    }
    List<String> said =
        WouldMatch.of(pieces, words(row.get("sections")), words(row.get("titles"))).stream()
            .map(WouldMatchTest::shown)
            .toList();
    assertThat(String.join("|", said)).as(row.get("name")).isEqualTo(row.get("changes"));
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("/"));
  }

  private static String shown(WouldMatch w) {
    return String.format(
        Locale.ROOT,
        "%s=%.2f %s",
        w.change().key().substring("match.would-".length()),
        w.score(),
        w.decision().code());
  }
}
