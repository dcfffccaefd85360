package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.MadeFile;
import gongkai.page.Addresses;
import gongkai.page.ListingEntry;
import gongkai.snapshot.Answer;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is followed, in which order, and that what was served is what is stored. */
class CrawlerTest {
  @TempDir Path folder;
  private Trial site;

  @BeforeEach
  void serve() {
    site = new Trial(folder);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void readsNavigationListingsAndArticles() {
    site.page("/", Trial.links("/a/", "/b/"))
        .page("/a/", Trial.list("/a/1.html") + "<a class=next href='/a/index_1.html'>下一页</a>")
        .page("/a/index_1.html", Trial.list("/a/2.html"))
        .page("/b/", Trial.list())
        .page("/a/1.html", Trial.article("一"))
        .page("/a/2.html", Trial.article("二"));
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.stored())
        .containsOnlyKeys("/", "/a/", "/b/", "/a/1.html", "/a/2.html", "/a/index_1.html");
    assertThat(outcome)
        .isEqualTo(new Crawl.Outcome(6, false, true, false, 10, 0, java.time.Duration.ZERO));
    assertThat(site.unread()).isEmpty();
    assertThat(site.snapshot().info().complete()).isTrue();
    assertThat(site.snapshot().info().hosts()).containsExactly(site.base().substring(7));
  }

  @Test
  void listingsComeBeforeArticles() {
    site.connections = 1;
    site.page("/", Trial.list("/1.html", "/2.html") + Trial.links("/b/"))
        .page("/1.html", Trial.article("一"))
        .page("/2.html", Trial.article("二"))
        .page("/b/", Trial.links("/c/"))
        .page("/c/", Trial.links());
    site.crawl();
    assertThat(site.asked()).containsExactly("/", "/b/", "/c/", "/1.html", "/2.html");
  }

  @Test
  void aListingEndsWithThePageThatBringsNothingNew() {
    site.page("/", Trial.list("/1.html") + next("/?p=2"))
        .page("/?p=2", Trial.list("/2.html") + next("/?p=3"))
        .page("/?p=3", Trial.list("/2.html") + next("/?p=4"))
        .page("/?p=4", Trial.list("/3.html") + next("/?p=5"));
    site.crawl();
    assertThat(site.asked()).contains("/?p=3").doesNotContain("/?p=4", "/3.html");
    assertThat(site.unread()).isEmpty();
  }

  private static String next(String href) {
    return "<a class=next href='" + href + "'>下一页</a>";
  }

  /** An entry is left to the policy if its listing or its address dates it. */
  private static final String DAY = "/2026/1/2";

  /** Nothing listed is read at once. */
  private static FetchPolicy later(BiFunction<Snapshot, Collection<String>, Set<String>> decisive) {
    return new FetchPolicy() {
      @Override
      public boolean wanted(ListingEntry entry, List<String> section) {
        return false;
      }

      @Override
      public Set<String> decisive(Snapshot soFar, Collection<String> listed) {
        return decisive.apply(soFar, listed);
      }
    };
  }

  private static Set<String> containing(String part, Collection<String> keys) {
    return keys.stream().filter(k -> k.contains(part)).collect(Collectors.toSet());
  }

