package gongkai.score;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.MadeAudit;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.fixtures.Cases;
import gongkai.input.Source;
import gongkai.score.Score.PartScore;
import gongkai.score.Score.Range;
import gongkai.score.Score.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a score is, and what it can never be. */
class ScorerTest {
  private static final LocalDate AS_OF = LocalDate.parse("2026-08-31");
  private static final List<String> IDS = List.of("a1x", "a1y", "b1");
  private static final Catalogue CATALOGUE =
      MadeAudit.catalogue(
          "  - id: a1",
          "    category: 甲",
          "    name: 月报",
          "    wording: x",
          "    requirements:",
          "      - {id: a1x, name: 月报, wording: x, cadence: {every: month}}",
          "      - {id: a1y, name: 动态, wording: x, cadence: {continuous: 6m}}",
          "  - {id: b1, category: 乙, name: 年报, wording: x, cadence: {every: year}}");

  private static final Catalogue BESIDE =
      MadeAudit.catalogue(
          "  - {id: G1, category: 甲, name: 月报, wording: x, cadence: {every: year}}");

  private static Scheme scheme(String flow) {
    String yaml = "{scheme: x, " + flow.strip().substring(1);
    return RulesOnDisk.sound(SchemeReader.read("x", Source.of("x.yaml", yaml), CATALOGUE));
  }

  private static AuditResult audit(Map<String, String> findings) {
    MadeAudit made = new MadeAudit(CATALOGUE, AS_OF);
    findings.forEach(made::finds);
    return made.audit();
  }

  private static Map<String, String> findings(String cell) {
    Map<String, String> findings = new HashMap<>();
    Arrays.stream(cell.split("; "))
        .filter(f -> !f.isBlank())
        .map(f -> f.split(": ", 2))
        .forEach(f -> findings.put(f[0].strip(), f[1]));
    return findings;
  }

  private static String words(Range range) {
    String lowest = range.lowest().stripTrailingZeros().toPlainString();
    String highest = range.highest().stripTrailingZeros().toPlainString();
    return range.exact() ? highest : lowest + "–" + highest;
  }

