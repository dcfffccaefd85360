package gongkai.cli.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;

/** A file open in a real Chromium, as a person has it before them: its window, theme and paper. */
public final class OpenPage implements AutoCloseable {
  private final Browser browser;
  private final Optional<SessionID> session;

  private OpenPage(Browser browser, SessionID session) {
    this.browser = browser;
    this.session = Optional.of(session);
  }

  /** Starts a browser without a network and opens a file in it. */
  public static OpenPage of(Path file) throws IOException {
    Path program = Browser.find().orElseThrow(() -> new IOException("no Chromium is installed"));
    Browser browser = Browser.start(program);
    Map<String, Object> target =
        browser.send(Optional.empty(), "Target.createTarget", Map.of("url", "about:blank"));
    Map<String, Object> attached =
        browser.send(
            Optional.empty(),
            "Target.attachToTarget",
            Map.of("targetId", target.get("targetId"), "flatten", true));
    OpenPage page = new OpenPage(browser, new SessionID(attached.get("sessionId").toString()));
    page.send("Page.enable", Map.of());
    page.open(file);
    return page;
  }

  /** Opens another file in its place, and waits until it is loaded. */
  public void open(Path file) {
    send("Page.navigate", Map.of("url", file.toUri().toString()));
    run(
        "new Promise(done => document.readyState === 'complete' ? done(0)"
            + " : addEventListener('load', () => done(0)))");
  }

  /** The window in CSS pixels. */
  public void window(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** {@code light} or {@code dark}. */
  public void theme(String name) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", name))));
  }

  /** Presses a key once: {@code Tab}, {@code Enter}. */
  public void press(String key, int code) {
    Map<String, Object> event =
        new HashMap<>(Map.of("key", key, "code", key, "windowsVirtualKeyCode", code));
    if (key.equals("Enter")) {
      event.put("text", "\r");
    }
    event.put("type", "keyDown");
    send("Input.dispatchKeyEvent", event);
    event.put("type", "keyUp");
    event.remove("text");
    send("Input.dispatchKeyEvent", event);
  }

  /** The value of an expression, once its promise is kept; numbers, words, lists and maps. */
  public Object run(String expression) {
    Map<String, Object> reply =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (reply.containsKey("exceptionDetails")) {
      throw new IllegalStateException(reply.get("exceptionDetails").toString());
    }
    return reply.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
  }

  /** The page on A4 as its own style sheet lays it out. */
  public byte[] paper() {
    return data("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
  }

  /** What the window shows, as PNG. */
  public byte[] picture() {
    return data("Page.captureScreenshot", Map.of("format", "png"));
  }

  private byte[] data(String method, Map<String, Object> parameters) {
    return Base64.getDecoder().decode(send(method, parameters).get("data").toString());
  }

  private Map<String, Object> send(String method, Map<String, Object> parameters) {
    return browser.send(session, method, parameters);
  }

  @Override
  public void close() throws IOException {
    browser.close();
  }
}
