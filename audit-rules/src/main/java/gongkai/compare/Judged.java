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
 * @param waived somebody has excused it for now: it stays a gap and makes no run fail
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
    String documentNumber,
    boolean waived) {

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
        f.documentNumber(),
        f.waiver().isPresent());
  }

  /** The requirement as a whole is judged: no period, no event, no document. */
  public boolean whole() {
    return period.isEmpty() && trigger.isEmpty() && number().isEmpty() && key().isEmpty();
  }

  /** Of a section that is too old its newest page is told, but no document is judged. */
  private boolean newestOnly() {
    return verdict == Verdict.STALE;
  }

  private String number() {
    return newestOnly() ? "" : documentNumber;
  }

  /**
   * What stays of a gap from audit to audit, as one text. Where a period is judged the page is no
   * part of it: a period that was missing and then came late is one gap.
   */
  public String identity() {
    String document = number().isEmpty() ? key() : number();
    return String.join(
        "\n",
        requirementId,
        period,
        trigger.map(LocalDate::toString).orElse(""),
        period.isEmpty() ? document : "");
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
    if (!number().isEmpty() && !other.number().isEmpty()) {
      return number().equals(other.number());
    }
    return key().equals(other.key());
  }

  private String key() {
    return url.isEmpty() || newestOnly() ? "" : PageRequest.get(url).key();
  }

  /**
   * It lies before a window, as a cadence looks at windows: a period by its deadline, a publication
   * of {@code within} by its own day, an event or a document that another one must follow by the
   * trigger. What an ended document must say and what holds for a whole requirement never does.
   *
   * @param cadence the rule's notation
   */
  boolean upTo(LocalDate since, String cadence) {
    Optional<LocalDate> day =
        whole() || cadence.startsWith("marks")
            ? Optional.empty()
            : !period.isEmpty()
                ? due
                : cadence.startsWith("within") ? published.or(() -> trigger) : trigger;
    return day.filter(d -> !d.isAfter(since)).isPresent();
  }
}