  static Stream<Map<String, String>> cases() {
    return Cases.read("scores.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCase(Map<String, String> c) {
    Score score = Scorer.of(audit(findings(c.get("findings"))), scheme(c.get("scheme")));
    String name = c.get("name");
    assertThat(
            score.parts().stream()
                .map(p -> p.state() == State.SCORED ? words(p.range()) : "-")
                .collect(Collectors.joining(" ")))
        .as(name)
        .isEqualTo(c.get("parts"));
    assertThat(words(score.sum())).as(name).isEqualTo(c.get("sum"));
    assertThat(
            score.score().map(ScorerTest::words).orElse("")
                + score.withWaived().map(w -> " (" + words(w) + ")").orElse(""))
        .as(name)
        .isEqualTo(c.get("score"));
    assertThat(score.vetoes().stream().map(v -> v.vetoed().code()).collect(Collectors.joining(" ")))
        .as(name)
        .isEqualTo(c.get("vetoes"));
  }

  private static final List<String> SCHEMES =
      List.of(
          "{parts: [{id: 1, name: n, points: 40, deductions: [{verdict: MISSING, points: 5,"
              + " at-most: 12}, {verdict: [LATE, EMPTY], points: 3, per: requirement}, {verdict:"
              + " STALE, points: 2}]}]}",
          "{not-due: full, deductions: [{verdict: [MISSING, EMPTY], points: all}, {verdict: LATE,"
              + " points: 1.5}], parts: [{id: 1, name: n, points: 30, of: {items: a1}}, {id: 2,"
              + " name: n, points: 10}], vetoes: [{name: v, verdict: EMPTY, at-least: 2}, {name: w,"
              + " verdict: MISSING, at-least: 2, part: 1}]}",
          "{not-due: full, each: {by: requirement, otherwise: 7, deductions: [{verdict: MISSING,"
              + " points: 2}, {verdict: [LATE, EMPTY, STALE], points: 1, at-most: 2}]}}");

  /** Findings by requirement; each gap has an occasion of its own. */
  private static Map<String, List<String>> random(Random random) {
    Map<String, List<String>> findings = new HashMap<>();
    List<String> verdicts =
        List.of("COMPLIANT", "STALE", "REVIEW", "UNREACHABLE", "LATE", "EMPTY", "MISSING");
    for (String id : IDS) {
      List<String> own = new ArrayList<>(List.of("COMPLIANT p=2020-01"));
      for (int i = 0; i < random.nextInt(4); i++) {
        own.add(verdicts.get(random.nextInt(verdicts.size())) + " p=2026-0" + (i + 1));
      }
      findings.put(id, own);
    }
    return findings;
  }

  private static Score score(Map<String, List<String>> findings, String scheme) {
    Map<String, String> joined = new HashMap<>();
    findings.forEach((id, own) -> joined.put(id, String.join(" | ", own)));
    return Scorer.of(audit(joined), scheme(scheme));
  }

  @RepeatedTest(150)
  void partsAddUpToTheSumAndMoreGapsNeverRaiseAScore(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    String scheme = SCHEMES.get(round.getCurrentRepetition() % SCHEMES.size());
    Map<String, List<String>> findings = random(random);
    Score score = score(findings, scheme);
    Range sum = score.sum();
    List<PartScore> scored = score.parts().stream().filter(p -> p.state() == State.SCORED).toList();
    assertThat(
            scored.stream().map(p -> p.range().lowest()).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum.lowest());
    assertThat(
            scored.stream().map(p -> p.range().highest()).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum.highest());
    Range range = score.score().orElseThrow();
    assertThat(range.lowest())
        .isGreaterThanOrEqualTo(BigDecimal.ZERO)
        .isLessThanOrEqualTo(range.highest());
    assertThat(range.highest()).isLessThanOrEqualTo(BigDecimal.valueOf(100));

    String id = IDS.get(random.nextInt(IDS.size()));
    List<String> more = new ArrayList<>(findings.get(id));
    more.add(List.of("STALE", "LATE", "EMPTY", "MISSING").get(random.nextInt(4)) + " p=2026-12");
    findings.put(id, more);
    Range worse = score(findings, scheme).score().orElseThrow();
    assertThat(worse.highest()).isLessThanOrEqualTo(range.highest());
    assertThat(worse.lowest()).isLessThanOrEqualTo(range.lowest());
  }

  /** Whatever the undecided gaps turn out to be, the score lies in the range that was said. */
  @RepeatedTest(150)
  void theRangeHoldsWhateverTurnsOut(RepetitionInfo round) {
    Random random = new Random(1000L + round.getCurrentRepetition());
    String scheme = SCHEMES.get(round.getCurrentRepetition() % SCHEMES.size());
    Map<String, List<String>> findings = random(random);
    Range said = score(findings, scheme).score().orElseThrow();
    for (int i = 0; i < 5; i++) {
      Map<String, List<String>> decided = new HashMap<>();
      findings.forEach(
          (id, own) ->
              decided.put(
                  id,
                  own.stream()
                      .map(
                          f ->
                              f.replaceFirst(
                                  "REVIEW|UNREACHABLE",
                                  List.of("COMPLIANT", "STALE", "LATE", "EMPTY", "MISSING")
                                      .get(random.nextInt(5))))
                      .toList()));
      Range turned = score(decided, scheme).score().orElseThrow();
      assertThat(turned.exact()).isTrue();
      assertThat(turned.highest()).isBetween(said.lowest(), said.highest());
    }
  }

  /** A catalogue beside the bureau's own changes no score, unless the scheme names its ids. */
  @RepeatedTest(60)
  void whatIsBesideScoresOnlyByItsId(RepetitionInfo round) {
    Random random = new Random(2000L + round.getCurrentRepetition());
    String scheme = SCHEMES.get(round.getCurrentRepetition() % SCHEMES.size());
    Map<String, String> findings = new HashMap<>();
    random(random).forEach((id, own) -> findings.put(id, String.join(" | ", own)));
    MadeAudit both = new MadeAudit(CATALOGUE.beside(List.of(BESIDE)), AS_OF);
    findings.forEach(both::finds);
    both.finds("G1", "EMPTY | MISSING p=2026-01");
    AuditResult joined = both.audit();
    Score alone = Scorer.of(audit(findings), scheme(scheme));
    Score beside = Scorer.of(joined, scheme(scheme));
    assertThat(beside).isEqualTo(alone);
    String named = "{scheme: x, vetoes: [{name: v, verdict: EMPTY, of: {requirements: G1}}]}";
    Scheme byId =
        RulesOnDisk.sound(SchemeReader.read("x", Source.of("x.yaml", named), joined.catalogue()));
    assertThat(Scorer.of(joined, byId).vetoes().get(0).vetoed()).isEqualTo(Score.Vetoed.YES);
  }

  @Test
  void theBundledSchemesReadAndNameTheirSource() {
    List<Source> bundled = RulesOnDisk.sources("schemes");
    assertThat(bundled).hasSize(5);
    Catalogue national = RulesOnDisk.catalogue("national-site-check");
    for (String catalogue : RulesOnDisk.names()) {
      Catalogue own = RulesOnDisk.catalogue(catalogue);
      boolean both = own.sharedId(national).isEmpty();
      Catalogue rules = both ? own.beside(List.of(national)) : own;
      for (Source file : bundled) {
        Scheme scheme = RulesOnDisk.sound(SchemeReader.read("x", file, rules));
        Optional<String> address = scheme.published().map(Scheme.Published::address);
        assertThat(address.isPresent()).isEqualTo(!file.name().endsWith("even.yaml"));
      }
    }
  }
}
