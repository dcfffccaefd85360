package gongkai.cli.crawl;

import gongkai.snapshot.Answer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.devtools.Command;
import org.openqa.selenium.devtools.Connection;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.JsonInput;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * A Chromium of this machine that runs the scripts of pages which the crawl has fetched. It reaches
 * no network itself: its proxy is a port where nothing listens, and every request that a page makes
 * is stopped and answered by the crawl ({@link RenderedPage}), with the crawl's robots.txt, hosts,
 * rate and limits. Not safe for threads.
 */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final List<String> ELSEWHERE =
      List.of(
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Duration REPLY = Duration.ofSeconds(20);
  private static final String TWO_LETTERS =
      """
      (function () {
        function drawn(letter) {
          var canvas = document.createElement('canvas');
          canvas.width = canvas.height = 40;
          var pen = canvas.getContext('2d');
          pen.font = '30px sans-serif';
          pen.fillText(letter, 4, 32);
          return canvas.toDataURL();
        }
        return drawn('国') === drawn('务') ? 'one' : 'two';
      })()
      """;

  private final Process process;
  private final Path profile;
  private final HttpClient client;
  private final Connection connection;

  private Browser(Process process, Path profile, HttpClient client, Connection connection) {
    this.process = process;
    this.profile = profile;
    this.client = client;
    this.connection = connection;
  }

  /** The browser that is installed here. */
  static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "");
    Stream<Path> named =
        Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, ELSEWHERE.stream().map(Path::of))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Starts a browser with a profile of its own, which is removed with it. */
  static Browser start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("gongkai-chromium");
    Process process =
        new ProcessBuilder(command(program, profile))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String address = listening(process);
      ClientConfig config =
          ClientConfig.defaultConfig().baseUri(URI.create(address.replaceFirst("^ws:", "http:")));
      HttpClient client = HttpClient.Factory.createDefault().createClient(config);
      return new Browser(process, profile, client, new Connection(client, address, config));
    } catch (WebDriverException | IOException e) {
      process.destroyForcibly();
      throw new IOException(program + " could not be started: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path program, Path profile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--disable-default-apps",
                // answers of other allowed hosts reach the page whatever their headers allow
                "--disable-web-security",
                // frames of other hosts are in the page's own process: what they ask for is seen
                "--disable-site-isolation-trials",
                "--disable-features=IsolateOrigins,site-per-process",
                // of letters that several languages share the Chinese shapes
                "--lang=zh-CN",
                "--hide-scrollbars",
                "--proxy-server=http://127.0.0.1:9",
                "--proxy-bypass-list=<-loopback>",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
    if (System.getProperty("user.name", "").equals("root")) {
      // Chromium refuses to run as root with it
      command.add("--no-sandbox");
    }
    command.add("about:blank");
    return command;
  }

  /** The address of its debugging protocol, which it says on stderr. */
  private static String listening(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String last = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread rest = new Thread(() -> drain(lines), "chromium");
        rest.setDaemon(true);
        rest.start();
        return listening.group(1);
      }
      last = line;
    }
    throw new IOException(last.isEmpty() ? "it ended at once" : last);
  }

  private static void drain(BufferedReader lines) {
    try (lines) {
      while (lines.readLine() != null) {
        // what it says of itself is of no use to anybody
      }
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }

  /**
   * The document after its scripts have run.
   *
   * @param page as it was fetched; it is not asked for again
   * @param supply answers what the scripts ask for
   * @param longest for the whole page
   * @throws IOException when the page does not come to rest, or the browser fails
   */
  byte[] render(Answer page, RenderedPage.Supply supply, Duration longest) throws IOException {
    return look(
        page,
        supply,
        RenderedPage.Purpose.WORDS,
        shown -> {
          shown.open(connection, longest);
          return shown.document();
        });
  }

  /**
   * A picture of a page.
   *
   * @param page as it is stored; it is not asked for again
   * @param scripts run
   * @param supply answers what the page asks for
   * @param longest for the whole page
   * @throws IOException when the page does not come to rest, or the browser fails
   */
  RenderedPage.Photo picture(
      Answer page, boolean scripts, RenderedPage.Supply supply, Size size, Duration longest)
      throws IOException {
    return look(
        page,
        supply,
        RenderedPage.Purpose.PICTURE,
        shown -> {
          shown.window(size.width(), size.window());
          if (!scripts) {
            shown.withoutScripts();
          }
          shown.open(connection, longest);
          return shown.picture(size.width(), size.highest());
        });
  }

  /** Of a picture in pixels: {@code window} is the height of the window that it is taken in. */
  record Size(int width, int window, int highest) {}

  /** Whether this machine has letters to show Chinese with: without them, all are one empty box. */
  boolean writesChinese(Answer blank, Duration longest) throws IOException {
    return look(
            blank,
            (request, then) -> then.accept(Optional.empty()),
            RenderedPage.Purpose.PICTURE,
            shown -> {
              shown.open(connection, longest);
              return shown.evaluated(TWO_LETTERS);
            })
        .equals("two");
  }

  private interface Look<T> {
    T at(RenderedPage page) throws IOException;
  }

  private <T> T look(
      Answer page, RenderedPage.Supply supply, RenderedPage.Purpose purpose, Look<T> look)
      throws IOException {
    try {
      String context = named("Target.createBrowserContext", Map.of(), "browserContextId");
      Map<String, Object> blank = Map.of("url", "about:blank", "browserContextId", context);
      String target = named("Target.createTarget", blank, "targetId");
      Map<String, Object> attached = Map.of("targetId", target, "flatten", true);
      String session = named("Target.attachToTarget", attached, "sessionId");
      try {
        return look.at(new RenderedPage(this, new SessionID(session), page, supply, purpose));
      } finally {
        connection.clearListeners();
        send(Optional.empty(), "Target.disposeBrowserContext", Map.of("browserContextId", context));
      }
    } catch (WebDriverException e) {
      throw new IOException("the browser: " + firstLine(e), e);
    }
  }

  private static String firstLine(WebDriverException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** Sends a command and waits for the reply. */
  Map<String, Object> send(
      Optional<SessionID> session, String method, Map<String, Object> parameters) {
    Function<JsonInput, Map<String, Object>> map = input -> input.read(Json.MAP_TYPE);
    return connection.sendAndWait(
        session.orElse(null), new Command<>(method, parameters, map), REPLY);
  }

  private String named(String method, Map<String, Object> parameters, String field) {
    return String.valueOf(send(Optional.empty(), method, parameters).get(field));
  }

  /** Sends a command whose reply nobody waits for. */
  void tell(SessionID session, String method, Map<String, Object> parameters) {
    connection.send(session, new Command<Void>(method, parameters));
  }

  /** Ends its processes at once; they are returned. */
  List<ProcessHandle> kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    return all;
  }

  @Override
  public void close() throws IOException {
    connection.close();
    client.close();
    // its processes write into the profile until the last of them has ended
    for (ProcessHandle one : kill()) {
      try {
        one.onExit().get(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("the browser does not end", e);
      }
    }
    Files.walkFileTree(profile, new Removal());
  }

  /** Removes a folder with all that is in it. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
