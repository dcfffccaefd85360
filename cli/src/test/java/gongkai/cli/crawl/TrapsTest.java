package gongkai.cli.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.message.Lang;
import gongkai.snapshot.Access;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TrapsTest {
  private static final List<String> START = List.of("http://rsj.donghu.gov.cn/");

  @TestFactory
  Stream<DynamicTest> links() {
    return Cases.read("traps.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isCaught(row)));
  }

  private static void isCaught(Map<String, String> row) {
    String caught =
        Traps.bundled(START)
            .catching("http://" + row.get("url"), row.get("words"))
            .map(Traps.Trap::name)
            .orElse("");
    assertThat(caught).as(row.get("url")).isEqualTo(row.get("trap"));
  }

  /** Every row of the rules is shown at work. */
  @Test
  void everyRowHasItsCase() {
    Set<String> shown = new HashSet<>();
    Cases.read("traps.csv").forEach(row -> shown.add(row.get("trap")));
    assertThat(shown).containsAll(Traps.bundled(START).names());
  }

  /** What a report says of a refusal is said in the reader's language. */
  @Test
  void everyRowHasItsWords() {
    for (String name : Traps.bundled(START).names()) {
      assertThat(Access.inWords(name).key()).as(name).isEqualTo("access.cut");
      assertThat(Access.inWords(name).in(Lang.ZH)).startsWith(name + "（");
    }
  }

  /** A page that links to itself ever deeper by one name is followed once. */
  @Test
  void aNameIsSparedOnce() {
    Traps traps = Traps.bundled(START);
    String deeper = "http://rsj.donghu.gov.cn/zcwj/zcwj/zcwj/";
    assertThat(traps.catching(deeper, "规范性文件")).isEmpty();
    assertThat(traps.catching(deeper + "zcwj/", "规范性文件")).isPresent();
    assertThat(traps.catching(deeper + "zcwj/", "政策解读")).isEmpty();
  }

  /** What never ends does not end the patience of the crawl only by its own kindness. */
  @Test
  void namesWithoutEndAreNotFollowedForEver() {
    Traps traps = Traps.bundled(START);
    long followed =
        Stream.iterate(1, n -> n + 1)
            .limit(1000)
            .filter(n -> traps.catching("http://a.cn/search/" + n, "第几" + n).isEmpty())
            .count();
    assertThat(followed).isLessThan(100);
  }

  /** Who audits a copy, a mirror or one day's page means it. */
  @Test
  void aRowThatTheStartMeetsIsNotApplied() {
    Traps traps = Traps.bundled(List.of("http://m.rsj.donghu.gov.cn/"));
    assertThat(traps.catching("http://m.rsj.donghu.gov.cn/tz/", "通知")).isEmpty();
  }
}
