package gongkai.cli.crawl;

import gongkai.page.Addresses;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Ends sites without end: an address shape (the address with its digits collapsed) of which {@link
 * #PATIENCE} pages in a row brought no new article is not asked for any more.
 */
final class Shapes {
  static final int PATIENCE = 30;

  private final Map<String, Integer> inVain = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<Long> contents = new HashSet<>();

  static String of(String url) {
    String identity = Addresses.identity(url);
    StringBuilder shape = new StringBuilder(identity.length());
    boolean digits = false;
    for (int i = 0; i < identity.length(); i++) {
      char c = identity.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        shape.append(c);
      } else if (!digits) {
        shape.append('0');
      }
      digits = digit;
    }
    return shape.toString();
  }

  boolean exhausted(String url) {
    return inVain.getOrDefault(of(url), 0) >= PATIENCE;
  }

  /** True for the first address of its shape. */
  boolean newShape(String url) {
    return known.add(of(url));
  }

  /** True for the first page with this content. */
  boolean newContent(long fingerprint) {
    return contents.add(fingerprint);
  }

  void read(String url, boolean broughtArticle) {
    if (broughtArticle) {
      inVain.remove(of(url));
    } else {
      inVain.merge(of(url), 1, Integer::sum);
    }
  }
}
