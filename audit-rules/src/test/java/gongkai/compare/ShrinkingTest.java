package gongkai.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Notice;
import gongkai.compare.Standing.Duty;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A baseline can only shrink. */
class ShrinkingTest {
  private static final String[] QUARTERS = {"2025Q1", "2025Q2", "2025Q3", "2025Q4"};

  private static Judged finding(String id, Verdict verdict, int quarter) {
    return new Judged(
        id,
        verdict,
        verdict.gap() ? Severity.VIOLATION : Severity.NONE,
        QUARTERS[quarter],
        Optional.empty(),
        Optional.of(LocalDate.of(2025, 3 * quarter + 3, 28)),
        Optional.empty(),
        "",
        "",
        "",
        false);
  }

  private static Standing audit(Random random, int month) {
    LocalDate asOf = LocalDate.of(2026, month, 28);
    Map<String, Duty> duties = new LinkedHashMap<>();
    List<Judged> findings = new ArrayList<>();
    for (String id : List.of("1.1", "1.2", "1.3")) {
      if (random.nextInt(8) > 0) {
        duties.put(id, new Duty(id, "quarter " + random.nextInt(8) / 7, verdict(random)));
        for (int q = 0; q < 4; q++) {
          if (random.nextInt(4) > 0) {
            findings.add(finding(id, verdict(random), q));
          }
        }
      }
    }
    Set<Notice.Key> notices =
        random.nextBoolean()
            ? Set.of(new Notice.Key("missing-number", "号" + random.nextInt(3), ""))
            : Set.of();
    return new Standing("局", "http://x/", asOf.minusYears(1), asOf, duties, findings, notices);
  }

  private static Verdict verdict(Random random) {
    return Verdict.values()[random.nextInt(Verdict.values().length)];
  }

  private static Standing shrunk(Standing baseline, Shrinking shrinking) {
    List<Judged> left =
        baseline.findings().stream().filter(f -> !shrinking.dropped().contains(f)).toList();
    return new Standing(
        baseline.bureau(),
        baseline.site(),
        baseline.since(),
        baseline.asOf(),
        baseline.duties(),
        left,
        baseline.notices().stream()
            .filter(n -> !shrinking.goneNotices().contains(n))
            .collect(Collectors.toSet()));
  }

  @Test
  void itOnlyShrinksAndWhatFailedTheRunStillDoes() {
    Random random = new Random(11);
    int dropped = 0;
    for (int i = 0; i < 3000; i++) {
      Standing baseline = audit(random, 6);
      Standing later = audit(random, 7);
      Shrinking shrinking = Shrinking.of(baseline, later);
      Standing smaller = shrunk(baseline, shrinking);
      dropped += shrinking.dropped().size();

      assertThat(baseline.gaps()).containsAll(smaller.gaps());
      assertThat(smaller.gaps()).isEqualTo(shrinking.kept());
      assertThat(shrinking.added(baseline)).isEmpty();
      assertThat(shrinking.added(smaller)).isEmpty();
      // the run that shrank it is judged alike by both
      assertThat(failing(Comparison.of(smaller, later)))
          .isEqualTo(failing(Comparison.of(baseline, later)));
      // nothing that left excuses anything any more
      assertThat(Comparison.of(smaller, later).with(Status.CLOSED)).isEmpty();
      assertThat(Comparison.of(smaller, later).with(Status.LAPSED)).isEmpty();
      assertThat(Shrinking.of(smaller, later).dropped()).isEmpty();
    }
    assertThat(dropped).isGreaterThan(1000);
  }

  private static List<Judged> failing(Comparison comparison) {
    return comparison.changes().stream()
        .filter(c -> c.status().counts())
        .map(Change::shown)
        .toList();
  }

  @Test
  void aGapThatComesBackIsNew() {
    Standing baseline = one(Verdict.MISSING, 6);
    Standing cured = one(Verdict.COMPLIANT, 7);
    Standing back = one(Verdict.MISSING, 8);
    assertThat(Comparison.of(baseline, back).changes())
        .extracting(Change::status)
        .containsExactly(Status.OPEN);
    Standing smaller = shrunk(baseline, Shrinking.of(baseline, cured));
    assertThat(Comparison.of(smaller, back).changes())
        .extracting(Change::status)
        .containsExactly(Status.NEW);
  }

  @Test
  void replacingASmallerOneWouldAdd() {
    Standing baseline = one(Verdict.MISSING, 6);
    Standing smaller = shrunk(baseline, Shrinking.of(baseline, one(Verdict.COMPLIANT, 7)));
    Shrinking nothingCured = Shrinking.of(baseline, one(Verdict.MISSING, 7));
    assertThat(nothingCured.added(smaller)).hasSize(1);
  }

  private static Standing one(Verdict verdict, int month) {
    LocalDate asOf = LocalDate.of(2026, month, 28);
    return new Standing(
        "局",
        "http://x/",
        asOf.minusYears(1),
        asOf,
        Map.of("1.1", new Duty("一", "quarter", verdict)),
        List.of(finding("1.1", verdict, 2)),
        Set.of());
  }
}
