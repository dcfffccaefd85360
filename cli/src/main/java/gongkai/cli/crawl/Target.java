package gongkai.cli.crawl;

import gongkai.page.Addresses;
import gongkai.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request that the crawl wants to make.
 *
 * @param depth links from the start
 * @param foundOn the page that led here; empty string for a start
 * @param words of the link; may be empty
 * @param list the listing that a LIST_PAGE continues
 * @param bodyLinks links inside articles that were followed in a row to come here
 * @param hops addresses that redirected here, first first
 */
record Target(
    PageRequest request,
    Kind kind,
    int depth,
    String foundOn,
    String words,
    Optional<OpenList> list,
    int bodyLinks,
    List<String> hops) {

  /** Why it is wanted, in the order in which the kinds are asked for. */
  enum Kind {
    ROBOTS,
    START,
    /** Asked for by a page that is being rendered. */
    RESOURCE,
    SITEMAP,
    /** Linked from navigation, a listing's frame or a breadcrumb. */
    SECTION,
    /** A later request of a listing. */
    LIST_PAGE,
    /** An entry of a listing. */
    ARTICLE,
    /** Linked from an article. */
    BODY,
    /** An attachment that speaks for its article: what does it say? */
    FILE,
    /** An address that cannot exist: what the host answers for pages that are gone. */
    UNKNOWN,
    /** An attachment of an article: is it there? */
    PROBE;

    /** A page of the site, as {@code --max-pages} counts. */
    boolean page() {
      return this != ROBOTS && this != RESOURCE && this != SITEMAP && this != UNKNOWN;
    }
  }

  static Target start(String url) {
    return new Target(PageRequest.get(url), Kind.START, 0, "", "", Optional.empty(), 0, List.of());
  }

  static Target of(String url, Kind kind, int depth, String foundOn, String words) {
    return new Target(
        PageRequest.get(url), kind, depth, foundOn, words, Optional.empty(), 0, List.of());
  }

  /** Where a redirect of this target leads. */
  Target redirected(String location) {
    List<String> longer = new ArrayList<>(hops);
    longer.add(request.url());
    return new Target(
        PageRequest.get(location),
        kind,
        depth,
        foundOn,
        words,
        list,
        bodyLinks,
        List.copyOf(longer));
  }

  /** The request that a chain of redirects began with; without one this request. */
  PageRequest first() {
    return hops.isEmpty() ? request : PageRequest.get(hops.get(0));
  }

  /** The target as it was wanted, before anything redirected it. */
  Target asWanted() {
    return new Target(first(), kind, depth, foundOn, words, list, bodyLinks, List.of());
  }

  Target at(String url) {
    return new Target(
        new PageRequest(url, request.form()), kind, depth, foundOn, words, list, bodyLinks, hops);
  }

  String url() {
    return request.url();
  }

  String key() {
    return request.key();
  }

  String host() {
    return Addresses.host(request.url());
  }

  /** Scheme, host and port: what a robots.txt speaks for. */
  String origin() {
    return url().substring(0, url().indexOf("://") + 3) + host();
  }
}
