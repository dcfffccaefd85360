package gongkai.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult.RequirementResult;
import gongkai.fixtures.Cases;
import gongkai.site.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of cases: pages laid before the judge, and what it must find. */
class JudgeCasesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "periodic.csv",
        "within.csv",
        "continuous.csv",
        "known-change.csv",
        "count.csv",
        "follow-up.csv",
        "marking.csv",
        "evidence.csv",
        "publications.csv",
        "unreachable.csv",
        "empty.csv",
        "next-due.csv"
      })
  void findings(String table) {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read(table)) {
      String wanted = wanted(row);
      String found = found(row);
      if (wanted.isEmpty() || !found.equals(wanted)) {
        misses.add(row.get("name") + ": wanted " + wanted + "; found " + found);
      }
    }
    assertThat(misses).isEmpty();
  }

  /** What a row says of these; where it does not say, whatever was found. */
  private static String wanted(Map<String, String> row) {
    List<String> said = new ArrayList<>();
    for (String column : List.of("verdict", "severity", "due", "published", "next_due")) {
      String cell = row.getOrDefault(column, "");
      if (!cell.isEmpty()) {
        said.add(column + " " + cell);
      }
    }
    return String.join(", ", said);
  }

  private static String found(Map<String, String> row) {
    RequirementResult result =
        new Desk(
                row.get("cadence"),
                row.getOrDefault("options", ""),
                row.getOrDefault("window", ""),
                row.getOrDefault("events", ""))
            .judge(
                Laid.pages(row.get("pages")),
                sections(row.getOrDefault("sections", "")),
                row.getOrDefault("navigation", ""),
                row.getOrDefault("limit", ""),
                true);
    String of = row.getOrDefault("finding", "");
    List<String> said = new ArrayList<>();
    if (of.equals("*")) {
      add(row, said, "verdict", result.verdict().name());
      add(row, said, "severity", lower(result.severity()));
      add(row, said, "next_due", result.nextDue().map(LocalDate::toString).orElse("none"));
      return String.join(", ", said);
    }
    Optional<Finding> finding = Desk.finding(result, of);
    add(row, said, "verdict", finding.map(f -> f.verdict().name()).orElse("none"));
    add(row, said, "severity", finding.map(f -> lower(f.severity())).orElse(""));
    add(row, said, "due", day(finding.flatMap(Finding::due)));
    add(row, said, "published", day(finding.flatMap(Finding::published)));
    return String.join(", ", said);
  }

  private static void add(Map<String, String> row, List<String> said, String name, String value) {
    if (!row.getOrDefault(name, "").isEmpty()) {
      said.add(name + " " + value);
    }
  }

  private static String lower(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  /** {@code 本栏>下级; rows 3; text T; cut WHY; listed}, separated by {@code |}. */
  static List<Section> sections(String cell) {
    List<Section> sections = new ArrayList<>();
    for (String words : Desk.cells(cell)) {
      sections.add(LaidSection.of(sections.size() + 1, words));
    }
    return sections;
  }

  @Test
  void unknownWordsAreAlwaysReview() {
    for (String pages : List.of("", "事项;2026-05-01", "事项;2019-05-01|事项;2026-10-31")) {
      RequirementResult result = new Desk("unknown: 按规定时限公开", "", "", "").judge(Laid.pages(pages));
      assertThat(result.verdict()).isEqualTo(Verdict.REVIEW);
      assertThat(result.severity()).isEqualTo(Severity.REVIEW);
      assertThat(result.findings()).hasSize(1);
    }
  }
}
