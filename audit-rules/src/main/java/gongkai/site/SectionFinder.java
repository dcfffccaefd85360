package gongkai.site;

import gongkai.page.Addresses;
import gongkai.page.Link;
import gongkai.page.ListReading;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import gongkai.page.PageRequest;
import gongkai.site.Answers.Outcome;
import gongkai.site.Answers.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the sections (栏目) of a site: listings with all their pages, single-page columns, and
 * columns that failed.
 */
final class SectionFinder {
  /** Link texts that name no section. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)(更多|查看更多|more|详情|查看|点击.*|首页|网站首页|返回.*|上一页|下一页|尾页|末页|[\\d\\s.,/<>»«›‹\\-\\[\\]【】|]*)[>»+]*");

  /** How a title ends that a list cuts off. */
  private static final Pattern DOTS = Pattern.compile("(\\.{2,}|…+)$");

  private static final int LONGEST_NAME = 40;

  /** A shorter text is no page of a column by itself. */
  private static final int LEAST_TEXT = 80;

  /** Columns have shorter names than the titles of articles. */
  private static final int LEAST_TITLE = 10;

  /** A link on so many listings and pages of links is one of a menu. */
  private static final int MENU = 3;

  private final Answers answers;
  private final Set<String> hosts;

  /** Names under which links of navigation lead to an address, by key. */
  private final Map<String, Set<String>> linkNames = new TreeMap<>();

  /** Where addresses stand in a tree of columns, by key. */
  private final Map<String, List<String>> inTree = new TreeMap<>();

  private final Map<String, String> linkUrls = new TreeMap<>();
  private final Set<String> entryKeys = new HashSet<>();
  private final Map<String, Integer> linkedFrom = new TreeMap<>();
  private final String startKey;

  SectionFinder(Answers answers, Set<String> hosts, String start) {
    this.answers = answers;
    this.hosts = hosts;
    this.startKey = answers.resolve(PageRequest.get(start).key());
  }

  /** Sections by the key of their first page. */
  Map<String, Section> find() {
    List<Stored> listings = new ArrayList<>();
    for (Stored s : answers.all()) {
      PageFacts facts = s.facts().orElse(null);
      if (facts == null || answers.outcome(s.request().key()) != Outcome.READ) {
        continue;
      }
      if (facts.kind() == PageKind.LISTING) {
        listings.add(s);
        facts.listing().ifPresent(l -> l.entries().forEach(e -> entryKeys.add(key(e.url()))));
      }
      if (facts.kind() == PageKind.LISTING || facts.kind() == PageKind.NAVIGATION) {
        facts.links().forEach(this::name);
      }
      facts.breadcrumbLinks().forEach(this::name);
    }
    Map<String, Section> sections = new LinkedHashMap<>();
    Set<String> absorbed = new HashSet<>();
    // an index page is shorter than its later pages, so the first page of a list comes first
    Set<String> later = new HashSet<>();
    for (Stored s : listings) {
      s.facts().flatMap(PageFacts::listing).stream()
          .flatMap(l -> l.next().stream())
          .forEach(next -> later.add(answers.resolve(next.key())));
    }
    listings.sort(
        Comparator.comparing((Stored s) -> s.request().form().isPresent())
            .thenComparing(s -> later.contains(s.request().key()))
            .thenComparing(s -> s.request().url().length())
            .thenComparing(s -> s.request().key()));
    for (Stored s : listings) {
      String key = s.request().key();
      if (!absorbed.contains(key) && s.request().form().isEmpty()) {
        sections.put(key, listed(s, absorbed));
      }
    }
    for (Map.Entry<String, Set<String>> link : linkNames.entrySet()) {
      String key = answers.resolve(link.getKey());
      boolean page = entryKeys.contains(link.getKey()) || entryKeys.contains(key);
      if (page || key.equals(startKey) || sections.containsKey(key) || absorbed.contains(key)) {
        continue;
      }
      unlisted(link.getKey(), key).ifPresent(section -> sections.put(key, section));
    }
    return withPaths(sections);
  }

  private void name(Link link) {
    String text = link.text().strip();
    String key = key(link.url());
    if (text.length() > LONGEST_NAME || NO_NAME.matcher(text).matches()) {
      return;
    }
    linkNames.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(text);
    linkUrls.putIfAbsent(key, link.url());
    if (!link.path().isEmpty()) {
      inTree.putIfAbsent(key, link.path());
    }
    linkedFrom.merge(key, 1, Integer::sum);
  }

