package gongkai.cli.probe;

import gongkai.catalogue.Catalogue;
import gongkai.cli.crawl.FetchPolicy;
import gongkai.match.Hubs;
import gongkai.match.SectionMap;
import gongkai.match.SectionMap.Meaning;
import gongkai.page.Link;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.page.PageRequest;
import gongkai.site.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A few pages of a site that show most of it: sections of known names and those that lead to others
 * first, some of unknown name, one article of each list, and one later page of each way to page.
 * Whatever it admits is read, so its shares add up to less than the limit of pages. Asked on the
 * crawl's one deciding thread.
 */
final class Sample implements FetchPolicy {
  /** A longer text of a link is a title rather than a section's name. */
  private static final int LONGEST_NAME = 16;

  private final SectionMap names;
  private final int mostSections;
  private final int mostUnknown;
  private final int mostArticles;
  private final int mostFurther;
  private final Set<String> sections = new HashSet<>();
  private int unknown;
  private final Set<List<String>> articlesOf = new HashSet<>();
  private final Set<String> mechanisms = new HashSet<>();
  private int further;

  /**
   * @param maxPages that will be read at most, at least 1
   */
  Sample(Catalogue catalogue, int maxPages) {
    names = new SectionMap(catalogue);
    mostArticles = maxPages / 5;
    mostFurther = Math.min(6, maxPages / 12);
    // the start page, the page that cannot exist, and a redirect or two
    int others = 2 + maxPages / 30;
    mostSections = Math.max(0, maxPages - mostArticles - mostFurther - others);
    mostUnknown = mostSections / 3;
  }

  @Override
  public boolean section(Link link) {
    String key = PageRequest.get(link.url()).key();
    if (sections.contains(key)) {
      return true;
    }
    String name = link.text().strip();
    if (sections.size() >= mostSections || name.length() > LONGEST_NAME) {
      return false;
    }
    Meaning meaning = name.isEmpty() ? null : names.of(Section.named(List.of(name)));
    boolean known = meaning != null && (!meaning.roles().isEmpty() || Hubs.named(name));
    if (!known && unknown >= mostUnknown) {
      return false;
    }
    unknown += known ? 0 : 1;
    return sections.add(key);
  }

  @Override
  public boolean wanted(ListingEntry entry, List<String> section) {
    boolean more = articlesOf.size() < mostArticles && !sections.contains(key(entry));
    return more && articlesOf.add(section);
  }

  private static String key(ListingEntry entry) {
    return PageRequest.get(entry.url()).key();
  }

  /** The list itself where its first page is a shell, else one later page of each mechanism. */
  @Override
  public boolean further(Listing page) {
    boolean shell = page.entries().isEmpty();
    if (further >= mostFurther || !shell && !mechanisms.add(page.mechanism())) {
      return false;
    }
    further++;
    return true;
  }

  @Override
  public boolean articleLinks() {
    return false;
  }
}
