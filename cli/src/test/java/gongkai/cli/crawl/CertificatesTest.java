package gongkai.cli.crawl;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.snapshot.Access;
import gongkai.snapshot.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a site's certificate is told as what it is, and never overlooked. */
class CertificatesTest {
  @TempDir Path folder;

  private final HeldCertificate root =
      new HeldCertificate.Builder().commonName("示例根").certificateAuthority(1).build();
  private final HeldCertificate between =
      new HeldCertificate.Builder()
          .commonName("示例中间")
          .certificateAuthority(0)
          .signedBy(root)
          .build();

  private static HeldCertificate.Builder host(String name) {
    return new HeldCertificate.Builder().commonName(name).addSubjectAlternativeName(name);
  }

  @Test
  void aSelfSignedCertificate() throws Exception {
    assertThat(told(Optional.empty(), host("127.0.0.1").build()))
        .isEqualTo(Access.CERTIFICATE_SELF_SIGNED);
  }

  @Test
  void anExpiredCertificate() throws Exception {
    HeldCertificate old = host("127.0.0.1").signedBy(root).validityInterval(1_000, 2_000).build();
    assertThat(told(Optional.of(root), old)).isEqualTo(Access.CERTIFICATE_EXPIRED);
  }

  @Test
  void aCertificateForAnotherName() throws Exception {
    HeldCertificate other = host("www.example.gov.cn").signedBy(root).build();
    assertThat(told(Optional.of(root), other)).isEqualTo(Access.CERTIFICATE_NAME);
  }

  @Test
  void aChainWithoutItsMiddle() throws Exception {
    HeldCertificate leaf = host("127.0.0.1").signedBy(between).build();
    assertThat(told(Optional.of(root), leaf)).isEqualTo(Access.CERTIFICATE_CHAIN);
  }

  @Test
  void anAuthorityNobodyKnows() throws Exception {
    HeldCertificate leaf = host("127.0.0.1").signedBy(between).build();
    assertThat(told(Optional.empty(), leaf, between, root)).isEqualTo(Access.CERTIFICATE_AUTHORITY);
  }

  @Test
  void aCertificateFileMakesTheSiteReadable() throws Exception {
    HeldCertificate leaf = host("127.0.0.1").signedBy(between).build();
    try (Secure site = new Secure(leaf, between)) {
      Crawl.Outcome outcome = site.crawl(folder, Optional.of(root));
      assertThat(outcome.startRead()).isTrue();
      assertThat(WarcSnapshot.open(folder).troubles()).isEmpty();
    }
  }

  /** What the crawl says of a site that only https answers. */
  private Access told(Optional<HeldCertificate> trusted, HeldCertificate... chain)
      throws IOException, GeneralSecurityException {
    try (Secure site = new Secure(chain)) {
      Crawl.Outcome outcome = site.crawl(folder, trusted);
      assertThat(outcome.startRead()).isFalse();
      WarcSnapshot snapshot = WarcSnapshot.open(folder);
      assertThat(snapshot.unread()).hasSize(1);
      assertThat(snapshot.troubles()).hasSize(1);
      Trouble trouble = snapshot.troubles().get(0);
      assertThat(trouble.url()).startsWith("https://127.0.0.1:");
      assertThat(snapshot.unread().get(0).access()).isEqualTo(trouble.access());
      assertThat(site.server.getAllServeEvents()).isEmpty();
      return trouble.access().orElseThrow();
    }
  }

  @Test
  void troubleIsKeptWhereTheOtherSchemeAnswers() throws Exception {
    try (Trial plain = new Trial(folder.resolve("plain"))) {
      plain.page("/", Trial.links());
      plain.retries = 0;
      plain.crawl(plain.url("/").replace("http:", "https:"));
      assertThat(plain.unread()).isEmpty();
      assertThat(plain.snapshot().troubles())
          .extracting(t -> t.access().orElseThrow())
          .containsExactly(Access.TLS_HANDSHAKE);
    }
  }

  @Test
  void outdatedTlsIsToldAsSuch() throws Exception {
    try (ServerSocket old = new ServerSocket(0)) {
      Thread server = new Thread(() -> answerWithTls10(old));
      server.start();
      Trial trial = new Trial(folder.resolve("old"));
      try (trial) {
        trial.retries = 0;
        trial.consent = "to leave robots.txt out";
        trial.crawl("https://127.0.0.1:" + old.getLocalPort() + "/");
        assertThat(trial.snapshot().troubles())
            .extracting(t -> t.access().orElseThrow())
            .containsExactly(Access.TLS_OLD);
      }
    }
  }

  /** An alert as a server sends it that knows nothing newer than TLS 1.0: protocol_version. */
  private static void answerWithTls10(ServerSocket server) {
    byte[] alert = {21, 3, 1, 0, 2, 2, 70};
    try {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write(alert);
          socket.shutdownOutput();
          socket.getInputStream().readAllBytes();
        }
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** A site that speaks https only. */
  private static final class Secure implements AutoCloseable {
    private final WireMockServer server;
    private final Path keys;

    Secure(HeldCertificate... chain) throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] certificates =
          java.util.Arrays.stream(chain)
              .map(HeldCertificate::certificate)
              .toArray(Certificate[]::new);
      char[] password = "password".toCharArray();
      store.setKeyEntry("site", chain[0].keyPair().getPrivate(), password, certificates);
      keys = Files.createTempFile("keys", ".p12");
      try (OutputStream out = Files.newOutputStream(keys)) {
        store.store(out, password);
      }
      server =
          new WireMockServer(
              WireMockConfiguration.options()
                  .httpDisabled(true)
                  .dynamicHttpsPort()
                  .bindAddress("127.0.0.1")
                  .keystorePath(keys.toString())
                  .keystoreType("PKCS12")
                  .keystorePassword("password")
                  .keyManagerPassword("password"));
      server.start();
      server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(Trial.links())));
    }

    Crawl.Outcome crawl(Path folder, Optional<HeldCertificate> trusted) throws IOException {
      Optional<Path> file = Optional.empty();
      if (trusted.isPresent()) {
        file =
            Optional.of(
                Files.writeString(
                    Files.createTempFile("ca", ".pem"), trusted.get().certificatePem()));
      }
      return Crawler.run(
          new Crawl.Options(
              "https://127.0.0.1:" + server.httpsPort() + "/",
              List.of(),
              List.of(),
              folder,
              false,
              Optional.empty(),
              true,
              false,
              new Crawl.Manners(
                  0, 2, "", "gongkai-test", List.of(), Optional.empty(), file, Optional.empty()),
              new Crawl.Limits(
                  100,
                  12,
                  Optional.empty(),
                  Duration.ofSeconds(10),
                  0,
                  Duration.ofMillis(10),
                  1_000_000)),
          FetchPolicy.ALL,
          CrawlListener.NONE,
          SimplePages::read);
    }

    @Override
    public void close() throws IOException {
      server.stop();
      Files.delete(keys);
    }
  }
}
