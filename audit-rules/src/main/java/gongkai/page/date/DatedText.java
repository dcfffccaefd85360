package gongkai.page.date;

import java.time.LocalDate;

/**
 * A date that is no publication date (成文日期, 决定日期, 召开 …) with its words.
 *
 * @param date day in Asia/Shanghai
 * @param kind what the date is, one of the constants of {@link Kind}
 * @param text the raw words, label included
 */
public record DatedText(LocalDate date, Kind kind, String text) {
  /** What such a date says. */
  public enum Kind {
    /** 成文日期 of the 信息公开 table. */
    DOCUMENT_TABLE,
    /** The signature's date after the text. */
    SIGNATURE,
    /** 印发 date in the imprint (…办公室 2026年3月5日印发). */
    IMPRINT,
    /** 作出日期, 决定日期, 处罚决定日期, labelled in table or text. */
    DECISION,
    /** 批复日期, labelled in table or text. */
    APPROVAL
  }
}
