package gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.Terms;
import gongkai.AuditResult.RequirementResult;
import gongkai.cadence.EventsReader;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import gongkai.fixtures.GeneratedBureau;
import gongkai.input.Source;
import gongkai.judge.Finding;
import gongkai.judge.Judge;
import gongkai.match.Matcher;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
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
    try {
      var catalogue = RulesOnDisk.catalogue(site.catalogue());
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
    Matcher matcher = new Matcher(terms.catalogue());
    Judge judge = new Judge(terms, site, matcher.sections(), matcher.match(site), true);
    Map<String, String> outcome = new TreeMap<>();
    for (RequirementResult r : judge.judge()) {
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
    Terms terms = terms(site);
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
