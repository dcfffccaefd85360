package gongkai.judge;

import gongkai.Audit.KnownChange;
import gongkai.Audit.Terms;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.match.Match;
import gongkai.match.PageMatches;
import gongkai.match.SectionMap;
import gongkai.message.Message;
import gongkai.site.Site;
import gongkai.site.SitePage;
import gongkai.snapshot.Access;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Judges every requirement: evidence, findings by its cadence, what was cut, and the worst of it.
 */
public final class Judge {
  private final Terms terms;
  private final Window window;
  private final List<PageMatches> pages;
  private final Publications publications;
  private final Interpretations interpretations;
  private final Validity validity;
  private final Sections sections;
  private final ShownMatches shown;
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Map<String, RequirementResult> results = new HashMap<>();

  /**
   * @param complete the crawl ended by itself
   */
  public Judge(
      Terms terms, Site site, SectionMap names, List<PageMatches> pages, boolean complete) {
    this.terms = terms;
    this.window = new Window(terms.since(), terms.asOf());
    // in one order, so that neither reasons nor ties depend on the order of reading
    this.pages = pages.stream().sorted(Comparator.comparing(m -> m.page().url())).toList();
    List<SitePage> all = site.pages().stream().sorted(Comparator.comparing(SitePage::url)).toList();
    publications = new Publications(all);
    Set<String> followed = followed(terms);
    Map<String, PageMatches> byUrl = new HashMap<>();
    pages.forEach(m -> byUrl.put(m.page().url(), m));
    interpretations = new Interpretations(all, p -> rank(byUrl.get(p.url()), followed));
    validity = new Validity(all, publications);
    sections = new Sections(site, names, pages, complete);
    shown = new ShownMatches(terms.catalogue(), evidence, publications, interpretations);
  }

  /** Requirements whose pages are documents: those that are interpreted, followed or marked. */
  private static Set<String> followed(Terms terms) {
    Set<String> ids = new TreeSet<>();
    for (Requirement r : terms.catalogue().requirements()) {
      if (r.cadence() instanceof Cadence.FollowUp f) {
        ids.add(f.follows());
      } else if (r.cadence() instanceof Cadence.Marking m) {
        ids.addAll(m.marks());
      } else if (r.cadence() instanceof Cadence.Within w && w.of() == Cadence.Trigger.DOCUMENT) {
        ids.add(r.id());
      }
    }
    return ids;
  }

  private static int rank(PageMatches m, Set<String> followed) {
    boolean document =
        m != null
            && m.matches().stream()
                .anyMatch(
                    x ->
                        x.decision() == Match.Decision.MATCHED
                            && followed.contains(x.requirementId()));
    if (document) {
      return 0;
    }
    return m != null && !m.page().documentNumber().isEmpty() ? 1 : 2;
  }

  /** The results in the catalogue's order. */
  public List<RequirementResult> judge() {
    List<Item> items = terms.catalogue().items();
    for (Requirement r : terms.catalogue().requirements()) {
      evidence.put(r.id(), new EvidenceFinder(r, form(r), window, pages).find());
    }
    // a marking looks at the verdict on the list of results, a total at columns: they come last
    for (boolean last : new boolean[] {false, true}) {
      for (Item item : items) {
        for (Requirement r : item.requirements()) {
          if (last(r.cadence()) == last) {
            results.put(r.id(), result(item, r));
          }
        }
      }
    }
    return terms.catalogue().judged().stream().map(r -> results.get(r.id())).toList();
  }

  private static boolean last(Cadence cadence) {
    return cadence instanceof Cadence.Marking || cadence instanceof Cadence.Total;
  }

  private static boolean ofColumns(Cadence cadence) {
    return cadence instanceof Cadence.Columns || cadence instanceof Cadence.Total;
  }

  private Item.Form form(Requirement r) {
    return terms.catalogue().items().stream()
        .filter(i -> i.requirements().contains(r))
        .map(Item::form)
        .findFirst()
        .orElseThrow();
  }

