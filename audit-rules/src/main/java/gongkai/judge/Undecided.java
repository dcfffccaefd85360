package gongkai.judge;

import gongkai.cadence.Period;
import gongkai.catalogue.Requirement;
import gongkai.match.Match.Decision;
import gongkai.match.PageMatches;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which pages known from their listing only could change the findings of one requirement if they
 * were read: those it is judged by, and those by which a finding would be better if the listing's
 * date were wrong by up to {@link #DAYS} days.
 *
 * <p>Only gaps are asked about. A finding that a page met stays met whatever further pages say; the
 * page that met it is read in any case.
 */
final class Undecided {
  /** So many days a listing's date may be wrong. */
  static final int DAYS = 30;

  /** A heading may name a period that the title does not; plans appear so long before it. */
  private static final int BEFORE_PERIOD = 60;

  private final Judge judge;
  private final Requirement requirement;
  private final Window window;
  private final List<Finding> findings;
  private final Predicate<SitePage> unread;
  private final Predicate<SitePage> anyDay;

  /**
   * @param findings as they stand before what was cut is looked at
   * @param unread known from its listing only
   * @param anyDay its listing's dates have been seen to be wrong by more
   */
  Undecided(
      Judge judge,
      Requirement requirement,
      Window window,
      List<Finding> findings,
      Predicate<SitePage> unread,
      Predicate<SitePage> anyDay) {
    this.judge = judge;
    this.requirement = requirement;
    this.window = window;
    this.findings = List.copyOf(findings);
    this.unread = unread;
    this.anyDay = anyDay;
  }

  /** Some page could make a finding better. */
  boolean curable() {
    return findings.isEmpty() || findings.stream().anyMatch(Undecided::curable);
  }

  private static boolean curable(Finding f) {
    return f.verdict().gap() || f.verdict() == Verdict.NOT_DUE;
  }

  /**
   * Addresses of the pages to read.
   *
   * @param oneByOne each matched page is judged, or is what another is judged by
   * @param everyDay whatever its date
   */
  Set<String> pages(Collection<PageMatches> of, boolean oneByOne, boolean everyDay) {
    Set<String> named = named();
    Set<String> wanted = new TreeSet<>();
    Map<String, Finding> open = new HashMap<>();
    List<Duty> duties = oneByOne ? List.of() : judge.duties(requirement);
    findings.stream().filter(Undecided::curable).forEach(f -> open.put(key(f), f));
    for (PageMatches m : of) {
      SitePage p = m.page();
      if (!unread.test(p)) {
        continue;
      }
      boolean matched = decision(m) == Decision.MATCHED;
      boolean decides =
          named.contains(p.url())
              || matched && m.statement()
              || oneByOne && matched && (everyDay || near(p))
              || oneByOne && curable()
              || matched && findings.isEmpty() && near(p)
              || !open.isEmpty() && anyDay.test(p)
              || !open.isEmpty() && cures(m, duties, open);
      if (decides) {
        wanted.add(p.url());
      }
    }
    return wanted;
  }

  private Decision decision(PageMatches m) {
    return m.matches().stream()
        .filter(x -> x.requirementId().equals(requirement.id()))
        .map(x -> x.decision())
        .findFirst()
        .orElse(Decision.NONE);
  }

  /** Pages that the findings rest on. */
  private Set<String> named() {
    return findings.stream()
        .flatMap(f -> Stream.concat(Stream.of(f.url()), f.open().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** It may lie in the window. */
  private boolean near(SitePage p) {
    return p.day().map(d -> d.plusDays(DAYS).isAfter(window.since())).orElse(true);
  }

  private static String key(Finding f) {
    return f.period() + " " + f.trigger() + " " + f.due();
  }

  /** On some day within the listing's doubt the page alone gives a better finding. */
  private boolean cures(PageMatches m, List<Duty> duties, Map<String, Finding> open) {
    Reading plain = Reading.of(m);
    for (Duty duty : duties) {
      if (hides(plain, duty)) {
        return true;
      }
      for (LocalDate day : days(m.page())) {
        Map<String, Finding> alone = new TreeMap<>();
        duty.judge(List.of(plain.on(day))).forEach(f -> alone.put(key(f), f));
        boolean better =
            alone.entrySet().stream()
                .anyMatch(
                    e ->
                        open.containsKey(e.getKey())
                            && open.get(e.getKey()).verdict().worseThan(e.getValue().verdict()));
        if (better) {
          return true;
        }
      }
    }
    return false;
  }

  /** Its title names no period; its heading may name one that is open. */
  private boolean hides(Reading plain, Duty duty) {
    if (!(duty instanceof PeriodicDuty periodic) || !periodic.names(plain).none()) {
      return false;
    }
    Optional<LocalDate> first =
        periodic.periods().stream()
            .filter(
                p -> findings.stream().anyMatch(f -> curable(f) && f.period().equals(p.label())))
            .map(Period::start)
            .min(LocalDate::compareTo);
    return first.isPresent()
        && plain.day().map(d -> !d.isBefore(first.get().minusDays(BEFORE_PERIOD))).orElse(true);
  }

  private static List<LocalDate> days(SitePage p) {
    List<LocalDate> days = new ArrayList<>();
    p.day().ifPresent(d -> d.minusDays(DAYS).datesUntil(d.plusDays(DAYS + 1L)).forEach(days::add));
    return days;
  }
}
