package gongkai;

import gongkai.judge.Severity;
import gongkai.message.Message;
import java.util.Comparator;
import java.util.Locale;

/**
 * A finding of its own (其他提示): something an inspector must know that is no gap of a requirement. It
 * counts for {@code --fail-on} by its severity, as gaps do.
 *
 * @param severity review, advice or warning: only a requirement can be violated or unreachable
 * @param subject what it is about in the words or codes of its kind, such as a document number; the
 *     same in every language and in every audit that finds the same; never empty
 * @param url of the page it was seen on; empty string if it is about none
 * @param because one sentence: what was seen and what to do
 */
public record Notice(Kind kind, Severity severity, String subject, String url, Message because) {
  /** By kind, then subject, then address. */
  public static final Comparator<Notice> ORDER =
      Comparator.comparing(Notice::kind).thenComparing(Notice::subject).thenComparing(Notice::url);

  public Notice {
    if (severity != Severity.REVIEW
        && severity != Severity.ADVICE
        && severity != Severity.WARNING) {
      throw new IllegalArgumentException("a notice of severity " + severity);
    }
    if (subject.isEmpty()) {
      throw new IllegalArgumentException("a notice about nothing");
    }
  }

  /** What kinds there are; outputs show them in this order. */
  public enum Kind {
    /** Gaps of the baseline that excuse nothing any more (基线中已不成立的问题). */
    BASELINE_ORPHANS,
    /** Numbers of the bureau's documents that are nowhere on its site (文号缺号). */
    MISSING_NUMBER,
    /** Numbers of persons on a page (个人信息): identity numbers, mobile numbers. */
    PERSONAL_NUMBERS,
    /** A waiver has ended, and gaps that it excused count again (豁免已到期). */
    WAIVER_EXPIRED,
    /** A waiver excuses nothing (豁免没有用到). */
    WAIVER_UNUSED,
    /** A ruling decides nothing: its page is gone, or its requirement is off (裁定没有用到). */
    RULING_UNUSED;

    /** As outputs spell it; its words are the message {@code notice.<code>}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What makes two notices of two audits the same. */
  public record Key(String kind, String subject, String url) {}

  public Key key() {
    return new Key(kind.code(), subject, url);
  }
}
