package gongkai.page.cms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TRS 拓尔思: {@code createPageHTML(18, 0, "index", "html")} writes the pager by script; page 2 is
 * {@code index_1.html}. Variants name the arguments in variables, comment the call out and set
 * {@code currentPage} and {@code countPage}, or count rows: {@code m_nRecordCount} and {@code
 * m_nPageSize}.
 */
final class TrsPager implements Pager {
  private static final Pattern CALL = Pattern.compile("createPageHTML\\w*\\s*(?=\\()");
  private static final Pattern COUNT = number("countPage|m_nPageCount|PageCount|pageCount");
  private static final Pattern CURRENT =
      number("currentPage|m_nCurrPage|m_nCurrentPage|CurrPage|CurrentPage|currPage");
  private static final Pattern RECORDS = number("m_nRecordCount|RecordCount|recordCount");
  private static final Pattern SIZE = number("m_nPageSize|PageSize|pageSize");
  private static final Pattern NAME =
      Pattern.compile("\\b(?:m_str)?PageName['\"]?\\s*[:=]\\s*['\"]([\\w-]+)['\"]");
  private static final Pattern EXT =
      Pattern.compile("\\b(?:m_str)?PageExt['\"]?\\s*[:=]\\s*['\"]\\.?([A-Za-z]{2,6})['\"]");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[\"'(]([A-Za-z][\\w-]*?)_?\\\\?[\"']\\s*\\+\\s*(?:\\\\?[\"']_\\\\?[\"']\\s*\\+\\s*)?\\(?\\s*(?:nextPage|currentPage|i)");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\"']\\.[\"']\\s*\\+\\s*[\"'](s?html?|jsp|aspx)|[\"']\\.(s?html?)\\\\?[\"'>]|[\"'](s?html?)\\\\?[\"']");
  private static final Pattern OWN = Pattern.compile("([^/]*?)(?:_(\\d{1,6}))?\\.([A-Za-z]{2,6})$");

  private static Pattern number(String names) {
    return Pattern.compile("\\b(?:" + names + ")['\"]?\\s*[:=]\\s*['\"]?(\\d{1,7})");
  }

  @Override
  public String name() {
    return "trs";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    for (String script : page.scripts()) {
      Matcher call = CALL.matcher(script);
      while (call.find()) {
        Optional<Paging> called = called(page, script, call.end());
        if (called.isPresent()) {
          return called;
        }
      }
    }
    for (String script : page.scripts()) {
      boolean named =
          script.contains("countPage")
              || script.contains("m_nRecordCount")
              || script.contains("PageContext");
      Optional<Paging> counted = named ? counted(page, script) : Optional.empty();
      if (counted.isPresent()) {
        return counted;
      }
    }
    return Optional.empty();
  }

  private static Optional<Paging> called(ListPage page, String script, int open) {
    List<String> arguments =
        Script.inside(script, open).map(inside -> Script.parts(inside, ',')).orElse(List.of());
    if (arguments.size() < 4) {
      return Optional.empty();
    }
    Optional<Integer> total = figure(arguments.get(0), page);
    Optional<Integer> current = figure(arguments.get(1), page);
    Optional<String> name = Script.value(arguments.get(2), page, Map.of());
    Optional<String> type = Script.value(arguments.get(3), page, Map.of());
    boolean whole =
        total.isPresent()
            && current.isPresent()
            && name.filter(n -> n.matches("[\\w./-]+")).isPresent()
            && type.filter(t -> t.matches("\\.?[A-Za-z]{2,6}")).isPresent();
    return whole
        ? Optional.of(
            next(page, total.get(), current.get(), name.get(), type.get().replace(".", "")))
        : Optional.empty();
  }

  private static Optional<Integer> figure(String argument, ListPage page) {
    return Script.value(argument, page, Map.of())
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::valueOf);
  }

  private static Optional<Paging> counted(ListPage page, String script) {
    Optional<Integer> records = find(RECORDS, script);
    Optional<Integer> size = find(SIZE, script).filter(n -> n > 0);
    Optional<Integer> byRows =
        records.flatMap(all -> size.map(n -> (int) Math.ceil((double) all / n)));
    Optional<Integer> total = find(COUNT, script).or(() -> byRows);
    if (total.isEmpty()) {
      return Optional.empty();
    }
    Matcher own = OWN.matcher(page.path());
    boolean named = own.find() && !own.group(1).isEmpty();
    Matcher written = WRITTEN.matcher(script);
    Matcher extension = EXTENSION.matcher(script);
    String name =
        text(NAME, script)
            .orElseGet(() -> named ? own.group(1) : written.find() ? written.group(1) : "index");
    String type =
        text(EXT, script)
            .orElseGet(() -> named ? own.group(3) : extension.find() ? firstOf(extension) : "html");
    int current = find(CURRENT, script).orElse(0);
    return Optional.of(next(page, total.get(), current, name, type).announcing(records));
  }

  private static Optional<Integer> find(Pattern pattern, String script) {
    return text(pattern, script).map(Integer::valueOf);
  }

  private static Optional<String> text(Pattern pattern, String script) {
    Matcher m = pattern.matcher(script);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
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
    String following = (name.startsWith("/") ? "" : "./") + name + "_" + (here + 1) + "." + type;
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
