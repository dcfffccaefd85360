package gongkai.cli.commands;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gongkai.input.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The bundled bureau site, served on loopback with the faults that its truth needs. Its files are
 * those of {@code fixtures/sites/liaocheng-demo}, packed into the program.
 */
final class DemoSite implements AutoCloseable {
  /** Asked for first, so that the addresses in the reports are the same from run to run. */
  static final int PORT = 18080;

  private static final String FOLDER = "/demo/";
  private static final int THREADS = 4;

  private record Fault(String kind, String value) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DemoSite::daemon);
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, Fault> faults = new HashMap<>();
  private final Map<String, List<String>> routes = new HashMap<>();
  private final Set<String> recovered = new HashSet<>();

  private DemoSite(HttpServer server) {
    this.server = server;
  }

  /** Serves the site on {@link #PORT}, or on a free port if that one is taken. */
  static DemoSite start() throws IOException {
    DemoSite site = new DemoSite(bind());
    site.read();
    site.server.createContext("/", site::answer);
    site.server.setExecutor(site.threads);
    site.server.start();
    return site;
  }

  private static HttpServer bind() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try {
      return HttpServer.create(new InetSocketAddress(loopback, PORT), 0);
    } catch (BindException taken) {
      return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    }
  }

  private void read() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource("site.yaml"), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(": "))
          .map(line -> line.split(": ", 2))
          .forEach(pair -> settings.put(pair[0], pair[1].strip()));
    }
    rows("faults.csv").forEach(r -> faults.put(r.get(0), new Fault(r.get(1), r.get(2))));
    rows("routes.csv").forEach(r -> routes.put(r.get(0), r.subList(1, r.size())));
  }

  /** Rows of a table below its header, without comments. */
  private static List<List<String>> rows(String name) throws IOException {
    String text = new String(bytes(name), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\\R?", "");
    try (CSVReader csv =
        new CSVReaderBuilder(new java.io.StringReader(text))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .withSkipLines(1)
            .build()) {
      return csv.readAll().stream().filter(r -> r.length > 1).map(List::of).toList();
    } catch (CsvException broken) {
      throw new IllegalStateException(name, broken);
    }
  }

  String startUrl() {
    return "http://127.0.0.1:" + port() + settings.get("start");
  }

  int port() {
    return server.getAddress().getPort();
  }

  LocalDate asOf() {
    return LocalDate.parse(settings.get("as-of"));
  }

  LocalDate since() {
    return LocalDate.parse(settings.get("since"));
  }

  String catalogue() {
    return settings.get("catalogue");
  }

  /** The inspector's known changes. */
  Source events() throws IOException {
    return new Source("events.csv", bytes("events.csv"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      Fault fault = faults.getOrDefault(path, new Fault("", ""));
      switch (fault.kind()) {
        case "503-always" ->
            send(exchange, 503, "text/plain", "busy".getBytes(StandardCharsets.UTF_8));
        case "404" -> notFound(exchange);
        case "503-once" -> {
          if (recover(path)) {
            send(exchange, 503, "text/plain", "busy".getBytes(StandardCharsets.UTF_8));
          } else {
            file(exchange, path, "");
          }
        }
        case "wrong-charset" -> file(exchange, path, "; charset=" + fault.value());
        case "" -> file(exchange, path, "");
        default -> throw new IllegalStateException("the demonstration knows no fault " + fault);
      }
    }
  }

  /** True the first time. */
  private synchronized boolean recover(String path) {
    return recovered.add(path);
  }

  private void file(HttpExchange exchange, String path, String charset) throws IOException {
    List<String> route = routes.get(path);
    String file =
        route != null ? route.get(0) : "www" + (path.endsWith("/") ? path + "index.html" : path);
    try (InputStream in = DemoSite.class.getResourceAsStream(FOLDER + file)) {
      if (in == null || file.contains("..")) {
        notFound(exchange);
        return;
      }
      String type = route != null ? route.get(1) : type(file);
      send(exchange, 200, type.startsWith("text/") ? type + charset : type, in.readAllBytes());
    }
  }

  private static String type(String file) {
    String extension = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "html", "htm" -> "text/html";
      case "txt" -> "text/plain";
      case "xml" -> "application/xml";
      case "css" -> "text/css";
      case "js" -> "application/javascript";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "jpg" -> "image/jpeg";
      default -> "application/octet-stream";
    };
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    byte[] page =
        "<html><head><title>404</title></head><body>404 Not Found</body></html>"
            .getBytes(StandardCharsets.UTF_8);
    send(exchange, 404, "text/html; charset=utf-8", page);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static InputStream resource(String name) {
    InputStream in = DemoSite.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("the program was packed without " + FOLDER + name);
    }
    return in;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = resource(name)) {
      return in.readAllBytes();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "demo-site");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
