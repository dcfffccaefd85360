package gongkai.cli.crawl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queue and politeness of one resolved host address: tokens come at a steady rate, so many requests
 * are open at most, and a host that asks for a pause gets one, for all its addresses. Times are
 * nanoseconds of {@link System#nanoTime}. Not safe for threads.
 */
final class HostGate {
  /**
   * A host that is down must not hold the run for hours: with two connections and the usual
   * timeout, so many addresses take about a quarter of an hour.
   */
  static final int SILENT_AFTER = 20;

  private final long interval;
  private final int connections;
  private final Map<Target.Kind, Deque<Target>> waiting = new EnumMap<>(Target.Kind.class);
  private long crawlDelay;
  private long nextToken;
  private long pausedUntil;
  private int open;
  private int noAnswers;
  private String lastFailure = "";
  private int size;

  HostGate(double rate, int connections, long now) {
    this.interval = rate > 0 ? (long) (1e9 / rate) : 0;
    this.connections = connections;
    this.nextToken = now;
    this.pausedUntil = now;
  }

  void add(Target target) {
    waiting.computeIfAbsent(target.kind(), k -> new ArrayDeque<>()).add(target);
    size++;
  }

  /** A robots.txt may ask for more distance than the rate gives, never for less. */
  void crawlDelay(long nanos) {
    crawlDelay = Math.max(crawlDelay, nanos);
  }

  /** Nanoseconds between two requests. */
  long pace() {
    return Math.max(interval, crawlDelay);
  }

  void pauseUntil(long time) {
    pausedUntil = Math.max(pausedUntil, time);
  }

  int size() {
    return size;
  }

  Optional<Target> peek() {
    return waiting.values().stream().filter(q -> !q.isEmpty()).findFirst().map(Deque::peek);
  }

  Target take() {
    Target target =
        waiting.values().stream().filter(q -> !q.isEmpty()).findFirst().orElseThrow().remove();
    size--;
    return target;
  }

  /** Everything still waiting, in its order; the queue is empty afterwards. */
  List<Target> drain() {
    List<Target> rest = new ArrayList<>();
    while (size > 0) {
      rest.add(take());
    }
    return rest;
  }

  /** An address of this host was given up: no connection, timeout, or always busy. */
  void gaveNoAnswer(String detail) {
    noAnswers++;
    lastFailure = detail;
  }

  /** The host answered. */
  void answered() {
    noAnswers = 0;
  }

  /** So many addresses in a row were given up that the others are not asked any more. */
  boolean silent() {
    return noAnswers >= SILENT_AFTER;
  }

  /** Why nothing is asked any more, in short words. */
  String silence() {
    return "not asked: no answer from its host " + SILENT_AFTER + " times (" + lastFailure + ")";
  }

  /** Nanoseconds until a request may be made; empty while only an answer can free a place. */
  Optional<Long> delay(long now) {
    return open >= connections
        ? Optional.empty()
        : Optional.of(Math.max(0, Math.max(nextToken, pausedUntil) - now));
  }

  /** A request is made. */
  void opened(long now) {
    open++;
    nextToken = Math.max(now, nextToken) + pace();
  }

  /** It was answered, or failed. */
  void closed() {
    open--;
  }
}