  private RequirementResult result(Item item, Requirement r) {
    Evidence found = evidence.get(r.id());
    List<Finding> findings = new ArrayList<>(findings(r, found));
    // a column that was cut says so itself, and hides no other
    if (!ofColumns(r.cadence())) {
      findings.replaceAll(f -> f.verdict() == Verdict.MISSING ? sections.checked(r, f) : f);
      findings.replaceAll(f -> sections.proven(r, f));
      sections.cut(r).ifPresent(why -> unreachable(r, findings, why));
    }
    findings.sort(
        Comparator.comparing(Finding::period)
            .thenComparing((Finding f) -> f.trigger().orElse(LocalDate.MIN))
            .thenComparing(Finding::url));
    Verdict verdict = worst(findings, found);
    Severity severity =
        findings.stream().map(Finding::severity).max(Severity::compareTo).orElse(Severity.NONE);
    Optional<LocalDate> newest = newest(found);
    return new RequirementResult(
        item,
        r,
        verdict,
        severity,
        findings,
        found.matched(),
        newest,
        nextDue(r, findings, newest),
        evidenceUrl(r, findings),
        new Notes(r, found, pages).all(),
        considered(r),
        Math.max(0, (int) matchesOf(r).count() - 20));
  }

  /**
   * The worst finding; NOT_DUE beside COMPLIANT gives COMPLIANT. Without any, a page in the window
   * is COMPLIANT.
   */
  private Verdict worst(List<Finding> findings, Evidence found) {
    List<Verdict> verdicts = findings.stream().map(Finding::verdict).toList();
    Verdict worst = verdicts.stream().max(Verdict::compareTo).orElse(Verdict.NOT_DUE);
    if (worst == Verdict.NOT_DUE) {
      boolean inWindow =
          found.firm().stream().anyMatch(f -> f.day().filter(window::contains).isPresent());
      boolean met = verdicts.contains(Verdict.COMPLIANT);
      return met || (verdicts.isEmpty() && inWindow) ? Verdict.COMPLIANT : Verdict.NOT_DUE;
    }
    return worst;
  }

  private List<Finding> findings(Requirement r, Evidence found) {
    if (r.cadence() instanceof Cadence.Unknown unknown) {
      return List.of(
          new Draft(r.id(), Verdict.REVIEW, Message.of("judge.review.unknown", unknown.words()))
              .done());
    }
    if (r.cadence() instanceof Cadence.Marking marking) {
      return orNothingToJudge(r, marking(r, marking));
    }
    if (r.cadence() instanceof Cadence.Columns c) {
      return columns(r, c).judge();
    }
    if (r.cadence() instanceof Cadence.Total t) {
      return List.of(total(r, t));
    }
    boolean none = found.firm().isEmpty() && found.later().isEmpty() && found.failed().isEmpty();
    if (r.cadence() instanceof Cadence.FollowUp follow) {
      List<Finding> byDocument = weigh(followUp(r, follow), found);
      boolean unanswered = byDocument.stream().anyMatch(f -> f.verdict() == Verdict.MISSING);
      return none && unanswered ? List.of(nothing(r, found)) : orNothingToJudge(r, byDocument);
    }
    if (none) {
      return List.of(nothing(r, found));
    }
    List<Finding> findings = new ArrayList<>(weigh(duty(r), found));
    List<KnownChange> changes = changes(r);
    if (!changes.isEmpty()
        && !(r.cadence() instanceof Cadence.Periodic p && p.afterApproval().isPresent())) {
      findings.addAll(
          weigh(
              new KnownChangeDuty(r, changes, window, terms.calendar()), found.withUndatedOpen()));
    }
    return findings;
  }

  ColumnDuty columns(Requirement r, Cadence.Columns c) {
    return new ColumnDuty(r, c, form(r), window, sections, pages);
  }

  private Finding total(Requirement r, Cadence.Total total) {
    List<Requirement> of =
        terms.catalogue().requirements().stream().filter(x -> total.of().contains(x.id())).toList();
    boolean blank =
        of.stream().allMatch(x -> x.cadence() instanceof Cadence.Columns c && c.filled());
    List<Finding> findings =
        of.stream().flatMap(x -> results.get(x.id()).findings().stream()).toList();
    return ColumnDuty.total(r, total.atLeast(), blank, findings, sections.hidden(true));
  }

  private static List<Finding> orNothingToJudge(Requirement r, List<Finding> findings) {
    return findings.isEmpty()
        ? List.of(new Draft(r.id(), Verdict.NOT_DUE, Message.of("judge.not-due.nothing")).done())
        : findings;
  }

