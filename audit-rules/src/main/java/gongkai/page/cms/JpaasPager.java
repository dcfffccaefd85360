package gongkai.page.cms;

import com.fasterxml.jackson.databind.JsonNode;
import gongkai.page.PageRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Hanweb JPAAS 集约化: units of a page name in {@code queryData} what a script asks {@code
 * /api-gateway/jpaas-publish-server/front/page/build/unit} for; the answer is JSON with the rows as
 * HTML inside. The page number counts only within {@code paramJson}.
 */
final class JpaasPager implements Pager {
  private static final String SERVER = "jpaas-publish-server/front/page/build/unit";
  private static final String UNIT = "/api-gateway/" + SERVER;
  private static final Pattern PARAM = Pattern.compile("([?&]paramJson=)([^&]*)");
  private static final Pattern PAGE_NO = Pattern.compile("(\"pageNo\"\\s*:\\s*\"?)(\\d{1,6})");
  private static final Pattern PAGE_SIZE = Pattern.compile("\"pageSize\"\\s*:\\s*\"?(\\d{1,4})");
  private static final int SIZE = 15;

  @Override
  public String name() {
    return "jpaas";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (page.json().isPresent()) {
      return page.url().contains(SERVER) ? Optional.of(answer(page)) : Optional.empty();
    }
    return page.html().contains(SERVER) ? shell(page) : Optional.empty();
  }

  private static Paging answer(ListPage page) {
    JsonNode data = page.json().orElseThrow().path("data");
    String html = data.isTextual() ? data.asText() : data.path("html").asText("");
    if (html.isBlank()) {
      return Paging.unread("the answer holds no list");
    }
    Document list = Jsoup.parse(html);
    Optional<Integer> count = number(list, "count");
    list.select("[class*=pagination], .pager").remove();
    int rows = list.select("a[href]").size();
    String param = decoded(page.query());
    Matcher number = PAGE_NO.matcher(param);
    int here = number.find() ? Integer.parseInt(number.group(2)) : 1;
    Matcher sized = PAGE_SIZE.matcher(param);
    int size = sized.find() ? Integer.parseInt(sized.group(1)) : SIZE;
    boolean more = rows > 0 && count.map(all -> (long) here * size < all).orElse(true);
    Paging how =
        more
            ? Paging.next(
                page.url().replaceFirst("([?&]paramJson=)[^&]*", "$1" + param(here + 1, size)))
            : Paging.end();
    return how.announcing(count).showing(list.body().html());
  }

  private static Optional<Paging> shell(ListPage page) {
    Document document = Jsoup.parse(page.html());
    Optional<Integer> count = number(document, "count");
    int size = number(document, "rows").orElse(SIZE);
    if (page.rows() > 0 && count.isPresent() && count.get() <= page.rows()) {
      return Optional.of(Paging.end().announcing(count));
    }
    List<Element> units = new ArrayList<>();
    for (Element unit : document.select("[querydata]")) {
      boolean known = !unit.hasAttr("url") || unit.attr("url").contains(SERVER);
      boolean paged = !unit.select("[count]").isEmpty();
      if (known && paged) {
        units.clear();
      }
      if (known) {
        units.add(unit);
      }
      if (paged) {
        break;
      }
    }
    List<PageRequest> next = new ArrayList<>();
    boolean second = page.rows() > 0 && page.rows() >= size && count.isPresent();
    for (Element unit : units) {
      request(page, unit, second ? 2 : 1, size).ifPresent(next::add);
      if (page.rows() > 0 && !second) {
        request(page, unit, 2, size).ifPresent(next::add);
      }
    }
    if (next.isEmpty()) {
      Optional<String> more = count.map(all -> all + " rows");
      return page.rows() > 0 && count.isEmpty()
          ? Optional.empty()
          : Optional.of(Paging.unread("a script pages the list: " + more.orElse("no queryData")));
    }
    Paging how = next.size() == 1 ? Paging.next(next.get(0)) : Paging.guesses(next, "");
    return Optional.of(how.announcing(count));
  }

  private static Optional<PageRequest> request(ListPage page, Element unit, int number, int size) {
    Map<String, String> query = new LinkedHashMap<>();
    Optional<String> inside = Script.inside(unit.attr("querydata").strip(), 0);
    inside
        .flatMap(fields -> Script.fields(fields, page, Map.of("null", "null")))
        .ifPresent(query::putAll);
    query.remove("paramJson");
    if (query.isEmpty()) {
      return Optional.empty();
    }
    String address = unit.attr("url").isBlank() ? UNIT : unit.attr("url").strip();
    String url =
        address
            + (address.indexOf('?') < 0 ? "?" : "&")
            + Script.form(query)
            + "&paramJson="
            + param(number, size);
    return page.resolver().apply(url).map(PageRequest::get);
  }

  private static String param(int number, int size) {
    return Script.encode("{\"pageNo\":" + number + ",\"pageSize\":" + size + "}");
  }

  private static String decoded(String query) {
    Matcher m = PARAM.matcher("?" + query);
    return m.find() ? URLDecoder.decode(m.group(2), StandardCharsets.UTF_8) : "";
  }

  private static Optional<Integer> number(Document document, String name) {
    for (Element element : document.select("[" + name + "]")) {
      String value = element.attr(name).strip();
      if (value.matches("\\d{1,7}") && !element.normalName().equals("textarea")) {
        return Optional.of(Integer.valueOf(value));
      }
    }
    return Optional.empty();
  }
}
