package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Hanweb 大汉: the first records lie in {@code <script type="text/xml"><datastore>}, the following in
 * answers of {@code dataproxy.jsp?page=N}. The visible list is empty, and {@code
 * index.html?pageNum=N} always shows page 1.
 */
final class HanwebPager implements Pager {
  private static final Pattern RECORD =
      Pattern.compile(
          "<record>\\s*(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?\\s*</record>", Pattern.DOTALL);
  private static final Pattern NEXT_GROUP =
      Pattern.compile("<nextgroup>(.*?)</nextgroup>", Pattern.DOTALL);
  private static final Pattern HREF = Pattern.compile("href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern PAGE = Pattern.compile("([?&]page=)(\\d+)");
  private static final Pattern TOTAL =
      Pattern.compile("totalRecord\\s*:\\s*['\"]?(\\d+)|<totalrecord>\\s*(\\d+)");

  @Override
  public String name() {
    return "hanweb";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (page.datastore().isEmpty()) {
      return Optional.empty();
    }
    StringBuilder rows = new StringBuilder();
    int count = 0;
    Matcher record = RECORD.matcher(page.datastore());
    while (record.find()) {
      rows.append("<div class=\"record\">").append(record.group(1)).append("</div>\n");
      count++;
    }
    Optional<Integer> total = total(page);
    String group = nextGroup(page.datastore());
    boolean proxy = page.path().endsWith("dataproxy.jsp");
    int current = proxy ? pageOf(page.query()) : 1;
    boolean whole = !proxy && total.isPresent() && total.get() <= count;
    if (count == 0 || whole) {
      return Optional.of(new Paging(List.of(), total, rows.toString(), ""));
    }
    if (group.isEmpty()) {
      boolean more = !proxy && total.isPresent() && total.get() > count;
      String unread =
          more ? total.get() + " rows announced, " + count + " shown, no nextgroup" : "";
      return Optional.of(new Paging(List.of(), total, rows.toString(), unread));
    }
    Matcher number = PAGE.matcher(group);
    String following =
        number.find()
            ? number.replaceFirst("$1" + (current + 1))
            : group + (group.indexOf('?') < 0 ? "?" : "&") + "page=" + (current + 1);
    List<PageRequest> next =
        page.resolver()
            .apply(following)
            .map(url -> List.of(PageRequest.get(url)))
            .orElse(List.of());
    return Optional.of(new Paging(next, total, rows.toString(), ""));
  }

  private static Optional<Integer> total(ListPage page) {
    Matcher inStore = TOTAL.matcher(page.datastore());
    if (inStore.find() && inStore.group(2) != null) {
      return Optional.of(Integer.valueOf(inStore.group(2)));
    }
    for (String script : page.scripts()) {
      if (script.contains("jpage")) {
        Matcher m = TOTAL.matcher(script);
        if (m.find() && m.group(1) != null && m.group(1).length() < 9) {
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
    if (!href.find()) {
      return "";
    }
    String target = href.group(1) != null ? href.group(1) : href.group(2);
    return Parser.unescapeEntities(target, true).strip();
  }

  private static int pageOf(String query) {
    Matcher m = PAGE.matcher("?" + query);
    return m.find() && m.group(2).length() < 7 ? Integer.parseInt(m.group(2)) : 1;
  }
}
