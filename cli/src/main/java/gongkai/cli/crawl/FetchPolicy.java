package gongkai.cli.crawl;

import gongkai.page.Link;
import gongkai.page.Listing;
import gongkai.page.ListingEntry;
import gongkai.snapshot.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What of a site is read: everything, what can decide something, or a sample. */
@FunctionalInterface
public interface FetchPolicy {
  /** Every listed page is fetched. */
  FetchPolicy ALL = (entry, section) -> true;

  /** Every listed page, but not before all are known. */
  FetchPolicy ALL_LATER =
      new FetchPolicy() {
        @Override
        public boolean wanted(ListingEntry entry, List<String> section) {
          return false;
        }

        @Override
        public Set<String> decisive(Snapshot soFar, Collection<String> listed) {
          return Set.copyOf(listed);
        }
      };

  /**
   * True when the page is read whatever else is found. Asked once for every listing that shows the
   * page; one yes is enough.
   *
   * @param section names of the listing's section from the outside in, its own last: breadcrumb,
   *     column name, title, words of the link that led there; each once, none empty
   */
  boolean wanted(ListingEntry entry, List<String> section);

  /**
   * Of the pages not wanted at once those that must be read after all. Asked when navigation and
   * listings have been read, and again whenever those it named have been, until it names none.
   *
   * @param soFar what this run has read and what it could not read, in the order of storing
   * @param listed {@link gongkai.page.PageRequest#key} of the pages known and not asked for
   * @return some of {@code listed}
   */
  default Set<String> decisive(Snapshot soFar, Collection<String> listed) {
    return Set.of();
  }

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
