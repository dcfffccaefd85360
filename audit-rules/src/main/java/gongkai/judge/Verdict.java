package gongkai.judge;

/** The outcome of a finding (结论), from best to worst. */
public enum Verdict {
  COMPLIANT,
  NOT_DUE,
  STALE,
  REVIEW,
  UNREACHABLE,
  LATE,
  EMPTY,
  MISSING;

  /** True when it is a gap: neither COMPLIANT nor NOT_DUE. */
  public boolean gap() {
    return this != COMPLIANT && this != NOT_DUE;
  }

  /** True when it is worse than another. */
  public boolean worseThan(Verdict other) {
    return compareTo(other) > 0;
  }
}
