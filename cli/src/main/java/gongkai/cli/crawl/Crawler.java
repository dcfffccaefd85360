package gongkai.cli.crawl;

import gongkai.cli.Version;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.cli.snapshot.WarcStore;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Unread.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a snapshot of a site: asks for the start, follows navigation and listings, then the
 * articles that can decide something, and stores every answer.
 *
 * <p>One thread runs {@link #run} and owns all state; the network's and the readers' threads hand
 * it what to do next ({@link Workers}). The crawl is over when nothing waits and nothing is under
 * way. A resumed crawl is the same crawl again, in which a stored answer takes the place of the
 * request.
 */
public final class Crawler {
  static final int MAX_HOPS = 10;

  private final Crawl.Options options;
  private final FetchPolicy policy;
  private final CrawlListener listener;
  private final Sites sites;
  private final Frontier frontier;
  private final Follow follow;
  private final SiteFiles siteFiles;
  private final Retries retries;
  private final Workers workers;
  private final Ledger ledger;
  private final Set<String> taken = new HashSet<>();
  private int pages;
  private int planned;
  private boolean startRead;

  private Crawler(
      Crawl.Options options,
      FetchPolicy policy,
      CrawlListener listener,
      Sites sites,
      Workers workers,
      WarcStore store) {
    this.options = options;
    FetchPolicy all = options.plan() ? FetchPolicy.ALL_LATER : FetchPolicy.ALL;
    this.policy = options.everything() ? all : policy;
    this.listener = listener;
    this.sites = sites;
    this.workers = workers;
    Shapes shapes = new Shapes();
    List<String> starts = new ArrayList<>(List.of(options.start()));
    starts.addAll(options.seeds());
    frontier = new Frontier(options, sites, Traps.bundled(starts), shapes, new Outside());
    follow = new Follow(frontier, sites, shapes, this.policy);
    siteFiles = new SiteFiles(options, sites, frontier, this.policy);
    retries = new Retries(options.limits());
    ledger = new Ledger(store, listener);
    workers.resources(frontier::resource);
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

  /**
   * The same with what answers say taken from elsewhere.
   *
   * @param reader called from several threads
   */
  public static Crawl.Outcome run(
      Crawl.Options options,
      FetchPolicy policy,
      CrawlListener listener,
      Function<Answer, PageFacts> reader)
      throws IOException {
    Sites sites = new Sites(options);
    Stored stored = options.resume() ? Stored.in(options.snapshot()) : Stored.NOTHING;
    Update update =
        options.update().isPresent() ? Update.of(options.update().get(), reader) : Update.NONE;
    try (WarcStore store =
            options.resume()
                ? WarcStore.append(options.snapshot())
                : WarcStore.create(options.snapshot());
        Workers workers = new Workers(options, sites, store, stored, update, reader, listener)) {
      store.begin(sites.info(options), "gongkai " + Version.number());
      Crawler crawler = new Crawler(options, policy, listener, sites, workers, store);
      Crawl.Outcome outcome = crawler.crawl();
      if (!outcome.stopped()) {
        store.end(options.start());
      }
      return outcome;
    }
  }

  private Crawl.Outcome crawl() throws IOException {
    frontier.start(Target.start(options.start()));
    options.seeds().forEach(seed -> frontier.start(Target.start(seed)));
    Optional<Limit> limit = work();
    boolean stopped = listener.stop();
    if (!stopped) {
      recordTheRest(limit);
    }
    long pace = frontier.gates().stream().mapToLong(HostGate::pace).max().orElse(0);
    return new Crawl.Outcome(
        pages,
        stopped || ledger.cut(),
        startRead,
        stopped,
        workers.asked(),
        planned,
        Duration.ofNanos(pace));
  }

  /** A limit that ended the crawl. */
  private record Limit(Why why, String detail) {}

  /** Asks and follows until nothing is left, a limit is reached or the listener says stop. */
  private Optional<Limit> work() throws IOException {
    long began = System.nanoTime();
    Optional<Long> deadline = options.limits().maxTime().map(t -> began + t.toNanos());
    while (!listener.stop()) {
      long now = System.nanoTime();
      Optional<Limit> limit = limit(deadline, now);
      long wait = limit.isPresent() ? Long.MAX_VALUE : dispatch(now);
      boolean nothingWaits = frontier.waiting() == 0 && retries.size() == 0;
      if (workers.idle() && (limit.isPresent() || nothingWaits)) {
        // what decides is wanted also where a limit keeps it from being read
        decide();
        if (limit.isPresent() || frontier.waiting() == 0) {
          return limit;
        }
      }
      long left = deadline.filter(d -> d > now).map(d -> d - now).orElse(Long.MAX_VALUE);
      workers.handle(Math.min(wait, left));
    }
    return Optional.empty();
  }

  /** Navigation and listings are read, and what was wanted of them: is more of them needed? */
  private void decide() throws IOException {
    Set<String> listed = frontier.undecided().keySet();
    if (!listed.isEmpty()) {
      WarcSnapshot file = WarcSnapshot.open(options.snapshot());
      Set<String> decisive = policy.decisive(new ReadSoFar(file, taken, ledger.unread()), listed);
      if (options.plan()) {
        long more = decisive.stream().map(frontier.undecided()::get).filter(this::costs).count();
        planned = (int) Math.min(more, Math.max(0, options.limits().maxPages() - pages));
      } else {
        frontier.decided(decisive);
      }
    }
  }

  private boolean costs(Target target) {
    return !workers.has(target) && !workers.carries(target);
  }

  private Optional<Limit> limit(Optional<Long> deadline, long now) {
    if (deadline.isPresent() && now - deadline.get() >= 0) {
      String time = Crawl.show(options.limits().maxTime().orElseThrow());
      return Optional.of(new Limit(Why.MAX_TIME, "max-time " + time));
    }
    if (pages >= options.limits().maxPages() && workers.pagesUnderWay() == 0) {
      return Optional.of(new Limit(Why.MAX_PAGES, "max-pages " + options.limits().maxPages()));
    }
    return Optional.empty();
  }

  /** Makes every request that may be made now; nanoseconds until the next one may be. */
  private long dispatch(long now) {
    retries.due(now).forEach(frontier::again);
    long wait = retries.untilNext(now);
    for (HostGate gate : List.copyOf(frontier.gates())) {
      wait = Math.min(wait, dispatch(gate, now));
    }
    return wait;
  }

  private long dispatch(HostGate gate, long now) {
    for (Optional<Target> first = gate.peek(); first.isPresent(); first = gate.peek()) {
      Target target = first.get();
      if (!roomFor(target) || workers.busyFor(target)) {
        return Long.MAX_VALUE;
      }
      if (gate.silent()) {
        refuse(gate.take(), Why.FAILED, gate.silence());
      } else if (frontier.exhausted(target)) {
        String shape = Shapes.of(target.url());
        String detail = Shapes.PATIENCE + " pages like this brought no new article: " + shape;
        refuse(gate.take(), Why.TRAP, detail);
      } else if (frontier.onlyListed(target)) {
        gate.take();
      } else if (workers.has(target)) {
        workers.recall(gate.take(), this::took);
      } else if (workers.skips(target)) {
        gate.take();
      } else if (workers.carries(target)) {
        workers.carry(gate.take(), this::took);
      } else {
        Optional<Long> delay = gate.delay(now);
        if (delay.isEmpty() || delay.get() > 0) {
          return delay.orElse(Long.MAX_VALUE);
        }
        gate.opened(now);
        frontier.asking(target);
        workers.fetch(gate.take(), gate, this::took, this::failed);
      }
    }
    return Long.MAX_VALUE;
  }

  private boolean roomFor(Target target) {
    return !target.kind().page() || pages + workers.pagesUnderWay() < options.limits().maxPages();
  }

  private void took(Target target, Reply reply) {
    switch (target.kind()) {
      case ROBOTS -> siteFiles.robots(target, reply);
      case SITEMAP -> siteFiles.sitemap(target, reply);
      case UNKNOWN -> {
        // stored: who reads the snapshot compares pages with it
      }
      default -> page(target, reply);
    }
  }

  private void page(Target target, Reply reply) {
    pages++;
    taken.add(WarcSnapshot.exactly(target.request()));
    listener.read(target.url(), reply.status(), pages, frontier.waiting() + retries.size());
    if (reply.truncated()) {
      refuse(target, Why.MAX_BODY, "max-body " + Crawl.show(options.limits().maxBody()));
    }
    if (reply.status() / 100 == 3) {
      redirect(target, reply);
    } else if (reply.facts().isPresent()) {
      String withheld = reply.facts().get().withheld();
      if (!withheld.isEmpty() && reply.facts().get().redirect().isEmpty()) {
        ledger.withheld(target, withheld);
      }
      if (target.kind() == Target.Kind.START) {
        startRead |= Target.start(options.start()).key().equals(target.first().key());
        siteFiles.askSitemap(target);
      }
      String unknown = UnknownPath.beside(target.url());
      frontier.want(Target.of(unknown, Target.Kind.UNKNOWN, target.depth(), target.url(), ""));
      follow.page(target, reply.facts().get(), reply.fingerprint());
    } else {
      follow.afterAbsence(target, reply.status());
    }
  }

  private void redirect(Target target, Reply reply) {
    if (reply.location().isEmpty()) {
      refuse(target, Why.FAILED, reply.status() + " without an address");
      return;
    }
    String location = reply.location().get();
    Target hop = target.redirected(location);
    if (hop.hops().contains(location)) {
      refuse(target.asWanted(), Why.TRAP, "redirect loop");
    } else if (hop.hops().size() > MAX_HOPS) {
      refuse(target.asWanted(), Why.TRAP, "more than " + MAX_HOPS + " redirects");
    } else if (!sites.asked(hop.host())) {
      Target refused =
          Target.of(location, target.kind(), target.depth(), target.url(), target.words());
      refuse(refused, Why.HOST, "redirect to " + hop.host());
    } else {
      if (target.kind() == Target.Kind.START) {
        // the site has moved to a host that the operator allows: that is the site then
        sites.adopt(hop.host());
      }
      frontier.redirected(hop, target.url());
    }
  }

  private void failed(HostGate gate, Target target, Attempt.Failed failed) {
    Optional<Duration> pause = retries.failed(target, failed);
    if (failed.busy()) {
      Duration rest = pause.orElse(options.limits().pause());
      gate.pauseUntil(System.nanoTime() + rest.toNanos());
      listener.paused(target.host(), rest, failed.detail());
    }
    if (pause.isPresent()) {
      retries.later(target, System.nanoTime() + pause.get().toNanos());
      return;
    }
    if (failed.cause() != Attempt.Cause.REFUSED) {
      gate.gaveNoAnswer(failed.detail());
    }
    switch (target.kind()) {
      case ROBOTS -> siteFiles.robotsFailed(target, failed);
      case SITEMAP, UNKNOWN -> {
        // a help that is missing: nothing of the site is lost with it
      }
      default -> {
        notRead(target, Why.FAILED, failed.detail(), failed.noConnection());
        follow.afterFailure(target, failed.detail());
      }
    }
  }

  private void notRead(Target target, Why why, String detail, boolean noConnection) {
    Optional<Target> other = noConnection ? otherScheme(target, detail) : Optional.empty();
    if (other.isPresent()) {
      frontier.prefer(other.get());
      frontier.start(other.get());
    } else {
      refuse(target, why, detail);
    }
  }

  private Optional<Target> otherScheme(Target target, String detail) {
    try {
      return ledger.otherScheme(target, detail);
    } catch (IOException e) {
      workers.broken(e);
      return Optional.empty();
    }
  }

  private void refuse(Target target, Why why, String detail) {
    workers.noResource(target);
    try {
      ledger.refuse(target, why, detail);
    } catch (IOException e) {
      workers.broken(e);
    }
  }

  private void recordTheRest(Optional<Limit> limit) throws IOException {
    if (limit.isPresent()) {
      List<Target> rest = new ArrayList<>(frontier.drain());
      rest.addAll(retries.drain());
      rest.forEach(target -> refuse(target, limit.get().why(), limit.get().detail()));
    }
    String depth = "max-depth " + options.limits().maxDepth();
    frontier.tooDeep().forEach(target -> refuse(target, Why.MAX_DEPTH, depth));
    frontier.undecided().values().stream()
        .filter(target -> !workers.has(target))
        .sorted(Comparator.comparing(Target::url))
        .forEach(target -> refuse(target, Why.NOT_DECISIVE, "not decisive"));
    workers.rethrow();
  }

  /** What the frontier needs done. */
  private final class Outside implements Frontier.Outside {
    @Override
    public void resolve(String origin) {
      workers.resolve(
          origin,
          address -> frontier.resolved(origin, address, System.nanoTime()),
          (why, detail) -> frontier.shut(origin, why, detail, why == Why.FAILED));
    }

    @Override
    public void refused(Target target, Why why, String detail, boolean noConnection) {
      notRead(target, why, detail, noConnection);
    }
  }
}
