package gongkai.cli.crawl;

import gongkai.cli.snapshot.Exchange;
import java.time.Duration;
import java.util.Optional;

/** How one attempt at a request ended. */
sealed interface Attempt {
  /** An answer: a page, a redirect, or "there is no such page" (404, 410). */
  record Answered(Exchange exchange, int status) implements Attempt {}

  /**
   * No answer.
   *
   * @param detail in short words: {@code 503}, {@code timeout 20s}
   * @param again another attempt may help
   * @param noConnection nothing was heard of the host at all
   * @param busy the whole host is to be left alone for a while (429, 503)
   * @param retryAfter as the host asks, at most 5 minutes
   */
  record Failed(
      String detail,
      boolean again,
      boolean noConnection,
      boolean busy,
      Optional<Duration> retryAfter)
      implements Attempt {}
}
