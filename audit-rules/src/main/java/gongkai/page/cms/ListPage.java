package gongkai.page.cms;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a paging adapter sees of a page.
 *
 * @param request that the page answers, canonical
 * @param html the page as it came
 * @param json the answer as data, where it is no page but JSON
 * @param scripts texts of the inline scripts and of comments that hold a pager, in order
 * @param datastore XML of a Hanweb list, from a script or the answer itself; empty string if none
 * @param links the page's links in order, also those that lead nowhere
 * @param text the visible lines that speak of pages or rows, joined by line feeds
 * @param frames addresses of the page's frames on its own host, canonical
 * @param rows how many entries the page shows outside scripts
 * @param resolver from an address as it stands in the page to the canonical one
 */
public record ListPage(
    PageRequest request,
    String html,
    Optional<JsonNode> json,
    List<String> scripts,
    String datastore,
    List<PagerLink> links,
    String text,
    List<String> frames,
    int rows,
    Function<String, Optional<String>> resolver) {
  public ListPage {
    scripts = List.copyOf(scripts);
    links = List.copyOf(links);
    frames = List.copyOf(frames);
  }

  String url() {
    return request.url();
  }

  /** The address's path, without its query. */
  String path() {
    String url = url();
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    int query = url.indexOf('?');
    return slash < 0 ? "/" : url.substring(slash, query < 0 ? url.length() : query);
  }

  /** What stands behind the question mark; empty string if nothing. */
  String query() {
    String url = url();
    int query = url.indexOf('?');
    return query < 0 ? "" : url.substring(query + 1);
  }

  /**
   * A link as a pager has it.
   *
   * @param text blanks removed
   * @param target canonical; empty if it leads nowhere or calls a script
   * @param call of a script, such as {@code page('2')}; empty string if none
   * @param group links of one pager share it
   */
  public record PagerLink(String text, Optional<String> target, String call, int group) {}
}
