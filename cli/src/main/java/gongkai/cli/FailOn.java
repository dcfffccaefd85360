package gongkai.cli;

import gongkai.judge.Severity;
import java.util.List;
import java.util.Locale;

/** The lowest severity that makes the exit code 1 ({@code --fail-on}). */
public enum FailOn {
  VIOLATION(Severity.VIOLATION),
  WARNING(Severity.VIOLATION, Severity.WARNING),
  ADVICE(Severity.VIOLATION, Severity.WARNING, Severity.ADVICE),
  REVIEW(Severity.VIOLATION, Severity.WARNING, Severity.ADVICE, Severity.REVIEW),
  NEVER;

  private final List<Severity> counted;

  FailOn(Severity... counted) {
    this.counted = List.of(counted);
  }

  /** Worst first; {@code incomplete} is never among them: it has an exit code of its own. */
  public List<Severity> counted() {
    return counted;
  }

  /** As the option spells it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
