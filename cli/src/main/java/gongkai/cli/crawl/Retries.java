package gongkai.cli.crawl;

import gongkai.cli.snapshot.WarcSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Which requests are tried again, and when. While a target waits here it holds no connection. Times
 * are nanoseconds of {@link System#nanoTime}.
 */
final class Retries {
  private static final Duration LONGEST_PAUSES = Duration.ofSeconds(15);

  private final Crawl.Limits limits;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final PriorityQueue<Later> waiting = new PriorityQueue<>();

  /** A target that waits for its next attempt. */
  private record Later(long due, Target target) implements Comparable<Later> {
    @Override
    public int compareTo(Later other) {
      // differences, because nanoTime may run over
      return Long.compare(due - other.due, 0);
    }
  }

  Retries(Crawl.Limits limits) {
    this.limits = limits;
  }

  /** Counts a failed attempt; the pause before the next one, empty when there is none. */
  Optional<Duration> failed(Target target, Attempt.Failed failed) {
    String key = WarcSnapshot.exactly(target.request());
    int attempt = attempts.merge(key, 1, Integer::sum);
    if (!failed.again() || attempt > limits.retries()) {
      attempts.remove(key);
      return Optional.empty();
    }
    Duration own = pause(limits.pause(), attempt);
    return Optional.of(failed.retryAfter().filter(wish -> wish.compareTo(own) > 0).orElse(own));
  }

  /** Doubled from attempt to attempt, {@link #LONGEST_PAUSES} in all. */
  static Duration pause(Duration first, int attempt) {
    long doubled = 1L << Math.min(attempt - 1, 20);
    Duration own = first.multipliedBy(doubled);
    Duration left = LONGEST_PAUSES.minus(first.multipliedBy(doubled - 1));
    return left.isNegative() ? Duration.ZERO : own.compareTo(left) > 0 ? left : own;
  }

  void later(Target target, long due) {
    waiting.add(new Later(due, target));
  }

  /** The targets whose pause is over. */
  List<Target> due(long now) {
    List<Target> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().due() - now <= 0) {
      due.add(waiting.poll().target());
    }
    return due;
  }

  /** Nanoseconds until the next pause is over; {@link Long#MAX_VALUE} when none is waited for. */
  long untilNext(long now) {
    return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, waiting.peek().due() - now);
  }

  int size() {
    return waiting.size();
  }

  /** Everything that waits, soonest first; nothing waits afterwards. */
  List<Target> drain() {
    List<Target> rest = new ArrayList<>();
    while (!waiting.isEmpty()) {
      rest.add(waiting.poll().target());
    }
    return rest;
  }
}
