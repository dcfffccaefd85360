package gongkai.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as the audit compares them. */
public final class Addresses {
  private static final Pattern SESSION_PATH =
      Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/?#;]*");
  private static final Pattern SESSION_QUERY =
      Pattern.compile("(?i)(^|&)(jsessionid|phpsessid|sid)=[^&]*");

  private Addresses() {}

  /**
   * Resolves a link as it stands in a page and brings it into one form: scheme and host in lower
   * case, no default port, no fragment, no session id, dots resolved, non-ASCII letters
   * percent-encoded.
   *
   * @param base the absolute address of the page
   * @param href the attribute as the page has it
   * @return empty if it is no address of http or https
   */
  public static Optional<String> resolve(URI base, String href) {
    String cleaned = href.strip().replaceAll("[\\t\\n\\r]", "");
    if (cleaned.isEmpty() || cleaned.startsWith("#")) {
      return Optional.empty();
    }
    int colon = cleaned.indexOf(':');
    if (colon > 0 && cleaned.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
      String scheme = cleaned.substring(0, colon).toLowerCase(Locale.ROOT);
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return Optional.empty();
      }
    }
    try {
      URI target = base.resolve(new URI(encode(cleaned)));
      return canonical(target);
    } catch (URISyntaxException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** An absolute address in the same one form; empty if it is none of http or https. */
  public static Optional<String> canonical(String url) {
    try {
      return canonical(new URI(encode(url.strip())));
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> canonical(URI target) {
    if (target.getScheme() == null || target.getHost() == null) {
      return Optional.empty();
    }
    String scheme = target.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    int port = target.getPort();
    boolean defaultPort = port == -1 || port == (scheme.equals("http") ? 80 : 443);
    String path = target.normalize().getRawPath();
    path = path == null || path.isEmpty() ? "/" : SESSION_PATH.matcher(path).replaceAll("");
    while (path.startsWith("/../")) {
      path = path.substring(3);
    }
    String query = target.getRawQuery();
    if (query != null) {
      query = SESSION_QUERY.matcher(query).replaceAll("");
      query = query.startsWith("&") ? query.substring(1) : query;
    }
    return Optional.of(
        scheme
            + "://"
            + target.getHost().toLowerCase(Locale.ROOT)
            + (defaultPort ? "" : ":" + port)
            + path
            + (query == null || query.isEmpty() ? "" : "?" + query));
  }

  /** What tells two pages apart: the address without its scheme. */
  public static String identity(String canonical) {
    return canonical.substring(canonical.indexOf("://") + 3);
  }

  /** Host, with its port where that is not the scheme's default. */
  public static String host(String canonical) {
    String rest = identity(canonical);
    int slash = rest.indexOf('/');
    return slash < 0 ? rest : rest.substring(0, slash);
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c > 126 || c <= 32 || "\"<>\\^`{|}".indexOf(c) >= 0) {
        encoded.append('%').append(String.format("%02X", (int) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }
}
