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
    List<Part> parts = terms.each().stream().map(t -> Part.of(snapshot, site, t)).toList();
    List<RequirementResult> requirements =
        terms
            .waivers()
            .applied(parts.stream().flatMap(p -> p.results().stream()).toList(), terms.asOf());
    AuditResult result =
        new AuditResult(
                terms.catalogue(),
                terms.since(),
                terms.asOf(),
                snapshot.info(),
                snapshot.digest(),
                requirements,
                pages(parts, terms),
                sections(site, parts),
                site.dead(),
                CoverageStatement.of(snapshot, site),
                eventsNotJudged(terms),
                Optional.empty(),
                SiteNotices.of(parts.get(0).matches(), site, terms))
            .with(terms.waivers().notices(requirements, terms.asOf()))
            .with(terms.rulings().notices(joined(parts), terms.catalogue()))
            .with(
                snapshot
                    .pictures()
                    .of(Optional.ofNullable(site.kept().get(snapshot.info().start()))),
                snapshot.digest());
    return Masking.of(result);
  }

  /**
   * What one catalogue says of a site. Every part has the same pages in the same order.
   *
   * @param results in the catalogue's order
   */
  private record Part(
      Terms terms,
      Matcher matcher,
      List<PageMatches> matches,
      Judge judge,
      List<RequirementResult> results) {
    static Part of(Snapshot snapshot, Site site, Terms terms) {
      Matcher matcher = new Matcher(terms.catalogue());
      List<PageMatches> matches = terms.rulings().applied(matcher.match(site), terms.catalogue());
      Judge judge = new Judge(terms, site, matcher.sections(), matches, snapshot.info().complete());
      return new Part(terms, matcher, matches, judge, judge.judge());
    }

    /** The requirements that a section stands for. */
    List<String> ids(Section section) {
      return terms.catalogue().judged().stream()
          .map(Requirement::id)
          .filter(matcher.sections().of(section).roles()::containsKey)
          .toList();
    }
  }

  /** The pages with what they answer in any part. */
  private static List<PageMatches> joined(List<Part> parts) {
    List<PageMatches> joined = new ArrayList<>();
    for (int i = 0; i < parts.get(0).matches().size(); i++) {
      List<PageMatches> of = at(parts, i);
      joined.add(
          new PageMatches(
              of.get(0).page(),
              of.stream().flatMap(m -> m.matches().stream()).toList(),
              of.stream().flatMap(m -> m.below().stream()).toList(),
              of.get(0).statement()));
    }
    return joined;
  }

  private static List<PageMatches> at(List<Part> parts, int page) {
    return parts.stream().map(p -> p.matches().get(page)).toList();
  }

  private static List<PageResult> pages(List<Part> parts, Terms terms) {
    List<PageMatches> own = parts.get(0).matches();
    DateTraces traces = new DateTraces(own.stream().map(PageMatches::page).toList());
    List<PageResult> pages = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      SitePage page = own.get(i).page();
      // a menu's link to another host is a page only if it answers something; a dead entry is none
      // at all
      boolean answers = at(parts, i).stream().anyMatch(m -> !m.matches().isEmpty());
      boolean menu = page.external() && page.day().isEmpty() && !answers;
      if (!menu && !page.dead()) {
        pages.add(page(parts, i, terms, traces));
      }
    }
    pages.sort(Comparator.comparing(PageResult::url));
    return pages;
  }

  private static PageResult page(List<Part> parts, int index, Terms terms, DateTraces traces) {
    PageMatches m = parts.get(0).matches().get(index);
    Judge judge = parts.get(0).judge();
    SitePage p = m.page();
    List<Match> own = judge.shown().of(m);
    List<Match> matches = new ArrayList<>();
    List<Match> below = new ArrayList<>();
    // what the bureau's own catalogue has decided stays so
    Decision decision = Decision.NONE;
    for (Part part : parts) {
      List<Match> shown = part.judge().shown().of(part.matches().get(index));
      matches.addAll(shown);
      below.addAll(part.judge().shown().below(part.matches().get(index)));
      if (decision == Decision.NONE) {
        decision =
            shown.stream().map(Match::decision).min(Decision::compareTo).orElse(Decision.NONE);
      }
    }
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
        judge.sections().shown(p, own),
        p.published().chosen(),
        p.published().rivals(),
        p.documentDate(),
        p.documentNumber(),
        matches,
        below,
        decision,
        p.sha256(),
        p.place(),
        p.fetchedAt(),
        notes,
        FileStatement.of(p));
  }

  private static List<SectionResult> sections(Site site, List<Part> parts) {
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
                    parts.stream().flatMap(p -> p.ids(s).stream()).toList(),
                    parts.stream().anyMatch(p -> p.matcher().learnt().contains(s.url())),
                    parts.get(0).judge().sections().cut(s),
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
