package gongkai.ruling;

import gongkai.Notice;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Requirement;
import gongkai.judge.Severity;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.notice.PersonalNumbers;
import gongkai.page.PageRequest;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decisions file ({@code --decisions}).
 *
 * <p>A page that is confirmed or assigned is matched to that requirement, whatever its score, and
 * is no candidate for any other one any more: it has been decided. What it is matched to by its
 * score beside that stays, unless a ruling rejects it.
 *
 * @param list in the order of the file; no two contradict each other
 */
public record Rulings(List<Ruling> list) {
  /** Nothing is decided. */
  public static final Rulings NONE = new Rulings(List.of());

  public Rulings {
    list = List.copyOf(list);
  }

  /** The same pages, matched as the rulings say. */
  public List<PageMatches> applied(List<PageMatches> pages, Catalogue catalogue) {
    if (list.isEmpty()) {
      return pages;
    }
    Map<String, List<Ruling>> byPage =
        list.stream().collect(Collectors.groupingBy(Ruling::key, Collectors.toList()));
    List<String> ids = catalogue.requirements().stream().map(Requirement::id).toList();
    return pages.stream().map(m -> applied(m, byPage.get(key(m.page())), ids)).toList();
  }

  private static String key(SitePage page) {
    return PageRequest.get(PersonalNumbers.masked(page.url())).key();
  }

  private static PageMatches applied(PageMatches m, List<Ruling> given, List<String> ids) {
    if (given == null || m.page().dead()) {
      return m;
    }
    List<Ruling> rulings = given.stream().filter(r -> r.means(m.page().url())).toList();
    if (rulings.isEmpty()) {
      return m;
    }
    Map<String, Match> found = new HashMap<>();
    Stream.concat(m.below().stream(), m.matches().stream())
        .forEach(x -> found.put(x.requirementId(), x));
    Map<String, Ruling> decided = decided(m, rulings);
    Optional<Ruling> settled = rulings.stream().filter(r -> !r.rejects()).findFirst();
    List<Match> matches = new ArrayList<>();
    List<Match> below = new ArrayList<>();
    for (String id : ids) {
      Optional<Ruling> ruling = Optional.ofNullable(decided.get(id));
      Optional<Match> match = Optional.ofNullable(found.get(id));
      if (ruling.isEmpty() && match.filter(x -> x.decision() == Decision.CANDIDATE).isPresent()) {
        ruling = settled;
      }
      boolean yes = ruling.filter(r -> decided.get(id) == r && !r.rejects()).isPresent();
      Match plain = match.orElseGet(() -> new Match(id, Decision.NONE, 0, List.of()));
      Optional<Match> is = ruling.map(r -> plain.ruled(r, yes)).or(() -> match);
      is.ifPresent(x -> (x.decision() == Decision.NONE ? below : matches).add(x));
    }
    return new PageMatches(m.page(), matches, below, m.statement());
  }

  /** By requirement, what was ruled on it. */
  private static Map<String, Ruling> decided(PageMatches m, List<Ruling> rulings) {
    Map<String, Ruling> decided = new LinkedHashMap<>();
    for (Ruling r : rulings) {
      r.requirementIds().forEach(id -> decided.putIfAbsent(id, r));
      if (r.rejects() && r.all()) {
        m.matches().stream()
            .filter(x -> r.rejectsEverything() || x.decision() == Decision.CANDIDATE)
            .forEach(x -> decided.putIfAbsent(x.requirementId(), r));
      }
    }
    rulings.stream()
        .filter(r -> !r.rejects() && r.requirementIds().isEmpty())
        .forEach(r -> best(m, decided.keySet()).ifPresent(id -> decided.put(id, r)));
    return decided;
  }

  /** The best candidate that nothing was ruled on; of equals the catalogue's first. */
  private static Optional<String> best(PageMatches m, Collection<String> but) {
    return m.matches().stream()
        .filter(x -> x.decision() == Decision.CANDIDATE && !but.contains(x.requirementId()))
        .min(Comparator.comparingDouble(x -> -x.score()))
        .map(Match::requirementId);
  }

  /**
   * Pages that must be read because somebody has decided what they answer.
   *
   * @param listed {@link PageRequest#key} of pages, of which these are
   */
  public Set<String> toRead(Collection<String> listed) {
    List<Ruling> yes = list.stream().filter(r -> !r.rejects()).toList();
    return listed.stream()
        .filter(key -> yes.stream().anyMatch(r -> r.means("http://" + key)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rulings that name a page as reports do, without a person's number, and fit several. */
  public List<Ruling> several(Site site) {
    List<String> urls =
        Stream.concat(site.pages().stream(), site.links().stream())
            .map(p -> PageRequest.get(p.url()).key())
            .distinct()
            .toList();
    return list.stream()
        .filter(Ruling::hidden)
        .filter(r -> urls.stream().filter(u -> r.means("http://" + u)).count() > 1)
        .toList();
  }

  /** Rulings on pages that a site does not have, not even as an entry of a listing. */
  public List<Ruling> unknown(Site site) {
    Set<String> known =
        Stream.concat(site.pages().stream(), site.links().stream())
            .map(Rulings::key)
            .collect(Collectors.toSet());
    return list.stream().filter(r -> !known.contains(r.key())).toList();
  }

  /**
   * Rulings that decide nothing.
   *
   * @param pages as {@link #applied}
   */
  public List<Notice> notices(List<PageMatches> pages, Catalogue catalogue) {
    Map<String, PageMatches> byPage = new HashMap<>();
    pages.forEach(m -> byPage.put(key(m.page()), m));
    return list.stream()
        .flatMap(r -> why(r, Optional.ofNullable(byPage.get(r.key())), catalogue).stream())
        .toList();
  }

  private static Optional<Notice> why(Ruling r, Optional<PageMatches> page, Catalogue catalogue) {
    if (page.isEmpty()) {
      return Optional.of(notice(r, "no-page"));
    }
    if (page.get().page().dead()) {
      return Optional.of(notice(r, "dead"));
    }
    boolean off =
        !r.requirementIds().isEmpty()
            && r.requirementIds().stream()
                .allMatch(id -> catalogue.tailoring().off(id).isPresent());
    if (off) {
      return Optional.of(notice(r, "off"));
    }
    boolean used =
        !r.requirementIds().isEmpty()
            || Stream.concat(page.get().matches().stream(), page.get().below().stream())
                .anyMatch(x -> x.ruling().filter(r::equals).isPresent());
    return used ? Optional.empty() : Optional.of(notice(r, "no-candidate"));
  }

  private static Notice notice(Ruling r, String why) {
    List<Object> parts = new ArrayList<>(List.of(r.kind().code()));
    parts.addAll(r.requirementIds());
    return new Notice(
        Notice.Kind.RULING_UNUSED,
        Severity.ADVICE,
        parts.stream().map(Object::toString).collect(Collectors.joining(" ")),
        r.url(),
        Message.of(
            "notice.ruling-unused-because", r.file(), r.line(), Message.of("ruling." + why)));
  }
}