  @Test
  void leavesWhatCanDecideNothingAndSaysSo() {
    site.policy = later((soFar, listed) -> containing("wanted", listed));
    site.page("/", Trial.list(DAY + "/wanted.html", DAY + "/other.html"))
        .page(DAY + "/wanted.html", Trial.article("一"))
        .page(DAY + "/other.html", Trial.article("二"));
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.asked()).containsExactly("/", DAY + "/wanted.html");
    assertThat(site.unread()).containsExactly(DAY + "/other.html NOT_DECISIVE not decisive < /");
    assertThat(outcome.cut()).isFalse();
  }

  @Test
  void theStartPagesLinkToAnEntryOfAListingIsNoColumn() {
    site.policy = later((soFar, listed) -> Set.of());
    site.connections = 1;
    site.page("/", Trial.links("/a/", DAY + "/1.html"))
        .page("/a/", Trial.list(DAY + "/1.html"))
        .page(DAY + "/1.html", Trial.article("一"));
    site.crawl();
    assertThat(site.asked()).containsExactly("/", "/a/");
    assertThat(site.unread()).containsExactly(DAY + "/1.html NOT_DECISIVE not decisive < /a/");
  }

  @Test
  void whatIsWantedIsAskedAgainWithWhatWasRead() {
    List<Integer> read = new ArrayList<>();
    site.policy =
        later(
            (soFar, listed) -> {
              int[] answers = {0};
              soFar.forEach(a -> answers[0]++);
              read.add(answers[0]);
              assertThat(soFar.info().complete()).isTrue();
              return containing(
                  answers[0] == 2 ? "/1.h" : answers[0] == 3 ? "/2.h" : "none", listed);
            });
    site.page("/", Trial.links("/a/"))
        .page("/a/", Trial.list(DAY + "/1.html", DAY + "/2.html", DAY + "/3.html"))
        .page(DAY + "/1.html", Trial.article("一"))
        .page(DAY + "/2.html", Trial.article("二"));
    site.crawl();
    assertThat(site.asked()).containsExactly("/", "/a/", DAY + "/1.html", DAY + "/2.html");
    assertThat(read).containsExactly(2, 3, 4);
    assertThat(site.unread()).containsExactly(DAY + "/3.html NOT_DECISIVE not decisive < /a/");
  }

  @Test
  void whatDecidesAndIsCutByALimitIsSaid() {
    site.policy = later((soFar, listed) -> containing("/1.h", listed));
    site.maxPages = 1;
    site.page("/", Trial.list(DAY + "/1.html", DAY + "/2.html"));
    Crawl.Outcome outcome = site.crawl();
    assertThat(site.unread())
        .containsExactly(
            DAY + "/1.html MAX_PAGES max-pages 1 < /",
            DAY + "/2.html NOT_DECISIVE not decisive < /");
    assertThat(outcome.cut()).isTrue();
  }

  @Test
  void everythingOverrulesThePolicy() {
    site.policy = later((soFar, listed) -> Set.of());
    site.everything = true;
    site.page("/", Trial.list(DAY + "/1.html")).page(DAY + "/1.html", Trial.article("一"));
    site.crawl();
    assertThat(site.stored()).containsKey(DAY + "/1.html");
  }

  @Test
  void asksWhetherAnAttachmentIsThereWithoutReadingIt() {
    site.page("/", Trial.list("/1.html"))
        .page(
            "/1.html",
            Trial.article("一")
                + "字".repeat(80)
                + "<a class=file href=/a.pdf>甲</a><a class=file href=/gone.pdf>乙</a>")
        .answer("/a.pdf", aResponse().withBody(new byte[50_000]));
    site.crawl();
    assertThat(site.asked()).contains("/a.pdf", "/gone.pdf");
    assertThat(site.stored().keySet()).contains("/gone.pdf").doesNotContain("/a.pdf");
    assertThat(site.stored().get("/gone.pdf").status()).isEqualTo(404);
  }

  @Test
  void readsTheFileOfAnArticleThatSaysNothingAndStoresItsWords() throws Exception {
    site.page("/", Trial.list("/1.html", "/2.docx"))
        .page(
            "/1.html",
            Trial.article("一") + "<a class=file href=/1.docx>甲</a><a class=file href=/1.zip>乙</a>")
        .answer("/1.docx", aResponse().withBody(MadeFile.docx(List.of("2026年部门预算"))))
        .answer("/2.docx", aResponse().withBody(new byte[] {'P', 'K', 3, 4}))
        .answer("/1.zip", aResponse().withBody(new byte[50_000]));
    site.crawl();
    assertThat(site.asked()).containsOnlyOnce("/1.docx", "/1.zip", "/2.docx");
    assertThat(site.stored().get("/1.docx").fileText()).contains(FileText.read("2026年部门预算\n"));
    assertThat(site.stored().get("/2.docx").fileText())
        .contains(FileText.unread(FileText.State.DAMAGED, ""));
    assertThat(site.stored()).doesNotContainKey("/1.zip");
    Answer stored = site.stored().get("/1.docx");
    assertThat(site.snapshot().at(stored.place(), Optional.empty()).fileText())
        .isEqualTo(stored.fileText());
    site.resume = true;
    site.crawl();
    assertThat(site.asked()).containsOnlyOnce("/1.docx", "/2.docx");
  }

  @Test
  void otherHostsAreNoPartOfTheCrawl() throws Exception {
    try (Trial other = new Trial(folder.resolve("other"))) {
      other.page("/x/", Trial.list("/y.html")).page("/y.html", Trial.links("/z/"));
      site.page("/", Trial.links(other.url("/x/")));
      site.crawl();
      assertThat(other.asked()).isEmpty();
      assertThat(site.unread()).isEmpty();
    }
  }

  @Test
  void anAllowedHostIsReadOneLinkAndItsListingDeep() {
    try (Trial other = new Trial(folder.resolve("other"))) {
      other
          .page("/x/", Trial.list("/y.html") + next("/x/2") + Trial.links("/nav/"))
          .page("/x/2", Trial.list("/y2.html"))
          .page("/y.html", Trial.article("一") + Trial.links("/z/"))
          .page("/y2.html", Trial.list("/deep.html"))
          .page("/nav/", Trial.links());
      site.allowed = List.of(Addresses.host(other.url("/")));
      site.page("/", Trial.links(other.url("/x/")));
      site.crawl();
      assertThat(other.asked()).containsExactlyInAnyOrder("/x/", "/x/2", "/y.html", "/y2.html");
    }
  }

  @Test
  void whatWasServedIsStoredByteForByte() {
    Random random = new Random(7);
    Map<String, byte[]> served = new TreeMap<>();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] body = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(60_000)];
      random.nextBytes(body);
      String path = "/f" + i + ".bin";
      paths.add(path);
      served.put(path, body);
      site.answer(path, aResponse().withHeader("X-Name", "值 ü").withBody(body));
    }
    site.page("/", Trial.list(paths.toArray(String[]::new)));
    site.crawl();
    Map<String, Answer> stored = site.stored();
    served.forEach((path, body) -> assertThat(stored.get(path).body()).isEqualTo(body));
    List<String> once = order();
    assertThat(order()).isEqualTo(once);
    assertThat(site.snapshot().digest()).isEqualTo(site.snapshot().digest()).hasSize(64);
  }

  private List<String> order() {
    List<String> order = new ArrayList<>();
    site.snapshot().forEach(a -> order.add(a.place() + " " + a.sha256()));
    return order;
  }
}
