package gongkai;

import gongkai.AuditResult.RequirementResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.message.Message;
import gongkai.notice.Masking;
import gongkai.ruling.Rulings;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.snapshot.Snapshot;
import gongkai.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @param waivers excused gaps
   * @param rulings what an inspector has decided about pages
   */
  public record Terms(
      Catalogue catalogue,
      WorkingCalendar calendar,
      LocalDate since,
      LocalDate asOf,
      List<KnownChange> events,
      Waivers waivers,
      Rulings rulings) {
    public Terms {
      events = List.copyOf(events);
    }

    /** Nothing is excused and nothing decided. */
    public Terms(
        Catalogue catalogue,
        WorkingCalendar calendar,
        LocalDate since,
        LocalDate asOf,
        List<KnownChange> events) {
      this(catalogue, calendar, since, asOf, events, Waivers.NONE, Rulings.NONE);
    }

    /** The same for each catalogue of several by itself. */
    List<Terms> each() {
      return catalogue.each().stream()
          .map(c -> new Terms(c, calendar, since, asOf, events, waivers, rulings))
          .toList();
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
    return run(snapshot, SiteBuilder.build(snapshot), terms);
  }

  /**
   * Matches and judges a snapshot that has been read.
   *
   * @param site what {@link SiteBuilder} makes of the snapshot
   */
  public static AuditResult run(Snapshot snapshot, Site site, Terms terms) {
    Verdicts verdicts = Verdicts.of(snapshot, site, terms);
    List<RequirementResult> requirements =
        terms.waivers().applied(verdicts.requirements(), terms.asOf());
    AuditResult result =
        new AuditResult(
                terms.catalogue(),
                terms.since(),
                terms.asOf(),
                snapshot.info(),
                snapshot.digest(),
                requirements,
                verdicts.pages(terms.asOf()),
                verdicts.sections(site),
                site.dead(),
                CoverageStatement.of(snapshot, site),
                eventsNotJudged(terms),
                Optional.empty(),
                SiteNotices.of(verdicts.own(), site, terms))
            .with(terms.waivers().notices(requirements, terms.asOf()))
            .with(terms.rulings().notices(verdicts.joined(), terms.catalogue()))
            .with(
                snapshot
                    .pictures()
                    .of(Optional.ofNullable(site.kept().get(snapshot.info().start()))),
                snapshot.digest());
    return Masking.of(result);
  }

  private static List<Message> eventsNotJudged(Terms terms) {
    List<Message> outside = new ArrayList<>();
    for (KnownChange e : terms.events()) {
      boolean inside = e.date().isAfter(terms.since()) && !e.date().isAfter(terms.asOf());
      if (terms.catalogue().tailoring().off(e.requirementId()).isPresent()) {
        outside.add(Message.of("judge.event.off", e.date(), e.requirementId(), e.description()));
      } else if (!inside) {
        outside.add(
            Message.of("judge.event.outside", e.date(), e.requirementId(), e.description()));
      }
    }
    return outside;
  }
}