  private String key(String url) {
    return PageRequest.get(url).key();
  }

  private Section listed(Stored first, Set<String> absorbed) {
    ListReading reading = new ListReading(first.request());
    PageRequest current = first.request();
    for (Optional<PageRequest> next = Optional.of(current); next.isPresent(); ) {
      current = next.get();
      next = read(current, reading, absorbed);
    }
    PageFacts facts = first.facts().orElseThrow();
    return section(first.request(), facts, reading.entries(), facts.text(), reading.cut(), true);
  }

  private Optional<PageRequest> read(
      PageRequest request, ListReading reading, Set<String> absorbed) {
    String key = request.key();
    Optional<Stored> page = answers.content(key);
    if (page.isEmpty()) {
      return switch (answers.outcome(key)) {
        case FAILED -> reading.failed(answers.failure(key));
        case GONE -> reading.absent("404");
        default -> reading.skipped();
      };
    }
    absorbed.add(answers.resolve(key));
    Optional<Listing> listing = page.get().facts().flatMap(PageFacts::listing);
    if (listing.isEmpty()) {
      return reading.absent("shows no list");
    }
    Optional<PageRequest> next = reading.read(listing.get());
    String partial = page.get().partial();
    return partial.isEmpty() ? next : reading.failed(partial).or(() -> next);
  }

  /** A section without a list: one page, a page of links, or one that failed. */
  private Optional<Section> unlisted(String linkKey, String key) {
    String url = linkUrls.get(linkKey);
    Optional<Stored> content = answers.content(key);
    if (content.isPresent()) {
      PageFacts facts = content.get().facts().orElseThrow();
      return facts.kind() == PageKind.ATTACHMENT || isArticle(linkKey, facts)
          ? Optional.empty()
          : Optional.of(
              section(
                  content.get().request(),
                  facts,
                  List.of(),
                  facts.text(),
                  bare(url, content.get()),
                  false));
    }
    if (answers.outcome(linkKey) == Outcome.FAILED && hosts.contains(Addresses.host(url))) {
      List<String> names = List.copyOf(linkNames.get(linkKey));
      return Optional.of(
          new Section(
              url,
              names,
              List.of(names.get(0)),
              List.of(),
              "",
              url + ": " + answers.failure(linkKey),
              false,
              answers.refused(linkKey),
              false));
    }
    if (answers.sentHome(linkKey)) {
      // it may have been given up, or the server knows no better answer when it fails
      List<String> names = List.copyOf(linkNames.get(linkKey));
      String cut = url + ": broken answer: redirect to the start page";
      return Optional.of(
          new Section(url, names, List.of(names.get(0)), List.of(), "", cut, false, true, false));
    }
    return Optional.empty();
  }

  /**
   * A page without a link, a file or a text shows nothing of the site: an error in its place, not
   * an empty column.
   */
  private static String bare(String url, Stored page) {
    PageFacts facts = page.facts().orElseThrow();
    if (!page.partial().isEmpty()) {
      return url + ": " + page.partial();
    }
    boolean nothing =
        facts.links().isEmpty()
            && facts.attachments().isEmpty()
            && !facts.media()
            && facts.text().length() < LEAST_TEXT;
    return nothing ? url + ": broken answer: no link and no text" : "";
  }

  /**
   * A dated page that one page alone links to by its whole title is news on a front page whose list
   * was not read, and no column.
   */
  private boolean isArticle(String linkKey, PageFacts facts) {
    String title = facts.title().replace(" ", "");
    return !facts.dates().isEmpty()
        && linkedFrom.get(linkKey) == 1
        && linkNames.get(linkKey).stream()
            .map(n -> DOTS.matcher(n.replace(" ", "")).replaceFirst(""))
            .anyMatch(n -> n.length() >= LEAST_TITLE && title.startsWith(n));
  }

