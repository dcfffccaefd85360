package gongkai.judge;

import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.message.Message;
import gongkai.waiver.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One judged fact about one requirement: a period, a document, a section, or the requirement as a
 * whole.
 *
 * @param period {@code 2026}, {@code 2026H1}, {@code 2026Q2}, {@code 2026-09}, {@code 2026-W14};
 *     empty string where no period is judged
 * @param trigger the day the clock started at (起算日)
 * @param due the deadline (应公开日)
 * @param published when the deciding page was published
 * @param title of the page or document judged; empty string if none
 * @param url of the page or document judged; empty string if none
 * @param documentNumber of the document judged; empty string if none. Tells findings of two audits
 *     apart
 * @param reason the sentence an inspector can quote
 * @param skipped the days not counted between trigger and due, in order
 * @param open addresses of pages that might change the verdict (REVIEW), in order
 * @param notes further facts, in order
 * @param waiver the excuse that holds for it on the last day judged; a waived gap stays a gap, with
 *     its verdict and severity
 */
public record Finding(
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
    Message reason,
    List<Skipped> skipped,
    List<String> open,
    List<Message> notes,
    Optional<Waiver> waiver) {
  public Finding {
    skipped = List.copyOf(skipped);
    open = List.copyOf(open);
    notes = List.copyOf(notes);
  }

  /** A finding that nobody has excused. */
  public Finding(
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
      Message reason,
      List<Skipped> skipped,
      List<String> open,
      List<Message> notes) {
    this(
        requirementId,
        verdict,
        severity,
        period,
        trigger,
        due,
        published,
        title,
        url,
        documentNumber,
        reason,
        skipped,
        open,
        notes,
        Optional.empty());
  }

  /** The same with the excuse that holds for it. */
  public Finding waived(Optional<Waiver> by) {
    return by.isEmpty()
        ? this
        : new Finding(
            requirementId,
            verdict,
            severity,
            period,
            trigger,
            due,
            published,
            title,
            url,
            documentNumber,
            reason,
            skipped,
            open,
            notes,
            by);
  }
}
