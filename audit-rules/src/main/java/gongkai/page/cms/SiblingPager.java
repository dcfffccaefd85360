package gongkai.page.cms;

import gongkai.page.PageRequest;
import gongkai.page.cms.ListPage.PagerLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script or a link to the last page says how many pages there are, and the following ones are
 * siblings of the first: {@code pagination({totalPage: 54})}, {@code Pager({size: 9, prefix:
 * 'index', suffix: 'html'})}. Page 2 is {@code index_2.html}, in TRS's way {@code index_1.html}: a
 * link or the script says which, else both are tried, {@code index_1} first.
 */
final class SiblingPager implements Pager {
  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:totalPages?|pageCount|total_page|totalpage|pagecount|countPage|pageTotal)['\"]?\\s*[:=]\\s*['\"]?(\\d{1,6})");
  private static final Pattern PAGER = Pattern.compile("\\bPager\\s*\\(\\s*(?=\\{)");
  private static final Pattern TARGET =
      Pattern.compile(
          "location(?:\\.href)?\\s*=\\s*['\"]([\\w./-]*[_-])['\"]\\s*\\+\\s*\\w+\\s*\\+\\s*['\"](\\.[a-z]{3,5})['\"]");
  private static final Pattern OWN =
      Pattern.compile("^(.*?/?)([\\w-]*?)(?:([_-])(\\d{1,6}))?\\.([A-Za-z]{2,6})$");
  private static final Pattern NUMBER = Pattern.compile("[_-](\\d{1,6})\\.([A-Za-z]{3,5})$");
  private static final Pattern INDEX_TYPE = Pattern.compile("index(?:_\\d+)?\\.(s?html?)\\b");
  private static final Pattern FROM_TWO = Pattern.compile("(?:^|_)list$|column-index");

  @Override
  public String name() {
    return "siblings";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      Matcher pager = PAGER.matcher(script);
      if (pager.find()) {
        var fields = Script.object(Script.inside(script, pager.end()).orElse(""));
        Optional<Integer> size =
            figure(fields.getOrDefault("size", fields.getOrDefault("total", "")));
        String prefix = text(fields.getOrDefault("prefix", ""));
        String suffix = text(fields.getOrDefault("suffix", "html"));
        if (!prefix.isEmpty()) {
          return Optional.of(following(page, size.orElse(Integer.MAX_VALUE), prefix, "_", suffix));
        }
      }
      Matcher total = TOTAL.matcher(script);
      if (total.find() && Integer.parseInt(total.group(1)) > 0) {
        int pages = Integer.parseInt(total.group(1));
        Matcher target = TARGET.matcher(script);
        if (target.find()) {
          return Optional.of(named(page, pages, target.group(1), target.group(2)));
        }
        if (page.rows() > 0) {
          return Optional.of(siblings(page, pages));
        }
      }
    }
    return byLast(page);
  }

  /** The script itself says the address: numbers begin with 1, and page 1 has none. */
  private static Paging named(ListPage page, int pages, String stem, String type) {
    Matcher own = NUMBER.matcher(page.path());
    int here = own.find() ? Integer.parseInt(own.group(1)) : 1;
    return here >= pages
        ? Paging.end()
        : page.resolver().apply(stem + (here + 1) + type).map(Paging::next).orElse(Paging.end());
  }

  /** Only a link to the last page stands there. */
  private static Optional<Paging> byLast(ListPage page) {
    for (PagerLink link : page.links()) {
      Matcher last = NUMBER.matcher(link.target().orElse(""));
      Matcher own = NUMBER.matcher(page.path());
      if (LinkPager.isLast(link) && last.find()) {
        int pages = Integer.parseInt(last.group(1));
        int here = own.find() ? Integer.parseInt(own.group(1)) : 0;
        if (here >= pages) {
          return Optional.of(Paging.end());
        }
        String url = link.target().orElseThrow();
        String stem = url.substring(0, last.start() + 1);
        String type = "." + last.group(2);
        return Optional.of(
            here > 0
                ? Paging.next(stem + (here + 1) + type)
                : Paging.guesses(
                    List.of(PageRequest.get(stem + 1 + type), PageRequest.get(stem + 2 + type)),
                    "a link names " + pages + " pages"));
      }
    }
    return Optional.empty();
  }

  private static Paging siblings(ListPage page, int pages) {
    Matcher own = OWN.matcher(page.path());
    boolean named = own.find() && !own.group(2).isEmpty();
    String name = named ? own.group(2) : "index";
    String mark = named && own.group(3) != null ? own.group(3) : "_";
    Matcher type = INDEX_TYPE.matcher(page.html());
    String extension = named ? own.group(5) : type.find() ? type.group(1) : "html";
    return following(page, pages, name, mark, extension);
  }

  private static Paging following(
      ListPage page, int pages, String name, String mark, String extension) {
    Matcher own = NUMBER.matcher(page.path());
    int here = own.find() ? Integer.parseInt(own.group(1)) : 0;
    // column-index-1 is the first page and bears its number
    boolean first = here == 0 || mark.equals("-") && here == 1;
    if (pages <= 1 || here >= pages) {
      return Paging.end();
    }
    String said = pages == Integer.MAX_VALUE ? "" : "a script pages the list: " + pages + " pages";
    if (!first) {
      List<PageRequest> next = sibling(page, name, mark, extension, here + 1);
      return here + 1 >= pages || said.isEmpty()
          ? Paging.guesses(next, "")
          : next.isEmpty() ? Paging.unread(said) : Paging.next(next.get(0));
    }
    List<PageRequest> guesses = new ArrayList<>();
    boolean two = FROM_TWO.matcher(name).find();
    for (int number : two ? new int[] {2, 1} : new int[] {1, 2}) {
      if (number != here) {
        guesses.addAll(sibling(page, name, mark, extension, number));
      }
    }
    return Paging.guesses(guesses, said);
  }

  private static List<PageRequest> sibling(
      ListPage page, String name, String mark, String extension, int number) {
    return page.resolver()
        .apply("./" + name + mark + number + "." + extension.replace(".", ""))
        .map(url -> List.of(PageRequest.get(url)))
        .orElse(List.of());
  }

  private static Optional<Integer> figure(String expression) {
    String digits = text(expression);
    return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private static String text(String expression) {
    return expression.replaceAll("^['\"]|['\"]$", "");
  }
}
