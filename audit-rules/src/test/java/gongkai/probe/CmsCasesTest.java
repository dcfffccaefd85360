package gongkai.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.message.Lang;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code fixtures/cases/cms.csv}: by what a system is recognised. */
class CmsCasesTest {
  private static final String HOST = "rsj.jia.example";

  static List<Map<String, String>> cases() {
    return Cases.read("cms.csv");
  }

  private static List<Cms> systems(String path, String html) {
    Charset charset = html.contains("gbk") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    Answer answer =
        new Answer(
            PageRequest.get("http://" + HOST + path),
            200,
            "text/html",
            Optional.empty(),
            html.getBytes(charset),
            false,
            Instant.EPOCH,
            "0".repeat(64),
            "memory:0");
    CmsFinder finder = new CmsFinder(Set.of(HOST));
    finder.see(answer, PageReader.read(answer));
    return finder.systems();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRecognisedByItsMarks(Map<String, String> row) {
    List<Cms> systems = systems(row.get("url"), row.get("html"));
    List<String> recognised = systems.stream().filter(Cms::recognised).map(Cms::code).toList();
    if (row.get("cms").isEmpty()) {
      assertThat(recognised).as(row.get("name")).isEmpty();
      return;
    }
    assertThat(recognised).as(row.get("name")).startsWith(row.get("cms"));
    assertThat(recognised.subList(1, recognised.size()))
        .as(row.get("name"))
        .isEqualTo(row.get("also").isEmpty() ? List.of() : List.of(row.get("also")));
    assertThat(systems.get(0).marks())
        .allSatisfy(
            mark -> {
              assertThat(mark.pages()).isPositive();
              assertThat(mark.example()).startsWith("http://" + HOST + "/");
            });
  }

  @Test
  void everySystemHasACase() {
    Set<String> tried = cases().stream().map(r -> r.get("cms")).collect(Collectors.toSet());
    assertThat(tried).containsAll(Fingerprint.NAMES.keySet());
  }

  @Test
  void everyRowIsOfANamedSystemAndNoneTwice() {
    assertThat(Fingerprint.ALL).isNotEmpty();
    assertThat(Fingerprint.ALL)
        .allSatisfy(
            print -> {
              assertThat(Fingerprint.NAMES).containsKey(print.cms());
              assertThat(print.weight()).isBetween(1, 3);
            });
    assertThat(Fingerprint.ALL.stream().map(p -> p.cms() + p.place() + p.mark()))
        .doesNotHaveDuplicates();
    Fingerprint.NAMES.forEach(
        (code, names) -> {
          Cms cms = new Cms(code, 0, List.of());
          assertThat(cms.name(Lang.ZH)).isNotEqualTo(cms.name(Lang.EN)).isNotBlank();
        });
  }
}
