package gongkai.cli.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificates that are trusted: the platform's and a file's ({@code --ca-file}). */
record Trust(SSLSocketFactory sockets, X509TrustManager manager) {

  /** The platform's certificates alone. */
  static Trust platform() throws IOException {
    try {
      return of(manager(null));
    } catch (GeneralSecurityException e) {
      throw new IOException("the platform's certificates cannot be read: " + e.getMessage(), e);
    }
  }

  private static Trust of(X509TrustManager trusted) throws GeneralSecurityException {
    X509TrustManager telling = new CertificateFault.Telling(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new X509TrustManager[] {telling}, null);
    return new Trust(context.getSocketFactory(), telling);
  }

  /**
   * The platform's certificates and the ones in a PEM file.
   *
   * @throws IOException when the file cannot be read or holds no certificate
   */
  static Trust alsoBy(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int n = 0;
      for (X509Certificate known : manager(null).getAcceptedIssuers()) {
        store.setCertificateEntry("platform-" + n++, known);
      }
      var added = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (added.isEmpty()) {
        throw new IOException(pem + " holds no certificate");
      }
      for (Certificate certificate : added) {
        store.setCertificateEntry("file-" + n++, certificate);
      }
      return of(manager(store));
    } catch (GeneralSecurityException e) {
      throw new IOException(pem + ": " + e.getMessage(), e);
    }
  }

  private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
