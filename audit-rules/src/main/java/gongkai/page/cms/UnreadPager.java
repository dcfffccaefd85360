package gongkai.page.cms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Last in the list: signs of further pages that no mechanism above can reach. */
final class UnreadPager implements Pager {
  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:totalPages?|pageCount|total_page|totalpage)['\"]?\\s*[:=]\\s*['\"]?(\\d{1,6})");

  private static final Pattern COUNT = Pattern.compile("^jpaas-publish-server count=(\\d{1,7})$");

  /** Calls by which a script fills an empty list. */
  private static final List<String> FILLED =
      List.of(
          "jpaas-publish-server",
          "/gkmlpt/api",
          "_CONFIG",
          "search/common/search",
          "$.ajax",
          "$.post",
          "$.getJSON",
          "axios",
          "fetch(",
          "XMLHttpRequest");

  @Override
  public String name() {
    return "unread";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      if (!script.contains("otal") && !script.contains("ageCount")) {
        continue;
      }
      Matcher m = TOTAL.matcher(script);
      if (m.find() && Integer.parseInt(m.group(1)) > 1) {
        return Optional.of(Paging.unread("a script pages the list: " + m.group(1) + " pages"));
      }
    }
    int pages = LinkPager.pages(page.text());
    boolean pager =
        page.links().stream()
            .anyMatch(link -> link.text().startsWith("下一页") || link.text().equals("下页"));
    if (pager && pages > 1 && LinkPager.here(page.text()) < pages) {
      return Optional.of(Paging.unread("a script pages the list: " + pages + " pages"));
    }
    for (String script : page.scripts()) {
      Matcher count = COUNT.matcher(script);
      if (count.find() && Integer.parseInt(count.group(1)) > page.rows()) {
        return Optional.of(Paging.unread("a script pages the list: " + count.group(1) + " rows"));
      }
      for (String sign : page.rows() == 0 ? FILLED : List.<String>of()) {
        if (script.contains(sign)) {
          return Optional.of(Paging.unread("a script loads the list: " + sign));
        }
      }
    }
    return Optional.empty();
  }
}
