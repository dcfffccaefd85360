package gongkai.site;

import gongkai.AuditResult.DeadLink;
import gongkai.page.Addresses;
import gongkai.page.Attachment;
import gongkai.page.FileFacts;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.page.date.AddressDate;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.site.Answers.Outcome;
import gongkai.site.Answers.Stored;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a snapshot together: which pages there are, in which sections they stand, when each was
 * published.
 */
public final class SiteBuilder {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Pattern YEAR_MONTH = Pattern.compile("/(20\\d\\d)/?(0[1-9]|1[0-2])/");
  private static final int LEAST_TEXT = 20;

  private final CrawlInfo crawl;
  private final Answers answers;
  private final Set<String> hosts;
  private final String startKey;
  private final Map<String, Section> sections;
  private final SectionFinder finder;

  /** A row of a listing and the section it stands in. */
  private record Listed(ListingEntry entry, Section section, int index) {}

  private final Map<String, List<Listed>> listed = new TreeMap<>();
  private final Map<String, Section> byFolder = new TreeMap<>();

  private SiteBuilder(Snapshot snapshot, Function<Answer, PageFacts> reader) {
    crawl = snapshot.info();
    answers = new Answers(snapshot, reader);
    hosts = new HashSet<>(crawl.hosts());
    hosts.addAll(crawl.allowedHosts());
    startKey = answers.resolve(PageRequest.get(crawl.start()).key());
    finder = new SectionFinder(answers, hosts, crawl.start());
    sections = finder.find();
  }

  /** Builds the site of a snapshot. */
  public static Site build(Snapshot snapshot) {
    return build(snapshot, PageReader::read);
  }

  /**
   * The same with what answers say taken from elsewhere, for a snapshot that is read repeatedly.
   */
  public static Site build(Snapshot snapshot, Function<Answer, PageFacts> reader) {
    return new SiteBuilder(snapshot, reader).build();
  }

  private Site build() {
    Set<String> queried = SectionFinder.queried(sections.keySet());
    sections.forEach(
        (key, section) -> {
          if (!queried.contains(SectionFinder.path(key))) {
            byFolder.putIfAbsent(SectionFinder.folder(key), section);
          }
          for (int i = 0; i < section.entries().size(); i++) {
            ListingEntry entry = section.entries().get(i);
            String end = answers.resolve(PageRequest.get(entry.url()).key());
            listed.computeIfAbsent(end, k -> new ArrayList<>()).add(new Listed(entry, section, i));
          }
        });
    Map<String, SitePage> pages = new TreeMap<>();
    for (Stored s : answers.all()) {
      String key = s.request().key();
      if (isPage(s)) {
        pages.put(key, page(s.request().url(), key));
      }
    }
    listed.remove(startKey);
    listed.forEach(
        (key, rows) -> {
          if (!sections.containsKey(key)
              || rows.stream().anyMatch(r -> r.entry().date().isPresent())) {
            pages.computeIfAbsent(key, k -> page(rows.get(0).entry().url(), k));
          }
        });
    List<Section> all = new ArrayList<>(sections.values());
    return new Site(
        all,
        List.copyOf(pages.values()),
        externalPages(),
        deadLinks(pages.values()),
        answers.content(PageRequest.get(crawl.start()).key()).isPresent(),
        answers.withheld(),
        navigationCut(),
        limitCut(),
        answers.fetched(),
        kept(all),
        answers.truncated());
  }

  private Map<String, Kept> kept(List<Section> all) {
    Map<String, Kept> kept = new TreeMap<>();
    Stream.concat(all.stream().map(Section::url), Stream.of(crawl.start()))
        .filter(url -> !url.isEmpty())
        .forEach(
            url ->
                answers
                    .content(PageRequest.get(url).key())
                    .ifPresent(s -> kept.put(url, new Kept(s.sha256(), s.place(), s.fetchedAt()))));
    return kept;
  }

  /**
   * Articles and files are pages; a listing is one only when it shows a text of its own and lists
   * nothing.
   */
  private boolean isPage(Stored s) {
    String key = s.request().key();
    if (key.equals(startKey)
        || answers.outcome(key) != Outcome.READ
        || s.request().form().isPresent()) {
      return false;
    }
    PageFacts facts = s.facts().orElseThrow();
    return switch (facts.kind()) {
      case ARTICLE ->
          !sections.containsKey(key) || facts.text().length() >= LEAST_TEXT || hasMatter(facts);
      case ATTACHMENT -> listed.containsKey(key);
      case LISTING, NAVIGATION -> false;
    };
  }

  private static boolean hasMatter(PageFacts facts) {
    return !facts.attachments().isEmpty() || facts.media();
  }

