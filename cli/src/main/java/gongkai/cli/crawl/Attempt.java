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
   * @param retryAfter as the host asks, at most 5 minutes
   */
  record Failed(String detail, boolean again, Cause cause, Optional<Duration> retryAfter)
      implements Attempt {

    /** Nothing was heard of the host at all. */
    boolean noConnection() {
      return cause == Cause.NO_CONNECTION;
    }

    /** The whole host is to be left alone for a while. */
    boolean busy() {
      return cause == Cause.BUSY;
    }
  }

  /** Whose trouble a failure is. */
  enum Cause {
    /** The host's: no connection, no such host, no trust, no time. */
    NO_CONNECTION,
    /** The host's: the connection broke. */
    BROKEN,
    /** The host's: 429, 503. */
    BUSY,
    /** This address's: another status, or an answer that cannot be unpacked. */
    REFUSED
  }
}