  /** By what a requirement's pages are judged alone; empty list where documents are judged. */
  List<Duty> duties(Requirement r) {
    boolean ofPages =
        r.cadence() instanceof Cadence.Periodic
            || r.cadence() instanceof Cadence.Continuous
            || r.cadence() instanceof Cadence.Columns
            || r.cadence() instanceof Cadence.Count;
    List<Duty> duties = new ArrayList<>(ofPages ? List.of(duty(r)) : List.of());
    if (ofPages && !changes(r).isEmpty()) {
      duties.add(new KnownChangeDuty(r, changes(r), window, terms.calendar()));
    }
    return duties;
  }

  /** The findings of a requirement as if nothing had been cut. */
  List<Finding> uncut(Requirement r) {
    return last(r.cadence()) ? results.get(r.id()).findings() : findings(r, evidence.get(r.id()));
  }

  Window window() {
    return window;
  }

  Interpretations interpretations() {
    return interpretations;
  }

  private List<Finding> weigh(Duty duty, Evidence found) {
    List<Reading> readings = Stream.concat(found.firm().stream(), found.later().stream()).toList();
    return new Weighing(duty, readings, found.open()).findings();
  }

  private Duty duty(Requirement r) {
    if (r.cadence() instanceof Cadence.Periodic p) {
      return new PeriodicDuty(r, p, window, terms.calendar(), approvals(r, p));
    }
    if (r.cadence() instanceof Cadence.Within w) {
      return new WithinDuty(r, w, window, terms.calendar(), publications, interpretations);
    }
    if (r.cadence() instanceof Cadence.Count c) {
      return new CountDuty(r, c, window, publications, interpretations);
    }
    if (r.cadence() instanceof Cadence.Continuous c) {
      return new ContinuousDuty(r, c, window);
    }
    if (r.cadence() instanceof Cadence.Columns c) {
      return new ContinuousDuty(r, c.limit(), window);
    }
    throw new IllegalStateException("judged by its documents: " + r.cadence().notation());
  }

  private FollowUpDuty followUp(Requirement r, Cadence.FollowUp f) {
    List<Reading> documents = evidence.get(f.follows()).firm();
    return new FollowUpDuty(
        r, f, window, terms.calendar(), documents, publications, interpretations);
  }

  private List<LocalDate> approvals(Requirement r, Cadence.Periodic p) {
    return p.afterApproval().isEmpty()
        ? List.of()
        : changes(r).stream().map(KnownChange::date).toList();
  }

  private List<KnownChange> changes(Requirement r) {
    return terms.events().stream().filter(e -> e.requirementId().equals(r.id())).toList();
  }

  private List<Finding> marking(Requirement r, Cadence.Marking marking) {
    List<SitePage> documents =
        marking.marks().stream()
            .flatMap(id -> Stream.of(evidence.get(id).firm(), evidence.get(id).later()))
            .flatMap(List::stream)
            .filter(d -> !d.statement())
            .map(Reading::page)
            .distinct()
            .toList();
    return new MarkingDuty(r, window, validity, publications).judge(documents, cleared(r));
  }

  /** The site's results of clearing old documents (清理结果) could be read. */
  private boolean cleared(Requirement marking) {
    Set<Verdict> absent =
        Set.of(Verdict.EMPTY, Verdict.MISSING, Verdict.REVIEW, Verdict.UNREACHABLE);
    return terms.catalogue().requirements().stream()
        .filter(r -> marking.cadence() instanceof Cadence.Marking m && r.id().equals(m.clearance()))
        .allMatch(r -> !absent.contains(results.get(r.id()).verdict()));
  }

  /** The one finding of a requirement that nothing ever published answers. */
  private Finding nothing(Requirement r, Evidence found) {
    if (!found.open().isEmpty()) {
      List<String> urls =
          found.open().stream().map(o -> o.matched().page().url()).distinct().sorted().toList();
      Finding missing = sections.nothing(r);
      return Weighing.review(
          missing, urls, found.open().stream().map(Evidence.Open::because).toList());
    }
    return sections.nothing(r);
  }

