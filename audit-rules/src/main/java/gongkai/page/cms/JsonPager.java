package gongkai.page.cms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer that is a list as JSON: GentleCMS ({@code result} with {@code URL}), the search of UCAP
 * 开普 ({@code data.results} with {@code url}, {@code title}, {@code publishedTimeStr}), TRS's {@code
 * index.json} and their like. The request itself says how the next one reads.
 */
final class JsonPager implements Pager {
  private static final List<String> URL =
      List.of(
          "url",
          "link",
          "href",
          "docpuburl",
          "puburl",
          "infourl",
          "linkurl",
          "viewurl",
          "pageurl",
          "htmlurl",
          "articleurl",
          "docurl",
          "visiturl");
  private static final List<String> TITLE =
      List.of(
          "title",
          "doctitle",
          "infotitle",
          "articletitle",
          "showtitle",
          "realtitle",
          "subject",
          "name",
          "infoname");
  // publishedTime beside publishedTimeStr is an epoch that does not agree with it
  private static final List<String> DATE =
      List.of(
          "publishedtimestr",
          "publishtimestr",
          "pubdatestr",
          "pubdate",
          "publishdate",
          "publishtime",
          "pubtime",
          "docreltime",
          "docpubtime",
          "infodate",
          "releasetime",
          "releasedate",
          "fbsj",
          "fbrq",
          "publisheddate",
          "publishedtime",
          "date",
          "time",
          "crtime",
          "createtime",
          "created_at");
  private static final Set<String> COUNT =
      Set.of(
          "total",
          "totalcount",
          "count",
          "infocount",
          "totalrecords",
          "totalrecord",
          "totalelements",
          "totalsize",
          "numfound",
          "recordcount");
  private static final Set<String> LISTS =
      Set.of("results", "result", "list", "rows", "records", "items", "articles", "data", "docs");

  private static final int DEPTH = 5;

  @Override
  public String name() {
    return "json";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    return page.json().map(json -> answer(page, json));
  }

  private static Paging answer(ListPage page, JsonNode json) {
    Optional<JsonNode> list = list(json, "data", 0);
    if (list.isEmpty()) {
      return Paging.unread("the answer holds no list");
    }
    RowsHtml rows = new RowsHtml();
    for (JsonNode row : list.get()) {
      String url = field(row, URL, false);
      String title = field(row, TITLE, false);
      if (!url.isEmpty() && !title.isEmpty()) {
        rows.add(url, title, field(row, DATE, true));
      }
    }
    int shown = list.get().size();
    if (shown > 0 && rows.count() == 0) {
      return Paging.unread("the answer's rows have no address");
    }
    Optional<Integer> total = total(json, 0);
    Optional<Numbered> number = Numbered.of(page.request());
    boolean more =
        shown > 0
            && number.isPresent()
            && total.map(all -> number.get().upTo(shown) < all).orElse(true);
    Paging how = more ? Paging.next(number.get().following(shown)) : Paging.end();
    return how.announcing(total).showing(rows.html());
  }

  /** The first array of rows, an empty one only under a name that says what it is. */
  private static Optional<JsonNode> list(JsonNode node, String name, int depth) {
    if (node.isArray()) {
      boolean rows =
          node.isEmpty()
              ? LISTS.contains(name)
              : node.get(0).isObject() && !field(node.get(0), TITLE, false).isEmpty();
      return rows ? Optional.of(node) : Optional.empty();
    }
    List<Optional<JsonNode>> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isContainerNode() && depth < DEPTH) {
        found.add(list(field.getValue(), field.getKey().toLowerCase(Locale.ROOT), depth + 1));
      }
    }
    return found.stream()
        .flatMap(Optional::stream)
        .filter(array -> !array.isEmpty())
        .findFirst()
        .or(() -> found.stream().flatMap(Optional::stream).findFirst());
  }

  private static Optional<Integer> total(JsonNode node, int depth) {
    Optional<Integer> below = Optional.empty();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      boolean named = COUNT.contains(field.getKey().toLowerCase(Locale.ROOT));
      String value = field.getValue().asText("");
      if (named && value.matches("\\d{1,8}")) {
        return Optional.of(Integer.valueOf(value));
      }
      if (below.isEmpty() && depth < 3 && field.getValue().isObject()) {
        below = total(field.getValue(), depth + 1);
      }
    }
    return below;
  }

  private static String field(JsonNode row, List<String> names, boolean date) {
    for (String name : names) {
      for (Map.Entry<String, JsonNode> field : row.properties()) {
        String value = field.getValue().asText("").strip();
        boolean figure = date && field.getValue().isNumber();
        if (field.getKey().toLowerCase(Locale.ROOT).equals(name) && !value.isEmpty() && !figure) {
          return value;
        }
      }
    }
    return "";
  }
}
