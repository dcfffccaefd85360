package gongkai.page;

import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses as the audit compares them. Read by hand, as browsers do, and not through {@link URI}:
 * half of a page's cost would be there, and links with blanks, backslashes or Chinese letters are
 * links.
 */
public final class Addresses {
  private static final Pattern SESSION_PATH =
      Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/?#;]*|/\\(S\\([^/)]*\\)\\)(?=/)");

  /** Session ids, marks of the way a reader came, clocks that keep an answer out of caches. */
  private static final Pattern SESSION_QUERY =
      Pattern.compile(
          "(?i)(^|&)((jsessionid|phpsessid|sid|session_?id|aspsessionid[a-z]*|ivk_sa|iszzb|utm_[a-z]+)=[^&]*"
              + "|(_|t|ts|rnd|rand|random|timestamp)=(\\d{10,17}|0\\.\\d+)(?=&|$))");

  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

  private Addresses() {}

  /** As {@link #resolve(String, String)}. */
  public static Optional<String> resolve(URI base, String href) {
    return resolve(base.toString(), href);
  }

  /**
   * Resolves a link as it stands in a page and brings it into one form: scheme and host in lower
   * case, no user, no default port, no fragment, no session id, dots resolved, what is no letter of
   * an address percent-encoded.
   *
   * @param base the absolute address of the page
   * @param href the attribute as the page has it
   * @return empty if it is no address of http or https, or only a place on the same page
   */
  public static Optional<String> resolve(String base, String href) {
    String link = cleaned(href);
    if (link.isEmpty()) {
      return Optional.empty();
    }
    int colon = schemeEnd(link);
    if (colon > 0) {
      return absolute(link, colon);
    }
    int scheme = base.indexOf("://");
    if (scheme < 0) {
      return Optional.empty();
    }
    if (link.startsWith("//")) {
      return canonical(base.substring(0, scheme + 1) + link);
    }
    int host = scheme + 3;
    int path = end(base, host);
    String site = base.substring(0, path);
    int query = base.indexOf('?', path);
    String own = query < 0 ? base.substring(path) : base.substring(path, query);
    if (link.charAt(0) == '/') {
      return build(site, link);
    }
    if (link.charAt(0) == '?') {
      return build(site, own + link);
    }
    int slash = own.lastIndexOf('/');
    return build(site, (slash < 0 ? "/" : own.substring(0, slash + 1)) + link);
  }

  /** An absolute address in the same one form; empty if it is none of http or https. */
  public static Optional<String> canonical(String url) {
    String link = cleaned(url);
    int colon = schemeEnd(link);
    return colon < 0 ? Optional.empty() : absolute(link, colon);
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

  private static Optional<String> absolute(String link, int colon) {
    String scheme = link.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https") || !link.startsWith("//", colon + 1)) {
      return Optional.empty();
    }
    int host = colon + 3;
    int path = end(link, host);
    return build(scheme + "://" + link.substring(host, path), link.substring(path));
  }

  private static Optional<String> build(String site, String pathAndQuery) {
    Optional<String> origin = origin(site);
    if (origin.isEmpty()) {
      return origin;
    }
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    if (path.indexOf('\\') >= 0) {
      path = path.replace('\\', '/');
    }
    if (path.indexOf(';') >= 0 || path.indexOf('(') >= 0) {
      path = SESSION_PATH.matcher(path).replaceAll("");
    }
    path = path.isEmpty() ? "/" : path.charAt(0) == '/' ? path : "/" + path;
    if (path.contains("/.")) {
      path = withoutDots(path);
    }
    // there sid is the number of a site, without which the answer is another one
    boolean session = !path.startsWith("/gkmlpt/");
    if (session && query.length() > 3) {
      String kept = SESSION_QUERY.matcher(query).replaceAll("");
      boolean first = kept.length() < query.length() && kept.startsWith("&");
      query = first ? kept.substring(1) : kept;
    }
    return Optional.of(origin.get() + encode(path) + (query.isEmpty() ? "" : "?" + encode(query)));
  }

  /** Scheme and host in their one form; empty if there is no host that could be one. */
  private static Optional<String> origin(String site) {
    int host = site.indexOf("://") + 3;
    boolean plain = host < site.length();
    for (int i = host; i < site.length() && plain; i++) {
      char c = site.charAt(i);
      plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }
    if (plain) {
      return Optional.of(site);
    }
    String scheme = site.substring(0, host);
    String name = site.substring(host);
    name = name.substring(name.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    String port = "";
    int colon = name.lastIndexOf(':');
    if (colon >= 0 && name.indexOf(']', colon) < 0) {
      port = name.substring(colon + 1);
      name = name.substring(0, colon);
    }
    if (port.equals(scheme.equals("https://") ? "443" : "80")) {
      port = "";
    }
    boolean badPort =
        port.length() > 5
            || !port.isEmpty()
                && (!port.chars().allMatch(c -> c >= '0' && c <= '9')
                    || Integer.parseInt(port) > 65535);
    if (badPort || name.isEmpty()) {
      return Optional.empty();
    }
    if (!name.chars().allMatch(c -> c < 128)) {
      try {
        name = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException noHost) {
        return Optional.empty();
      }
    }
    return HOST.matcher(name).matches()
        ? Optional.of(scheme + name + (port.isEmpty() ? "" : ":" + port))
        : Optional.empty();
  }

  private static String withoutDots(String path) {
    StringBuilder clean = new StringBuilder(path.length());
    int at = 0;
    while (at < path.length()) {
      int next = path.indexOf('/', at + 1);
      int end = next < 0 ? path.length() : next;
      String segment = path.substring(at + 1, end);
      boolean last = next < 0;
      if (segment.equals(".")) {
        clean.append(last ? "/" : "");
      } else if (segment.equals("..")) {
        clean.setLength(Math.max(0, clean.lastIndexOf("/")));
        clean.append(last ? "/" : "");
      } else {
        clean.append('/').append(segment);
      }
      at = end;
    }
    return clean.length() == 0 ? "/" : clean.toString();
  }

  /** Without blanks at its ends, line breaks and fragment; one backslash form of "//". */
  private static String cleaned(String href) {
    String link = href.strip();
    int hash = link.indexOf('#');
    if (hash >= 0) {
      link = link.substring(0, hash);
    }
    if (link.indexOf('\n') >= 0 || link.indexOf('\t') >= 0 || link.indexOf('\r') >= 0) {
      link = link.replaceAll("[\\t\\n\\r]", "");
    }
    return link.startsWith("\\") ? link.replace('\\', '/') : link;
  }

  /** Index of the colon behind a scheme; -1 if the address has none. */
  private static int schemeEnd(String link) {
    for (int i = 0; i < link.length(); i++) {
      char c = link.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (!letter && (i == 0 || !(c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  private static int end(String url, int host) {
    int i = host;
    while (i < url.length() && "/?\\".indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  private static String encode(String text) {
    int i = 0;
    while (i < text.length() && isPlain(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 24);
    int at = 0;
    while (at < text.length()) {
      if (isPlain(text, at)) {
        encoded.append(text.charAt(at++));
        continue;
      }
      int next = text.offsetByCodePoints(at, 1);
      for (byte b : text.substring(at, next).getBytes(StandardCharsets.UTF_8)) {
        encoded.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
      at = next;
    }
    return encoded.toString();
  }

  private static final String HEX = "0123456789ABCDEF";

  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    if (c == '%') {
      return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }
    return c > 32 && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0;
  }

  private static boolean isHex(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }
}
