package gongkai.compare;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.compare.Standing.Duty;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static Standing audit(int month, Verdict... verdicts) {
    Map<String, Duty> duties = new LinkedHashMap<>();
    List<Judged> findings = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i++) {
      String id = "1." + (i + 1);
      duties.put(id, new Duty("要求" + id, "continuous: always", verdicts[i]));
      findings.add(
          new Judged(
              id,
              verdicts[i],
              Severity.NONE,
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "",
              "",
              "",
              false));
    }
    LocalDate asOf = LocalDate.of(2026, month, 28);
    return new Standing("局", "http://x/", asOf.minusYears(1), asOf, duties, findings, Set.of());
  }

  @Test
  void eachAuditIsAColumnByItsLastDay() {
    Trend trend =
        Trend.of(
            List.of(
                audit(3, Verdict.COMPLIANT, Verdict.LATE, Verdict.STALE),
                audit(1, Verdict.MISSING, Verdict.COMPLIANT),
                audit(2, Verdict.MISSING, Verdict.LATE)));
    assertThat(trend.points()).extracting(p -> p.asOf().getMonthValue()).containsExactly(1, 2, 3);
    assertThat(trend.rows())
        .extracting(Trend.Row::requirementId)
        .containsExactly("1.1", "1.2", "1.3");
    assertThat(trend.rows().get(2).verdicts())
        .containsExactly(Optional.empty(), Optional.empty(), Optional.of(Verdict.STALE));
    assertThat(trend.points()).extracting(Trend.Point::gaps).containsExactly(1, 2, 2);
    assertThat(trend.points().get(0).changes()).isEmpty();
    assertThat(trend.points().get(1).changes().orElseThrow())
        .containsEntry(Status.NEW, 1)
        .containsEntry(Status.OPEN, 1);
    assertThat(trend.points().get(2).changes().orElseThrow())
        .containsEntry(Status.CLOSED, 1)
        .containsEntry(Status.PAST, 1)
        .containsEntry(Status.NEW, 1);
  }

  @Test
  void whatIsNoMoreJudgedStaysAsARow() {
    Trend trend = Trend.of(List.of(audit(1, Verdict.EMPTY, Verdict.LATE), audit(2, Verdict.EMPTY)));
    assertThat(trend.rows().get(1).verdicts())
        .containsExactly(Optional.of(Verdict.LATE), Optional.empty());
  }

  @Test
  void theOrderInWhichAuditsAreGivenDoesNotMatter() {
    Random random = new Random(3);
    List<Standing> audits = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      Verdict[] verdicts = new Verdict[1 + random.nextInt(6)];
      for (int i = 0; i < verdicts.length; i++) {
        verdicts[i] = Verdict.values()[random.nextInt(8)];
      }
      audits.add(audit(month, verdicts));
    }
    Trend trend = Trend.of(audits);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(audits, random);
      assertThat(Trend.of(audits)).isEqualTo(trend);
    }
    trend
        .points()
        .forEach(
            p ->
                assertThat(p.verdicts().values().stream().mapToInt(v -> v).sum())
                    .isEqualTo(
                        trend.rows().stream()
                            .filter(r -> r.verdicts().get(trend.points().indexOf(p)).isPresent())
                            .count()));
  }
}
