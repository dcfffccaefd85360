package gongkai.cli.crawl;

import gongkai.cli.Version;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.cli.snapshot.WarcStore;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Unread;
import gongkai.snapshot.Unread.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Takes a snapshot of a site: asks for the start, follows navigation and listings, then the
 * articles that can decide something, and stores every answer.
 *
 * <p>One thread runs {@link #run} and owns all state; the network's and the readers' threads hand
 * it what to do next as {@link #events}. The crawl is over when nothing waits and nothing is under
 * way. A resumed crawl is the same crawl again, in which a stored answer takes the place of the
 * request.
 */
public final class Crawler {
  static final int MAX_HOPS = 10;
  private static final int ROBOTS_HOPS = 5;
  private static final Duration LONGEST_PAUSES = Duration.ofSeconds(15);

  /** The listener is asked this often whether to stop. */
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(250);

  private static final int READERS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Crawl.Options options;
  private final CrawlListener listener;
  private final Function<Answer, PageFacts> reader;
  private final Sites sites;
  private final Frontier frontier;
  private final Follow follow;
  private final Sitemaps sitemaps = new Sitemaps();
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, String> startFailures = new HashMap<>();
  private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Crawler::daemon);

  private WarcStore store;
  private WarcSnapshot earlier;
  private Map<String, String> stored = Map.of();
  private Fetcher fetcher;
  private int open;
  private int reading;
  private int surveying;
  private int pagesOpen;
  private int pages;
  private boolean cut;
  private boolean startRead;
  private boolean sitemapsAsked;
  private Optional<Throwable> broken = Optional.empty();

  /** A target that waits for its next attempt. */
  private record Later(long due, Target target) implements Comparable<Later> {
    @Override
    public int compareTo(Later other) {
      return Long.compare(due - other.due, 0);
    }
  }

  private Crawler(
      Crawl.Options options,
      FetchPolicy policy,
      CrawlListener listener,
      Function<Answer, PageFacts> reader) {
    this.options = options;
    this.listener = listener;
    this.reader = reader;
    this.sites = new Sites(options);
    Shapes shapes = new Shapes();
    List<String> starts =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(options.start()), options.seeds().stream())
            .toList();
    this.frontier =
        new Frontier(options, sites, Traps.bundled(starts), shapes, new FrontierOutside());
    this.follow =
        new Follow(frontier, sites, shapes, options.everything() ? FetchPolicy.ALL : policy);
  }

  /**
   * Crawls, or goes on with a crawl.
   *
   * @throws IOException when the snapshot cannot be written or, to resume, not be read; a {@link
   *     java.nio.file.FileSystemException} names the file
   */
  public static Crawl.Outcome run(Crawl.Options options, FetchPolicy policy, CrawlListener listener)
      throws IOException {
    return run(options, policy, listener, PageReader::read);
  }

  static Crawl.Outcome run(
      Crawl.Options options,
      FetchPolicy policy,
      CrawlListener listener,
      Function<Answer, PageFacts> reader)
      throws IOException {
    Crawler crawler = new Crawler(options, policy, listener, reader);
    try {
      return crawler.crawl();
    } finally {
      crawler.readers.shutdownNow();
    }
  }

  private Crawl.Outcome crawl() throws IOException {
    Path folder = options.snapshot();
    if (options.resume()) {
      earlier = WarcSnapshot.open(folder);
      stored = earlier.places();
    }
    refusePrivateNetworks();
    try (WarcStore opened = options.resume() ? WarcStore.append(folder) : WarcStore.create(folder);
        Fetcher client = new Fetcher(options, sites)) {
      store = opened;
      fetcher = client;
      store.begin(info(), "gongkai " + Version.number());
      frontier.start(Target.start(options.start()));
      options.seeds().forEach(seed -> frontier.start(Target.start(seed)));
      Optional<Limit> limit = work();
      if (listener.stop()) {
        return new Crawl.Outcome(pages, true, startRead, true);
      }
      recordTheRest(limit);
      store.end(options.start());
    }
    return new Crawl.Outcome(pages, cut, startRead, false);
  }

  private CrawlInfo info() {
    return new CrawlInfo(
        options.start(),
        sites.ownHosts(),
        sites.allowedHosts(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        options.manners().robotsConsent(),
        false);
  }

  /** A limit that ended the crawl. */
  private record Limit(Why why, String detail) {}

  /** Asks and follows until nothing is left or a limit is reached. */
  private Optional<Limit> work() throws IOException {
    long began = System.nanoTime();
    Optional<Long> deadline = options.limits().maxTime().map(t -> began + t.toNanos());
    while (!listener.stop()) {
      long now = System.nanoTime();
      Optional<Limit> limit = limit(deadline, now);
      long wait = limit.isPresent() ? Long.MAX_VALUE : dispatch(now);
      if (open == 0 && reading == 0 && (limit.isPresent() || later.isEmpty() && !queued())) {
        return limit;
      }
      for (Optional<Runnable> event = next(Math.min(wait, left(deadline, now)));
          event.isPresent();
          event = Optional.ofNullable(events.poll())) {
        event.get().run();
      }
      rethrow();
    }
    return Optional.empty();
  }

  private static long left(Optional<Long> deadline, long now) {
    return deadline.map(d -> d > now ? d - now : Long.MAX_VALUE).orElse(Long.MAX_VALUE);
  }

  private boolean queued() {
    return frontier.waiting() > 0;
  }

  private Optional<Runnable> next(long nanos) {
    try {
      return Optional.ofNullable(events.poll(Math.min(nanos, LONGEST_WAIT), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the crawl's thread was interrupted", e);
    }
  }

  private void rethrow() throws IOException {
    if (broken.isPresent()) {
      Throwable cause = broken.get();
      if (cause instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("reading a page failed", cause);
    }
  }

  private Optional<Limit> limit(Optional<Long> deadline, long now) {
    if (deadline.isPresent() && now >= deadline.get()) {
      String time = Fetcher.seconds(options.limits().maxTime().orElseThrow());
      return Optional.of(new Limit(Why.MAX_TIME, "max-time " + time));
    }
    if (pages >= options.limits().maxPages() && pagesOpen == 0 && reading == 0) {
      return Optional.of(new Limit(Why.MAX_PAGES, "max-pages " + options.limits().maxPages()));
    }
    return Optional.empty();
  }

  /** Makes every request that may be made now; nanoseconds until the next one may be. */
  private long dispatch(long now) {
    while (!later.isEmpty() && later.peek().due() - now <= 0) {
      frontier.again(later.poll().target());
    }
    long wait = later.isEmpty() ? Long.MAX_VALUE : later.peek().due() - now;
    for (HostGate gate : List.copyOf(frontier.gates())) {
      wait = Math.min(wait, dispatch(gate, now));
    }
    return wait;
  }

  private long dispatch(HostGate gate, long now) {
    while (true) {
      Optional<Target> first = gate.peek();
      if (first.isEmpty()
          || reading >= 4 * READERS
          || !roomFor(first.get())
          || early(first.get())) {
        return Long.MAX_VALUE;
      }
      if (frontier.exhausted(first.get())) {
        refuse(
            gate.take(),
            Why.TRAP,
            Shapes.PATIENCE
                + " pages like this brought no new article: "
                + Shapes.of(first.get().url()));
        continue;
      }
      Optional<String> place =
          Optional.ofNullable(stored.get(WarcSnapshot.exactly(first.get().request())));
      if (place.isPresent()) {
        recall(gate.take(), place.get());
        continue;
      }
      Optional<Long> delay = gate.delay(now);
      if (delay.isEmpty()) {
        return Long.MAX_VALUE;
      }
      if (delay.get() > 0) {
        return delay.get();
      }
      gate.opened(now);
      ask(gate, gate.take());
    }
  }

  /** An article has time while a page is being read that may lead to sections. */
  private boolean early(Target target) {
    return surveying > 0 && target.kind().compareTo(Target.Kind.ARTICLE) >= 0;
  }

  private boolean roomFor(Target target) {
    return !target.kind().page() || pages + pagesOpen < options.limits().maxPages();
  }

  private void ask(HostGate gate, Target target) {
    open++;
    count(target, 1);
    long maxBody =
        target.kind() == Target.Kind.ROBOTS ? RobotsFile.MAX_BYTES : options.limits().maxBody();
    fetcher.fetch(
        target,
        maxBody,
        attempt ->
            events.add(
                () -> {
                  open--;
                  gate.closed();
                  if (attempt instanceof Attempt.Answered answered) {
                    answered(target, answered);
                  } else if (attempt instanceof Attempt.Failed failed) {
                    count(target, -1);
                    failed(gate, target, failed);
                  }
                }));
  }

  private void count(Target target, int n) {
    if (target.kind().page()) {
      pagesOpen += n;
    }
  }

  private void answered(Target target, Attempt.Answered answered) {
    boolean there = answered.status() / 100 != 4;
    if (target.kind() == Target.Kind.PROBE && there) {
      count(target, -1);
      return;
    }
    read(target, () -> store.write(answered.exchange()));
  }

  private void recall(Target target, String place) {
    count(target, 1);
    read(target, () -> earlier.at(place, target.request().form()));
  }

  private interface Source {
    Answer answer() throws IOException;
  }

  private void read(Target target, Source source) {
    int survey = target.kind().compareTo(Target.Kind.ARTICLE) < 0 ? 1 : 0;
    reading++;
    surveying += survey;
    readers.execute(
        () -> {
          try {
            Reply reply = Reply.to(target, source.answer(), reader);
            events.add(
                () -> {
                  reading--;
                  surveying -= survey;
                  count(target, -1);
                  took(target, reply);
                });
          } catch (IOException | RuntimeException | Error e) {
            events.add(() -> broken = Optional.of(e));
          }
        });
  }

  private void took(Target target, Reply reply) {
    if (target.kind() == Target.Kind.ROBOTS) {
      robots(target, reply);
      return;
    }
    if (target.kind() == Target.Kind.SITEMAP) {
      sitemap(target, reply);
      return;
    }
    pages++;
    listener.read(target.url(), reply.status(), pages, frontier.waiting() + later.size());
    if (reply.truncated()) {
      refuse(target, Why.MAX_BODY, "max-body " + options.limits().maxBody());
    }
    if (reply.status() / 100 == 3) {
      redirect(target, reply);
    } else if (reply.facts().isPresent()) {
      if (target.kind() == Target.Kind.START) {
        startRead |= startKey().equals(first(target).key());
        askSitemaps(target);
      }
      follow.page(target, reply.facts().get(), reply.fingerprint());
    }
  }

  private String startKey() {
    return PageRequest.get(options.start()).key();
  }

  /** The request that a chain of redirects began with. */
  private static PageRequest first(Target target) {
    return target.hops().isEmpty() ? target.request() : PageRequest.get(target.hops().get(0));
  }

  private void redirect(Target target, Reply reply) {
    Optional<String> location = reply.location();
    if (location.isEmpty()) {
      refuse(target, Why.FAILED, reply.status() + " without an address");
      return;
    }
    Target hop = target.redirected(location.get());
    if (hop.hops().contains(location.get())) {
      refuse(target, Why.TRAP, "redirect loop");
    } else if (hop.hops().size() > MAX_HOPS) {
      refuse(target, Why.TRAP, "more than " + MAX_HOPS + " redirects");
    } else if (!sites.asked(hop.host())) {
      Target refused =
          Target.of(location.get(), target.kind(), target.depth(), target.url(), target.words());
      refuse(refused, Why.HOST, "redirect to " + hop.host());
    } else {
      frontier.redirected(hop, target.url());
    }
  }

  private void robots(Target target, Reply reply) {
    String origin = Target.of(first(target).url(), target.kind(), 0, "", "").origin();
    if (reply.status() / 100 == 3 && reply.location().isPresent()) {
      Target hop = target.redirected(reply.location().get());
      if (hop.hops().size() > ROBOTS_HOPS || !frontier.robotsHop(hop)) {
        frontier.open(origin, RobotsFile.NONE);
      }
      return;
    }
    RobotsFile file =
        reply.status() / 100 == 2 ? RobotsFile.read(target.url(), reply.body()) : RobotsFile.NONE;
    frontier.open(origin, file);
    if (sites.own(Target.start(origin + "/").host())) {
      file.sitemaps().stream().limit(Sitemaps.MAX_FILES).forEach(this::wantSitemap);
      sitemapsAsked |= !file.sitemaps().isEmpty();
    }
  }

  private void askSitemaps(Target start) {
    if (!sitemapsAsked) {
      sitemapsAsked = true;
      wantSitemap(start.origin() + "/sitemap.xml");
    }
  }

  private void wantSitemap(String address) {
    gongkai.page.Addresses.canonical(address)
        .ifPresent(url -> frontier.want(Target.of(url, Target.Kind.SITEMAP, 0, "", "")));
  }

  private void sitemap(Target target, Reply reply) {
    if (reply.status() / 100 != 2) {
      return;
    }
    Sitemaps.Content content = sitemaps.read(target.url(), reply.body());
    content.files().forEach(this::wantSitemap);
    for (String page : content.pages()) {
      boolean section = Sitemaps.section(page);
      if (sites.own(gongkai.page.Addresses.host(page)) && (section || options.everything())) {
        Target.Kind kind = section ? Target.Kind.SECTION : Target.Kind.BODY;
        frontier.want(Target.of(page, kind, 1, target.url(), ""));
      }
    }
  }

  private void failed(HostGate gate, Target target, Attempt.Failed failed) {
    int attempt = attempts.merge(WarcSnapshot.exactly(target.request()), 1, Integer::sum);
    Optional<Duration> pause = pause(attempt, failed);
    if (failed.busy()) {
      Duration rest = pause.orElse(options.limits().pause());
      gate.pauseUntil(System.nanoTime() + rest.toNanos());
      listener.paused(target.host(), rest, failed.detail());
    }
    if (pause.isPresent()) {
      later.add(new Later(System.nanoTime() + pause.get().toNanos(), target));
      return;
    }
    attempts.remove(WarcSnapshot.exactly(target.request()));
    gaveUp(target, failed);
  }

  /** The pause before the next attempt; empty when there is none. */
  private Optional<Duration> pause(int attempt, Attempt.Failed failed) {
    if (!failed.again() || attempt > options.limits().retries()) {
      return Optional.empty();
    }
    Duration first = options.limits().pause();
    Duration before = first.multipliedBy((1L << Math.min(attempt - 1, 20)) - 1);
    Duration own = first.multipliedBy(1L << Math.min(attempt - 1, 20));
    Duration left = LONGEST_PAUSES.minus(before);
    Duration bounded = left.isNegative() ? Duration.ZERO : own.compareTo(left) > 0 ? left : own;
    return Optional.of(failed.retryAfter().filter(r -> r.compareTo(bounded) > 0).orElse(bounded));
  }

  private void gaveUp(Target target, Attempt.Failed failed) {
    switch (target.kind()) {
      case ROBOTS -> {
        String origin = Target.of(first(target).url(), target.kind(), 0, "", "").origin();
        String detail = "robots.txt: " + failed.detail();
        // 4xx other than 404 and 410 is a refusal of the file, not of the site (RFC 9309, 2.3.1.3)
        boolean none = failed.detail().matches("4\\d\\d") && !failed.again();
        if (none) {
          frontier.open(origin, RobotsFile.NONE);
        } else {
          Why why = failed.noConnection() ? Why.FAILED : Why.ROBOTS;
          frontier.shut(origin, why, detail, failed.noConnection());
        }
      }
      case SITEMAP -> {
        // a help that is missing: nothing of the site is lost with it
      }
      default -> {
        refused(target, Why.FAILED, failed.detail(), failed.noConnection());
        target
            .list()
            .flatMap(ListReading::afterFailure)
            .ifPresent(next -> frontier.wantNext(Follow.page(target, target.list().get(), next)));
      }
    }
  }

  private void refused(Target target, Why why, String detail, boolean noConnection) {
    if (target.kind() == Target.Kind.START && noConnection && target.hops().isEmpty()) {
      String key = target.key();
      String said = target.url().substring(0, target.url().indexOf(':')) + ": " + detail;
      if (!startFailures.containsKey(key)) {
        startFailures.put(key, said);
        boolean secure = target.url().startsWith("https");
        String other = secure ? "http" : "https";
        frontier.prefer(target.host(), other);
        frontier.start(target.at(other + target.url().substring(target.url().indexOf("://"))));
        return;
      }
      refuse(target, why, startFailures.get(key) + "; " + said);
      return;
    }
    refuse(target, why, detail);
  }

  private void refuse(Target target, Why why, String detail) {
    if (!target.kind().page()) {
      return;
    }
    record(new Unread(target.request(), why, detail, target.foundOn()));
  }

  private void record(Unread unread) {
    cut |= unread.why() != Why.NOT_DECISIVE;
    listener.unread(unread);
    try {
      store.write(unread);
    } catch (IOException e) {
      broken = Optional.of(e);
    }
  }

  private void recordTheRest(Optional<Limit> limit) throws IOException {
    limit.ifPresent(
        l -> {
          frontier.drain().forEach(t -> refuse(t, l.why(), l.detail()));
          later.forEach(t -> refuse(t.target(), l.why(), l.detail()));
        });
    String depth = "max-depth " + options.limits().maxDepth();
    frontier.tooDeep().forEach(t -> refuse(t, Why.MAX_DEPTH, depth));
    frontier.undecided().forEach(t -> refuse(t, Why.NOT_DECISIVE, "not decisive"));
    rethrow();
  }

  private void refusePrivateNetworks() {
    if (options.manners().proxy().isPresent()) {
      return;
    }
    boolean inside =
        sites.ownHosts().stream()
            .anyMatch(
                host -> {
                  try {
                    return Sites.inside(InetAddress.getByName(name("http://" + host)));
                  } catch (UnknownHostException unknown) {
                    return false;
                  }
                });
    if (!inside) {
      sites.publicOnly();
    }
  }

  private static String name(String origin) {
    return URI.create(origin).getHost();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    return thread;
  }

  /** What the frontier needs done. */
  private final class FrontierOutside implements Frontier.Outside {
    @Override
    public void resolve(String origin) {
      if (options.manners().proxy().isPresent()) {
        // the proxy resolves names; what we count by is the name
        events.add(() -> frontier.resolved(origin, name(origin), System.nanoTime()));
        return;
      }
      reading++;
      readers.execute(
          () -> {
            try {
              String address = sites.resolve(name(origin)).get(0).getHostAddress();
              events.add(
                  () -> {
                    reading--;
                    frontier.resolved(origin, address, System.nanoTime());
                  });
            } catch (UnknownHostException e) {
              boolean hidden = String.valueOf(e.getMessage()).endsWith("private address");
              events.add(
                  () -> {
                    reading--;
                    frontier.shut(
                        origin,
                        hidden ? Why.HOST : Why.FAILED,
                        hidden ? "private address" : "unknown host",
                        !hidden);
                  });
            }
          });
    }

    @Override
    public void refused(Target target, Why why, String detail, boolean noConnection) {
      Crawler.this.refused(target, why, detail, noConnection);
    }
  }
}
