package gongkai.page.cms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Guangdong's 信息公开目录平台 (gkmlpt): {@code /gkmlpt/api/all/<column>?page=N&sid=<site>} answers JSON
 * with {@code classify} and {@code articles}; days are Unix seconds. {@code post_count} may exceed
 * what can be listed and proves nothing.
 */
final class GkmlptPager implements Pager {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "gkmlpt";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (!page.path().contains("/gkmlpt/")) {
      return Optional.empty();
    }
    return page.json()
        .filter(json -> json.path("articles").isArray())
        .map(json -> answer(page, json));
  }

  private static Paging answer(ListPage page, JsonNode json) {
    JsonNode articles = json.path("articles");
    RowsHtml rows = new RowsHtml();
    for (JsonNode article : articles) {
      String url = article.path("url").asText("");
      if (!url.isBlank()) {
        rows.add(url, article.path("title").asText(""), day(article));
      }
    }
    JsonNode count = json.path("classify").path("post_count");
    Optional<Numbered> number = Numbered.of(page.request());
    boolean whole =
        number.filter(n -> n.number() == 1).isPresent()
            && count.isInt()
            && count.asInt() <= articles.size();
    Paging how =
        articles.isEmpty() || whole
            ? Paging.end()
            : number
                .map(n -> Paging.next(n.following(articles.size())))
                .orElse(Paging.unread("the answer's request names no page"));
    return how.showing(rows.html());
  }

  private static String day(JsonNode article) {
    JsonNode date = article.path("date");
    if (date.isIntegralNumber() && date.asLong() > 0) {
      return Instant.ofEpochSecond(date.asLong()).atZone(SHANGHAI).toLocalDate().toString();
    }
    return date.isTextual() ? date.asText() : article.path("created_at").asText("");
  }
}
