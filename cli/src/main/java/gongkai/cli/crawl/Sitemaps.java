package gongkai.cli.crawl;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import gongkai.page.Addresses;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a site says of itself in sitemaps. Bounded: a sitemap may name millions of addresses. */
final class Sitemaps {
  static final int MAX_FILES = 20;
  static final int MAX_ADDRESSES = 20_000;

  private static final Pattern SECTION = Pattern.compile(".*/(index\\.\\w+)?");

  private int files = 1;
  private int addresses;

  /**
   * One file's content.
   *
   * @param files further sitemaps
   * @param pages addresses of pages
   */
  record Content(List<String> files, List<String> pages) {}

  /** Reads a file; what is no sitemap names nothing. */
  Content read(String url, byte[] body) {
    List<String> more = new ArrayList<>();
    List<String> pages = new ArrayList<>();
    try {
      AbstractSiteMap map = new SiteMapParser(false).parseSiteMap(body, URI.create(url).toURL());
      if (map instanceof SiteMapIndex index) {
        for (AbstractSiteMap file : index.getSitemaps()) {
          if (files < MAX_FILES) {
            files++;
            Addresses.canonical(file.getUrl().toString()).ifPresent(more::add);
          }
        }
      } else if (map instanceof SiteMap site) {
        site.getSiteMapUrls().stream()
            .limit(Math.max(0, MAX_ADDRESSES - addresses))
            .forEach(u -> Addresses.canonical(u.getUrl().toString()).ifPresent(pages::add));
        addresses += pages.size();
      }
    } catch (UnknownFormatException | IOException noSitemap) {
      return new Content(List.of(), List.of());
    }
    return new Content(more, pages);
  }

  /** An address that looks like a section rather than an article. */
  static boolean section(String url) {
    return SECTION.matcher(Addresses.identity(url)).matches();
  }
}