  private Section section(
      PageRequest first,
      PageFacts facts,
      List<ListingEntry> entries,
      String text,
      String cut,
      boolean listed) {
    Set<String> names = new LinkedHashSet<>();
    List<String> trail = facts.breadcrumb();
    String own = facts.title().isBlank() ? facts.columnName() : facts.title();
    if (!trail.isEmpty() && listed) {
      names.add(trail.get(trail.size() - 1));
    }
    if (listed && !facts.columnName().isBlank()) {
      names.add(facts.columnName());
    }
    names.addAll(linkNames.getOrDefault(first.key(), Set.of()));
    if (!own.isBlank() && own.length() <= LONGEST_NAME) {
      names.add(own);
    }
    if (names.isEmpty()) {
      names.add(own.isBlank() ? first.url() : own);
    }
    List<String> path =
        new ArrayList<>(trail.isEmpty() ? inTree.getOrDefault(first.key(), List.of()) : trail);
    if (path.isEmpty() || !names.contains(path.get(path.size() - 1)) || !listed) {
      path.add(names.iterator().next());
    }
    // a trail that ends in the section's own name twice says it once
    if (path.size() > 1 && path.get(path.size() - 1).equals(path.get(path.size() - 2))) {
      path.remove(path.size() - 1);
    }
    return new Section(
        first.url(),
        List.copyOf(names),
        path,
        entries,
        ownText(facts, text),
        cut,
        listed,
        false,
        facts.listing().flatMap(Listing::announced).filter(rows -> rows == 0).isPresent());
  }

  /** The text less the lines that are links of a menu: the same link stands on other pages too. */
  private String ownText(PageFacts facts, String text) {
    Set<String> menu =
        facts.links().stream()
            .filter(l -> linkedFrom.getOrDefault(key(l.url()), 0) >= MENU)
            .map(l -> l.text().strip())
            .collect(Collectors.toSet());
    return text.lines().filter(l -> !menu.contains(l.strip())).collect(Collectors.joining("\n"));
  }

  /** Sections without a trail of their own take it from the section whose folder they lie in. */
  private Map<String, Section> withPaths(Map<String, Section> sections) {
    Map<String, Section> byFolder = new TreeMap<>();
    Set<String> queried = queried(sections.keySet());
    sections.forEach(
        (key, s) -> {
          if (!queried.contains(path(key))) {
            byFolder.putIfAbsent(folder(key), s);
          }
        });
    Map<String, Section> result = new TreeMap<>();
    sections.forEach(
        (key, s) -> {
          Section parent =
              s.path().size() > 1 || inTree.containsKey(key) ? null : parent(key, s, byFolder);
          if (parent == null) {
            result.put(key, s);
          } else {
            List<String> path = new ArrayList<>(parent.path());
            path.add(s.name());
            result.put(
                key,
                new Section(
                    s.url(),
                    s.names(),
                    path,
                    s.entries(),
                    s.ownText(),
                    s.cut(),
                    s.listed(),
                    s.refused(),
                    s.saysEmpty()));
          }
        });
    return result;
  }

  private Section parent(String key, Section s, Map<String, Section> byFolder) {
    String folder = folder(key);
    int slash = folder.lastIndexOf('/', folder.length() - 2);
    while (slash > folder.indexOf('/')) {
      Section found = byFolder.get(folder.substring(0, slash + 1));
      if (found != null && found != s) {
        return found;
      }
      slash = folder.lastIndexOf('/', slash - 1);
    }
    return null;
  }

  /**
   * Paths that are several sections, told apart by their queries ({@code /index.php?catid=11}): the
   * folder of such a path says nothing of a page's section.
   */
  static Set<String> queried(Set<String> keys) {
    Set<String> once = new HashSet<>();
    return keys.stream()
        .filter(key -> key.indexOf('?') >= 0)
        .map(SectionFinder::path)
        .filter(path -> !once.add(path))
        .collect(Collectors.toSet());
  }

  static String path(String key) {
    int query = key.indexOf('?');
    return query < 0 ? key : key.substring(0, query);
  }

  /** The folder part of a key: host and path up to the last slash. */
  static String folder(String key) {
    String path = path(key);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Links of navigation to other hosts, name by address. */
  Map<String, Set<String>> externalLinks() {
    Map<String, Set<String>> external = new TreeMap<>();
    linkNames.forEach(
        (key, names) -> {
          String url = linkUrls.get(key);
          if (!hosts.contains(Addresses.host(url)) && !entryKeys.contains(key)) {
            external.put(url, names);
          }
        });
    return external;
  }
}
