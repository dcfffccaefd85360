package gongkai.page.cms;

import gongkai.page.cms.ListPage.PagerLink;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Last in the list: signs of further pages that no mechanism above can reach. */
final class UnreadPager implements Pager {
  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:totalPages?|pageCount|total_page|totalpage)['\"]?\\s*[:=]\\s*['\"]?(\\d{1,6})");

  /** Calls by which a script fills an empty list. */
  private static final List<String> FILLED =
      List.of(
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
    boolean pager = page.links().stream().anyMatch(LinkPager::isNext);
    if (pager && pages > 1 && LinkPager.here(page.text()) < pages) {
      return Optional.of(Paging.unread("a script pages the list: " + pages + " pages"));
    }
    Optional<PagerLink> call =
        page.links().stream()
            .filter(link -> LinkPager.isNext(link) && !link.call().isEmpty())
            .findFirst();
    if (call.isPresent()
        && page.rows() > 0
        && (pages == 0 || LinkPager.here(page.text()) < pages)) {
      return Optional.of(Paging.unread("a script pages the list: " + call.get().call()));
    }
    if (page.rows() == 0 && page.html().contains("jpaas-publish-server")) {
      return Optional.of(Paging.unread("a script loads the list: jpaas-publish-server"));
    }
    for (String script : page.scripts()) {
      for (String sign : page.rows() == 0 ? FILLED : List.<String>of()) {
        if (script.contains(sign)) {
          return Optional.of(Paging.unread("a script loads the list: " + sign));
        }
      }
    }
    return Optional.empty();
  }
}
