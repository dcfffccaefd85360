package gongkai.page.cms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UCAP 开普: {@code createPageHTML('page_div', 5, 1, 'xxgk_list', 'shtml', 98)} counts from 1, page 2
 * of {@code xxgk_list.shtml} is {@code xxgk_list_2.shtml}.
 */
final class UcapPager implements Pager {
  private static final Pattern CALL = Pattern.compile("createPageHTML\\w*\\s*(?=\\()");
  private static final Pattern OWN = Pattern.compile("_(\\d{1,6})\\.[A-Za-z]{2,6}$");

  @Override
  public String name() {
    return "ucap";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      Matcher call = CALL.matcher(script);
      while (call.find()) {
        List<String> arguments =
            Script.inside(script, call.end())
                .map(inside -> Script.parts(inside, ','))
                .orElse(List.of())
                .stream()
                .map(argument -> Script.value(argument, page, Map.of()).orElse(""))
                .toList();
        boolean own =
            arguments.size() >= 5
                && arguments.get(1).matches("\\d{1,6}")
                && arguments.get(2).matches("\\d{1,6}")
                && arguments.get(3).matches("[\\w./-]+")
                && arguments.get(4).matches("\\.?[A-Za-z]{2,6}");
        if (own) {
          return Optional.of(next(page, arguments));
        }
      }
    }
    return Optional.empty();
  }

  private static Paging next(ListPage page, List<String> arguments) {
    Optional<Integer> rows =
        arguments.size() > 5 && arguments.get(5).matches("\\d{1,7}")
            ? Optional.of(Integer.valueOf(arguments.get(5)))
            : Optional.empty();
    Matcher own = OWN.matcher(page.path());
    int here = own.find() ? Integer.parseInt(own.group(1)) : Integer.parseInt(arguments.get(2));
    if (here >= Integer.parseInt(arguments.get(1))) {
      return Paging.end().announcing(rows);
    }
    String following =
        arguments.get(3) + "_" + (here + 1) + "." + arguments.get(4).replace(".", "");
    return page.resolver()
        .apply(following)
        .map(Paging::next)
        .orElse(Paging.unread("next page is no address: " + following))
        .announcing(rows);
  }
}
