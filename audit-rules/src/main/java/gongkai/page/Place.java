package gongkai.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page stands: its address, and the base that its links are resolved against, parsed once.
 */
final class Place {
  private static final Pattern ROOT = Pattern.compile("/(?:index|default|home)\\.[a-z]{3,5}");

  final String url;
  final String path;
  private final String base;
  private final Map<String, Optional<String>> resolved = new HashMap<>();

  /**
   * @param url the page's own canonical address
   * @param baseHref the {@code <base href>} of the page; empty string if none
   */
  Place(String url, String baseHref) {
    this.url = url;
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    int query = url.indexOf('?');
    this.path = slash < 0 ? "/" : url.substring(slash, query < 0 ? url.length() : query);
    this.base = baseHref.isEmpty() ? url : Addresses.resolve(url, baseHref).orElse(url);
  }

  Optional<String> resolve(String href) {
    return href.isEmpty() || Shell.hasLiteral(href)
        ? Optional.empty()
        : resolved.computeIfAbsent(href, target -> Addresses.resolve(base, target));
  }

  /**
   * The text of a link as a name of the page it leads to; empty string behind {@code #}: 机构信息 at
   * {@code index#5108} names a view of that page, which a script shows, and not the page.
   */
  String naming(String href, String text) {
    int hash = href.indexOf('#');
    return hash >= 0 && hash + 1 < href.strip().length() ? "" : text;
  }

  /** True if the link leads to the start page of a host. */
  boolean isHome(String href) {
    return resolve(href).map(Place::isRoot).orElse(false);
  }

  /** True for the start page of a host: no path, or an index file at its top. */
  static boolean isRoot(String url) {
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    String path = slash < 0 ? "/" : url.substring(slash);
    return path.equals("/") || path.length() < 15 && ROOT.matcher(path).matches();
  }
}
