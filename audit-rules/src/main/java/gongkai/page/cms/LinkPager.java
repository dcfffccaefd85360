package gongkai.page.cms;

import gongkai.page.Addresses;
import gongkai.page.cms.ListPage.PagerLink;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain links: 下一页, 下页, », or the number behind the page's own. */
final class LinkPager implements Pager {
  private static final Set<String> NEXT =
      Set.of("下一页", "下页", "后一页", "后页", "下一頁", "往后", "next", "nextpage");
  private static final Set<String> BACK =
      Set.of("上一页", "上页", "前一页", "首页", "第一页", "尾页", "末页", "最后一页", "最末页");
  private static final Set<String> SIGNS = Set.of(">", ">>", "»", "›", "＞", "&gt;");
  private static final Pattern DECORATION = Pattern.compile("[^\\p{L}]+");
  private static final Pattern PAGES =
      Pattern.compile(
          "共(?:有|计)?\\s*(\\d{1,5})\\s*页|(?:第|当前)\\s*\\d{1,5}\\s*/\\s*(\\d{1,5})\\s*页|(?<![\\d/])\\d{1,5}\\s*/\\s*(\\d{1,5})\\s*页");
  private static final Pattern HERE =
      Pattern.compile(
          "第\\s*(\\d{1,5})\\s*页|当前(?:页|第)?[:：]?\\s*(\\d{1,5})|(?<![\\d/])(\\d{1,5})\\s*/\\s*\\d{1,5}\\s*页");
  private static final Pattern INDEX = Pattern.compile("/index\\.[a-z]{3,5}$");
  private static final Pattern ROWS = Pattern.compile("共(?:有|计)?\\s*(\\d{1,7})\\s*(?:条|篇|项)");

  @Override
  public String name() {
    return "links";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    String own = page.url();
    Optional<Integer> announced = announced(page);
    boolean pager = false;
    for (PagerLink link : page.links()) {
      boolean sign = SIGNS.contains(link.text()) && isNumbered(page, link.group());
      if (isNext(link) || sign) {
        pager |= isNext(link) && link.call().isEmpty();
        if (link.target().isPresent() && isOther(own, link.target().get())) {
          return Optional.of(Paging.next(link.target().get()).announcing(announced));
        }
      }
    }
    Optional<String> numbered = byNumber(page, own);
    if (numbered.isPresent()) {
      return Optional.of(Paging.next(numbered.get()).announcing(announced));
    }
    return pager && !scripted(page)
        ? Optional.of(Paging.end().announcing(announced))
        : Optional.empty();
  }

  /** The pager's links call a script although the page says that there are further pages. */
  private static boolean scripted(ListPage page) {
    int pages = pages(page.text());
    boolean real =
        page.links().stream()
            .anyMatch(
                link ->
                    (isNumber(link) || BACK.contains(word(link)))
                        && link.target().isPresent()
                        && isNumbered(page, link.group()));
    return pages > 1 && here(page.text()) < pages && !real;
  }

  static boolean isPager(String text) {
    String word = text.length() > 12 ? "" : word(text);
    return NEXT.contains(word) || BACK.contains(word) && !word.equals("首页");
  }

  /** A link to the following page, by its word; arrows and brackets around it do not count. */
  static boolean isNext(PagerLink link) {
    return NEXT.contains(word(link));
  }

  /** A link to the last page, by its word. */
  static boolean isLast(PagerLink link) {
    return Set.of("尾页", "末页", "最后一页", "最末页").contains(word(link));
  }

  private static String word(PagerLink link) {
    return word(link.text());
  }

  private static String word(String text) {
    return DECORATION.matcher(text).replaceAll("").toLowerCase(java.util.Locale.ROOT);
  }

  static int pages(String text) {
    Matcher m = PAGES.matcher(text);
    int pages = 0;
    while (m.find()) {
      for (int g = 1; g <= 3; g++) {
        if (m.group(g) != null) {
          pages = Integer.parseInt(m.group(g));
        }
      }
    }
    return pages;
  }

  static int here(String text) {
    Matcher m = HERE.matcher(text);
    if (!m.find()) {
      return 1;
    }
    for (int g = 1; g <= 3; g++) {
      if (m.group(g) != null) {
        return Integer.parseInt(m.group(g));
      }
    }
    return 1;
  }

  private static Optional<Integer> announced(ListPage page) {
    Matcher m = ROWS.matcher(page.text());
    return m.find() ? Optional.of(Integer.valueOf(m.group(1))) : Optional.empty();
  }

  private static boolean isOther(String own, String target) {
    return !folder(own).equals(folder(target))
        && Addresses.host(own).equals(Addresses.host(target));
  }

  /** An index file is its folder: /tz/ and /tz/index.html are one page. */
  private static String folder(String url) {
    return INDEX.matcher(Addresses.identity(url)).replaceFirst("/");
  }

  static boolean isNumber(PagerLink link) {
    String text = link.text();
    return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isNumbered(ListPage page, int group) {
    return page.links().stream().anyMatch(link -> link.group() == group && isNumber(link));
  }

  /** The link with the number behind the page's own, among the numbers of one pager. */
  private static Optional<String> byNumber(ListPage page, String own) {
    TreeMap<Integer, String> numbers = new TreeMap<>();
    int group = -1;
    int here = -1;
    for (PagerLink link : page.links()) {
      if (!isNumber(link) || link.target().isEmpty()) {
        continue;
      }
      if (group >= 0 && link.group() != group) {
        break;
      }
      group = link.group();
      int number = Integer.parseInt(link.text());
      numbers.put(number, link.target().get());
      if (!isOther(own, link.target().get())) {
        here = number;
      }
    }
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    // the page's own number is the one that is missing, or that leads to the page itself
    for (int n = numbers.firstKey(); here < 0 && n < numbers.lastKey(); n++) {
      here = numbers.containsKey(n) ? -1 : n;
    }
    if (here < 0 && numbers.firstKey() == 2) {
      here = 1;
    }
    String next = here < 0 ? null : numbers.get(here + 1);
    return Optional.ofNullable(next).filter(target -> isOther(own, target));
  }
}
