package gongkai.page.cms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paging plug-in whose script names the pages: {@code totalPage: 54} with {@code location.href =
 * 'index_' + n + '.html'}, where n begins with 1 and page 1 has no number.
 */
final class PluginPager implements Pager {
  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:totalPages?|pageCount|total_page|totalpage)['\"]?\\s*[:=]\\s*['\"]?(\\d{1,6})");
  private static final Pattern TARGET =
      Pattern.compile(
          "location(?:\\.href)?\\s*=\\s*['\"]([\\w./-]*_)['\"]\\s*\\+\\s*\\w+\\s*\\+\\s*['\"](\\.[a-z]{3,5})['\"]");
  private static final Pattern OWN = Pattern.compile("_(\\d{1,6})\\.[a-z]{3,5}$");

  @Override
  public String name() {
    return "plugin";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      if (!script.contains("otal") && !script.contains("ageCount")) {
        continue;
      }
      Matcher total = TOTAL.matcher(script);
      Matcher target = TARGET.matcher(script);
      if (total.find() && target.find()) {
        Matcher own = OWN.matcher(page.path());
        int here = own.find() ? Integer.parseInt(own.group(1)) : 1;
        if (here >= Integer.parseInt(total.group(1))) {
          return Optional.of(Paging.end());
        }
        String next = target.group(1) + (here + 1) + target.group(2);
        return page.resolver().apply(next).map(Paging::next);
      }
    }
    return Optional.empty();
  }
}
