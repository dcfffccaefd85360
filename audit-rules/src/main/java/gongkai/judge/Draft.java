package gongkai.judge;

import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import gongkai.site.Section;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a finding. */
final class Draft {
  private final String requirementId;
  private final Verdict verdict;
  private final Message reason;
  private Severity severity;
  private String period = "";
  private Optional<LocalDate> trigger = Optional.empty();
  private Optional<LocalDate> due = Optional.empty();
  private Optional<LocalDate> published = Optional.empty();
  private String title = "";
  private String url = "";
  private String number = "";
  private List<Skipped> skipped = List.of();
  private List<String> open = List.of();
  private final List<Message> notes = new ArrayList<>();

  Draft(String requirementId, Verdict verdict, Message reason) {
    this.requirementId = requirementId;
    this.verdict = verdict;
    this.reason = reason;
    this.severity = usual(verdict);
  }

  /** The same finding with another outcome. */
  static Draft from(Finding f, Verdict verdict, Message reason) {
    Draft d = new Draft(f.requirementId(), verdict, reason);
    d.period = f.period();
    d.trigger = f.trigger();
    d.due = f.due();
    d.published = f.published();
    d.title = f.title();
    d.url = f.url();
    d.number = f.documentNumber();
    d.skipped = f.skipped();
    d.open = f.open();
    d.notes.addAll(f.notes());
    return d;
  }

  /** What a verdict weighs unless its rule says less. */
  static Severity usual(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT, NOT_DUE -> Severity.NONE;
      case STALE -> Severity.WARNING;
      case REVIEW -> Severity.REVIEW;
      case UNREACHABLE -> Severity.INCOMPLETE;
      case LATE, EMPTY, MISSING -> Severity.VIOLATION;
    };
  }

  Draft severity(Severity value) {
    severity = value;
    return this;
  }

  /** Lowers a violation to a warning, and says why. */
  Draft lowered(boolean lower, String because) {
    if (lower && severity == Severity.VIOLATION) {
      severity = Severity.WARNING;
      notes.add(Message.of(because));
    }
    return this;
  }

  /**
   * Lowers a violation where the duty arises only if something happens, or where its due date rests
   * on inspection practice alone.
   */
  Draft lowered(Requirement requirement) {
    return lowered(requirement.event(), "judge.lowered.event")
        .lowered(requirement.cadence().basis() == Basis.PRACTICE, "judge.lowered.practice");
  }

  Draft period(String value) {
    period = value;
    return this;
  }

  Draft clock(LocalDate start, LocalDate end, List<Skipped> days) {
    trigger = Optional.of(start);
    due = Optional.of(end);
    skipped = days;
    return this;
  }

  Draft skipped(List<Skipped> days) {
    skipped = days;
    return this;
  }

  Draft trigger(Optional<LocalDate> value) {
    trigger = value;
    return this;
  }

  Draft due(Optional<LocalDate> value) {
    due = value;
    return this;
  }

  Draft published(Optional<LocalDate> value) {
    published = value;
    return this;
  }

  Draft page(SitePage page) {
    title = page.title();
    url = page.url();
    number = page.documentNumber();
    return this;
  }

  Draft section(Section section) {
    title = section.name();
    url = section.url();
    number = "";
    return this;
  }

  Draft open(List<String> value) {
    open = value;
    return this;
  }

  Draft note(Message value) {
    notes.add(value);
    return this;
  }

  Finding done() {
    return new Finding(
        requirementId,
        verdict,
        severity,
        period,
        trigger,
        due,
        published,
        title,
        url,
        number,
        reason,
        skipped,
        open,
        notes);
  }
}
