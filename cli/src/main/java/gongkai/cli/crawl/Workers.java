package gongkai.cli.crawl;

import gongkai.cli.attachment.ReaderProcess;
import gongkai.cli.snapshot.Exchange;
import gongkai.cli.snapshot.WarcStore;
import gongkai.page.FileFormat;
import gongkai.page.PageFacts;
import gongkai.snapshot.Answer;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Unread.Why;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The threads beside the deciding one: the network's fetch, the readers store and read. What they
 * find is handled on the deciding thread, inside {@link #handle}; all counts belong to that thread.
 */
final class Workers implements AutoCloseable {
  private static final int READERS = Math.max(1, Runtime.getRuntime().availableProcessors());

  /** Answers that may wait to be read: each holds a body. */
  private static final int BACKLOG = 4 * READERS;

  /** The deciding thread looks up this often, so that it hears a wish to stop. */
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(250);

  private final Crawl.Options options;
  private final Sites sites;
  private final WarcStore store;
  private final Stored stored;
  private final Update update;
  private final Function<Answer, PageFacts> reader;
  private final CrawlListener listener;
  private final Fetcher fetcher;
  private final ReaderProcess files = new ReaderProcess(ReaderProcess.Limits.USUAL);
  private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
  private final ExecutorService readers = Executors.newFixedThreadPool(READERS, Workers::daemon);
  private final Optional<Renderer> renderer;
  private final Map<Target, Consumer<Optional<RenderedPage.Resource>>> awaited =
      new IdentityHashMap<>();
  private Consumer<Target> resources = target -> noResource(target);
  private int fetching;
  private int reading;
  private int surveying;
  private int pages;
  private int asked;
  private Optional<Throwable> broken = Optional.empty();

  /** An attempt failed. */
  interface Failure {
    void failed(HostGate gate, Target target, Attempt.Failed failed);
  }

  private interface Source {
    Answer answer() throws IOException;
  }

  Workers(
      Crawl.Options options,
      Sites sites,
      WarcStore store,
      Stored stored,
      Update update,
      Function<Answer, PageFacts> reader,
      CrawlListener listener)
      throws IOException {
    this.options = options;
    this.sites = sites;
    this.store = store;
    this.stored = stored;
    this.update = update;
    this.reader = reader;
    this.listener = listener;
    this.fetcher = new Fetcher(options, sites);
    this.renderer =
        options
            .manners()
            .browser()
            .map(
                program ->
                    new Renderer(
                        program,
                        store,
                        options.limits().maxBody(),
                        (target, then) -> events.add(() -> ask(target, then))));
  }

  /** Where to put what a page that is being rendered asks for. */
  void resources(Consumer<Target> frontier) {
    resources = frontier;
  }

  private void ask(Target target, Consumer<Optional<RenderedPage.Resource>> then) {
    awaited.put(target, then);
    resources.accept(target);
  }

  /** It was refused, or failed: the page has to do without. */
  void noResource(Target target) {
    Optional.ofNullable(awaited.remove(target)).ifPresent(then -> then.accept(Optional.empty()));
  }

  /** Nothing is under way. */
  boolean idle() {
    return fetching == 0 && reading == 0;
  }

  /** Pages being fetched, stored or read. */
  int pagesUnderWay() {
    return pages;
  }

  /**
   * True while a target has to wait for readers: when too many answers wait to be read; for an
   * article while a page is being read that may lead to sections; and, unless every page is wanted,
   * for a link of navigation while one is being read that may list it as an article.
   */
  boolean busyFor(Target target) {
    boolean mayBeListed = target.kind() == Target.Kind.SECTION && !options.everything();
    return reading >= BACKLOG || surveying > 0 && (!survey(target) || mayBeListed);
  }

  private static boolean survey(Target target) {
    return target.kind().compareTo(Target.Kind.ARTICLE) < 0;
  }

  /** An earlier run stored the answer. */
  boolean has(Target target) {
    return stored.has(target);
  }

  /** Handles what has been found, waiting for it at most so long. */
  void handle(long nanos) throws IOException {
    try {
      Runnable event = events.poll(Math.min(nanos, LONGEST_WAIT), TimeUnit.NANOSECONDS);
      while (event != null) {
        event.run();
        event = events.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the crawl's thread was interrupted", e);
    }
    rethrow();
  }

  /** The crawl cannot go on. */
  void broken(Throwable cause) {
    broken = Optional.of(cause);
  }

  /** Throws what keeps the crawl from going on. */
  void rethrow() throws IOException {
    if (broken.isPresent()) {
      if (broken.get() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException("reading a page failed", broken.get());
    }
  }

  /** Requests made so far. */
  int asked() {
    return asked;
  }

  void fetch(Target target, HostGate gate, BiConsumer<Target, Reply> took, Failure failure) {
    fetching++;
    asked++;
    count(target, 1);
    boolean robots = target.kind() == Target.Kind.ROBOTS;
    long began = System.nanoTime();
    fetcher.fetch(
        target,
        update.conditions(target),
        robots ? RobotsFile.MAX_BYTES : options.limits().maxBody(),
        attempt -> {
          Duration time = Duration.ofNanos(System.nanoTime() - began);
          events.add(
              () -> {
                listener.answered(time);
                fetched(target, gate, attempt, took, failure);
              });
        });
  }

  private void fetched(
      Target target,
      HostGate gate,
      Attempt attempt,
      BiConsumer<Target, Reply> took,
      Failure failure) {
    fetching--;
    gate.closed();
    if (attempt instanceof Attempt.Failed failed) {
      count(target, -1);
      failure.failed(gate, target, failed);
    } else if (attempt instanceof Attempt.Answered answered) {
      gate.answered();
      if (target.kind() == Target.Kind.RESOURCE) {
        Exchange got = answered.exchange();
        Optional.ofNullable(awaited.remove(target))
            .ifPresent(
                then ->
                    then.accept(
                        Optional.of(
                            new RenderedPage.Resource(
                                answered.status(), got.headers(), got.body()))));
        return;
      }
      if (target.kind() == Target.Kind.PROBE && answered.status() / 100 != 4) {
        // the file is there: that is all that was asked
        count(target, -1);
      } else {
        read(target, () -> update.store(withText(answered.exchange()), store), took);
      }
    }
  }

  /** A file is read before it is stored, so that its words are stored with it. */
  private Exchange withText(Exchange exchange) throws IOException {
    Optional<FileFormat> format = exchange.readableFile();
    if (format.isEmpty()) {
      return exchange;
    }
    return exchange.with(
        exchange.truncated()
            ? FileText.unread(FileText.State.OVER_LIMIT, "max-body")
            : files.read(format.get(), exchange.body()));
  }

  /** Takes the stored answer in place of a request. */
  void recall(Target target, BiConsumer<Target, Reply> took) {
    count(target, 1);
    read(target, () -> stored.get(target), took);
  }

  /** An earlier snapshot's answer is as good as a new one. */
  boolean carries(Target target) {
    return update.carries(target);
  }

  /** It need not be asked, and there is nothing to store. */
  boolean skips(Target target) {
    return update.skips(target);
  }

  /** Takes the earlier snapshot's answer in place of a request. */
  void carry(Target target, BiConsumer<Target, Reply> took) {
    count(target, 1);
    read(target, () -> update.carry(target, store), took);
  }

  private void read(Target target, Source source, BiConsumer<Target, Reply> took) {
    int survey = survey(target) ? 1 : 0;
    reading++;
    surveying += survey;
    readers.execute(
        () -> {
          try {
            Reply reply = reply(target, source.answer());
            events.add(
                () -> {
                  reading--;
                  surveying -= survey;
                  count(target, -1);
                  took.accept(target, reply);
                });
          } catch (IOException | RuntimeException | Error e) {
            events.add(() -> broken(e));
          }
        });
  }

  private Reply reply(Target target, Answer answer) throws IOException {
    Reply reply = Reply.to(target, answer, reader);
    boolean needed =
        reply.facts().filter(facts -> Renderer.needed(facts, target.request())).isPresent();
    Optional<Answer> rendered =
        needed && renderer.isPresent() ? renderer.get().render(answer) : Optional.empty();
    Reply shown = rendered.map(r -> Reply.to(target, r, reader)).orElse(reply);
    if (target.kind().page()) {
      // what a script shows may change although the answer does not: it is new each time
      update.read(rendered.orElse(answer), shown.facts());
    }
    return shown;
  }

  private void count(Target target, int n) {
    if (target.kind().page()) {
      pages += n;
    }
  }

  /**
   * Finds what the rate of an origin's host is counted by: its address, or its name behind a proxy,
   * which resolves names itself.
   */
  void resolve(String origin, Consumer<String> found, BiConsumer<Why, String> refused) {
    String name = URI.create(origin).getHost();
    if (options.manners().proxy().isPresent()) {
      events.add(() -> found.accept(name));
      return;
    }
    reading++;
    readers.execute(
        () -> {
          Runnable event;
          try {
            String address = sites.resolve(name).get(0).getHostAddress();
            event = () -> found.accept(address);
          } catch (Sites.PrivateAddress inside) {
            event = () -> refused.accept(Why.HOST, "private address");
          } catch (UnknownHostException unknown) {
            event = () -> refused.accept(Why.FAILED, "unknown host");
          }
          Runnable then = event;
          events.add(
              () -> {
                reading--;
                then.run();
              });
        });
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "reader");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() throws IOException {
    fetcher.close();
    readers.shutdownNow();
    files.close();
    if (renderer.isPresent()) {
      renderer.get().close();
    }
  }
}
