package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Hanweb 大汉: the first records lie in {@code <script type="text/xml"><datastore>}, the following in
 * answers of {@code dataproxy.jsp}: by {@code page=N} where the page has a {@code nextgroup}, else
 * by {@code startrecord} and {@code endrecord} with the script's own parameters as a form. The
 * visible list is empty, and {@code index.html?pageNum=N} always shows page 1.
 */
final class HanwebPager implements Pager {
  private static final String PROXY = "/module/web/jpage/dataproxy.jsp";
  private static final Pattern RECORD =
      Pattern.compile(
          "<record>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</record>", Pattern.DOTALL);
  private static final Pattern NEXT_GROUP =
      Pattern.compile("<nextgroup>(.*?)</nextgroup>", Pattern.DOTALL);
  // the address may hold path='/' between the quotes of its attribute
  private static final Pattern HREF =
      Pattern.compile("href\\s*=\\s*([\"'])(.*?)\\1\\s*(?:/?>|\\s[\\w-]+\\s*=)", Pattern.DOTALL);
  private static final Pattern PAGE = Pattern.compile("([?&]page=)(\\d+)");
  private static final Pattern TOTAL =
      Pattern.compile("totalRecord\\s*:\\s*['\"]?(\\d{1,8})|<totalrecord>\\s*(\\d{1,8})");
  private static final Pattern PER_PAGE = Pattern.compile("perPage\\s*:\\s*['\"]?(\\d{1,4})");
  private static final Pattern GROUP = Pattern.compile("groupSize\\s*:\\s*['\"]?(\\d{1,3})");
  private static final Pattern PARAMETERS =
      Pattern.compile("\\{([^{}]*\\bcolumnid\\b[^{}]*)\\}", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDPOINT =
      Pattern.compile("['\"]([^'\"?]*dataproxy\\.jsp)[^'\"]*['\"]");
  private static final Pattern WINDOW =
      Pattern.compile("([?&]startrecord=)(\\d{1,8})(&endrecord=)(\\d{1,8})");

  @Override
  public String name() {
    return "hanweb";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (page.datastore().isEmpty()) {
      return shell(page);
    }
    StringBuilder rows = new StringBuilder();
    int count = 0;
    Matcher record = RECORD.matcher(page.datastore());
    while (record.find()) {
      rows.append("<div class=\"record\">").append(record.group(1)).append("</div>\n");
      count++;
    }
    Optional<Integer> total = total(page);
    return Optional.of(following(page, count, total).announcing(total).showing(rows.toString()));
  }

  private static Paging following(ListPage page, int count, Optional<Integer> total) {
    Matcher window = WINDOW.matcher(page.url());
    if (window.find()) {
      return nextWindow(page, window, count, total);
    }
    boolean proxy = page.path().endsWith("dataproxy.jsp");
    boolean whole = !proxy && total.isPresent() && total.get() <= count;
    if (count == 0 || whole) {
      return Paging.end();
    }
    String group = nextGroup(page.datastore());
    if (group.isEmpty()) {
      boolean more = !proxy && total.isPresent() && total.get() > count;
      return more
          ? byForm(page, count + 1)
              .map(Paging::next)
              .orElse(
                  Paging.unread(total.get() + " rows announced, " + count + " shown, no nextgroup"))
          : Paging.end();
    }
    int current = proxy ? pageOf(page.query()) : 1;
    Matcher number = PAGE.matcher(group);
    String following =
        number.find()
            ? number.replaceFirst("$1" + (current + 1))
            : group + (group.indexOf('?') < 0 ? "?" : "&") + "page=" + (current + 1);
    return page.resolver()
        .apply(following)
        .map(Paging::next)
        .orElse(Paging.unread("next page is no address: " + following));
  }

  /** An answer by rows: what follows begins behind the last row that it gave. */
  private static Paging nextWindow(
      ListPage page, Matcher window, int count, Optional<Integer> total) {
    int start = Integer.parseInt(window.group(2));
    int size = Integer.parseInt(window.group(4)) - start + 1;
    int next = start + count;
    boolean more = total.map(all -> next <= all).orElse(count >= size);
    if (count == 0 || !more) {
      return Paging.end();
    }
    String url = window.replaceFirst("$1" + next + "$3" + (next + size - 1));
    return Paging.next(new PageRequest(url, page.request().form()));
  }

  /** A page without any record whose script says how to ask for them. */
  private static Optional<Paging> shell(ListPage page) {
    boolean paged = page.scripts().stream().anyMatch(s -> s.contains("jpage("));
    Optional<Integer> total = total(page);
    if (!paged || total.map(all -> all <= page.rows()).orElse(page.rows() > 0)) {
      return Optional.empty();
    }
    return byForm(page, 1).map(request -> Paging.next(request).announcing(total));
  }

  private static Optional<PageRequest> byForm(ListPage page, int start) {
    for (String script : page.scripts()) {
      Matcher parameters = PARAMETERS.matcher(script);
      while (parameters.find()) {
        Optional<Map<String, String>> fields = Script.fields(parameters.group(1), page, Map.of());
        if (fields.isPresent() && fields.get().containsKey("unitid")) {
          int perPage = number(page, PER_PAGE, 15);
          int end = start + perPage * number(page, GROUP, 3) - 1;
          String url =
              endpoint(page)
                  + "?startrecord="
                  + start
                  + "&endrecord="
                  + end
                  + "&perpage="
                  + perPage;
          return page.resolver()
              .apply(url)
              .map(to -> new PageRequest(to, Optional.of(Script.form(fields.get()))));
        }
      }
    }
    return Optional.empty();
  }

  private static String endpoint(ListPage page) {
    for (String script : page.scripts()) {
      Matcher m = ENDPOINT.matcher(script);
      if (!script.contains("<datastore") && m.find()) {
        return m.group(1);
      }
    }
    return PROXY;
  }

  private static int number(ListPage page, Pattern pattern, int otherwise) {
    for (String script : page.scripts()) {
      Matcher m = pattern.matcher(script);
      if (m.find() && Integer.parseInt(m.group(1)) > 0) {
        return Integer.parseInt(m.group(1));
      }
    }
    return otherwise;
  }

  private static Optional<Integer> total(ListPage page) {
    Matcher inStore = TOTAL.matcher(page.datastore());
    while (inStore.find()) {
      if (inStore.group(2) != null) {
        return Optional.of(Integer.valueOf(inStore.group(2)));
      }
    }
    for (String script : page.scripts()) {
      if (script.contains("jpage")) {
        Matcher m = TOTAL.matcher(script);
        if (m.find() && m.group(1) != null) {
          return Optional.of(Integer.valueOf(m.group(1)));
        }
      }
    }
    return Optional.empty();
  }

  private static String nextGroup(String datastore) {
    Matcher group = NEXT_GROUP.matcher(datastore);
    if (!group.find()) {
      return "";
    }
    Matcher href = HREF.matcher(group.group(1));
    return href.find() ? Parser.unescapeEntities(href.group(2), true).strip() : "";
  }

  private static int pageOf(String query) {
    Matcher m = PAGE.matcher("?" + query);
    return m.find() && m.group(2).length() < 7 ? Integer.parseInt(m.group(2)) : 1;
  }
}
