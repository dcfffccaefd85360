package gongkai.judge;

import gongkai.Audit.Terms;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Requirement;
import gongkai.match.Match.Decision;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.match.SectionMap.Meaning;
import gongkai.match.Words;
import gongkai.page.ListingEntry;
import gongkai.page.PageRequest;
import gongkai.page.date.DateSource;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which articles must be read so that the verdicts are those of the whole site ({@code --fetch
 * decisive}). Asked again after they were read, until it names none: every page read may make
 * others decide.
 *
 * <p>A listing is believed where it shows a whole title; its date may be wrong by {@link
 * Undecided#DAYS} days. What it cannot say at all (a text, a number, a trigger, another section) is
 * read where it may matter.
 */
public final class Decisive {
  /** Words of a title that may end or revive a document, wherever it stands. */
  private static final Pattern VALIDITY =
      Pattern.compile("废止|失效|清理|继续有效|有效期|现行有效|修改|修订|停止执行|作废|延长|延续|重新(印发|公布|发布)|印发|人社发|人社规");

  /** So many pages of a column without a known name tell whether its pages have numbers. */
  private static final int SAMPLE = 3;

  private final Terms terms;
  private final Site site;
  private final Matcher matcher;
  private final Judge judge;
  private final List<PageMatches> matches;
  private final Set<String> listed;
  private final Map<String, SitePage> pages = new HashMap<>();
  private final Map<String, List<SitePage>> rows = new HashMap<>();
  private final Set<String> wanted = new TreeSet<>();
  private final Set<String> misdated = new HashSet<>();

  /**
   * @param matches what {@code matcher} found on the site
   * @param listed {@link PageRequest#key} of what is known from listings and was not asked for
   */
  public Decisive(
      Terms terms,
      Site site,
      Matcher matcher,
      List<PageMatches> matches,
      Collection<String> listed) {
    this.terms = terms;
    this.site = site;
    this.matcher = matcher;
    this.matches = List.copyOf(matches);
    this.listed = Set.copyOf(listed);
    this.judge = new Judge(terms, site, matcher.sections(), matches, true);
    judge.judge();
    site.pages().forEach(p -> pages.put(key(p.url()), p));
  }

  private static String key(String url) {
    return PageRequest.get(url).key();
  }

  /** Keys of the pages to read. */
  public Set<String> keys() {
    if (listed.isEmpty()) {
      return Set.of();
    }
    wanted.addAll(terms.rulings().toRead(listed));
    unknown();
    truncated();
    sampled();
    misdated();
    Map<String, Undecided> undecided = new HashMap<>();
    for (Requirement r : terms.catalogue().requirements()) {
      if (r.cadence() instanceof Cadence.Columns c) {
        columns(r, judge.columns(r, c));
        continue;
      }
      Undecided of =
          new Undecided(judge, r, judge.window(), judge.uncut(r), this::unread, this::misdated);
      undecided.put(r.id(), of);
      want(of.pages(of(r.id()), oneByOne(r), everyDay(r)));
    }
    numbered(undecided);
    silent();
    documents();
    copies();
    wanted.retainAll(listed);
    return Set.copyOf(wanted);
  }

  /** Each column is judged by its own pages. */
  private void columns(Requirement r, ColumnDuty duty) {
    for (ColumnDuty.Column column : duty.columns()) {
      List<Finding> findings = List.of(duty.uncut(column));
      Undecided of =
          new Undecided(judge, r, judge.window(), findings, this::unread, this::misdated);
      want(of.pages(duty.pages(column), false, false));
    }
  }

  private boolean unread(SitePage p) {
    return listed.contains(key(p.url()));
  }

  private void want(Collection<String> urls) {
    urls.forEach(url -> wanted.add(key(url)));
  }

  private List<PageMatches> of(String id) {
    return matches.stream()
        .filter(m -> m.matches().stream().anyMatch(x -> x.requirementId().equals(id)))
        .toList();
  }

  private static boolean matched(PageMatches m, String id) {
    return m.matches().stream()
        .anyMatch(x -> x.requirementId().equals(id) && x.decision() == Decision.MATCHED);
  }

  /** Its pages are judged each by itself, or by their words. */
  private boolean oneByOne(Requirement r) {
    return r.cadence() instanceof Cadence.Within || everyDay(r);
  }

  /** Its pages are judged, or judge others, whatever their date. */
  private boolean everyDay(Requirement r) {
    return r.cadence() instanceof Cadence.FollowUp
        || r.cadence() instanceof Cadence.Count
        || r.cadence() instanceof Cadence.Within w && w.of() == Cadence.Trigger.INTERPRETED
        || terms.catalogue().requirements().stream()
            .map(Requirement::cadence)
            .anyMatch(
                c ->
                    c instanceof Cadence.FollowUp f && f.follows().equals(r.id())
                        || c instanceof Cadence.Marking m && m.marks().contains(r.id()));
  }

  /**
   * What no section lists, as rows of the start page and addresses of a sitemap, and what nothing
   * dates: it may be a column.
   */
  private void unknown() {
    for (String key : listed) {
      SitePage p = pages.get(key);
      if (p == null || p.day().isEmpty()) {
        wanted.add(key);
      }
    }
  }

  /** A title that is cut off may go on with any words. */
  private void truncated() {
    Map<String, Boolean> whole = new HashMap<>();
    for (Section s : site.sections()) {
      for (ListingEntry e : s.entries()) {
        whole.merge(key(e.url()), !e.truncated(), Boolean::logicalOr);
      }
    }
    whole.forEach(
        (key, known) -> {
          if (!known) {
            wanted.add(key);
          }
        });
  }

  /**
   * A column whose name answers nothing, or is not known, may list pages that stand elsewhere, or
   * whose files alone say what they are: one page shows it, and then all are read.
   */
  private void sampled() {
    for (Section s : site.sections()) {
      Meaning meaning = matcher.sections().of(s);
      List<SitePage> rows = rows(s);
      boolean noRole = meaning.roles().isEmpty();
      if (rows.stream()
          .anyMatch(
              p -> p.read() && (leadsElsewhere(p, s) || noRole && !p.otherNames().isEmpty()))) {
        rows.forEach(p -> want(List.of(p.url())));
      } else if (noRole && rows.stream().noneMatch(SitePage::read)) {
        rows.stream().filter(this::unread).findFirst().ifPresent(p -> want(List.of(p.url())));
      }
    }
  }

  /** The pages that a section lists, in its order. */
  private List<SitePage> rows(Section s) {
    return rows.computeIfAbsent(
        s.key(),
        k ->
            s.entries().stream()
                .map(e -> pages.get(key(e.url())))
                .filter(Objects::nonNull)
                .toList());
  }

  /** The page itself names a section that its listing and its address do not tell of. */
  private boolean leadsElsewhere(SitePage p, Section row) {
    Set<String> known = new HashSet<>(matcher.sections().of(row).roles().keySet());
    for (Section s : p.sections()) {
      boolean byAddress =
          !s.url().isEmpty() && p.url().startsWith(s.url().substring(0, s.url().lastIndexOf('/')));
      boolean byRow = s.entries().stream().anyMatch(e -> key(e.url()).equals(key(p.url())));
      if (byAddress || byRow) {
        known.addAll(matcher.sections().of(s).roles().keySet());
      }
    }
    return p.sections().stream()
        .anyMatch(s -> !known.containsAll(matcher.sections().of(s).roles().keySet()));
  }

  /** Sections of which a page that was read shows that the listing's date is no guide. */
  private void misdated() {
    for (Section s : site.sections()) {
      for (ListingEntry e : s.entries()) {
        SitePage p = pages.get(key(e.url()));
        boolean wrong =
            p != null
                && p.read()
                && e.date().isPresent()
                && p.published()
                    .chosen()
                    .filter(c -> c.source().compareTo(DateSource.LISTING) < 0)
                    .filter(c -> apart(c.date(), e.date().get()) > Undecided.DAYS)
                    .isPresent();
        if (wrong) {
          misdated.add(s.key());
        }
      }
    }
  }

  private static long apart(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  private boolean misdated(SitePage p) {
    return p.sections().stream().anyMatch(s -> misdated.contains(s.key()));
  }

  /** Pages that may be documents by a number, or answer by words of their text. */
  private void numbered(Map<String, Undecided> undecided) {
    List<String> ids =
        terms.catalogue().requirements().stream()
            .filter(this::oneByOne)
            .map(Requirement::id)
            .toList();
    Map<String, Integer> asked = new HashMap<>();
    for (PageMatches m : matches) {
      SitePage p = m.page();
      if (!unread(p)) {
        continue;
      }
      Set<String> possible = matcher.possible(p);
      possible.retainAll(ids);
      possible.removeIf(id -> matched(m, id));
      List<Meaning> meanings = p.sections().stream().map(matcher.sections()::of).toList();
      boolean role =
          meanings.stream().anyMatch(x -> possible.stream().anyMatch(x.roles()::containsKey));
      boolean nameless = meanings.stream().allMatch(Meaning::unknown);
      boolean decides =
          role
              || possible.stream().anyMatch(id -> undecided.get(id).curable()) && !nameless
              || !possible.isEmpty() && nameless && sampled(p, asked);
      if (decides) {
        want(List.of(p.url()));
      }
    }
  }

  /**
   * Titles that no rule knows stand above a page that speaks through its files only: such a page
   * may be the one that a requirement misses. In a column that the requirement shares all are read,
   * in one that is another's a few, and all if one of them speaks so.
   */
  private void silent() {
    Set<String> missed = new HashSet<>();
    for (Requirement r : terms.catalogue().requirements()) {
      boolean gap =
          judge.uncut(r).stream()
              .map(Finding::verdict)
              .anyMatch(v -> v == Verdict.MISSING || v == Verdict.EMPTY);
      if (gap && !r.match().titles().isEmpty()) {
        missed.add(r.id());
      }
    }
    for (Section s : missed.isEmpty() ? List.<Section>of() : site.sections()) {
      Set<String> roles = matcher.sections().of(s).roles().keySet();
      List<SitePage> rows = rows(s);
      List<SitePage> open = rows.stream().filter(p -> unread(p) && matcher.silent(p)).toList();
      boolean shared = roles.stream().anyMatch(missed::contains);
      boolean speaks = rows.stream().anyMatch(p -> p.read() && !p.otherNames().isEmpty());
      long read = rows.stream().filter(p -> p.read() && matcher.silent(p)).count();
      long most = shared || speaks ? open.size() : Math.max(0, SAMPLE - read);
      if (!roles.isEmpty()) {
        open.stream().limit(most).forEach(p -> want(List.of(p.url())));
      }
    }
  }

  /** Of a column without a known name a few are read, and all if one of them has a number. */
  private boolean sampled(SitePage p, Map<String, Integer> asked) {
    boolean wants = p.sections().isEmpty();
    for (Section s : p.sections()) {
      List<SitePage> rows = rows(s);
      long read = rows.stream().filter(SitePage::read).count();
      boolean numbers = rows.stream().anyMatch(r -> !r.documentNumber().isEmpty());
      wants |= numbers || read + asked.merge(s.key(), 1, Integer::sum) <= SAMPLE;
    }
    return wants;
  }

  /** Pages that may end a document, and documents that interpretations name. */
  private void documents() {
    boolean marking =
        terms.catalogue().requirements().stream()
            .anyMatch(r -> r.cadence() instanceof Cadence.Marking);
    for (PageMatches m : matches) {
      SitePage p = m.page();
      if (marking && VALIDITY.matcher(p.title()).find()) {
        want(List.of(p.url()));
      }
      boolean interprets =
          terms.catalogue().requirements().stream()
              .filter(r -> interprets(r.cadence()))
              .anyMatch(r -> matched(m, r.id()));
      if (interprets) {
        judge.interpretations().possible(p).forEach(d -> want(List.of(d.url())));
      }
    }
  }

  private static boolean interprets(Cadence cadence) {
    return cadence instanceof Cadence.FollowUp
        || cadence instanceof Cadence.Count
        || cadence instanceof Cadence.Within w && w.of() == Cadence.Trigger.INTERPRETED;
  }

  /** An earlier copy of a page that is judged one by one counts, wherever it stands. */
  private void copies() {
    Set<String> titles = new HashSet<>();
    for (Requirement r : terms.catalogue().requirements()) {
      if (oneByOne(r)) {
        of(r.id()).stream()
            .filter(m -> matched(m, r.id()))
            .forEach(m -> titles.add(Words.normal(m.page().title())));
      }
    }
    for (SitePage p : pages.values()) {
      if (titles.contains(Words.normal(p.title()))) {
        want(List.of(p.url()));
      }
    }
  }
}
