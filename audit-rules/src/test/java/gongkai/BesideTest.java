package gongkai;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.Terms;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.fixtures.FixtureSite;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A catalogue beside a bureau's own ({@code --beside}) changes nothing that the own one says, and
 * is changed by nothing.
 */
class BesideTest {
  private static final Catalogue NATIONAL = RulesOnDisk.catalogue("national-site-check");

  /** Sites of a bureau's catalogue. */
  static Stream<String> sites() {
    return FixtureSite.names().stream()
        .filter(n -> !FixtureSite.load(n).catalogue().equals(NATIONAL.name()));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void eachIsJudgedAsIfItWereAlone(String name) {
    FixtureSite fixture = FixtureSite.load(name);
    FolderSnapshot snapshot = new FolderSnapshot(fixture);
    Site site = SiteBuilder.build(snapshot);
    Terms own = DecisiveTest.terms(fixture);
    Terms both = DecisiveTest.terms(fixture, own.catalogue().beside(List.of(NATIONAL)));
    AuditResult alone = Audit.run(snapshot, site, own);
    AuditResult joined = Audit.run(snapshot, site, both);
    AuditResult other = Audit.run(snapshot, site, both.each().get(1));

    List<RequirementResult> expected = new ArrayList<>(alone.requirements());
    expected.addAll(other.requirements());
    assertThat(joined.requirements()).isEqualTo(expected);
    assertThat(joined.notices()).isEqualTo(alone.notices());
    assertThat(joined.deadLinks()).isEqualTo(alone.deadLinks());
    assertThat(joined.coverage()).isEqualTo(alone.coverage());
    assertThat(queue(joined)).isEqualTo(queue(alone));
    assertThat(matches(joined, own.catalogue())).isEqualTo(matches(alone, own.catalogue()));
    assertThat(matches(joined, NATIONAL)).isEqualTo(matches(other, NATIONAL));
  }

  /** The review queue as {@code review.csv} shows it: page and candidates. */
  private static List<String> queue(AuditResult audit) {
    return audit.pages().stream()
        .filter(p -> p.decision() == Decision.CANDIDATE)
        .map(p -> p.url() + " " + p.section() + " " + p.bestFirst())
        .toList();
  }

  /** What pages answer of one catalogue. */
  private static List<String> matches(AuditResult audit, Catalogue of) {
    Set<String> ids = of.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
    return audit.pages().stream()
        .flatMap(p -> own(p, ids).stream().map(m -> p.url() + " " + m))
        .toList();
  }

  private static List<Match> own(PageResult page, Set<String> ids) {
    return page.matches().stream().filter(m -> ids.contains(m.requirementId())).toList();
  }

  @Test
  void aCatalogueThatSharesAnIdIsTold() {
    Catalogue liaocheng = RulesOnDisk.catalogue("liaocheng-hrss");
    assertThat(liaocheng.sharedId(NATIONAL)).isEmpty();
    assertThat(liaocheng.sharedId(RulesOnDisk.catalogue("laixi-education"))).contains("1.1");
    for (String name : RulesOnDisk.names()) {
      if (!name.equals(NATIONAL.name())) {
        assertThat(RulesOnDisk.catalogue(name).sharedId(NATIONAL)).as(name).isEmpty();
      }
    }
  }
}
