package gongkai.notice;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.notice.MissingNumbers.Gap;
import gongkai.notice.MissingNumbers.Page;
import gongkai.notice.MissingNumbers.Range;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MissingNumbersTest {
  private static final String BUREAU = "聊城市人力资源和社会保障局";
  private static final LocalDate SINCE = LocalDate.of(2024, 10, 31);
  private static final LocalDate AS_OF = LocalDate.of(2025, 10, 31);

  @TestFactory
  Stream<DynamicTest> cases() {
    return Cases.read("missing-numbers.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> holds(row)));
  }

  private static void holds(Map<String, String> row) {
    List<Page> pages = new ArrayList<>();
    for (String page : row.get("pages").split(" \\| ")) {
      pages.add(page(page, pages.size()));
    }
    String missing =
        MissingNumbers.of(row.get("bureau"), pages, SINCE, AS_OF).stream()
            .map(g -> (g.mentioned().isPresent() ? "~" : "") + g.subject())
            .collect(Collectors.joining(" "));
    assertThat(missing).isEqualTo(row.get("missing"));
  }

  private static Page page(String given, int index) {
    boolean matched = given.endsWith("*");
    String number = "";
    String title = "";
    String text = "";
    List<String> files = new ArrayList<>();
    for (String part : given.replaceFirst("\\*$", "").split(" & ")) {
      switch (part.substring(0, 2)) {
        case "t:" -> title = part.substring(2);
        case "f:" -> files.add(part.substring(2));
        case "x:" -> text = part.substring(2);
        default -> number = part;
      }
    }
    return new Page(
        "http://rsj.example/" + index, title, number, text, files, true, matched, Optional.empty());
  }

  @Test
  void whatIsMissingAndWhatIsThereAreAllNumbersUpToTheHighest() {
    Random random = new Random(5);
    for (int run = 0; run < 200; run++) {
      TreeSet<Integer> there = new TreeSet<>();
      for (int i = 0; i < 2 + random.nextInt(12); i++) {
        there.add(1 + random.nextInt(40));
      }
      List<Page> pages = new ArrayList<>();
      there.forEach(n -> pages.add(page("聊人社发〔2025〕" + n + "号", n)));
      Collections.shuffle(pages, random);
      TreeSet<Integer> all = new TreeSet<>(there);
      for (Gap gap : MissingNumbers.of(BUREAU, pages, SINCE, AS_OF)) {
        for (Range range : gap.missing()) {
          for (int n = range.first(); n <= range.last(); n++) {
            assertThat(all.add(n)).as("%s of %s", n, there).isTrue();
          }
        }
        assertThat(gap.highest()).isEqualTo(there.last());
      }
      if (there.size() > 1) {
        assertThat(all).hasSize(there.last());
      }
    }
  }

  @Test
  void numbersBelowTheLowestAreSaidToo() {
    List<Page> pages = List.of(page("聊人社发〔2025〕11号", 1), page("聊人社发〔2025〕13号", 2));
    assertThat(MissingNumbers.of(BUREAU, pages, SINCE, AS_OF))
        .singleElement()
        .extracting(Gap::all)
        .isEqualTo("1号至10号、12号");
  }

  @Test
  void pagesThatWereNotReadAreCounted() {
    List<Page> pages = new ArrayList<>();
    pages.add(page("聊人社发〔2025〕1号", 1));
    pages.add(page("聊人社发〔2025〕3号", 2));
    pages.add(unread(Optional.of(LocalDate.of(2025, 3, 1))));
    pages.add(unread(Optional.of(LocalDate.of(2024, 12, 31))));
    pages.add(unread(Optional.empty()));
    assertThat(MissingNumbers.of(BUREAU, pages, SINCE, AS_OF))
        .singleElement()
        .extracting(Gap::unread)
        .isEqualTo(2);
  }

  private static Page unread(Optional<LocalDate> day) {
    return new Page("http://rsj.example/u", "关于通知", "", "", List.of(), false, false, day);
  }
}
