package gongkai.cli.crawl;

import gongkai.page.Link;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import java.util.List;

/** What of a site is read: everything, what can decide something, or a sample. */
@FunctionalInterface
public interface FetchPolicy {
  /** Every listed page is fetched. */
  FetchPolicy ALL = (entry, section) -> true;

  /**
   * True when the page must be read. Asked once for every listing that shows the page; one yes is
   * enough.
   *
   * @param section names of the listing's section from the outside in, its own last: breadcrumb,
   *     column name, title, words of the link that led there; each once, none empty
   */
  boolean wanted(ListingEntry entry, List<String> section);

  /** True when a page that navigation, a breadcrumb or a sitemap links is read. */
  default boolean section(Link link) {
    return true;
  }

  /** True when a list is read on behind this page of it. */
  default boolean further(Listing page) {
    return true;
  }

  /** True when what articles link and attach is asked for. */
  default boolean articleLinks() {
    return true;
  }
}
