package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.Event;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.JsonInput;

/** One page in the browser: its requests are stopped and answered, until it comes to rest. */
final class RenderedPage {
  /** A page that asks for nothing so long has come to rest. */
  private static final Duration REST = Duration.ofMillis(500);

  /** What shows no words is not asked for. */
  private static final Set<String> NO_WORDS =
      Set.of(
          "Image",
          "Media",
          "Font",
          "Stylesheet",
          "TextTrack",
          "Prefetch",
          "EventSource",
          "WebSocket",
          "Manifest",
          "SignedExchange",
          "Ping",
          "CSPViolationReport",
          "FedCM");

  private static final Set<String> WIRE_ONLY =
      Set.of("content-encoding", "content-length", "transfer-encoding", "set-cookie");

  private final Browser browser;
  private final SessionID session;
  private final Answer page;
  private final Supply supply;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean pageGiven;
  private boolean loaded;
  private int pending;
  private long lastChange;

  /** Answers what a page asks for. */
  interface Supply {
    /** Asks; {@code then} is called once, on any thread, with nothing when it is refused. */
    void ask(PageRequest request, Consumer<Optional<Resource>> then);
  }

  /** An answer for the page's scripts. */
  record Resource(int status, List<String> headers, byte[] body) {}

  RenderedPage(Browser browser, SessionID session, Answer page, Supply supply) {
    this.browser = browser;
    this.session = session;
    this.page = page;
    this.supply = supply;
  }

  /** The document once the page has come to rest. */
  byte[] document(Connection connection, Duration longest) throws IOException {
    Function<JsonInput, Map<String, Object>> map = input -> input.read(Json.MAP_TYPE);
    connection.addListener(new Event<>("Fetch.requestPaused", map), (n, p) -> paused(p));
    connection.addListener(new Event<>("Page.loadEventFired", map), (n, p) -> loaded());
    Optional<SessionID> here = Optional.of(session);
    browser.send(here, "Page.enable", Map.of());
    browser.send(here, "Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
    lastChange = System.nanoTime();
    browser.tell(session, "Page.navigate", Map.of("url", page.request().url()));
    awaitRest(System.nanoTime() + longest.toNanos());
    Map<String, Object> html =
        browser.send(
            here,
            "Runtime.evaluate",
            Map.of("expression", "document.documentElement.outerHTML", "returnByValue", true));
    Object value = html.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    if (!(value instanceof String document)) {
      throw new IOException("the browser shows no document");
    }
    return ("<!DOCTYPE html>\n" + document).getBytes(StandardCharsets.UTF_8);
  }

  private void awaitRest(long deadline) throws IOException {
    lock.lock();
    try {
      while (true) {
        long now = System.nanoTime();
        long rest = loaded && pending == 0 ? lastChange + REST.toNanos() - now : Long.MAX_VALUE;
        if (rest <= 0) {
          return;
        }
        long left = deadline - now;
        if (left <= 0) {
          throw new IOException("the page did not come to rest");
        }
        changed.await(Math.min(rest, left), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private void loaded() {
    change(
        () -> {
          loaded = true;
        });
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      lastChange = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void paused(Map<String, Object> paused) {
    String id = String.valueOf(paused.get("requestId"));
    String type = String.valueOf(paused.get("resourceType"));
    Map<?, ?> asked = paused.get("request") instanceof Map<?, ?> map ? map : Map.of();
    Optional<String> url = Addresses.canonical(String.valueOf(asked.get("url")));
    String method = String.valueOf(asked.get("method"));
    boolean form = asked.get("postData") instanceof String;
    boolean known = method.equals("GET") || method.equals("POST") && form;
    if (type.equals("Document") && first()) {
      give(
          id,
          new Resource(page.status(), List.of("Content-Type: " + page.contentType()), page.body()));
    } else if (url.isEmpty() || !known || NO_WORDS.contains(type)) {
      refuse(id);
    } else {
      change(() -> pending++);
      Optional<String> body =
          method.equals("POST")
              ? Optional.of(String.valueOf(asked.get("postData")))
              : Optional.empty();
      supply.ask(
          new PageRequest(url.get(), body),
          answer -> {
            answer.ifPresentOrElse(resource -> give(id, resource), () -> refuse(id));
            change(() -> pending--);
          });
    }
  }

  private boolean first() {
    boolean first = !pageGiven;
    pageGiven = true;
    return first;
  }

  private void refuse(String id) {
    browser.tell(
        session, "Fetch.failRequest", Map.of("requestId", id, "errorReason", "BlockedByClient"));
  }

  private void give(String id, Resource resource) {
    List<Map<String, Object>> headers = new ArrayList<>();
    for (String line : resource.headers()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).strip();
      if (!WIRE_ONLY.contains(name.toLowerCase(Locale.ROOT))) {
        headers.add(Map.of("name", name, "value", line.substring(colon + 1).strip()));
      }
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("requestId", id);
    parameters.put("responseCode", resource.status());
    parameters.put("responseHeaders", headers);
    parameters.put("body", Base64.getEncoder().encodeToString(resource.body()));
    browser.tell(session, "Fetch.fulfillRequest", parameters);
  }
}
