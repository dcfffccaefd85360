package gongkai.rectify;

import java.util.Locale;

/** What an office has to do with a gap. */
public enum Role {
  /** It answers for it (牵头). */
  LEAD,
  /** It helps (配合). */
  SUPPORT;

  /** As outputs spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
