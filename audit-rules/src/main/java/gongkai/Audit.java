package gongkai;

import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.judge.Judge;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.notice.Masking;
import gongkai.ruling.Rulings;
import gongkai.site.DateTraces;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.site.SitePage;
import gongkai.snapshot.Access;
import gongkai.snapshot.Snapshot;
import gongkai.waiver.Waivers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Matcher matcher = new Matcher(terms.catalogue());
    List<PageMatches> matches = terms.rulings().applied(matcher.match(site), terms.catalogue());
    Judge judge = new Judge(terms, site, matcher.sections(), matches, snapshot.info().complete());
    List<RequirementResult> requirements = terms.waivers().applied(judge.judge(), terms.asOf());
    AuditResult result =
        new AuditResult(
                terms.catalogue(),
                terms.since(),
                terms.asOf(),
                snapshot.info(),
                snapshot.digest(),
                requirements,
                pages(matches, judge, terms),
                sections(site, matcher, judge, terms.catalogue()),
                site.dead(),
                CoverageStatement.of(snapshot, site),
                eventsNotJudged(terms),
                Optional.empty(),
                SiteNotices.of(matches, site, terms))
            .with(terms.waivers().notices(requirements, terms.asOf()))
            .with(terms.rulings().notices(matches, terms.catalogue()));
    return Masking.of(result);
  }

  private static List<PageResult> pages(List<PageMatches> matches, Judge judge, Terms terms) {
    DateTraces traces = new DateTraces(matches.stream().map(PageMatches::page).toList());
    List<PageResult> pages = new ArrayList<>();
    for (PageMatches m : matches) {
      // a menu's link to another host is a page only if it answers something; a dead entry is none
      // at all
      boolean menu = m.page().external() && m.page().day().isEmpty() && m.matches().isEmpty();
      if (!menu && !m.page().dead()) {
        pages.add(page(m, judge, terms, traces));
      }
    }
    pages.sort(Comparator.comparing(PageResult::url));
    return pages;
  }

  private static PageResult page(PageMatches m, Judge judge, Terms terms, DateTraces traces) {
    SitePage p = m.page();
    List<Match> matches = judge.shown().of(m);
    Decision decision =
        matches.stream().map(Match::decision).min(Decision::compareTo).orElse(Decision.NONE);
    List<Message> notes = new ArrayList<>();
    judge
        .shown()
        .repeats(p)
        .ifPresent(first -> notes.add(Message.of("judge.note.repeat", first.url())));
    if (m.statement()) {
      notes.add(Message.of("judge.note.statement"));
    }
    if (p.external()) {
      notes.add(Message.of("judge.note.external-page"));
    }
    if (!p.failed().isEmpty()) {
      notes.add(Message.of("judge.note.failed", Access.inWords(p.failed())));
    }
    if (p.day().filter(d -> d.isAfter(terms.asOf())).isPresent()) {
      notes.add(Message.of("judge.note.after", terms.asOf()));
    }
    notes.addAll(FileStatement.notes(p));
    p.facts()
        .ifPresent(f -> f.dateNotes().forEach(n -> notes.add(Message.of("judge.note.plain", n))));
    notes.addAll(traces.notes(p));
    return new PageResult(
        p.url(),
        p.status(),
        p.title(),
        p.rawTitle(),
        judge.sections().shown(p, matches),
        p.published().chosen(),
        p.published().rivals(),
        p.documentDate(),
        p.documentNumber(),
        matches,
        judge.shown().below(m),
        decision,
        p.sha256(),
        p.place(),
        p.fetchedAt(),
        notes,
        FileStatement.of(p));
  }

  private static List<SectionResult> sections(
      Site site, Matcher matcher, Judge judge, Catalogue catalogue) {
    Set<String> left =
        site.sections().stream()
            .filter(Section::leftOut)
            .map(Section::url)
            .collect(Collectors.toSet());
    Map<String, List<SitePage>> read = read(site);
    return site.sections().stream()
        .map(
            s ->
                new SectionResult(
                    s.url(),
                    s.path(),
                    s.entries().size(),
                    read.getOrDefault(s.key(), List.of()).size(),
                    (int)
                        read.getOrDefault(s.key(), List.of()).stream()
                            .filter(p -> p.day().isEmpty())
                            .count(),
                    ids(s, matcher, catalogue),
                    matcher.learnt().contains(s.url()),
                    judge.sections().cut(s),
                    Optional.ofNullable(site.kept().get(s.url()))))
        .filter(s -> !s.requirementIds().isEmpty() || !left.contains(s.url()))
        .sorted(
            Comparator.comparing((SectionResult s) -> String.join(" > ", s.path()))
                .thenComparing(SectionResult::url))
        .toList();
  }

  /** The pages that were read, by the section that they stand in. */
  private static Map<String, List<SitePage>> read(Site site) {
    Map<String, List<SitePage>> read = new HashMap<>();
    for (SitePage page : site.pages()) {
      if (page.read() && !page.dead()) {
        // a page that only a menu leads to is taken for a section of its own
        page.sections().stream()
            .filter(s -> !s.url().equals(page.url()))
            .map(Section::key)
            .distinct()
            .forEach(key -> read.computeIfAbsent(key, k -> new ArrayList<>()).add(page));
      }
    }
    return read;
  }

  private static List<String> ids(Section section, Matcher matcher, Catalogue catalogue) {
    return catalogue.judged().stream()
        .map(Requirement::id)
        .filter(matcher.sections().of(section).roles()::containsKey)
        .toList();
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
