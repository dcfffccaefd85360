package gongkai.compare;

import java.util.Locale;

/** What became of a gap since an earlier audit. */
public enum Status {
  /** The earlier audit did not have it (新增). */
  NEW,
  /** It was there with a better verdict (加重). */
  WORSE,
  /** It was there already (未整改). */
  OPEN,
  /** A lateness that the earlier audit has stated: history, which nobody can cure (历史逾期). */
  PAST,
  /** Judged again and compliant (已整改): the only one that counts as cured. */
  CLOSED,
  /** It left the window, or its rule changed or is off (不再核查). */
  LAPSED,
  /** It was a proven gap and cannot be told now (暂不能认定). */
  UNKNOWN;

  /** As outputs spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for what makes a run fail that is held to an earlier audit. */
  public boolean counts() {
    return this == NEW || this == WORSE;
  }
}
