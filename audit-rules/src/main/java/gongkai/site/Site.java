package gongkai.site;

import gongkai.AuditResult.DeadLink;
import gongkai.page.PageRequest;
import gongkai.snapshot.Unread;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A snapshot put together: its sections, its pages, and what was not read.
 *
 * @param sections sorted by address, those known by name only last
 * @param pages sorted by address
 * @param links links of navigation to other hosts, as undated pages of a section of the link's name
 * @param dead sorted by address
 * @param startReadable the start page was read
 * @param withheld answers that are no content: a firewall's, a login's, a page that only a script
 *     fills; sorted by address
 * @param navigationCut the start page, a navigation page or a limit cut the crawl where no section
 *     is known; empty string if nothing did
 * @param limitCut a limit cut the crawl anywhere; empty string if none did
 * @param fetched keys of every request that was answered, redirects too
 * @param kept where the start page and the first page of each section that was read are kept, by
 *     address
 * @param truncated requests whose answer went on beyond the body limit, sorted by key
 */
public record Site(
    List<Section> sections,
    List<SitePage> pages,
    List<SitePage> links,
    List<DeadLink> dead,
    boolean startReadable,
    List<Unread> withheld,
    String navigationCut,
    String limitCut,
    Set<String> fetched,
    Map<String, Kept> kept,
    List<PageRequest> truncated) {
  public Site {
    sections = List.copyOf(sections);
    pages = List.copyOf(pages);
    links = List.copyOf(links);
    dead = List.copyOf(dead);
    fetched = Set.copyOf(fetched);
    kept = Map.copyOf(kept);
    truncated = List.copyOf(truncated);
    withheld = List.copyOf(withheld);
  }
}
