package gongkai.cli.crawl;

import gongkai.cli.crawl.RenderedPage.Resource;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Gives pages that are being pictured what they ask for: what the snapshot holds, else what the
 * site answers, within robots.txt, the order's hosts and its rate, one request at a time. Forms are
 * not sent: a picture changes nothing at the site.
 */
final class PictureSupply implements AutoCloseable {
  private static final long MOST_KEPT = 50_000_000;

  /** A host that gives no answer so often is not asked any more. */
  private static final int SILENT_AFTER = 3;

  private final WarcSnapshot snapshot;
  private final Map<String, String> stored;
  private final OneFile site;
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "pictures");
            thread.setDaemon(true);
            return thread;
          });

  /** What the site gave; the same for every page. */
  private final Map<String, Optional<Resource>> given = new HashMap<>();

  private final Map<String, Integer> silences = new HashMap<>();
  private long kept;

  /**
   * @param stored places of what the snapshot holds, by {@link WarcSnapshot#exactly}
   */
  PictureSupply(Crawl.Options order, WarcSnapshot snapshot, Map<String, String> stored)
      throws IOException {
    this.snapshot = snapshot;
    this.stored = stored;
    site = OneFile.ofSite(once(order));
  }

  /** A picture is not worth asking twice for. */
  private static Crawl.Options once(Crawl.Options order) {
    Crawl.Limits l = order.limits();
    return new Crawl.Options(
        order.start(),
        order.seeds(),
        order.allowedHosts(),
        order.snapshot(),
        order.resume(),
        order.update(),
        order.everything(),
        order.plan(),
        order.manners(),
        new Crawl.Limits(
            l.maxPages(), l.maxDepth(), l.maxTime(), l.timeout(), 0, l.pause(), l.maxBody()));
  }

  /** What one page asks for. */
  final class ForPage implements RenderedPage.Supply {
    private final long until;
    private final AtomicInteger missing = new AtomicInteger();

    private ForPage(Duration time) {
      until = System.nanoTime() + time.toNanos();
    }

    @Override
    public void ask(PageRequest request, Consumer<Optional<Resource>> then) {
      try {
        asking.execute(() -> answer(request, then));
      } catch (RejectedExecutionException closed) {
        then.accept(Optional.empty());
      }
    }

    private void answer(PageRequest request, Consumer<Optional<Resource>> then) {
      boolean late = until - System.nanoTime() <= 0;
      Optional<Resource> resource = late ? Optional.empty() : resource(request);
      if (resource.isEmpty()) {
        missing.incrementAndGet();
      }
      then.accept(resource);
    }

    /** How many things it did not get. */
    int missing() {
      return missing.get();
    }
  }

  /**
   * For one page.
   *
   * @param time after which it gets nothing any more, so that it comes to rest
   */
  ForPage forPage(Duration time) {
    return new ForPage(time);
  }

  private Optional<Resource> resource(PageRequest request) {
    String place = stored.get(WarcSnapshot.exactly(request));
    Optional<Answer> answer =
        Optional.ofNullable(place)
            .map(p -> snapshot.at(p, request.form()))
            .filter(a -> a.status() / 100 != 3);
    if (answer.isPresent()) {
      return answer.filter(a -> a.status() / 100 == 2).map(a -> of(a.contentType(), a.body()));
    }
    if (request.form().isPresent()) {
      return Optional.empty();
    }
    Optional<Resource> before = given.get(request.url());
    if (before != null) {
      return before;
    }
    Optional<Resource> now = asked(request.url());
    int length = now.map(r -> r.body().length).orElse(0);
    if (kept + length <= MOST_KEPT) {
      kept += length;
      given.put(request.url(), now);
    }
    return now;
  }

  private Optional<Resource> asked(String url) {
    Target target = Target.of(url, Target.Kind.RESOURCE, 0, "", "");
    if (silences.getOrDefault(target.origin(), 0) >= SILENT_AFTER) {
      return Optional.empty();
    }
    try {
      OneFile.Outcome outcome = site.follow(target);
      if (outcome instanceof OneFile.Got got) {
        silences.remove(target.origin());
        return Optional.of(of(got.contentType(), got.body()));
      }
      if (((OneFile.Not) outcome).detail().matches("timeout.*|no connection|unknown host")) {
        silences.merge(target.origin(), 1, Integer::sum);
      }
      return Optional.empty();
    } catch (IOException interrupted) {
      // the pictures are at their end: the page does without
      return Optional.empty();
    }
  }

  private static Resource of(String contentType, byte[] body) {
    return new Resource(
        200, contentType.isEmpty() ? List.of() : List.of("Content-Type: " + contentType), body);
  }

  @Override
  public void close() {
    asking.shutdownNow();
    site.close();
  }
}
