package gongkai.judge;

import java.time.LocalDate;

/**
 * The days an audit looks at.
 *
 * @param since last day before the window
 * @param asOf last day of the window
 */
record Window(LocalDate since, LocalDate asOf) {
  boolean contains(LocalDate day) {
    return day.isAfter(since) && !day.isAfter(asOf);
  }

  /** A deadline has passed when it lies on or before {@code as-of}. */
  boolean passed(LocalDate deadline) {
    return !deadline.isAfter(asOf);
  }
}
