package gongkai.judge;

/** What a finding weighs (严重程度), in rising order. */
public enum Severity {
  NONE,
  REVIEW,
  ADVICE,
  INCOMPLETE,
  WARNING,
  VIOLATION;

  /** The code in every output. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
