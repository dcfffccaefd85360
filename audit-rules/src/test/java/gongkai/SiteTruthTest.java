package gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.KnownChange;
import gongkai.Audit.Terms;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.fixtures.FixtureSite;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture site is judged as its truth says. */
class SiteTruthTest {
  @ParameterizedTest
  @MethodSource("gongkai.fixtures.FixtureSite#names")
  void anAuditFindsWhatIsTrue(String name) throws IOException {
    assertThat(misses(FixtureSite.load(name))).isEmpty();
  }

  /** A site's truth speaks of every requirement of the catalogue that it is audited by. */
  @ParameterizedTest
  @MethodSource("gongkai.fixtures.FixtureSite#names")
  void everyRequirementHasOneRow(String name) {
    FixtureSite site = FixtureSite.load(name);
    assertThat(site.truth("requirements"))
        .extracting(row -> row.get("requirement_id"))
        .containsExactlyElementsOf(
            RulesOnDisk.catalogue(site.catalogue()).requirements().stream()
                .map(Requirement::id)
                .toList());
  }

  static List<String> misses(FixtureSite site) throws IOException {
    Catalogue catalogue = RulesOnDisk.catalogue(site.catalogue());
    Source events = new Source("events.csv", Files.readAllBytes(site.events()));
    Terms terms =
        new Terms(
            catalogue,
            RulesOnDisk.calendar(),
            site.since(),
            site.asOf(),
            changes(EventsReader.read(events, catalogue)));
    return new Truth(site, Audit.run(new FolderSnapshot(site), terms)).misses();
  }

  private static List<KnownChange> changes(Reading<List<KnownChange>> reading) {
    return RulesOnDisk.sound(reading);
  }
}
