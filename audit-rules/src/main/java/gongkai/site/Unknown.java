package gongkai.site;

import gongkai.page.Addresses;
import gongkai.page.Link;
import gongkai.page.PageFacts;
import gongkai.page.UnknownPath;
import gongkai.site.Answers.Stored;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What hosts answer for addresses that cannot exist ({@link UnknownPath}): pages that say the same
 * are gone (soft 404), and so is what leads to the same place.
 */
final class Unknown {
  private static final double ALIKE = 0.9;

  private final Map<String, Stored> pages = new TreeMap<>();
  private final Map<String, String> redirects = new TreeMap<>();

  void page(Stored answer) {
    pages.put(Addresses.identity(answer.request().url()), answer);
  }

  void redirect(String url, String target) {
    redirects.put(Addresses.identity(url), target);
  }

  /** True when a redirect leads where the host leads for an address that cannot exist. */
  boolean redirected(String url, String target) {
    String nowhere = redirects.get(Addresses.identity(UnknownPath.beside(url)));
    return nowhere != null && withoutQuery(nowhere).equals(withoutQuery(target));
  }

  /** The other scheme, or a redirect that takes the address along, tells nothing. */
  static boolean tells(String url, String target) {
    String word = url.substring(url.lastIndexOf('/', url.length() - 2) + 1).replace("/", "");
    return !target.contains(word) || withoutQuery(target).length() < target.length();
  }

  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** True when a page is what the host answers for an address that cannot exist. */
  boolean says(Stored page) {
    Stored nothing = pages.get(Addresses.identity(UnknownPath.beside(page.request().url())));
    if (nothing == null || nothing.facts().isEmpty() || page.facts().isEmpty()) {
      return false;
    }
    // a shell that a script fills, a login, a firewall: the same for every address, and no answer
    if (!nothing.facts().get().withheld().isEmpty()) {
      return false;
    }
    return nothing.sha256().equals(page.sha256())
        || alike(nothing.facts().get(), page.facts().get());
  }

  private static boolean alike(PageFacts nothing, PageFacts page) {
    if (!words(nothing).equals(words(page)) || nothing.kind() != page.kind()) {
      return false;
    }
    Set<String> links = addresses(nothing);
    Set<String> others = addresses(page);
    Set<String> all = new HashSet<>(links);
    all.addAll(others);
    links.retainAll(others);
    return links.size() >= ALIKE * all.size() && entries(nothing).equals(entries(page));
  }

  private static String words(PageFacts facts) {
    return (facts.title() + "\n" + facts.text()).replaceAll("[0-9a-f]{20}|\\d+", "");
  }

  private static Set<String> addresses(PageFacts facts) {
    Set<String> addresses = new HashSet<>();
    for (Link link : facts.links()) {
      addresses.add(link.url());
    }
    return addresses;
  }

  private static Optional<Integer> entries(PageFacts facts) {
    return facts.listing().map(list -> list.entries().size());
  }
}
