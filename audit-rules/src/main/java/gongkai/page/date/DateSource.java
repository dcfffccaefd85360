package gongkai.page.date;

import gongkai.message.Message;
import java.util.Locale;

/**
 * Where a publication date was found, most trusted first (verdicts: "Dates on a page"). The order
 * of the constants is the order of trust.
 */
public enum DateSource {
  /** A labelled date in the head block: 发布时间, 发布日期, 时间 …; 更新时间 only where none of these stands. */
  LABEL("label"),
  /** {@code PubDate} and other publication metadata that no generation time contradicts. */
  META("meta"),
  /** A date without a label in the head block, between title and text. */
  HEAD("head"),
  /** The date beside the link in the section's listing. */
  LISTING("listing"),
  /** A full date in the address. */
  URL("url"),
  /** 公开日期 or 生成日期 of the 信息公开 table. */
  TABLE("table"),
  /** A {@code PubDate} that equals a generation time: never decides alone. */
  GENERATED("meta");

  private final String code;

  DateSource(String code) {
    this.code = code;
  }

  /** The code in {@code pages.csv}. */
  public String code() {
    return code;
  }

  /** Its name for a reader. */
  public Message words() {
    return Message.of("date.source-" + name().toLowerCase(Locale.ROOT));
  }

  /** True for the sources whose disagreement makes a page open evidence (1–5). */
  public boolean trusted() {
    return ordinal() <= URL.ordinal();
  }
}