  /** What was cut could cure whatever is not proven. */
  private void unreachable(Requirement r, List<Finding> findings, String why) {
    boolean within = r.cadence() instanceof Cadence.Within;
    Message reason = Message.of("judge.unreachable", r.name(), Access.inWords(why));
    boolean any = false;
    for (int i = 0; i < findings.size(); i++) {
      Finding f = findings.get(i);
      if (!proven(r, f)) {
        findings.set(
            i,
            Draft.from(f, Verdict.UNREACHABLE, reason)
                .published(Optional.empty())
                .note(Message.of("judge.note.otherwise", f.reason()))
                .done());
        any = true;
      }
    }
    if (!any && (within || findings.isEmpty())) {
      findings.add(new Draft(r.id(), Verdict.UNREACHABLE, reason).done());
    }
  }

  private boolean proven(Requirement r, Finding f) {
    if (r.cadence() instanceof Cadence.Within) {
      boolean ownVerdict = f.trigger().isPresent() || f.verdict() == Verdict.REVIEW;
      return f.verdict() != Verdict.STALE && ownVerdict && !f.url().isEmpty();
    }
    if (r.cadence() instanceof Cadence.Marking && f.verdict() == Verdict.MISSING) {
      return true;
    }
    return f.verdict() == Verdict.COMPLIANT && (f.url().isEmpty() || read(f.url()));
  }

  private boolean read(String url) {
    return pages.stream().map(PageMatches::page).anyMatch(p -> p.url().equals(url) && p.read());
  }

  private Optional<LocalDate> newest(Evidence found) {
    return found.firm().stream()
        .flatMap(f -> f.day().stream())
        .filter(d -> !d.isAfter(window.asOf()))
        .max(Comparator.naturalOrder());
  }

  private Optional<LocalDate> nextDue(
      Requirement r, List<Finding> findings, Optional<LocalDate> newest) {
    Stream<LocalDate> pending =
        findings.stream()
            .filter(f -> f.verdict() == Verdict.NOT_DUE)
            .flatMap(f -> f.due().stream());
    Stream<LocalDate> own = Stream.empty();
    if (r.cadence() instanceof Cadence.Periodic p) {
      own =
          new DueDates(p, terms.calendar(), approvals(r, p))
              .after(window.asOf())
              .map(d -> d.due().day())
              .limit(1);
    } else if (r.cadence() instanceof Cadence.Continuous c) {
      own = newest.flatMap(n -> new ContinuousDuty(r, c, window).staleFrom(n)).stream();
    } else if (r.cadence() instanceof Cadence.Columns c && !c.filled()) {
      own = columns(r, c).nextStale(findings).stream();
    } else if (r.cadence() instanceof Cadence.Count) {
      own = Stream.of(LocalDate.of(window.asOf().plusDays(1).getYear(), 12, 31));
    }
    return Stream.concat(pending, own)
        .filter(d -> d.isAfter(window.asOf()))
        .min(Comparator.naturalOrder());
  }

  private String evidenceUrl(Requirement r, List<Finding> findings) {
    return findings.stream()
        .max(Comparator.comparing(Finding::verdict).thenComparing(Finding::severity))
        .map(f -> f.url().isEmpty() && !f.open().isEmpty() ? f.open().get(0) : f.url())
        .filter(u -> !u.isEmpty())
        .orElse(sections.address(r));
  }

  private Stream<PageMatches> matchesOf(Requirement r) {
    return pages.stream()
        .filter(
            m ->
                Stream.concat(
                        m.matches().stream(),
                        m.below().stream().filter(x -> x.ruling().isPresent()))
                    .anyMatch(x -> x.requirementId().equals(r.id())));
  }

  private List<String> considered(Requirement r) {
    Comparator<PageMatches> best =
        Comparator.comparingDouble(
            m ->
                -m.matches().stream()
                    .filter(x -> x.requirementId().equals(r.id()))
                    .mapToDouble(Match::score)
                    .max()
                    .orElse(0));
    return matchesOf(r)
        .sorted(best.thenComparing(m -> m.page().url()))
        .limit(20)
        .map(m -> m.page().url())
        .toList();
  }

  /** What the results show of a page's matches. */
  public ShownMatches shown() {
    return shown;
  }

  /** The requirements a section stands for. */
  public Sections sections() {
    return sections;
  }
}
