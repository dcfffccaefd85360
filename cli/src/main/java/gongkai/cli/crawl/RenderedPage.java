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

/**
 * One page in the browser: its requests are stopped and answered, until it comes to rest; then it
 * can be read, or pictured.
 */
final class RenderedPage {
  /** A page that asks for nothing so long has come to rest. */
  private static final Duration REST = Duration.ofMillis(500);

  /** What nobody sees. */
  private static final Set<String> UNSEEN =
      Set.of(
          "Media",
          "TextTrack",
          "Prefetch",
          "EventSource",
          "WebSocket",
          "Manifest",
          "SignedExchange",
          "Ping",
          "CSPViolationReport",
          "FedCM");

  /** What shows no words is not asked for where words are wanted. */
  private static final Set<String> NO_WORDS = Set.of("Image", "Font", "Stylesheet");

  /** The sign in a window's bar (favicon), which is no part of the page. */
  private static final String BAR = "Other";

  /** All words that a picture shows, those in fields and frames too. */
  private static final String ALL_TEXT =
      """
      (function text(w) {
        var all = [];
        try {
          all.push(w.document.title, w.document.body.innerText);
          w.document.querySelectorAll('input,textarea').forEach(f => all.push(f.value));
          for (var i = 0; i < w.frames.length; i++) all.push(text(w.frames[i]));
        } catch (noDocument) {
        }
        return all.join(' | ');
      })(window)
      """;

  private static final Set<String> WIRE_ONLY =
      Set.of("content-encoding", "content-length", "transfer-encoding", "set-cookie");

  private final Browser browser;
  private final SessionID session;
  private final Answer page;
  private final Supply supply;
  private final Purpose purpose;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean pageGiven;
  private String frame = "";
  private boolean loaded;
  private int pending;
  private long lastChange;

  /** Answers what a page asks for. */
  interface Supply {
    /** Asks; {@code then} is called once, on any thread, with nothing when it is refused. */
    void ask(PageRequest request, Consumer<Optional<Resource>> then);
  }

  /** What the page is shown for. */
  enum Purpose {
    /** To be read: it may lead on to another page, and pictures are not needed. */
    WORDS,
    /** To be pictured: it stays where it is. */
    PICTURE
  }

  /** A picture of the page as PNG, {@code whole} its whole height, {@code text} what it shows. */
  record Photo(byte[] png, int width, int height, int whole, String text) {}

  /** An answer for the page's scripts. */
  record Resource(int status, List<String> headers, byte[] body) {}

  RenderedPage(Browser browser, SessionID session, Answer page, Supply supply, Purpose purpose) {
    this.purpose = purpose;
    this.browser = browser;
    this.session = session;
    this.page = page;
    this.supply = supply;
  }

  /** Shows the page until it has come to rest. */
  void open(Connection connection, Duration longest) throws IOException {
    Function<JsonInput, Map<String, Object>> map = input -> input.read(Json.MAP_TYPE);
    connection.addListener(new Event<>("Fetch.requestPaused", map), (n, p) -> paused(p));
    connection.addListener(new Event<>("Page.loadEventFired", map), (n, p) -> loaded());
    connection.addListener(new Event<>("Page.javascriptDialogOpening", map), (n, p) -> closed());
    send("Page.enable", Map.of());
    send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
    lastChange = System.nanoTime();
    browser.tell(session, "Page.navigate", Map.of("url", page.request().url()));
    awaitRest(System.nanoTime() + longest.toNanos());
  }

  /** A window of so many pixels. */
  void window(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Its scripts do not run: it is what they have made of it. */
  void withoutScripts() {
    send("Emulation.setScriptExecutionDisabled", Map.of("value", true));
  }

  /** The document as it is now. */
  byte[] document() throws IOException {
    return ("<!DOCTYPE html>\n" + evaluated("document.documentElement.outerHTML"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A picture of the page from its top, at most so high. */
  Photo picture(int width, int highest) throws IOException {
    String text = evaluated(ALL_TEXT);
    Object size = send("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    if (!(size instanceof Map<?, ?> content) || !(content.get("height") instanceof Number whole)) {
      throw new IOException("the browser does not say how large the page is");
    }
    int height = Math.max(1, Math.min(highest, whole.intValue()));
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    Object data =
        send(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", clip))
            .get("data");
    if (!(data instanceof String base64)) {
      throw new IOException("the browser gives no picture");
    }
    return new Photo(
        Base64.getDecoder().decode(base64), width, height, Math.max(1, whole.intValue()), text);
  }

  /** What an expression is in the page. */
  String evaluated(String expression) throws IOException {
    Map<String, Object> reply =
        send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    Object value = reply.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
    if (!(value instanceof String text)) {
      throw new IOException("the browser shows no document");
    }
    return text;
  }

  private Map<String, Object> send(String method, Map<String, Object> parameters) {
    return browser.send(Optional.of(session), method, parameters);
  }

  /** A box that asks the reader something holds the page up until it is answered. */
  private void closed() {
    browser.tell(session, "Page.handleJavaScriptDialog", Map.of("accept", false));
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
    boolean document = type.equals("Document");
    boolean here =
        purpose == Purpose.PICTURE && String.valueOf(paused.get("frameId")).equals(frame);
    if (document && first()) {
      frame = String.valueOf(paused.get("frameId"));
      String contentType = page.contentType();
      give(
          id,
          new Resource(
              page.status(),
              contentType.isBlank() ? List.of() : List.of("Content-Type: " + contentType),
              page.body()));
    } else if (document && here) {
      // it would go on to another page, which is not the one to be pictured, and waits for it
      refuse(id, "Aborted");
      loaded();
    } else if (url.isEmpty() || !known || unwanted(type)) {
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

  private boolean unwanted(String type) {
    return UNSEEN.contains(type)
        || (purpose == Purpose.WORDS ? NO_WORDS.contains(type) : type.equals(BAR));
  }

  private void refuse(String id) {
    refuse(id, "BlockedByClient");
  }

  private void refuse(String id, String reason) {
    browser.tell(session, "Fetch.failRequest", Map.of("requestId", id, "errorReason", reason));
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
