package gongkai.cli.crawl;

import gongkai.page.Addresses;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Asks for one address as a crawl would: robots.txt of each host first, redirects followed, tried
 * again where that may help, at the rate of the order.
 */
public final class OneFile implements AutoCloseable {
  private final Crawl.Options order;
  private final Fetcher fetcher;
  private final Predicate<String> hosts;
  private final Map<String, RobotsFile> robots = new HashMap<>();
  private boolean asked;

  private OneFile(Crawl.Options order, Sites sites, Predicate<String> hosts) throws IOException {
    this.order = order;
    this.hosts = hosts;
    fetcher = new Fetcher(order, sites);
  }

  /** For one file after the other, of the hosts that a crawl of the order asks. */
  static OneFile ofSite(Crawl.Options order) throws IOException {
    Sites sites = new Sites(order);
    return new OneFile(order, sites, sites::asked);
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /**
   * The file.
   *
   * @param url where it was in the end
   * @param contentType the header's value; empty string if none
   */
  public record Got(String url, String contentType, byte[] body) implements Outcome {}

  /**
   * No file.
   *
   * @param url that was asked in vain
   * @param detail in short words: {@code 404}, {@code timeout 20s}, {@code Disallow: /}
   */
  public record Not(String url, String detail) implements Outcome {}

  /**
   * The file at the start address of an order.
   *
   * @throws IOException when certificates cannot be read, or the thread was interrupted
   */
  public static Outcome at(Crawl.Options order) throws IOException {
    try (OneFile one = new OneFile(order, new Sites(order), host -> true)) {
      return one.follow(Target.start(order.start()));
    }
  }

  /** What is at an address. */
  Outcome follow(Target start) throws IOException {
    Target target = start;
    while (true) {
      if (!hosts.test(target.host())) {
        return new Not(target.url(), target.host());
      }
      Optional<String> forbidden =
          order.manners().robotsConsent().isEmpty() ? forbids(target) : Optional.empty();
      if (forbidden.isPresent()) {
        return new Not(target.url(), forbidden.get());
      }
      Attempt attempt = ask(target, order.limits().maxBody());
      if (attempt instanceof Attempt.Failed failed) {
        return new Not(target.url(), failed.detail());
      }
      Attempt.Answered answered = (Attempt.Answered) attempt;
      if (answered.status() / 100 != 3) {
        return file(target, answered);
      }
      Optional<String> location = location(target, answered);
      if (location.isEmpty()) {
        return new Not(target.url(), answered.status() + " without an address");
      }
      target = target.redirected(location.get());
      if (target.hops().size() > Crawler.MAX_HOPS || target.hops().contains(location.get())) {
        return new Not(target.url(), "redirect loop");
      }
    }
  }

  private Outcome file(Target target, Attempt.Answered answered) {
    if (answered.status() / 100 != 2) {
      return new Not(target.url(), String.valueOf(answered.status()));
    }
    if (answered.exchange().truncated()) {
      return new Not(target.url(), "max-body " + Crawl.show(order.limits().maxBody()));
    }
    return new Got(
        target.url(), header(answered, "content-type").orElse(""), answered.exchange().body());
  }

  /** What of robots.txt forbids an address. */
  private Optional<String> forbids(Target target) throws IOException {
    String origin = target.origin();
    if (!robots.containsKey(origin)) {
      Target file = Target.of(origin + "/robots.txt", Target.Kind.ROBOTS, 0, "", "");
      Attempt attempt = ask(file, RobotsFile.MAX_BYTES);
      for (int hop = 0; hop < 5 && redirect(file, attempt).isPresent(); hop++) {
        file = file.redirected(redirect(file, attempt).get());
        attempt = ask(file, RobotsFile.MAX_BYTES);
      }
      if (attempt instanceof Attempt.Failed failed && !failed.detail().matches("4\\d\\d.*")) {
        return Optional.of("robots.txt: " + failed.detail());
      }
      boolean there = attempt instanceof Attempt.Answered a && a.status() / 100 == 2;
      robots.put(
          origin,
          there
              ? RobotsFile.read(file.url(), ((Attempt.Answered) attempt).exchange().body())
              : RobotsFile.NONE);
    }
    return robots.get(origin).forbids(target.url());
  }

  private static Optional<String> redirect(Target target, Attempt attempt) {
    return attempt instanceof Attempt.Answered a && a.status() / 100 == 3
        ? location(target, a)
        : Optional.empty();
  }

  private static Optional<String> location(Target target, Attempt.Answered answered) {
    return header(answered, "location")
        .flatMap(words -> Addresses.resolve(target.url(), words))
        .filter(url -> url.startsWith("http"));
  }

  private static Optional<String> header(Attempt.Answered answered, String name) {
    return answered.exchange().headers().stream()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  /** An answer, or the last failure after every retry. */
  private Attempt ask(Target target, long maxBody) throws IOException {
    Retries retries = new Retries(order.limits());
    while (true) {
      pause(asked ? pace(target) : Duration.ZERO);
      asked = true;
      CompletableFuture<Attempt> answer = new CompletableFuture<>();
      fetcher.fetch(target, List.of(), maxBody, answer::complete);
      Attempt attempt = answer.join();
      if (!(attempt instanceof Attempt.Failed failed)) {
        return attempt;
      }
      Optional<Duration> again = retries.failed(target, failed);
      if (again.isEmpty()) {
        return attempt;
      }
      pause(again.get());
    }
  }

  /** Between two requests, as the order or the host's robots.txt has it, whichever is longer. */
  private Duration pace(Target target) {
    double rate = order.manners().rate();
    Duration own = rate > 0 ? Duration.ofNanos((long) (1e9 / rate)) : Duration.ZERO;
    return Optional.ofNullable(robots.get(target.origin()))
        .flatMap(RobotsFile::delay)
        .filter(delay -> delay.compareTo(own) > 0)
        .orElse(own);
  }

  private static void pause(Duration time) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
