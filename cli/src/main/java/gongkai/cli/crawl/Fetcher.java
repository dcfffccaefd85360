package gongkai.cli.crawl;

import gongkai.cli.snapshot.Exchange;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Access;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Makes one attempt at one request, on a thread of its own. Redirects are not followed and nothing
 * is tried again here: every request that leaves the machine was decided by the crawl.
 */
final class Fetcher implements AutoCloseable {
  /** What these say of an answer says less than its status. */
  private static final Set<Access> GENERAL =
      Set.of(Access.BROKEN, Access.UNREADABLE, Access.SERVER_ERROR);

  private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
  private static final String RETRY_AFTER = "X-Gongkai-Retry-After";

  /** Of a refusal's text: enough to tell a firewall from a login. */
  private static final long REFUSAL_BYTES = 64 * 1024;

  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final OkHttpClient client;

  /** Keeps no connection for the next request. */
  private final OkHttpClient once;

  /** Hosts with port that close each connection without saying so. */
  private final Set<String> closing = ConcurrentHashMap.newKeySet();

  private final Crawl.Manners manners;
  private final Crawl.Limits limits;
  private final Predicate<String> ownHost;

  Fetcher(Crawl.Options options, Sites sites) throws IOException {
    manners = options.manners();
    limits = options.limits();
    ownHost = sites::own;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .dns(sites::resolve)
            .protocols(List.of(Protocol.HTTP_1_1))
            .addNetworkInterceptor(this::noticeClosing)
            .addNetworkInterceptor(Fetcher::hideRetryAfter)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(manners.connections(), 5, TimeUnit.SECONDS))
            .callTimeout(limits.timeout())
            .connectTimeout(limits.timeout())
            .readTimeout(limits.timeout())
            .writeTimeout(limits.timeout())
            // an explicit proxy is used for every host; without one the JVM's settings are not
            // asked
            .proxy(
                manners
                    .proxy()
                    .map(address -> new Proxy(Proxy.Type.HTTP, address))
                    .orElse(Proxy.NO_PROXY));
    Trust trust =
        manners.caFile().isPresent() ? Trust.alsoBy(manners.caFile().get()) : Trust.platform();
    client = builder.sslSocketFactory(trust.sockets(), trust.manager()).build();
    once =
        client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS)).build();
  }

  /** A server of HTTP/1.0 closes after each answer; OkHttp would ask again on what is closed. */
  private Response noticeClosing(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.protocol() == Protocol.HTTP_1_0
        && !response.header("Connection", "").equalsIgnoreCase("keep-alive")) {
      closing.add(origin(chain.request()));
    }
    return response;
  }

  private static String origin(Request request) {
    return request.url().host() + ":" + request.url().port();
  }

  /** OkHttp itself asks again at once after "503, Retry-After: 0"; here only the crawl decides. */
  private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wish = response.header("Retry-After");
    return wish == null
        ? response
        : response.newBuilder().removeHeader("Retry-After").header(RETRY_AFTER, wish).build();
  }

  /**
   * Starts an attempt; {@code done} is called once, on another thread.
   *
   * @param conditions headers by which the host may answer "not modified"
   */
  void fetch(Target target, List<String> conditions, long maxBody, Consumer<Attempt> done) {
    Request request = request(target, conditions);
    (closing.contains(origin(request)) ? once : client)
        .newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(Call call, IOException e) {
                done.accept(failed(e));
              }

              @Override
              public void onResponse(Call call, Response response) {
                Attempt attempt;
                try (response) {
                  attempt = answered(target, response, maxBody);
                  if (attempt instanceof Attempt.Answered a && a.exchange().truncated()
                      || target.kind() == Target.Kind.PROBE) {
                    // the rest is not wanted: drop the connection rather than read it
                    call.cancel();
                  }
                } catch (IOException e) {
                  attempt = failed(e);
                }
                done.accept(attempt);
              }
            });
  }

  private Request request(Target target, List<String> conditions) {
    Request.Builder request =
        new Request.Builder()
            .url(target.url())
            .header("User-Agent", manners.userAgent())
            .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
            // only what we can unpack ourselves, so that a bomb meets the cap
            .header("Accept-Encoding", "gzip");
    if (target.kind() == Target.Kind.LIST_PAGE && !target.foundOn().isEmpty()) {
      request.header("Referer", target.foundOn());
    }
    if (target.kind() == Target.Kind.PROBE) {
      request.header("Range", "bytes=0-0");
    }
    target
        .request()
        .form()
        .ifPresent(
            form ->
                request
                    .post(
                        RequestBody.create(
                            form.getBytes(java.nio.charset.StandardCharsets.UTF_8), FORM))
                    .header("X-Requested-With", "XMLHttpRequest"));
    if (ownHost.test(target.host())) {
      for (String header : manners.headers()) {
        add(request, header);
      }
    }
    conditions.forEach(header -> add(request, header));
    return request.build();
  }

  private static void add(Request.Builder request, String header) {
    int colon = header.indexOf(':');
    request.header(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
  }

  private Attempt answered(Target target, Response response, long maxBody) throws IOException {
    int status = response.code();
    boolean unmodified = status == 304 && conditional(response.request());
    if (unmodified || status == 404 || status == 410 || status / 100 == 2 || redirect(response)) {
      String encoding = response.header("Content-Encoding", "");
      Optional<Body> body = Body.read(response.body().byteStream(), encoding, maxBody);
      if (body.isEmpty()) {
        return refused("content-encoding " + encoding);
      }
      Exchange.Role role =
          switch (target.kind()) {
            case ROBOTS -> Exchange.Role.ROBOTS;
            case SITEMAP -> Exchange.Role.SITEMAP;
            default -> Exchange.Role.PAGE;
          };
      return new Attempt.Answered(
          new Exchange(
              target.request(),
              requestHead(target.request(), response),
              ("HTTP/1.1 " + status + " " + response.message()).strip(),
              lines(response.headers()),
              body.get().bytes(),
              body.get().truncated(),
              role,
              Instant.now().truncatedTo(ChronoUnit.SECONDS)),
          status);
    }
    boolean busy = status == 429 || status == 503;
    String said = said(target, response);
    // a challenge is no outage: asking again without its cookie brings the same
    boolean challenge = said.equals(Access.BOT_PROTECTION.code());
    return new Attempt.Failed(
        said.isEmpty() ? String.valueOf(status) : status + " " + said,
        (TRY_AGAIN.contains(status) || status / 100 == 5) && !challenge,
        busy ? Attempt.Cause.BUSY : Attempt.Cause.REFUSED,
        Optional.ofNullable(response.header(RETRY_AFTER))
            .flatMap(v -> RetryAfter.parse(v, Instant.now())));
  }

  /** What the text of a refusal says beyond its status; empty string if nothing. */
  private String said(Target target, Response response) throws IOException {
    boolean cookie = response.headers("Set-Cookie").stream().anyMatch(c -> c.startsWith("__jsl"));
    if (cookie) {
      return Access.BOT_PROTECTION.code();
    }
    Optional<Body> body =
        Body.read(
            response.body().byteStream(), response.header("Content-Encoding", ""), REFUSAL_BYTES);
    if (body.isEmpty() || body.get().bytes().length == 0) {
      return "";
    }
    String access =
        PageReader.read(
                new Answer(
                    target.request(),
                    response.code(),
                    response.header("Content-Type", ""),
                    Optional.empty(),
                    body.get().bytes(),
                    body.get().truncated(),
                    Instant.EPOCH,
                    "",
                    ""))
            .access();
    boolean more =
        Access.of(access).filter(a -> !GENERAL.contains(a)).isPresent()
            && !Access.of(access).equals(Access.of(String.valueOf(response.code())));
    return more ? access : "";
  }

  private static boolean conditional(Request request) {
    return request.header("If-None-Match") != null || request.header("If-Modified-Since") != null;
  }

  private static boolean redirect(Response response) {
    return response.code() / 100 == 3 && response.header("Location") != null;
  }

  private static Attempt refused(String detail) {
    return new Attempt.Failed(detail, false, Attempt.Cause.REFUSED, Optional.empty());
  }

  private static List<String> requestHead(PageRequest asked, Response response) {
    Request sent =
        response.networkResponse() == null
            ? response.request()
            : response.networkResponse().request();
    String url = asked.url();
    String path = url.substring(url.indexOf('/', url.indexOf("://") + 3));
    List<String> head = new ArrayList<>();
    head.add(sent.method() + " " + path + " HTTP/1.1");
    head.addAll(lines(sent.headers()));
    return head;
  }

  private static List<String> lines(Headers headers) {
    List<String> lines = new ArrayList<>(headers.size());
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i).equals(RETRY_AFTER) ? "Retry-After" : headers.name(i);
      lines.add(name + ": " + headers.value(i));
    }
    return lines;
  }

  private Attempt failed(IOException e) {
    if (e instanceof InterruptedIOException) {
      return new Attempt.Failed(
          "timeout " + Crawl.show(limits.timeout()),
          true,
          Attempt.Cause.NO_CONNECTION,
          Optional.empty());
    }
    if (e instanceof ProtocolException && firstLine(e).contains("(407)")) {
      // OkHttp gives this answer as an exception
      return refused("407");
    }
    boolean none =
        e instanceof ConnectException
            || e instanceof UnknownHostException
            || e instanceof NoRouteToHostException
            || e instanceof SSLException;
    boolean untrusted = e instanceof SSLException tls && CertificateFault.of(tls).certificate();
    return new Attempt.Failed(
        detail(e),
        !untrusted,
        none ? Attempt.Cause.NO_CONNECTION : Attempt.Cause.BROKEN,
        Optional.empty());
  }

  private static String detail(IOException e) {
    if (e instanceof UnknownHostException) {
      return "unknown host";
    }
    if (e instanceof SSLException tls) {
      Access access = CertificateFault.of(tls);
      String words = access.certificate() ? "" : ": " + firstLine(e);
      return "TLS: " + access.code() + words;
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no connection";
    }
    return "broken answer: " + firstLine(e);
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdownNow();
    client.connectionPool().evictAll();
  }
}
