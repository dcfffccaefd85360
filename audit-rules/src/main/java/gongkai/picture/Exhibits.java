package gongkai.picture;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.Notice;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.page.date.DateEvidence;
import gongkai.picture.Exhibit.Of;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Picture.Why;
import gongkai.site.Kept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which pages a violation is shown by: the page judged, of a document the page that answers it too
 * late, and the listing where it stands; where nothing was published, the listing where it should
 * stand; without one, the start page.
 */
public final class Exhibits {
  /** Folder of the pictures in {@code --out}. */
  public static final String FOLDER = "evidence";

  private static final int DIGITS = 12;

  /** As many pages of one day show that an answer came then. */
  private static final int MOST_ANSWERS = 2;

  private final AuditResult audit;
  private final Map<String, PageResult> pages = new HashMap<>();
  private final Set<String> personal = new HashSet<>();

  /** Names of the pictures, by the place of the page. */
  private final Map<String, String> files = new HashMap<>();

  private Exhibits(AuditResult audit) {
    this.audit = audit;
    audit.pages().forEach(p -> pages.put(p.url(), p));
    audit.notices().stream()
        .filter(n -> n.kind() == Notice.Kind.PERSONAL_NUMBERS)
        .forEach(n -> personal.add(n.url()));
  }

  public static Exhibits of(AuditResult audit) {
    Exhibits exhibits = new Exhibits(audit);
    exhibits.all().forEach(exhibits::name);
    return exhibits;
  }

  /** A picture that serves several gaps is named after the first. */
  private void name(Shown shown) {
    shown
        .exhibit()
        .taken()
        .ifPresent(
            taken ->
                files.putIfAbsent(
                    shown.exhibit().page().orElseThrow().place(),
                    FOLDER
                        + "/"
                        + shown.requirementId().replaceAll("[^0-9A-Za-z.-]", "_")
                        + "-"
                        + shown.exhibit().of().code()
                        + "-"
                        + taken.sha256().substring(0, DIGITS)
                        + ".png"));
  }

  /** True for a name in the folder that an audit writes. */
  public static boolean own(String name) {
    return name.matches("[0-9A-Za-z_.-]+-(page|listing|start)-[0-9a-f]{" + DIGITS + "}\\.png");
  }

  private record Shown(String requirementId, Exhibit exhibit) {}

  private Stream<Shown> all() {
    return audit.requirements().stream()
        .flatMap(
            r ->
                r.findings().stream()
                    .flatMap(f -> shown(r, f).map(e -> new Shown(r.requirement().id(), e))));
  }

  /**
   * The exhibits of a finding: the page first. Empty list for what is no violation, and where
   * nobody asked for pictures.
   */
  public List<Exhibit> of(RequirementResult r, Finding f) {
    return audit.pictures().asked() ? shown(r, f).map(this::named).toList() : List.of();
  }

  private Exhibit named(Exhibit e) {
    String file = e.page().map(k -> files.getOrDefault(k.place(), "")).orElse("");
    return new Exhibit(e.of(), e.url(), e.page(), e.picture(), file);
  }

  /** The stored pages of which pictures are wanted, each once, in the order of the gaps. */
  public List<Kept> wanted() {
    Map<String, Kept> wanted = new LinkedHashMap<>();
    all()
        .map(Shown::exhibit)
        .filter(e -> e.page().isPresent() && refused(e.of(), e.url()).isEmpty())
        .forEach(e -> wanted.putIfAbsent(e.page().get().place(), e.page().get()));
    return List.copyOf(wanted.values());
  }

  /** The pictures, by their names in {@code --out}, in the order of the gaps. */
  public Map<String, Taken> files() {
    Map<String, Taken> taken = new LinkedHashMap<>();
    if (audit.pictures().asked()) {
      all()
          .map(s -> named(s.exhibit()))
          .forEach(e -> e.taken().ifPresent(t -> taken.put(e.file(), t)));
    }
    return taken;
  }

  private Stream<Exhibit> shown(RequirementResult r, Finding f) {
    if (f.severity() != Severity.VIOLATION) {
      return Stream.empty();
    }
    List<Exhibit> exhibits = new ArrayList<>();
    Optional<PageResult> page = Optional.ofNullable(pages.get(f.url()));
    Stream.concat(page.stream(), answering(r, f, page))
        .forEach(p -> exhibits.add(exhibit(Of.PAGE, p.url(), kept(p))));
    Optional<SectionResult> listing = listing(r, page);
    if (listing.isPresent()) {
      exhibits.add(exhibit(Of.LISTING, listing.get().url(), listing.get().kept()));
    } else if (audit.pictures().start().isPresent()) {
      exhibits.add(exhibit(Of.START, audit.crawl().start(), audit.pictures().start()));
    }
    return exhibits.stream();
  }

  /** Of a document that another page answers too late: the pages of the day on which it came. */
  private Stream<PageResult> answering(RequirementResult r, Finding f, Optional<PageResult> page) {
    boolean other =
        f.published().isPresent() && page.filter(p -> !day(p).equals(f.published())).isPresent();
    return other
        ? audit.pages().stream()
            .filter(p -> day(p).equals(f.published()))
            .filter(p -> p.requirementIds().contains(r.requirement().id()))
            .limit(MOST_ANSWERS)
        : Stream.empty();
  }

  private static Optional<LocalDate> day(PageResult page) {
    return page.published().map(DateEvidence::date);
  }

  private static Optional<Kept> kept(PageResult page) {
    return page.fetchedAt()
        .filter(at -> !page.place().isEmpty())
        .map(at -> new Kept(page.sha256(), page.place(), at));
  }

  /** Where the page stands; else the section of the requirement that lists most. */
  private Optional<SectionResult> listing(RequirementResult r, Optional<PageResult> page) {
    String id = r.requirement().id();
    List<SectionResult> read = audit.sections().stream().filter(s -> s.kept().isPresent()).toList();
    Comparator<SectionResult> most =
        Comparator.comparing((SectionResult s) -> s.requirementIds().contains(id))
            .thenComparing(SectionResult::pages);
    return first(
            read.stream().filter(s -> page.filter(p -> p.section().equals(s.path())).isPresent()),
            most)
        .or(() -> first(read.stream().filter(s -> s.requirementIds().contains(id)), most));
  }

  /** The greatest, of equal ones the first. */
  private static Optional<SectionResult> first(
      Stream<SectionResult> sections, Comparator<SectionResult> most) {
    return sections.min(most.reversed());
  }

  private Exhibit exhibit(Of of, String url, Optional<Kept> page) {
    Picture picture =
        page.isEmpty()
            ? new NotTaken(Why.LISTING_ONLY)
            : refused(of, url)
                .<Picture>map(NotTaken::new)
                .or(() -> Optional.ofNullable(audit.pictures().byPage().get(page.get().place())))
                .orElse(new NotTaken(Why.NOT_ASKED));
    return new Exhibit(of, url, page, picture, "");
  }

  /** What is known without showing the page to anybody. */
  private Optional<Why> refused(Of of, String url) {
    if (of != Of.PAGE) {
      return Optional.empty();
    }
    PageResult page = pages.get(url);
    boolean file = page.files().stream().findFirst().filter(f -> f.url().equals(url)).isPresent();
    return file
        ? Optional.of(Why.FILE)
        : personal.contains(url) ? Optional.of(Why.PERSONAL_NUMBERS) : Optional.empty();
  }
}
