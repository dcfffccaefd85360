package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a list is read, whatever its mechanism. */
class ListReadingTest {
  private final ListReading reading = new ListReading(request("1"));

  private static PageRequest request(String path) {
    return PageRequest.get("http://rsj.donghu.gov.cn/" + path);
  }

  private static Optional<PageRequest> at(String path) {
    return Optional.of(request(path));
  }

  private static List<ListingEntry> rows(String... names) {
    return Arrays.stream(names)
        .map(
            n ->
                new ListingEntry(
                    "http://rsj.donghu.gov.cn/art/" + n, n, false, Optional.empty(), "", ""))
        .toList();
  }

  private Optional<PageRequest> reads(String rows, String... next) {
    return reads(rows, false, "", 0, next);
  }

  private Optional<PageRequest> reads(
      String rows, boolean guess, String unread, int announced, String... next) {
    return reading.read(
        new Listing(
            "links",
            rows.isEmpty() ? List.of() : rows(rows.split(" ")),
            Arrays.stream(next).map(ListReadingTest::request).toList(),
            announced == 0 ? Optional.empty() : Optional.of(announced),
            guess,
            unread));
  }

  private void holds(String names, String cut) {
    assertThat(reading.entries()).extracting(ListingEntry::title).containsExactly(names.split(" "));
    assertThat(reading.cut()).contains(cut);
    assertThat(reading.cut().isEmpty()).isEqualTo(cut.isEmpty());
  }

  @Test
  void aServerThatKeepsAnsweringPageOneEnds() {
    assertThat(reads("a b", "2")).isEqualTo(at("2"));
    assertThat(reads("a b", "3")).isEmpty();
    holds("a b", "");
  }

  @Test
  void aServerThatKeepsAnsweringPageOneIsCutWhereItAnnouncedMore() {
    reads("a b", false, "", 5, "2");
    reads("a b", false, "", 5, "3");
    holds("a b", "2 / 5");
  }

  @Test
  void anEmptyAnswerBeforeTheAnnouncedEndIsACut() {
    reads("a b", false, "", 5, "2");
    reads("c", false, "", 5, "3");
    reads("", false, "", 5);
    holds("a b c", "3 / 5");
  }

  @Test
  void pinnedRowsOnEveryPageEndNothing() {
    reads("p a", "2");
    assertThat(reads("p b", "3")).isEqualTo(at("3"));
    reads("p c");
    holds("p a b c", "");
  }

  @Test
  void oneRightGuessIsEnough() {
    assertThat(reads("a", true, "3 pages", 0, "i1", "i2")).isEqualTo(at("i1"));
    assertThat(reading.absent("404")).isEqualTo(at("i2"));
    assertThat(reads("b", "i3")).isEqualTo(at("i3"));
    assertThat(reads("c")).isEmpty();
    holds("a b c", "");
  }

  @Test
  void aGuessThatShowsPageOneAgainIsWrong() {
    reads("a", true, "3 pages", 0, "i1", "i2");
    assertThat(reads("a", true, "", 0, "i2")).isEqualTo(at("i2"));
    assertThat(reads("b")).isEmpty();
    holds("a b", "");
  }

  @Test
  void whereNoGuessIsRightTheListIsCut() {
    reads("a", true, "3 pages", 0, "i1", "i2");
    reading.absent("404");
    assertThat(reading.absent("404")).isEmpty();
    holds("a", "3 pages");
  }

  @Test
  void aPageThatIsNamedAndNotThereIsACut() {
    reads("a", "2");
    assertThat(reading.absent("404")).isEmpty();
    holds("a", "/2: 404");
  }

  @Test
  void aFailedPageIsACutAndTheOthersAreRead() {
    reads("a", "2", "3");
    assertThat(reading.failed("503")).isEqualTo(at("3"));
    reads("c");
    holds("a c", "/2: 503");
  }

  @Test
  void aShellInAFrameLeadsOnButNotForEver() {
    reads("", "frame");
    assertThat(reads("", "api")).isEqualTo(at("api"));
    assertThat(reads("", "api2")).isEmpty();
    assertThat(reading.cut()).contains("/api: shows no row");
  }

  @Test
  void anUnreadRestIsACut() {
    reads("a", false, "a script pages the list", 0);
    holds("a", "a script pages the list");
  }
}
