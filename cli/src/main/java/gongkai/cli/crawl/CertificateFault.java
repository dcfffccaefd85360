package gongkai.cli.crawl;

import gongkai.snapshot.Access;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.X509TrustManager;

/** A server's certificate is not trusted, and why: the platform's own words seldom tell. */
final class CertificateFault extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final Access kind;

  private CertificateFault(Access kind, CertificateException cause) {
    super(kind.code(), cause);
    this.kind = kind;
  }

  /** Trusts what another trusts; of the rest it tells what is wrong. */
  record Telling(X509TrustManager trusted) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      try {
        trusted.checkServerTrusted(chain, authType);
      } catch (CertificateException e) {
        throw new CertificateFault(kind(chain, e), e);
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      trusted.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trusted.getAcceptedIssuers();
    }
  }

  private static Access kind(X509Certificate[] chain, CertificateException refused) {
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
        return Access.CERTIFICATE_EXPIRED;
      }
    }
    if (String.valueOf(refused.getMessage()).contains("algorithm")) {
      return Access.CERTIFICATE_WEAK;
    }
    X509Certificate last = chain[chain.length - 1];
    boolean root = last.getIssuerX500Principal().equals(last.getSubjectX500Principal());
    if (!root) {
      return Access.CERTIFICATE_CHAIN;
    }
    return chain.length == 1 ? Access.CERTIFICATE_SELF_SIGNED : Access.CERTIFICATE_AUTHORITY;
  }

  /** What kept a secure connection from being made. */
  static Access of(SSLException e) {
    if (e instanceof SSLPeerUnverifiedException) {
      return Access.CERTIFICATE_NAME;
    }
    Optional<CertificateFault> fault = Optional.empty();
    for (Throwable cause = e; cause != null && fault.isEmpty(); cause = cause.getCause()) {
      fault = cause instanceof CertificateFault f ? Optional.of(f) : Optional.empty();
    }
    if (fault.isPresent()) {
      return fault.get().kind;
    }
    String words = String.valueOf(e.getMessage());
    if (words.contains("algorithm constraints")) {
      return Access.CERTIFICATE_WEAK;
    }
    boolean old = words.contains("protocol_version") || words.contains("protocol version");
    return old ? Access.TLS_OLD : Access.TLS_HANDSHAKE;
  }
}
