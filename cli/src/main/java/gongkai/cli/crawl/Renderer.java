package gongkai.cli.crawl;

import gongkai.cli.snapshot.WarcStore;
import gongkai.page.PageFacts;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Gives pages that show nothing without a script to the browser ({@code --render}), one at a time,
 * and stores the document that it shows beside the answer. The browser starts with the first such
 * page.
 */
final class Renderer implements AutoCloseable {
  /** A page with its scripts and lists, at two requests a second. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final long MOST_KEPT = 20_000_000;

  private final Path program;
  private final WarcStore store;
  private final long maxBody;
  private final BiConsumer<Target, Consumer<Optional<RenderedPage.Resource>>> ask;
  private final Map<String, RenderedPage.Resource> scripts = new HashMap<>();
  private Optional<Browser> browser = Optional.empty();
  private long kept;

  /**
   * @param ask asks for something that a page wants, with the crawl's manners and limits
   */
  Renderer(
      Path program,
      WarcStore store,
      long maxBody,
      BiConsumer<Target, Consumer<Optional<RenderedPage.Resource>>> ask) {
    this.program = program;
    this.store = store;
    this.maxBody = maxBody;
    this.ask = ask;
  }

  /** A page, or a list, that only a script fills. */
  static boolean needed(PageFacts facts, PageRequest request) {
    boolean list =
        facts
            .listing()
            .filter(l -> l.entries().isEmpty() && l.next().isEmpty() && !l.unread().isEmpty())
            .isPresent();
    boolean page = facts.needsScript() && facts.access().isEmpty();
    return request.form().isEmpty() && facts.redirect().isEmpty() && (page || list);
  }

  /** What a page shows after its scripts have run, as it is stored; empty if it does not. */
  synchronized Optional<Answer> render(Answer page) throws IOException {
    byte[] document;
    try {
      if (browser.isEmpty()) {
        browser = Optional.of(Browser.start(program));
      }
      document = browser.get().render(page, (request, then) -> ask(page, request, then), LONGEST);
    } catch (IOException notShown) {
      // the page stays what it was: one that needs a script, and is said to be so
      close();
      return Optional.empty();
    }
    return document.length > maxBody
        ? Optional.empty()
        : Optional.of(store.writeRendered(page, document));
  }

  private void ask(
      Answer page, PageRequest request, Consumer<Optional<RenderedPage.Resource>> then) {
    Optional<RenderedPage.Resource> known = kept(request);
    if (known.isPresent()) {
      then.accept(known);
      return;
    }
    Target target =
        new Target(
            request,
            Target.Kind.RESOURCE,
            0,
            page.request().url(),
            "",
            Optional.empty(),
            0,
            java.util.List.of());
    ask.accept(
        target,
        answer -> {
          answer.ifPresent(resource -> keep(request, resource));
          then.accept(answer);
        });
  }

  private Optional<RenderedPage.Resource> kept(PageRequest request) {
    synchronized (scripts) {
      return Optional.ofNullable(scripts.get(request.url()));
    }
  }

  /** The programs of a site are the same on every page: they are asked for once. */
  private void keep(PageRequest request, RenderedPage.Resource resource) {
    boolean program =
        resource.headers().stream()
            .anyMatch(
                line -> line.toLowerCase(java.util.Locale.ROOT).matches("content-type:.*script.*"));
    synchronized (scripts) {
      if (program && request.form().isEmpty() && kept + resource.body().length <= MOST_KEPT) {
        scripts.put(request.url(), resource);
        kept += resource.body().length;
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (browser.isPresent()) {
      Browser running = browser.get();
      browser = Optional.empty();
      running.close();
    }
  }
}