  private SitePage page(String url, String key) {
    List<Listed> rows = listed.getOrDefault(key, List.of());
    Outcome outcome = answers.outcome(key);
    Optional<Stored> stored = answers.stored(key).filter(s -> outcome != Outcome.UNKNOWN);
    Optional<PageFacts> shown =
        outcome == Outcome.READ ? stored.flatMap(Stored::facts) : Optional.empty();
    Instant fetched = stored.map(Stored::fetchedAt).orElse(crawl.startedAt());
    String listedTitle =
        rows.stream()
            .map(r -> r.entry().title())
            .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
            .orElse("");
    boolean error = shown.filter(f -> ErrorPage.inPlaceOf(listedTitle, f)).isPresent();
    Optional<PageFacts> facts = error ? Optional.empty() : shown;
    boolean file = facts.filter(f -> f.kind() == PageKind.ATTACHMENT).isPresent();
    boolean named = file && !Attachment.saysNothing(listedTitle);
    String title =
        facts.map(PageFacts::title).filter(t -> !t.isBlank() && !named).orElse(listedTitle);
    return new SitePage(
        url,
        facts,
        stored.map(s -> OptionalInt.of(s.status())).orElse(OptionalInt.empty()),
        title.isBlank() ? facts.map(PageFacts::title).orElse("") : title,
        facts.map(PageFacts::rawTitle).filter(t -> !t.isBlank() && !named).orElse(title),
        sectionsOf(key, facts, rows),
        published(own(url, facts, outcome), facts, rows, fetched.atZone(SHANGHAI).toLocalDate()),
        rows.stream().map(r -> r.entry().mark()).filter(m -> !m.isBlank()).findFirst().orElse(""),
        before(url, rows),
        !hosts.contains(Addresses.host(url)),
        outcome == Outcome.GONE,
        error ? ErrorPage.WHY : answers.failure(key),
        facts.isPresent() && stored.filter(s -> !s.partial().isEmpty()).isPresent(),
        facts.isPresent() ? Optional.of(fetched) : Optional.empty(),
        facts.isPresent() ? stored.orElseThrow().sha256() : "",
        facts.isPresent() ? stored.orElseThrow().place() : "",
        facts.map(this::files).orElse(List.of()));
  }

  private List<SiteFile> files(PageFacts facts) {
    List<Attachment> speaking = facts.speaking();
    return facts.attachments().stream()
        .map(
            a -> {
              String key = PageRequest.get(a.url()).key();
              Optional<Stored> content = answers.content(key);
              return new SiteFile(
                  a.url(),
                  a.name(),
                  speaking.contains(a),
                  content.flatMap(Stored::facts).filter(f -> f.file().isPresent()),
                  content.map(Stored::sha256).orElse(""),
                  unread(key, content));
            })
        .toList();
  }

  /**
   * Why a file that was asked for could not be had; empty string if it was, or was not asked for.
   */
  private String unread(String key, Optional<Stored> content) {
    boolean page = content.flatMap(Stored::facts).filter(f -> f.file().isEmpty()).isPresent();
    return page ? "broken answer: a page in place of a file" : answers.failure(key);
  }

  /** Dates a page gives itself; of one that nobody asked for, its address is known. */
  private Stream<DateEvidence> own(String url, Optional<PageFacts> facts, Outcome outcome) {
    boolean addressOnly = outcome == Outcome.UNKNOWN && hosts.contains(Addresses.host(url));
    return addressOnly
        ? AddressDate.of(url).stream()
        : facts.stream().flatMap(f -> f.dates().stream());
  }

  private static Published published(
      Stream<DateEvidence> own, Optional<PageFacts> facts, List<Listed> rows, LocalDate fetchDay) {
    Stream<DateEvidence> beside =
        rows.stream()
            .map(Listed::entry)
            .filter(e -> e.date().isPresent())
            .map(e -> new DateEvidence(e.date().orElseThrow(), DateSource.LISTING, e.dateText()));
    List<DateEvidence> dates =
        Stream.concat(own, beside).filter(e -> !e.date().isAfter(fetchDay)).toList();
    // the day in a file's name is that of its taking in: a last resort, and no rival
    Optional<DateEvidence> entry = facts.flatMap(PageFacts::file).flatMap(FileFacts::entryDay);
    return Published.of(dates.isEmpty() ? entry.stream().toList() : dates);
  }

