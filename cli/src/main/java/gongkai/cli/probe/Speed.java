package gongkai.cli.probe;

import gongkai.cli.crawl.CrawlListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long a site takes to answer: measured, and different each time. */
public final class Speed implements CrawlListener {
  private final List<Long> millis = new ArrayList<>();

  @Override
  public void answered(Duration time) {
    millis.add(time.toMillis());
  }

  /**
   * What was measured.
   *
   * @param answers answers and failures that were timed
   * @param median milliseconds from the request to the last byte; 0 without answers
   * @param slowest likewise
   */
  public record Measured(int answers, long median, long slowest) {}

  /** The figures so far. */
  public Measured measured() {
    if (millis.isEmpty()) {
      return new Measured(0, 0, 0);
    }
    List<Long> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    return new Measured(
        sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }
}
