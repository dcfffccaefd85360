package gongkai.match;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.MatchRule;
import gongkai.fixtures.Cases;
import gongkai.fixtures.FixtureSite;
import gongkai.input.Source;
import gongkai.match.Match.Decision;
import gongkai.match.ProposalFigures.Figures;
import gongkai.match.ProposedMatch.Imported;
import gongkai.site.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules proposed for catalogues that nobody tuned: {@code proposals.csv} and the fixture sites. */
class ProposedMatchTest {
  /** May only get better; {@code scripts/benchmark proposals} prints what it is now. */
  private static final double LEAST_SHARE = 0.990;

  @Test
  void pagesMatchAsTheTableSays() {
    Map<String, List<Map<String, String>>> byBureau = new LinkedHashMap<>();
    Cases.read("proposals.csv")
        .forEach(r -> byBureau.computeIfAbsent(r.get("bureau"), b -> new ArrayList<>()).add(r));
    List<String> misses = new ArrayList<>();
    byBureau.forEach((bureau, rows) -> check(bureau, rows, misses));
    assertThat(misses).isEmpty();
  }

  private static void check(String bureau, List<Map<String, String>> rows, List<String> misses) {
    Map<String, Imported> requirements = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String name = row.get("requirement").isEmpty() ? row.get("item") : row.get("requirement");
      String id = String.valueOf(requirements.size() + 1);
      requirements.putIfAbsent(
          key(row),
          new Imported(id, row.get("category"), row.get("item"), name, row.get("column")));
    }
    List<Imported> all = List.copyOf(requirements.values());
    Map<String, MatchRule> rules = ProposedMatch.of(bureau, all);
    Matcher matcher = new Matcher(catalogue(bureau, all, rules));
    for (Map<String, String> row : rows) {
      String id = requirements.get(key(row)).id();
      List<Section> sections = List.of(Section.named(List.of(row.get("section").split(">"))));
      Decision decision =
          matcher
              .match(LaidTitle.page(row.get("title"), row.get("number"), sections))
              .matches()
              .stream()
              .filter(m -> m.requirementId().equals(id))
              .map(Match::decision)
              .findFirst()
              .orElse(Decision.NONE);
      if (!decision.code().equals(row.get("decision"))
          || rules.get(id).proposed() != row.get("proposed").equals("yes")) {
        misses.add(row + ": " + decision + " by " + rules.get(id));
      }
    }
  }

  private static String key(Map<String, String> row) {
    return row.get("category") + "\n" + row.get("item") + "\n" + row.get("requirement");
  }

  /** The whole way: as the text of a rule file, read again. */
  private static Catalogue catalogue(
      String bureau, List<Imported> all, Map<String, MatchRule> rules) {
    StringBuilder text = new StringBuilder("bureau: " + bureau + "\nitems:\n");
    for (Imported r : all) {
      text.append("  - {id: \"").append(r.id()).append("\", name: \"").append(r.item());
      text.append("\", wording: 及时, cadence: {continuous: always}}\n");
    }
    text.append(MatchingText.of(ProposedMatch.general(), ProposedMatch.lists(bureau), rules));
    Source source = new Source("a.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
    Catalogue read = RulesOnDisk.sound(CatalogueReader.read("a", List.of(source)));
    assertThat(read.requirements().stream().map(r -> r.match().sections()).toList())
        .isEqualTo(rules.values().stream().map(MatchRule::sections).toList());
    return read;
  }

  @Test
  void anUntunedCatalogueAuditsTheFixtureSitesWithoutAFalseGap() {
    Figures all = ProposalFigures.NONE;
    for (String name : FixtureSite.names()) {
      FixtureSite site = FixtureSite.load(name);
      if (site.catalogue().equals("liaocheng-hrss")) {
        all = all.plus(ProposalFigures.of(site, ProposalFigures.untuned(site.catalogue())));
      }
    }
    assertThat(all.all()).isGreaterThan(500);
    assertThat(all.share()).as(all.untrue().toString()).isGreaterThanOrEqualTo(LEAST_SHARE);
    assertThat(all.falseAbsent()).as(all.untrue().toString()).isZero();
    assertThat(all.falseCompliant()).as(all.untrue().toString()).isZero();
  }
}
