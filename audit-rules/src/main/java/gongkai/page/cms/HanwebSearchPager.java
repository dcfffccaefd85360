package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hanweb's 信息公开 module: {@code POST /module/xxgk/search.jsp} answers with the rows {@code
 * tr_main_value_odd} and {@code tr_main_value_even}; {@code currpage} stands in its address and in
 * its form.
 */
final class HanwebSearchPager implements Pager {
  private static final String MODULE = "/module/xxgk/search.jsp";
  private static final Pattern ADDRESS =
      Pattern.compile("['\"]([^'\"]*/module/xxgk/search\\.jsp[^'\"]*)['\"]");
  private static final Pattern TYPE =
      Pattern.compile(
          "\\{([^{}]*\\binfotypeId\\b[^{}]*)\\}|['\"]([^'\"]*\\binfotypeId=[^'\"]*)['\"]");
  private static final Pattern AREA = Pattern.compile("tree\\.jsp\\?[^'\"]*?\\barea=([^&'\"]+)");
  private static final Pattern CURRENT = Pattern.compile("(?<=^|[?&])currpage=(\\d{0,6})");

  @Override
  public String name() {
    return "hanweb-xxgk";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    return page.path().endsWith(MODULE) ? Optional.of(answer(page)) : shell(page);
  }

  private static Paging answer(ListPage page) {
    int pages = LinkPager.pages(page.text());
    int here = here(page.request());
    boolean last = pages > 0 && here >= pages;
    return page.rows() == 0 || last ? Paging.end() : Paging.next(at(page.request(), here + 1));
  }

  private static int here(PageRequest request) {
    for (String text : new String[] {request.form().orElse(""), request.url()}) {
      Matcher m = CURRENT.matcher(text);
      if (m.find() && !m.group(1).isEmpty()) {
        return Integer.parseInt(m.group(1));
      }
    }
    return 1;
  }

  private static PageRequest at(PageRequest request, int number) {
    String now = "currpage=" + number;
    String url = CURRENT.matcher(request.url()).replaceAll(now);
    Optional<String> form = request.form().map(f -> CURRENT.matcher(f).replaceAll(now));
    boolean there = url.contains(now) || form.filter(f -> f.contains(now)).isPresent();
    return new PageRequest(there ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + now, form);
  }

  private static Optional<Paging> shell(ListPage page) {
    if (page.rows() > 0) {
      return Optional.empty();
    }
    for (String script : page.scripts()) {
      Matcher address = ADDRESS.matcher(script);
      if (!address.find()) {
        continue;
      }
      Optional<String> form = form(script, page);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      return page.resolver()
          .apply(address.group(1))
          .map(url -> Paging.next(at(new PageRequest(url, form), 1)));
    }
    return area(page);
  }

  private static Optional<String> form(String script, ListPage page) {
    Matcher type = TYPE.matcher(script);
    while (type.find()) {
      if (type.group(2) != null) {
        int query = type.group(2).indexOf('?');
        return Optional.of(type.group(2).substring(query + 1));
      }
      Optional<Map<String, String>> fields = Script.fields(type.group(1), page, Map.of());
      if (fields.isPresent()) {
        return fields.map(Script::form);
      }
    }
    return Optional.empty();
  }

  /** Only the tree is named: the module lists everything of the organ. */
  private static Optional<Paging> area(ListPage page) {
    Matcher area = AREA.matcher(page.html());
    if (!page.html().contains("module/xxgk/tree.jsp") || !area.find()) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("infotypeId", "");
    fields.put("vc_title", "");
    fields.put("vc_number", "");
    fields.put("area", area.group(1));
    return page.resolver()
        .apply(MODULE)
        .map(url -> Paging.next(at(new PageRequest(url, Optional.of(Script.form(fields))), 1)));
  }
}
