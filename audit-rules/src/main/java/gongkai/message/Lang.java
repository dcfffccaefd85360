package gongkai.message;

import java.util.Locale;

/** The two languages of messages, reports and CSV headers. */
public enum Lang {
  ZH(Locale.CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Lang(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** {@code zh} or {@code en}, as options and file names spell it. */
  public String code() {
    return locale.getLanguage();
  }
}
