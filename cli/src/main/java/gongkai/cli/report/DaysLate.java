package gongkai.cli.report;

import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/** How many calendar days a gap is overdue (逾期天数). */
public final class DaysLate {
  private DaysLate() {}

  /**
   * From the due day to the publication; for MISSING to {@code asOf}. Empty where nothing was due,
   * or where what is there came in time.
   */
  public static OptionalInt of(Finding finding, LocalDate asOf) {
    Optional<LocalDate> end =
        finding.verdict() == Verdict.MISSING ? Optional.of(asOf) : finding.published();
    if (!finding.verdict().gap() || finding.due().isEmpty() || end.isEmpty()) {
      return OptionalInt.empty();
    }
    long days = ChronoUnit.DAYS.between(finding.due().get(), end.get());
    boolean overdue = finding.verdict() == Verdict.MISSING ? days >= 0 : days > 0;
    return overdue ? OptionalInt.of(Math.toIntExact(days)) : OptionalInt.empty();
  }
}
