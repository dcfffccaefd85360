package gongkai;

import gongkai.Audit.Terms;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.catalogue.Requirement;
import gongkai.judge.Judge;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.site.DateTraces;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import gongkai.snapshot.Access;
import gongkai.snapshot.Snapshot;
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
 * What each catalogue says of a site by itself, put together: of the requirements, the pages, the
 * sections.
 *
 * @param parts one per catalogue, the bureau's own first
 */
record Verdicts(List<Part> parts) {
  Verdicts {
    parts = List.copyOf(parts);
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

  static Verdicts of(Snapshot snapshot, Site site, Terms terms) {
    return new Verdicts(terms.each().stream().map(t -> Part.of(snapshot, site, t)).toList());
  }

  /** Every requirement's result, the bureau's own first. */
  List<RequirementResult> requirements() {
    return parts.stream().flatMap(p -> p.results().stream()).toList();
  }

  /** What pages answer in the bureau's own catalogue. */
  List<PageMatches> own() {
    return parts.get(0).matches();
  }

  /** The pages with what they answer in any part. */
  List<PageMatches> joined() {
    List<PageMatches> joined = new ArrayList<>();
    for (int i = 0; i < own().size(); i++) {
      List<PageMatches> of = at(i);
      joined.add(
          new PageMatches(
              of.get(0).page(),
              of.stream().flatMap(m -> m.matches().stream()).toList(),
              of.stream().flatMap(m -> m.below().stream()).toList(),
              of.get(0).statement()));
    }
    return joined;
  }

  private List<PageMatches> at(int page) {
    return parts.stream().map(p -> p.matches().get(page)).toList();
  }

  /** The pages to show, by address. */
  List<PageResult> pages(LocalDate asOf) {
    DateTraces traces = new DateTraces(own().stream().map(PageMatches::page).toList());
    List<PageResult> pages = new ArrayList<>();
    for (int i = 0; i < own().size(); i++) {
      SitePage page = own().get(i).page();
      // a menu's link to another host is a page only if it answers something; a dead entry is none
      // at all
      boolean answers = at(i).stream().anyMatch(m -> !m.matches().isEmpty());
      boolean menu = page.external() && page.day().isEmpty() && !answers;
      if (!menu && !page.dead()) {
        pages.add(page(i, asOf, traces));
      }
    }
    pages.sort(Comparator.comparing(PageResult::url));
    return pages;
  }

  private PageResult page(int index, LocalDate asOf, DateTraces traces) {
    PageMatches m = own().get(index);
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
    if (p.day().filter(d -> d.isAfter(asOf)).isPresent()) {
      notes.add(Message.of("judge.note.after", asOf));
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

  /** The sections of the site, by their path. */
  List<SectionResult> sections(Site site) {
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
}
