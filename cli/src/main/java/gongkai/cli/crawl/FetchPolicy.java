package gongkai.cli.crawl;

import gongkai.page.ListingEntry;
import java.util.List;

/** Whether a listed page can decide anything ({@code --fetch decisive}). */
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
}
