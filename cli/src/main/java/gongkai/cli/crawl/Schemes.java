package gongkai.cli.crawl;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Which of http and https a host answers, and with which certificate. Asks each for the head of
 * robots.txt, without the operator's headers; a certificate that is not trusted is looked at all
 * the same.
 */
public final class Schemes {
  private Schemes() {}

  /**
   * One scheme of the start's host.
   *
   * @param origin scheme, host and port
   * @param status of its answer; empty if there was none
   * @param failure why there was none; empty string if there was
   * @param certificate that it showed
   */
  public record SchemeSeen(
      String origin, OptionalInt status, String failure, Optional<Certificate> certificate) {}

  /**
   * A certificate.
   *
   * @param subject as it says itself
   * @param issuer likewise
   * @param until last day of validity, Asia/Shanghai
   * @param distrust why it is not trusted; empty string if it is
   * @param nameFits it is for this host
   */
  public record Certificate(
      String subject, String issuer, LocalDate until, String distrust, boolean nameFits) {}

  /**
   * Asks both schemes, or the start's own where the address names a port. Keeps the distance that
   * the rate gives after each request.
   */
  public static List<SchemeSeen> look(Crawl.Options options) throws IOException {
    URI start = URI.create(options.start());
    List<String> schemes = new ArrayList<>();
    if (start.getScheme().equals("https") || start.getPort() < 0) {
      schemes.add("https");
    }
    if (start.getScheme().equals("https") && start.getPort() < 0) {
      schemes.add("http");
    }
    List<SchemeSeen> seen = new ArrayList<>();
    for (String scheme : schemes) {
      seen.add(look(options, scheme + "://" + start.getRawAuthority()));
      pause(options.manners().rate());
    }
    return seen;
  }

  private static void pause(double rate) throws IOException {
    try {
      TimeUnit.NANOSECONDS.sleep(rate > 0 ? (long) (1e9 / rate) : 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static SchemeSeen look(Crawl.Options options, String origin) throws IOException {
    Witness witness =
        new Witness(
            options.manners().caFile().isPresent()
                ? Trust.alsoBy(options.manners().caFile().get()).manager()
                : Trust.platform().manager());
    OkHttpClient client = client(options, witness);
    Request request =
        new Request.Builder()
            .url(origin + "/robots.txt")
            .head()
            .header("User-Agent", options.manners().userAgent())
            .build();
    try (Response response = client.newCall(request).execute()) {
      return new SchemeSeen(origin, OptionalInt.of(response.code()), "", witness.certificate());
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      return new SchemeSeen(
          origin,
          OptionalInt.empty(),
          why.isEmpty() ? e.getClass().getSimpleName() : why,
          witness.certificate());
    } finally {
      client.dispatcher().executorService().shutdownNow();
      client.connectionPool().evictAll();
    }
  }

  private static OkHttpClient client(Crawl.Options options, Witness witness) throws IOException {
    return new OkHttpClient.Builder()
        .dns(new Sites(options)::resolve)
        .protocols(List.of(Protocol.HTTP_1_1))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .callTimeout(options.limits().timeout())
        .connectTimeout(options.limits().timeout())
        .proxy(
            options
                .manners()
                .proxy()
                .map(address -> new Proxy(Proxy.Type.HTTP, address))
                .orElse(Proxy.NO_PROXY))
        .sslSocketFactory(sockets(witness), witness)
        .hostnameVerifier(
            (host, session) -> {
              witness.nameFits = new OkHttpClient().hostnameVerifier().verify(host, session);
              return true;
            })
        .build();
  }

  private static SSLSocketFactory sockets(X509TrustManager manager) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new X509TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS: " + e.getMessage(), e);
    }
  }

  /** Sees a certificate, asks whether it is trusted, and lets it pass: nothing secret follows. */
  private static final class Witness implements X509TrustManager {
    private final X509TrustManager judge;
    private Optional<X509Certificate> shown = Optional.empty();
    private String distrust = "";
    private boolean nameFits;

    Witness(X509TrustManager judge) {
      this.judge = judge;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client is asked for one");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      shown = Optional.of(chain[0]);
      try {
        judge.checkServerTrusted(chain, type);
      } catch (CertificateException e) {
        distrust = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }

    Optional<Certificate> certificate() {
      return shown.map(
          c ->
              new Certificate(
                  c.getSubjectX500Principal().getName(),
                  c.getIssuerX500Principal().getName(),
                  LocalDate.ofInstant(c.getNotAfter().toInstant(), ZoneId.of("Asia/Shanghai")),
                  distrust,
                  nameFits));
    }
  }
}