  /**
   * The day before which newer neighbours in a listing, or year and month in the address, place a
   * page.
   */
  private static Optional<LocalDate> before(String url, List<Listed> rows) {
    Optional<LocalDate> neighbour =
        rows.stream()
            .flatMap(
                r ->
                    r.section().entries().subList(0, r.index()).stream()
                        .filter(e -> !e.mark().contains("置顶"))
                        .flatMap(e -> e.date().stream()))
            .min(Comparator.naturalOrder())
            .map(d -> d.plusDays(1));
    Matcher month = YEAR_MONTH.matcher(url);
    Optional<LocalDate> address =
        month.find()
            ? Optional.of(
                LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1)
                    .plusMonths(1))
            : Optional.empty();
    return Stream.concat(neighbour.stream(), address.stream()).min(Comparator.naturalOrder());
  }

  private List<Section> sectionsOf(String key, Optional<PageFacts> facts, List<Listed> rows) {
    Set<Section> found = new LinkedHashSet<>();
    rows.forEach(r -> found.add(r.section()));
    if (sections.containsKey(key)) {
      found.add(sections.get(key));
    }
    Section around = byFolder.get(SectionFinder.folder(key));
    if (around != null && !around.url().endsWith(Addresses.host(around.url()) + "/")) {
      found.add(around);
    } else {
      nearestFolder(key).ifPresent(found::add);
    }
    facts.ifPresent(f -> fromTrail(f).ifPresent(found::add));
    if (found.isEmpty()) {
      facts
          .map(PageFacts::columnName)
          .filter(n -> !n.isBlank())
          .ifPresent(n -> found.add(Section.named(List.of(n))));
    }
    // a column that lists what the columns below it list says less than they do
    List<Section> all = List.copyOf(found);
    found.removeIf(above -> all.stream().anyMatch(s -> s.listed() && isBelow(s, above)));
    return List.copyOf(found);
  }

  private static boolean isBelow(Section s, Section above) {
    List<String> path = above.path();
    return above.listed()
        && s.path().size() > path.size()
        && s.path().subList(0, path.size()).equals(path);
  }

  private Optional<Section> nearestFolder(String key) {
    String folder = SectionFinder.folder(key);
    int slash = folder.lastIndexOf('/', folder.length() - 2);
    while (slash > folder.indexOf('/')) {
      Section found = byFolder.get(folder.substring(0, slash + 1));
      if (found != null) {
        return Optional.of(found);
      }
      slash = folder.lastIndexOf('/', slash - 1);
    }
    return Optional.empty();
  }

  private Optional<Section> fromTrail(PageFacts facts) {
    if (facts.breadcrumb().isEmpty()) {
      return Optional.empty();
    }
    String last = facts.breadcrumb().get(facts.breadcrumb().size() - 1);
    return facts.breadcrumbLinks().stream()
        .filter(l -> l.text().strip().equals(last))
        .map(l -> sections.get(answers.resolve(PageRequest.get(l.url()).key())))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .or(() -> Optional.of(Section.named(facts.breadcrumb())));
  }

  private List<SitePage> externalPages() {
    List<SitePage> links = new ArrayList<>();
    finder
        .externalLinks()
        .forEach(
            (url, names) ->
                links.add(
                    new SitePage(
                        url,
                        Optional.empty(),
                        OptionalInt.empty(),
                        names.iterator().next(),
                        names.iterator().next(),
                        names.stream().map(n -> Section.named(List.of(n))).toList(),
                        Published.of(List.of()),
                        "",
                        Optional.empty(),
                        true,
                        false,
                        "",
                        false,
                        Optional.empty(),
                        "",
                        "")));
    return links;
  }

  private List<DeadLink> deadLinks(Iterable<SitePage> pages) {
    List<DeadLink> dead = new ArrayList<>();
    for (SitePage p : pages) {
      for (Listed row : listed.getOrDefault(PageRequest.get(p.url()).key(), List.of())) {
        if (p.dead()) {
          dead.add(deadLink(p.url(), row.section().url(), row.section().path(), p.title()));
        }
      }
      for (Attachment a : p.facts().map(PageFacts::attachments).orElse(List.of())) {
        if (answers.outcome(PageRequest.get(a.url()).key()) == Outcome.GONE) {
          List<String> path = p.sections().isEmpty() ? List.of() : p.sections().get(0).path();
          dead.add(deadLink(a.url(), p.url(), path, a.name()));
        }
      }
    }
    dead.sort(Comparator.comparing(DeadLink::url).thenComparing(DeadLink::foundOn));
    return dead;
  }

  private DeadLink deadLink(String url, String foundOn, List<String> path, String text) {
    Optional<Stored> stored = answers.stored(PageRequest.get(url).key());
    OptionalInt status = stored.map(s -> OptionalInt.of(s.status())).orElse(OptionalInt.empty());
    boolean soft = stored.filter(s -> s.status() >= 400).isEmpty();
    String reason = soft ? "soft404" : Integer.toString(status.orElse(404));
    return new DeadLink(url, status, reason, foundOn, path, text);
  }

  private String navigationCut() {
    String start = PageRequest.get(crawl.start()).key();
    if (answers.content(start).isEmpty()) {
      String why = answers.failure(start);
      return crawl.start() + ": " + (why.isEmpty() ? "404" : why);
    }
    for (Stored s : answers.all()) {
      PageFacts facts = s.facts().orElse(null);
      boolean leads = facts != null && facts.kind() == PageKind.NAVIGATION;
      if (leads && !s.partial().isEmpty()) {
        return s.request().url() + ": " + s.partial();
      }
    }
    return crawl.complete() ? "" : "interrupted";
  }

  private String limitCut() {
    for (Unread u : answers.unread()) {
      if (u.why().limit()) {
        return u.request().url() + ": " + u.detail();
      }
    }
    return "";
  }
}
