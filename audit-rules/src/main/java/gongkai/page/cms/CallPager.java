package gongkai.page.cms;

import gongkai.page.PageRequest;
import gongkai.page.cms.ListPage.PagerLink;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The pager's links call a function of the page: {@code page('12')} that sets a field of a form or
 * goes to an address, ASP.NET's {@code __doPostBack}. The function is read, not run.
 */
final class CallPager implements Pager {
  private static final Pattern CALL = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*(?=\\()");
  private static final Pattern LOCATION =
      Pattern.compile(
          "(?:location(?:\\.href)?\\s*=\\s*|location\\.(?:replace|assign)\\s*\\()([^;\\n]+?)\\)?\\s*(?:;|\\n|$)");
  private static final Pattern FIELD =
      Pattern.compile("(?i)^(?:[\\w.]*\\.)?(?:" + Numbered.PAGE + ")$");

  @Override
  public String name() {
    return "form";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    int pages = LinkPager.pages(page.text());
    int here = here(page);
    for (PagerLink link : page.links()) {
      boolean next = LinkPager.isNext(link);
      boolean number = LinkPager.isNumber(link) && link.text().equals(Integer.toString(here + 1));
      if ((next || number) && !link.call().isEmpty()) {
        Optional<PageRequest> request = call(page, link.call());
        if (request.isPresent()) {
          boolean same = request.get().key().equals(page.request().key());
          boolean last = pages > 0 && here >= pages;
          return Optional.of(same || last ? Paging.end() : Paging.next(request.get()));
        }
      }
    }
    return pages > here
        ? form(page, Integer.toString(here + 1)).map(Paging::next)
        : Optional.empty();
  }

  private static int here(ListPage page) {
    return Numbered.of(page.request())
        .filter(n -> !n.rows())
        .map(Numbered::number)
        .orElse(LinkPager.here(page.text()));
  }

  private static Optional<PageRequest> call(ListPage page, String code) {
    Matcher call = CALL.matcher(code);
    if (!call.find()) {
      return Optional.empty();
    }
    List<String> arguments =
        Script.parts(Script.inside(code, call.end()).orElse(""), ',').stream()
            .map(argument -> Script.value(argument, page, Map.of()).orElse(""))
            .toList();
    if (call.group(1).equals("__doPostBack")) {
      return arguments.size() == 2 ? postBack(page, arguments) : Optional.empty();
    }
    Optional<PageRequest> read = function(page, call.group(1), arguments);
    return read.isPresent()
        ? read
        : arguments.stream()
            .filter(argument -> argument.matches("\\d{1,6}"))
            .findFirst()
            .flatMap(number -> form(page, number));
  }

  private static Optional<PageRequest> function(
      ListPage page, String name, List<String> arguments) {
    String quoted = Pattern.quote(name);
    Pattern head =
        Pattern.compile(
            "(?:function\\s+"
                + quoted
                + "|\\b"
                + quoted
                + "\\s*[=:]\\s*function)\\s*\\(([^)]*)\\)\\s*(?=\\{)");
    for (String script : page.scripts()) {
      Matcher function = head.matcher(script);
      if (function.find()) {
        List<String> names = Script.parts(function.group(1), ',');
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), arguments.size()); i++) {
          known.put(names.get(i), arguments.get(i));
        }
        String body = Script.inside(script, function.end()).orElse("");
        Optional<PageRequest> there = location(page, body, known);
        return there.isPresent() ? there : assigned(page, body, known);
      }
    }
    return Optional.empty();
  }

  /** The last address that the function builds from its own arguments. */
  private static Optional<PageRequest> location(
      ListPage page, String body, Map<String, String> known) {
    Optional<PageRequest> found = Optional.empty();
    Matcher location = LOCATION.matcher(body);
    while (location.find()) {
      String expression = location.group(1).strip();
      boolean uses =
          known.keySet().stream()
              .anyMatch(name -> expression.matches(".*\\b" + Pattern.quote(name) + "\\b.*"));
      if (uses) {
        Optional<PageRequest> url =
            Script.value(expression, page, known).flatMap(page.resolver()).map(PageRequest::get);
        found = url.isPresent() ? url : found;
      }
    }
    return found;
  }

  /** A form whose field the function sets. */
  private static Optional<PageRequest> assigned(
      ListPage page, String body, Map<String, String> known) {
    Document document = Jsoup.parse(page.html(), page.url());
    for (Element element : document.select("form")) {
      FormElement form = (FormElement) element;
      Map<String, String> set = new LinkedHashMap<>();
      for (Element input : form.select("input[name], select[name]")) {
        known.forEach(
            (name, value) -> {
              String field = "(?:" + Pattern.quote(input.attr("name"));
              field += input.id().isEmpty() ? ")" : "|" + Pattern.quote(input.id()) + ")";
              Pattern sets =
                  Pattern.compile(
                      "\\b"
                          + field
                          + "['\")\\]]*(?:\\[0\\])?\\.(?:value\\s*=|val\\s*\\()\\s*"
                          + Pattern.quote(name)
                          + "\\b");
              if (sets.matcher(body).find()) {
                set.put(input.attr("name"), value);
              }
            });
      }
      if (!set.isEmpty()) {
        return request(page, form, set);
      }
    }
    return Optional.empty();
  }

  /** A form that has a field for the page's number. */
  private static Optional<PageRequest> form(ListPage page, String number) {
    if (!page.html().contains("<form") && !page.html().contains("<FORM")) {
      return Optional.empty();
    }
    for (Element form : Jsoup.parse(page.html(), page.url()).select("form")) {
      for (Element input : form.select("input[name], select[name]")) {
        if (FIELD.matcher(input.attr("name")).matches()) {
          return request(page, (FormElement) form, Map.of(input.attr("name"), number));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PageRequest> postBack(ListPage page, List<String> arguments) {
    Document document = Jsoup.parse(page.html(), page.url());
    for (Element form : document.select("form")) {
      if (!form.select("input[name=__VIEWSTATE]").isEmpty()) {
        Map<String, String> set = new LinkedHashMap<>();
        set.put("__EVENTTARGET", arguments.get(0));
        set.put("__EVENTARGUMENT", arguments.get(1));
        return request(page, (FormElement) form, set);
      }
    }
    return Optional.empty();
  }

  private static Optional<PageRequest> request(
      ListPage page, FormElement form, Map<String, String> set) {
    Map<String, String> fields = new LinkedHashMap<>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    fields.putAll(set);
    String action = form.attr("action").strip();
    Optional<String> url =
        action.isEmpty() ? Optional.of(page.url()) : page.resolver().apply(action);
    String body = Script.form(fields);
    boolean post = form.attr("method").equalsIgnoreCase("post");
    return url.map(
        to ->
            post
                ? new PageRequest(to, Optional.of(body))
                : PageRequest.get(to.replaceFirst("\\?.*", "") + "?" + body));
  }
}
