package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ends sites without end: an address shape (the address with its digits collapsed) of which {@link
 * #PATIENCE} pages in a row brought no new article is not asked for any more.
 */
final class Shapes {
  static final int PATIENCE = 30;

  /** A page may stand at so many addresses before its links are no news. */
  private static final int COPIES = 3;

  private static final int LEAST_LINKS = 5;

  /** A long value: a key that a program made. */
  private static final Pattern KEY = Pattern.compile("=[^&]{8,}");

  private final Map<Long, Integer> seen = new HashMap<>();
  private final Map<Long, Integer> firstDepth = new HashMap<>();
  private final Map<String, Integer> inVain = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<Long> contents = new HashSet<>();

  /**
   * The address with its digits and long keys collapsed; of several parameters the names alone, in
   * one order: filters that can be combined make more addresses than a site has pages.
   */
  static String of(String url) {
    String identity = Addresses.identity(url);
    int mark = identity.indexOf('?');
    if (mark < 0) {
      return collapsed(identity);
    }
    String[] parameters = identity.substring(mark + 1).split("&");
    String query =
        parameters.length == 1
            ? KEY.matcher(collapsed(parameters[0])).replaceFirst("=0")
            : Arrays.stream(parameters)
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .sorted()
                .distinct()
                .collect(Collectors.joining("&"));
    return collapsed(identity.substring(0, mark)) + "?" + query;
  }

  private static String collapsed(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    boolean digits = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
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

  /**
   * True for a page whose every word has been seen at {@link #COPIES} addresses before, when its
   * own address is longer than the first of them or has a query: a server that gives one page for
   * every address below another, or that puts a key of its own into every link.
   */
  boolean copy(String url, PageFacts facts) {
    if (facts.kind() == PageKind.ARTICLE || facts.links().size() < LEAST_LINKS) {
      return false;
    }
    long words = words(facts);
    int depth = depth(url);
    int first = firstDepth.merge(words, depth, Math::min);
    boolean grown = depth > first || url.indexOf('?') >= 0;
    return seen.merge(words, 1, Integer::sum) > COPIES && grown;
  }

  private static int depth(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return (int) path.chars().filter(c -> c == '/').count();
  }

  /** Of what a page shows, without its digits: clocks and counters run. */
  private static long words(PageFacts facts) {
    StringBuilder words = new StringBuilder(facts.title()).append('\n').append(facts.text());
    facts.links().forEach(link -> words.append('\n').append(link.text()));
    long hash = 1125899906842597L;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      hash = c >= '0' && c <= '9' ? hash : 31 * hash + c;
    }
    return hash;
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
