package gongkai;

import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.List;

/**
 * The main flow: an audit is a pure function of a snapshot, a catalogue, a calendar and two days.
 *
 * <pre>
 * rules ─► Snapshot ─► PageReader ─► PageFacts ─► Site ─► Matcher ─► Match ─► Judge ─► Finding ─► AuditResult
 * </pre>
 */
public final class Audit {
  private Audit() {}

  /**
   * What to judge by.
   *
   * @param since last day before the window
   * @param asOf last day judged
   * @param events known changes, in file order; may be empty
   */
  public record Terms(
      Catalogue catalogue,
      WorkingCalendar calendar,
      LocalDate since,
      LocalDate asOf,
      List<KnownChange> events) {
    public Terms {
      events = List.copyOf(events);
    }
  }

  /**
   * A change that an inspector knows of ({@code --events}).
   *
   * @param within time in which its page is due; {@code 20wd} unless the file says otherwise
   */
  public record KnownChange(
      LocalDate date, String requirementId, String description, Days within) {}

  /** Reads, matches and judges a snapshot. */
  public static AuditResult run(Snapshot snapshot, Terms terms) {
    throw new UnsupportedOperationException("being built");
  }
}
