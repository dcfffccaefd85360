package gongkai.compare;

import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.page.PageRequest;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding as far as two audits compare it.
 *
 * @param period as in {@link Finding#period()}; empty string where no period is judged
 * @param url of the page or document judged; empty string if none
 * @param documentNumber empty string if none
 */
public record Judged(
    String requirementId,
    Verdict verdict,
    Severity severity,
    String period,
    Optional<LocalDate> trigger,
    Optional<LocalDate> due,
    Optional<LocalDate> published,
    String title,
    String url,
    String documentNumber) {

  public static Judged of(Finding f) {
    return new Judged(
        f.requirementId(),
        f.verdict(),
        f.severity(),
        f.period(),
        f.trigger(),
        f.due(),
        f.published(),
        f.title(),
        f.url(),
        f.documentNumber());
  }

  /** The requirement as a whole is judged: no period, no event, no document. */
  boolean whole() {
    return period.isEmpty() && trigger.isEmpty() && url.isEmpty() && documentNumber.isEmpty();
  }

  /** The same period, trigger date and document of the same requirement. */
  boolean same(Judged other) {
    return sameOccasion(other) && sameDocument(other);
  }

  /**
   * The same period or event, where one of the two has no document yet: what was missing is there
   * now, or the other way round.
   */
  boolean sameButForAMissingDocument(Judged other) {
    boolean occasion = !period.isEmpty() || trigger.isPresent();
    return occasion && sameOccasion(other) && url.isEmpty() != other.url.isEmpty();
  }

  private boolean sameOccasion(Judged other) {
    return requirementId.equals(other.requirementId)
        && period.equals(other.period)
        && trigger.equals(other.trigger);
  }

  /** By number, else by address. */
  private boolean sameDocument(Judged other) {
    if (!documentNumber.isEmpty() && !other.documentNumber.isEmpty()) {
      return documentNumber.equals(other.documentNumber);
    }
    return key().equals(other.key());
  }

  private String key() {
    return url.isEmpty() ? "" : PageRequest.get(url).key();
  }

  /** It lies before a window: its deadline, else its trigger, else its publication. */
  boolean upTo(LocalDate since) {
    return due.or(() -> trigger).or(() -> published).filter(day -> !day.isAfter(since)).isPresent();
  }
}
