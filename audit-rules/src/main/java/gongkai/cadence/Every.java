package gongkai.cadence;

/** A calendar period's length. */
public enum Every {
  WEEK,
  MONTH,
  QUARTER,
  HALF,
  YEAR;

  /** As the rule file spells it. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
