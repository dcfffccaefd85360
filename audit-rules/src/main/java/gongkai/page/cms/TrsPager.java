package gongkai.page.cms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TRS 拓尔思: {@code createPageHTML(18, 0, "index", "html")} writes the pager by script; page 2 is
 * {@code index_1.html}. A variant sets {@code currentPage} and {@code countPage} inline.
 */
final class TrsPager implements Pager {
  private static final Pattern CALL =
      Pattern.compile(
          "createPageHTML\\w*\\s*\\(\\s*['\"]?(\\d{1,6})['\"]?\\s*,\\s*['\"]?(\\d{1,6})['\"]?\\s*,\\s*['\"]([^'\"]*)['\"]\\s*,\\s*['\"]\\.?([A-Za-z]{2,6})['\"]");
  private static final Pattern COUNT = Pattern.compile("countPage\\s*=\\s*['\"]?(\\d{1,6})");
  private static final Pattern CURRENT = Pattern.compile("currentPage\\s*=\\s*['\"]?(\\d{1,6})");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[\"'(]([A-Za-z][\\w-]*?)_?\\\\?[\"']\\s*\\+\\s*(?:\\\\?[\"']_\\\\?[\"']\\s*\\+\\s*)?\\(?\\s*(?:nextPage|currentPage|i)");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\"']\\.[\"']\\s*\\+\\s*[\"'](s?html?|jsp|aspx)|[\"']\\.(s?html?)\\\\?[\"'>]|[\"'](s?html?)\\\\?[\"']");
  private static final Pattern OWN = Pattern.compile("([^/]*?)(?:_(\\d{1,6}))?\\.([A-Za-z]{2,6})$");

  @Override
  public String name() {
    return "trs";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      if (!script.contains("createPageHTML")) {
        continue;
      }
      Matcher call = CALL.matcher(script);
      if (call.find()) {
        int total = Integer.parseInt(call.group(1));
        int current = Integer.parseInt(call.group(2));
        return Optional.of(next(page, total, current, call.group(3), call.group(4)));
      }
    }
    for (String script : page.scripts()) {
      if (!script.contains("countPage")) {
        continue;
      }
      Matcher count = COUNT.matcher(script);
      Matcher current = CURRENT.matcher(script);
      if (count.find() && current.find()) {
        Matcher own = OWN.matcher(page.path());
        boolean named = own.find();
        Matcher written = WRITTEN.matcher(script);
        Matcher extension = EXTENSION.matcher(script);
        String name = named ? own.group(1) : written.find() ? written.group(1) : "index";
        String type = named ? own.group(3) : extension.find() ? firstOf(extension) : "html";
        int total = Integer.parseInt(count.group(1));
        return Optional.of(next(page, total, Integer.parseInt(current.group(1)), name, type));
      }
    }
    return Optional.empty();
  }

  private static Paging next(ListPage page, int total, int current, String name, String type) {
    Matcher own = OWN.matcher(page.path());
    // the address knows better: some templates say 0 on every page
    int here =
        own.find() && own.group(2) != null && own.group(1).equals(name)
            ? Integer.parseInt(own.group(2))
            : current;
    if (here + 1 >= total) {
      return Paging.end();
    }
    String following = "./" + name + "_" + (here + 1) + "." + type;
    return page.resolver()
        .apply(following)
        .map(Paging::next)
        .orElseGet(() -> Paging.unread("next page is no address: " + following));
  }

  private static String firstOf(Matcher m) {
    for (int g = 1; g <= m.groupCount(); g++) {
      if (m.group(g) != null) {
        return m.group(g);
      }
    }
    return "html";
  }
}
