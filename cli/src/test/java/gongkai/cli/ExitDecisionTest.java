package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.Notice;
import gongkai.cli.report.SampleAudit;
import gongkai.compare.Standing;
import gongkai.fixtures.Fixtures;
import gongkai.fixtures.Table;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExitDecisionTest {
  static List<Map<String, String>> cases() {
    return Table.read(Fixtures.root().resolve("cases/exit-codes.csv"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void firstLineThatApplies(Map<String, String> row) {
    Map<Severity, Integer> gaps = new EnumMap<>(Severity.class);
    for (String severity : List.of("violation", "warning", "advice", "review", "incomplete")) {
      int count = Integer.parseInt(row.get(severity));
      if (count > 0) {
        gaps.put(Severity.valueOf(severity.toUpperCase(Locale.ROOT)), count);
      }
    }
    ExitDecision decision =
        ExitDecision.of(
            row.get("start").equals("yes"),
            Integer.parseInt(row.get("pages")),
            gaps,
            FailOn.valueOf(row.get("fail_on").toUpperCase(Locale.ROOT)));
    assertThat(decision.code().code())
        .as(row.get("name"))
        .isEqualTo(Integer.parseInt(row.get("code")));
    assertThat(decision.because().in(Lang.ZH)).isNotBlank();
    assertThat(decision.because().in(Lang.EN)).isNotBlank();
  }

  /** Held to an earlier audit, a notice that it had already counts no more. */
  @Test
  void aNoticeCountsBySeverityWhileItIsNew() {
    AuditResult audit = SampleAudit.only(Verdict.COMPLIANT);
    assertThat(audit.notices()).extracting(Notice::severity).containsExactly(Severity.WARNING);
    assertThat(ExitDecision.of(audit, FailOn.VIOLATION).code()).isEqualTo(ExitCode.OK);
    assertThat(ExitDecision.of(audit, FailOn.WARNING).code()).isEqualTo(ExitCode.FINDINGS);
    AuditResult again = audit.since(Standing.of(audit));
    assertThat(ExitDecision.of(again, FailOn.WARNING).code()).isEqualTo(ExitCode.OK);
  }
}
