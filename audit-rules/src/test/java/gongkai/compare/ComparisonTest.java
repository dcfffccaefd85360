package gongkai.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.compare.Standing.Duty;
import gongkai.fixtures.Cases;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a gap from audit to audit. */
class ComparisonTest {
  private static final LocalDate BEFORE = LocalDate.of(2025, 10, 31);
  private static final LocalDate NOW = LocalDate.of(2025, 11, 30);

  static Stream<Map<String, String>> cases() {
    return Cases.read("changes.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCase(Map<String, String> c) {
    boolean named = !Set.of("same", "changed", "off").contains(c.get("rule"));
    String cadence = named ? c.get("rule") : "every: quarter";
    Standing earlier = standing(BEFORE, cadence, findings(c.get("earlier")));
    Standing later =
        standing(
            NOW,
            c.get("rule").equals("changed") ? "every: month" : cadence,
            findings(c.get("later")));
    if (c.get("rule").equals("off")) {
      later =
          new Standing("局", "http://x/", later.since(), NOW, Map.of(), later.findings(), Set.of());
    }
    Comparison comparison = Comparison.of(earlier, later);
    assertThat(comparison.changes())
        .extracting(change -> change.status().code())
        .as(c.get("name"))
        .containsExactlyElementsOf(
            Arrays.stream(c.get("changes").split(" ")).filter(s -> !s.isEmpty()).toList());
  }

  private static Standing standing(LocalDate asOf, String cadence, List<Judged> findings) {
    Verdict worst =
        findings.stream()
            .map(Judged::verdict)
            .max(Comparator.naturalOrder())
            .orElse(Verdict.NOT_DUE);
    Duty duty = new Duty("要求", cadence, worst);
    return new Standing(
        "局",
        "http://x/",
        asOf.minusYears(1).with(lastDay()),
        asOf,
        Map.of("r", duty),
        findings,
        Set.of());
  }

  private static java.time.temporal.TemporalAdjuster lastDay() {
    return java.time.temporal.TemporalAdjusters.lastDayOfMonth();
  }

  private static List<Judged> findings(String cell) {
    return Arrays.stream(cell.split(" \\| "))
        .filter(f -> !f.isBlank())
        .map(ComparisonTest::finding)
        .toList();
  }

  private static Judged finding(String words) {
    Map<String, String> parts = new HashMap<>();
    String[] all = words.strip().split(" ");
    Arrays.stream(all)
        .skip(1)
        .filter(p -> p.contains("="))
        .map(p -> p.split("=", 2))
        .forEach(p -> parts.put(p[0], p[1]));
    return new Judged(
        "r",
        Verdict.valueOf(all[0]),
        Severity.VIOLATION,
        parts.getOrDefault("p", ""),
        day(parts.get("t")),
        day(parts.get("d")),
        day(parts.get("pub")),
        "",
        url(parts.getOrDefault("u", "")),
        parts.getOrDefault("n", ""),
        words.contains(" waived"));
  }

  private static String url(String path) {
    return path.startsWith("http")
        ? path.replace(":/", "://x/")
        : path.isEmpty() ? "" : "http://x" + path;
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }

  /** At most one finding per period, as audits have them, with or without a page. */
  private static List<Judged> random(Random random) {
    List<Judged> findings = new ArrayList<>();
    for (String period : List.of("2024Q4", "2025Q1", "2025Q2", "2025Q3")) {
      if (random.nextInt(4) > 0) {
        Verdict verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
        String page = List.of("", "/a", "/b").get(random.nextInt(3));
        findings.add(finding(verdict + " p=" + period + " u=" + page));
      }
    }
    return findings;
  }

  /** What a notice asks to shrink a baseline by is what shrinking drops. */
  @RepeatedTest(50)
  void orphansAreWhatShrinkingDrops(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    Standing earlier = standing(BEFORE, "every: quarter", random(random));
    Standing later = standing(NOW, "every: quarter", random(random));
    assertThat(Comparison.of(earlier, later).orphans())
        .flatExtracting(c -> c.before().stream().toList())
        .containsExactlyInAnyOrderElementsOf(Shrinking.of(earlier, later).dropped());
  }

  /** Every gap of both audits has exactly one fate; an audit compared with itself has no news. */
  @RepeatedTest(200)
  void everyGapIsAccountedForOnce(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    List<Judged> before = random(random);
    List<Judged> now = random(random);
    Standing earlier = standing(BEFORE, "every: quarter", before);
    Standing later = standing(NOW, "every: quarter", now);
    Comparison comparison = Comparison.of(earlier, later);
    assertThat(
            comparison.changes().stream()
                .filter(c -> c.now().filter(n -> n.verdict().gap()).isPresent()))
        .hasSameSizeAs(later.gaps());
    assertThat(comparison.changes().stream().filter(c -> c.before().isPresent()))
        .hasSameSizeAs(earlier.gaps());

    assertThat(Comparison.of(earlier, earlier).changes())
        .allMatch(c -> c.status() == Status.OPEN || c.status() == Status.PAST);

    // the order in which findings come decides nothing but the order of the changes
    List<Judged> shuffled = new ArrayList<>(now);
    Collections.shuffle(shuffled, random);
    assertThat(count(Comparison.of(earlier, standing(NOW, "every: quarter", shuffled))))
        .isEqualTo(count(comparison));
  }

  private static Map<Status, Integer> count(Comparison comparison) {
    Map<Status, Integer> count = new EnumMap<>(Status.class);
    comparison.changes().forEach(c -> count.merge(c.status(), 1, Integer::sum));
    return count;
  }
}
