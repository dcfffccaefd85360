package gongkai.page;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.page.date.DateSource;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole made-up pages of many kinds of sites: title, publication date and its source. */
class WholePagesTest {
  private static final Path PAGES = Fixtures.root().resolve("cases").resolve("pages");

  @TestFactory
  Stream<DynamicTest> pages() {
    return Cases.read("pages.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> isRead(row)));
  }

  private static void isRead(Map<String, String> row) {
    PageFacts facts = read(row);
    String date =
        facts.dates().stream()
            .filter(found -> found.source() != DateSource.GENERATED)
            .findFirst()
            .map(found -> found.date() + " " + found.source().code())
            .orElse(" none");
    assertThat(facts.kind() + "\n" + Texts.squeeze(facts.title()) + "\n" + date)
        .as(row.get("name") + " " + facts.dates())
        .isEqualTo(
            "ARTICLE\n"
                + Texts.squeeze(row.get("title"))
                + "\n"
                + row.get("date")
                + " "
                + row.get("source"));
  }

  private static PageFacts read(Map<String, String> row) {
    byte[] body;
    try {
      body = Files.readAllBytes(PAGES.resolve(row.get("name") + ".html"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return PageReader.read(
        new Answer(
            PageRequest.get(row.get("url")),
            200,
            "text/html",
            Optional.empty(),
            body,
            false,
            Pages.FETCHED,
            "",
            ""));
  }
}
