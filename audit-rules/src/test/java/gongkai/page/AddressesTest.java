package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AddressesTest {
  private static final String PAGE = "http://rsj.donghu.gov.cn/zwgk/tz/index.html?id=1";

  @TestFactory
  Stream<DynamicTest> addresses() {
    return Cases.read("addresses.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isResolved(row)));
  }

  private static void isResolved(Map<String, String> row) {
    String url = Addresses.resolve(PAGE, row.get("href")).orElse("");
    assertThat(url).as(row.get("name")).isEqualTo(row.get("url"));
  }

  /** Whatever a page holds, its one form is a fixed point and no exception. */
  @Test
  void theOneFormIsItsOwnForm() {
    Random random = new Random(5);
    String letters = "/.?#:@%&=;ab19文 \\-_[]";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder href = new StringBuilder(random.nextInt(4) == 0 ? "http://" : "");
      for (int n = random.nextInt(14); n > 0; n--) {
        href.append(letters.charAt(random.nextInt(letters.length())));
      }
      Addresses.resolve(PAGE, href.toString())
          .ifPresent(url -> assertThat(Addresses.canonical(url)).as(href.toString()).contains(url));
    }
  }
}
