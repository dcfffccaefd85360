package gongkai.cli.crawl;

import gongkai.snapshot.Unread;

/** Hears how a crawl goes on; called from the crawl's one deciding thread. */
public interface CrawlListener {
  /** Hears nothing. */
  CrawlListener NONE = new CrawlListener() {};

  /**
   * A page was read.
   *
   * @param stored pages stored so far
   * @param waiting requests known and not yet made
   */
  default void read(String url, int status, int stored, int waiting) {}

  /** A request was answered, or failed, after so long; a recalled answer is none. */
  default void answered(java.time.Duration time) {}

  /** Something will not be read, or not before a limit. */
  default void unread(Unread unread) {}

  /** True when the crawl is to end at once; asked several times a second. */
  default boolean stop() {
    return false;
  }

  /** A host asked for a pause. */
  default void paused(String host, java.time.Duration pause, String reason) {}
}
