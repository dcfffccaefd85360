package gongkai.page;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.page.cms.ListPage;
import gongkai.page.cms.Pager;
import gongkai.page.cms.Pager.Paging;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The list that a page shows, if it shows one, and how it goes on. */
final class Lists {

  private final String mechanism;
  private final Rows.Group main;
  private final List<Rows.Group> groups;
  private final List<Rows.Group> menus;
  private final Optional<Paging> paging;
  private final boolean data;

  /** Lines of the main list's rows. */
  private final BitSet lines = new BitSet();

  private Lists(
      String mechanism,
      Rows.Group main,
      List<Rows.Group> groups,
      List<Rows.Group> menus,
      Optional<Paging> paging,
      boolean data) {
    this.mechanism = mechanism;
    this.main = main;
    this.groups = groups;
    this.menus = menus;
    this.paging = paging;
    this.data = data;
    if (main != null) {
      main.rows().forEach(row -> lines.set(row.line(), row.endLine()));
    }
  }

  static Lists of(
      PageRequest request,
      Scan scan,
      Place place,
      String html,
      Optional<JsonNode> json,
      Trail trail) {
    List<Rows.Group> groups = new ArrayList<>();
    List<Rows.Group> menus = new ArrayList<>();
    for (Rows.Group group : new Rows(scan, place).groups()) {
      if (isTrail(group, trail)) {
        continue;
      }
      if (Aside.holds(scan, group)) {
        menus.add(group);
      } else {
        groups.add(group);
      }
    }
    Rows.Group main = main(groups, trail, place);
    ListPage page =
        PagerView.of(request, scan, place, html, json, main == null ? 0 : main.rows().size());
    String mechanism = "links";
    Optional<Paging> paging = Optional.empty();
    for (Pager pager : Pager.ALL) {
      paging = pager.read(page);
      if (paging.isPresent()) {
        mechanism = pager.name();
        break;
      }
    }
    boolean data = json.isPresent() || !page.datastore().isEmpty();
    if (data) {
      main = paging.isEmpty() ? null : stored(paging.get().rows(), place);
    }
    return new Lists(mechanism, main, groups, menus, paging, data);
  }

  /** The list as facts; an empty one if the page shows no row. */
  Listing listing() {
    Map<String, ListingEntry> entries = new LinkedHashMap<>();
    if (main != null) {
      for (Rows.Row row : main.rows()) {
        entries.putIfAbsent(row.entry().url(), row.entry());
      }
    }
    Paging how = paging.orElse(new Paging(List.of(), Optional.empty(), "", false, ""));
    return new Listing(
        mechanism,
        List.copyOf(entries.values()),
        how.next(),
        how.announced(),
        how.guess(),
        how.unread());
  }

  /** The list is data: a datastore or JSON, and nothing else can be meant by the page. */
  boolean isData() {
    return data;
  }

  /** The page shows a pager, perhaps on its last page. */
  boolean hasPager() {
    return paging.isPresent();
  }

  /** The list's rows or its other pages can be asked for. */
  boolean goesOn() {
    return paging.isPresent() && !paging.get().next().isEmpty();
  }

  /** Rows of the main list. */
  int size() {
    return main == null ? 0 : main.rows().size();
  }

  /** Rows that lead to files. */
  int files() {
    return main == null
        ? 0
        : (int) main.rows().stream().filter(row -> Files.isFile(row.entry().url())).count();
  }

  /** Letters of the rows' titles. */
  int letters() {
    return main == null ? 0 : main.letters();
  }

  /** The main list stands in the block of the main text. */
  boolean within(MainText text) {
    return main != null
        && text.block() >= 0
        && main.rows().stream().filter(r -> r.line() >= text.from() && r.line() < text.to()).count()
                * 2
            > main.rows().size();
  }

  int dated() {
    return main == null ? 0 : main.dated();
  }

  int articles() {
    return main == null ? 0 : main.articles();
  }

  /** True if the line belongs to a row of the main list. */
  boolean holds(int line) {
    return lines.get(line);
  }

  /**
   * Links to sections below, two at least, behind the trail; a menu that holds the page itself or a
   * section above it is none.
   */
  boolean leadsOn(int after, Set<String> own) {
    return Stream.concat(groups.stream(), menus.stream().filter(group -> group.dated() == 0))
        .anyMatch(
            group ->
                group.rows().size() >= 2
                    && group.rows().get(0).line() > after
                    && group.rows().stream()
                        .map(row -> Addresses.identity(row.entry().url()))
                        .noneMatch(own::contains));
  }

  /** The page pages: further requests, or a reason why not. */
  boolean paged() {
    return paging.isPresent()
        && (!paging.get().next().isEmpty() || !paging.get().unread().isEmpty());
  }

  /** Lists of some size beside each other, none of them the page's own. */
  boolean several() {
    if (main == null) {
      return false;
    }
    int lists = 0;
    int rows = 0;
    for (Rows.Group group : groups) {
      if (group.dated() >= 2 || group.articles() >= 2) {
        lists++;
        rows += group.rows().size();
      }
    }
    return lists >= 3 && main.rows().size() * 2 <= rows;
  }

  /** Text beside the list, without its rows. */
  String beside(String words) {
    if (main == null || words.isEmpty()) {
      return words;
    }
    StringBuilder left = new StringBuilder();
    for (String line : words.split("\n")) {
      boolean row =
          main.rows().stream()
              .anyMatch(r -> line.contains(r.entry().title()) || line.equals(r.entry().dateText()));
      if (!row) {
        left.append(left.length() == 0 ? "" : "\n").append(line);
      }
    }
    return left.toString();
  }

  private static Rows.Group main(List<Rows.Group> groups, Trail trail, Place place) {
    Rows.Group best = null;
    double bestScore = 0;
    for (Rows.Group group : groups) {
      int sections = 0;
      for (Rows.Row row : group.rows()) {
        sections += Shapes.isSection(row.entry().url()) ? 1 : 0;
      }
      double rows = group.rows().size();
      double score =
          group.dated() * 3
              + group.articles() * 2
              + rows * 0.2
              + Math.min(40, group.letters() / rows) / 40 * Math.min(rows, 10)
              - sections;
      // only dates, or the shape of publications, tell a list of pages from a menu
      boolean list =
          group.dated() > 0
              || group.articles() * 2 > rows
              || group.letters() / rows >= 12 && sections * 2 < rows;
      if (list && score > bestScore) {
        best = group;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean isTrail(Rows.Group group, Trail trail) {
    return trail.line() >= 0
        && group.rows().stream()
            .allMatch(row -> row.line() >= trail.line() && row.line() < trail.end());
  }

  private static Rows.Group stored(String rows, Place place) {
    Scan inner = Scan.of(rows);
    List<Rows.Group> groups = new Rows(inner, place).groups();
    boolean told = groups.stream().anyMatch(g -> g.dated() > 0 || g.articles() > 0);
    List<Rows.Row> all = new ArrayList<>();
    for (Rows.Group group : groups) {
      // beside rows of publications, links without a date are the list's own pager or heading
      if (!told || group.dated() > 0 || group.articles() > 0) {
        all.addAll(group.rows());
      }
    }
    all.sort(java.util.Comparator.comparingInt(Rows.Row::line));
    return all.isEmpty() ? null : new Rows.Group(0, all);
  }
}
