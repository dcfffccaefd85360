package gongkai.probe;

import gongkai.match.Hubs;
import gongkai.match.Match;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.match.SectionMap.Meaning;
import gongkai.page.Addresses;
import gongkai.page.Link;
import gongkai.page.Listing;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageRequest;
import gongkai.probe.SectionSeen.Goes;
import gongkai.probe.SectionSeen.Kind;
import gongkai.probe.SectionSeen.ListSeen;
import gongkai.probe.SectionSeen.State;
import gongkai.site.Section;
import gongkai.site.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The sections of a site, those that are only linked too, and what each stands for. */
final class SectionsFinder {
  /** A longer text of a link is a title rather than a section's name. */
  private static final int LONGEST_NAME = 16;

  private final Site site;
  private final PagesSeen pages;
  private final Matcher matcher;
  private final Set<String> hosts;
  private final Map<String, Map<String, Integer>> hints = new HashMap<>();

  SectionsFinder(
      Site site, PagesSeen pages, Matcher matcher, List<PageMatches> matches, Set<String> hosts) {
    this.site = site;
    this.pages = pages;
    this.matcher = matcher;
    this.hosts = hosts;
    for (PageMatches page : matches) {
      for (Section section : page.page().sections()) {
        for (Match match : page.matches()) {
          hints
              .computeIfAbsent(section.key(), k -> new TreeMap<>())
              .merge(match.requirementId(), 1, Integer::sum);
        }
      }
    }
  }

  /** Sections that were read, those that failed, those that are linked; each group by address. */
  List<SectionSeen> find() {
    List<SectionSeen> found = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (Section section : site.sections()) {
      known.add(PageRequest.get(section.url()).key());
      found.add(seen(section));
    }
    pages.facts().keySet().forEach(known::add);
    pages
        .facts()
        .values()
        .forEach(
            facts ->
                facts
                    .listing()
                    .ifPresent(
                        list ->
                            list.entries()
                                .forEach(e -> known.add(PageRequest.get(e.url()).key()))));
    for (PageFacts facts : pages.facts().values()) {
      if (facts.kind() == PageKind.LISTING || facts.kind() == PageKind.NAVIGATION) {
        facts.links().forEach(link -> linked(link, known).ifPresent(found::add));
      }
    }
    return found;
  }

  /** A link that was not followed, under a name that a rule knows. */
  private Optional<SectionSeen> linked(Link link, Set<String> known) {
    String name = link.text().strip();
    String key = pages.resolve(PageRequest.get(link.url()).key());
    if (name.isEmpty() || name.length() > LONGEST_NAME || known.contains(key)) {
      return Optional.empty();
    }
    Meaning meaning = matcher.sections().of(Section.named(List.of(name)));
    if (meaning.roles().isEmpty()) {
      return Optional.empty();
    }
    known.add(key);
    boolean own = hosts.contains(Addresses.host(link.url()));
    return Optional.of(
        new SectionSeen(
            link.url(),
            List.of(name),
            own ? State.LINKED : State.ELSEWHERE,
            "",
            Kind.MAPPED,
            meaning.roles(),
            false,
            Optional.empty(),
            0,
            Map.of()));
  }

  private SectionSeen seen(Section section) {
    PageFacts facts = pages.facts().get(PageRequest.get(section.url()).key());
    Meaning meaning = matcher.sections().of(section);
    Kind kind = kind(section, meaning);
    boolean failed = facts == null;
    return new SectionSeen(
        section.url(),
        section.path(),
        failed ? State.FAILED : State.READ,
        failed ? section.cut().replaceFirst("^\\Q" + section.url() + "\\E: ", "") : "",
        kind,
        meaning.roles(),
        matcher.learnt().contains(section.url()),
        failed ? Optional.empty() : facts.listing().map(list -> list(list, section)),
        section.entries().size(),
        kind == Kind.UNKNOWN ? hints.getOrDefault(section.key(), Map.of()) : Map.of());
  }

  private static Kind kind(Section section, Meaning meaning) {
    if (!meaning.roles().isEmpty()) {
      return Kind.MAPPED;
    }
    if (section.names().stream().anyMatch(Hubs::named) && section.entries().isEmpty()) {
      return Kind.HUB;
    }
    return meaning.general() ? Kind.GENERAL : Kind.UNKNOWN;
  }

  private ListSeen list(Listing first, Section section) {
    int rows = first.entries().size();
    Goes goes = Goes.END;
    String detail = "";
    if (!first.next().isEmpty()) {
      PageRequest next = first.next().get(0);
      boolean read = pages.facts().containsKey(pages.resolve(next.key()));
      Optional<String> failure = pages.unread(next).map(u -> u.detail());
      boolean more = section.entries().size() > rows;
      goes = read ? (more ? Goes.READ_ON : Goes.NOTHING_NEW) : Goes.NEXT;
      if (failure.isPresent()) {
        goes = Goes.NEXT_FAILED;
        detail = next.url() + ": " + failure.get();
      }
    } else if (!first.unread().isEmpty()) {
      goes = Goes.UNREAD;
      detail = first.unread();
    }
    return new ListSeen(first.mechanism(), rows, first.announced(), goes, detail);
  }
}
