package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.cli.RuleFiles;
import gongkai.fixtures.Cases;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuotationTest {
  private static final Catalogue CATALOGUE = RuleFiles.catalogue(RuleFiles.DEFAULT);
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.parse("2026-03-30"));

  private static RequirementResult result(String id, Finding finding) {
    for (Item item : CATALOGUE.items()) {
      for (Requirement r : item.requirements()) {
        if (r.id().equals(id)) {
          return new RequirementResult(
              item,
              r,
              finding.verdict(),
              finding.severity(),
              List.of(finding),
              0,
              Optional.empty(),
              Optional.empty(),
              "",
              List.of(),
              List.of(),
              0);
        }
      }
    }
    throw new IllegalArgumentException(id);
  }

  private static Finding finding(String id, Verdict verdict, boolean due, boolean trigger) {
    return new Finding(
        id,
        verdict,
        Severity.VIOLATION,
        "",
        trigger ? DAY : Optional.empty(),
        due ? DAY : Optional.empty(),
        Optional.empty(),
        "",
        "",
        "",
        Message.of("judge.note.plain", "甲。"),
        List.of(),
        List.of(),
        List.of());
  }

  @TestFactory
  Stream<DynamicTest> sentencesSayWhatTheyRestOn() {
    return Cases.read("quotations.csv").stream()
        .map(row -> DynamicTest.dynamicTest(row.get("name"), () -> check(row)));
  }

  private static void check(Map<String, String> row) {
    String id = row.get("requirement");
    Finding finding =
        finding(
            id,
            Verdict.valueOf(row.get("verdict")),
            !row.get("due").isEmpty(),
            !row.get("trigger").isEmpty());
    String expected = row.get("basis").equals("–") ? "甲。" : "甲。依据：" + row.get("basis") + "。";
    assertThat(Quotation.of(result(id, finding), finding, Lang.ZH)).isEqualTo(expected);
    assertThat(Quotation.of(result(id, finding), finding, Lang.EN))
        .startsWith("甲")
        .doesNotContain("依据")
        .matches(row.get("basis").equals("–") ? "甲。" : "甲\\. Basis: .*\\.");
  }

  /** What a deadline rests on can be named wherever it is a law, in every bundled catalogue. */
  @Test
  void noLawIsNameless() {
    for (String name : RuleFiles.names()) {
      assertThat(RuleFiles.catalogue(name).requirements())
          .as(name)
          .filteredOn(r -> r.cadence().basis() == Basis.LAW)
          .allSatisfy(r -> assertThat(r.law()).as(r.id()).isNotBlank());
    }
    assertThat(CATALOGUE.requirements())
        .filteredOn(r -> !r.law().isEmpty())
        .extracting(Requirement::id)
        .containsExactly("2.1", "11.1", "11.2", "13.2", "13.3", "14.1", "16.1c");
  }
}
