package gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.Terms;
import gongkai.AuditResult.RequirementResult;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.Catalogue;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import gongkai.fixtures.GeneratedBureau;
import gongkai.input.Source;
import gongkai.judge.Finding;
import gongkai.judge.Judge;
import gongkai.match.Matcher;
import gongkai.page.Attachment;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageReader;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code --fetch decisive} and {@code everything} judge alike: on every fixture site as it is, and
 * with listings whose dates are wrong by up to 30 days.
 */
class DecisiveTest {
  private static final int ROUNDS = 1;

  static Stream<String> sites() throws IOException {
    try (Stream<Path> folders = Files.list(Fixtures.root().resolve("sites"))) {
      return folders
          .filter(Files::isDirectory)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  /** What the pages of one site say, each read once; listings may be made to err. */
  private static final class Reader implements Function<Answer, PageFacts> {
    private final Map<String, PageFacts> known;
    private final int seed;

    Reader(Map<String, PageFacts> known, int seed) {
      this.known = known;
      this.seed = seed;
    }

    @Override
    public PageFacts apply(Answer answer) {
      PageFacts facts = known.computeIfAbsent(answer.request().key(), k -> PageReader.read(answer));
      if (seed == 0 || facts.listing().isEmpty()) {
        return facts;
      }
      Listing l = facts.listing().get();
      return facts.with(
          new Listing(
              l.mechanism(),
              l.entries().stream().map(this::err).toList(),
              l.next(),
              l.announced(),
              l.guess(),
              l.unread()));
    }

    private ListingEntry err(ListingEntry e) {
      int days = new Random(e.url().hashCode() * 31L + seed).nextInt(61) - 30;
      return new ListingEntry(
          e.url(),
          e.title(),
          e.truncated(),
          e.date().map(d -> d.plusDays(days)),
          e.dateText(),
          e.mark());
    }
  }

  static Terms terms(FixtureSite site) {
    return terms(site, RulesOnDisk.catalogue(site.catalogue()));
  }

  static Terms terms(FixtureSite site, Catalogue catalogue) {
    try {
      Source events = new Source("events.csv", Files.readAllBytes(site.events()));
      return new Terms(
          catalogue,
          RulesOnDisk.calendar(),
          site.since(),
          site.asOf(),
          RulesOnDisk.sound(EventsReader.read(events, catalogue)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> outcome(
      Snapshot snapshot, Terms terms, Function<Answer, PageFacts> reader) {
    Site site = SiteBuilder.build(snapshot, reader);
    Map<String, String> outcome = new TreeMap<>();
    List<RequirementResult> results = new ArrayList<>();
    for (Terms part : terms.each()) {
      Matcher matcher = new Matcher(part.catalogue());
      Judge judge = new Judge(part, site, matcher.sections(), matcher.match(site), true);
      results.addAll(judge.judge());
    }
    for (RequirementResult r : results) {
      List<String> findings = new ArrayList<>();
      for (Finding f : r.findings()) {
        boolean gap = f.verdict().gap();
        findings.add(
            f.verdict()
                + "/"
                + f.severity()
                + " "
                + f.period()
                + " "
                + f.trigger().map(Object::toString).orElse("")
                + " "
                + f.due().map(Object::toString).orElse("")
                + (gap ? " " + f.published().map(Object::toString).orElse("") + f.url() : ""));
      }
      outcome.put(r.requirement().id(), r.verdict() + "/" + r.severity() + " " + findings);
    }
    return outcome;
  }

  @ParameterizedTest
  @MethodSource("sites")
  void judgesLikeEverything(String name) {
    FixtureSite site = FixtureSite.load(name);
    judgesLikeEverything(site, terms(site));
  }

  /** What the national site check needs is asked for beside what the bureau's catalogue needs. */
  @ParameterizedTest
  @MethodSource("sites")
  void judgesLikeEverythingBesideAnother(String name) {
    FixtureSite site = FixtureSite.load(name);
    Catalogue own = RulesOnDisk.catalogue(site.catalogue());
    Catalogue national = RulesOnDisk.catalogue("national-site-check");
    if (own.sharedId(national).isEmpty()) {
      judgesLikeEverything(site, terms(site, own.beside(List.of(national))));
    }
  }

  private static void judgesLikeEverything(FixtureSite site, Terms terms) {
    Map<String, PageFacts> known = new HashMap<>();
    for (int seed = 0; seed <= ROUNDS; seed++) {
      Reader reader = new Reader(known, seed);
      Snapshot everything = new FolderSnapshot(site);
      FolderSnapshot decisive =
          new FolderSnapshot(
              site,
              (Snapshot soFar, Collection<String> listed) ->
                  DecisivePages.of(soFar, terms, listed, reader));
      Map<String, String> expected = outcome(everything, terms, reader);
      Map<String, String> found = outcome(decisive, terms, reader);
      assertThat(found).as("seed " + seed).isEqualTo(expected);
    }
  }

  /** Some articles say what they are through a file only, under a title that says nothing. */
  private static PageFacts silenced(PageFacts f) {
    if (f.listing().isPresent()) {
      Listing l = f.listing().get();
      List<ListingEntry> entries =
          l.entries().stream()
              .map(
                  e ->
                      silent(e.url())
                          ? new ListingEntry(
                              e.url(), title(e.url()), false, e.date(), e.dateText(), e.mark())
                          : e)
              .toList();
      return f.with(
          new Listing(l.mechanism(), entries, l.next(), l.announced(), l.guess(), l.unread()));
    }
    if (f.kind() != PageKind.ARTICLE || !silent(f.url())) {
      return f;
    }
    Attachment file = new Attachment(f.url() + ".pdf", f.title() + ".pdf");
    return new PageFacts(
        f.url(),
        f.kind(),
        f.charset(),
        title(f.url()),
        title(f.url()),
        "",
        f.breadcrumb(),
        f.breadcrumbLinks(),
        f.columnName(),
        f.dates(),
        f.dateNotes(),
        f.otherDates(),
        "",
        f.indexNumber(),
        f.validity(),
        "",
        List.of(file),
        false,
        f.links(),
        f.listing(),
        f.redirect(),
        f.needsScript(),
        f.access());
  }

  /** No rule knows it, and no other page has it. */
  private static String title(String url) {
    return "有关材料" + Integer.toString(Math.floorMod(url.hashCode(), 46_000), 36);
  }

  private static boolean silent(String url) {
    return Math.floorMod(url.hashCode(), 5) == 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"trs", "liaocheng-demo", "hard"})
  void pagesThatSpeakThroughAFileAreFound(String name) {
    FixtureSite site = FixtureSite.load(name);
    Terms terms = terms(site);
    Map<String, PageFacts> known = new HashMap<>();
    Function<Answer, PageFacts> reader =
        answer ->
            known.computeIfAbsent(answer.request().key(), k -> silenced(PageReader.read(answer)));
    Snapshot decisive =
        new FolderSnapshot(site, (soFar, listed) -> DecisivePages.of(soFar, terms, listed, reader));
    assertThat(outcome(decisive, terms, reader))
        .isEqualTo(outcome(new FolderSnapshot(site), terms, reader));
  }

  /** Where a tenth at most is judged one by one, a quarter of the requests is enough. */
  @Test
  void aQuarterOfTheRequestsDecidesAnOrdinaryBureau(@TempDir Path folder) throws IOException {
    FixtureSite site = GeneratedBureau.write(folder);
    Terms terms = terms(site);
    Snapshot everything = new FolderSnapshot(site);
    Snapshot decisive =
        new FolderSnapshot(
            site, (soFar, listed) -> DecisivePages.of(soFar, terms, listed, PageReader::read));
    assertThat(outcome(decisive, terms, PageReader::read))
        .isEqualTo(outcome(everything, terms, PageReader::read));
    assertThat(answers(decisive)).isLessThanOrEqualTo(answers(everything) / 4);
  }

  private static int answers(Snapshot snapshot) {
    int[] count = {0};
    snapshot.forEach(a -> count[0]++);
    return count[0];
  }
}
