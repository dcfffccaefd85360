package gongkai.page.cms;

import gongkai.page.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell whose script asks for the rows: {@code $.ajax({type: 'POST', url: …, data: {page: 1}})},
 * {@code $.post}, {@code $.getJSON}, the search of UCAP 开普 and of GentleCMS. Address and parameters
 * are read from the script; what only running it could tell stays unread.
 */
final class ScriptPager implements Pager {
  private static final Pattern AJAX =
      Pattern.compile("(?:\\$|jQuery)\\.(ajax|post|get|getJSON)\\s*(?=\\()|\\b(fetch)\\s*(?=\\()");
  private static final Pattern NO_LIST =
      Pattern.compile(
          "(?i)count|visit|hits?\\b|login|weather|click|stat(?:istic)?s?\\b|captcha|jsonp?conf");
  private static final Pattern FUNCTION =
      Pattern.compile("function\\s+([\\w$]+)\\s*\\(([^)]*)\\)\\s*(?=\\{)");
  private static final Pattern PARAMETERS = Pattern.compile("^[A-Za-z_$][\\w$]*$");

  @Override
  public String name() {
    return "script";
  }

  @Override
  public Optional<Paging> read(ListPage page) {
    if (page.rows() > 0) {
      return Optional.empty();
    }
    for (String script : page.scripts()) {
      Matcher ajax = AJAX.matcher(script);
      while (ajax.find()) {
        Optional<PageRequest> request =
            Script.inside(script, ajax.end())
                .flatMap(
                    inside ->
                        request(page, ajax.group(1), inside, known(page, script, ajax.start())));
        if (request.filter(ScriptPager::lists).isPresent()) {
          return Optional.of(Paging.next(request.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A request that counts pages, or for a list as a whole. */
  private static boolean lists(PageRequest request) {
    return !NO_LIST.matcher(request.url().replaceFirst("^[^?]*//[^/]*", "")).find()
        && (Numbered.of(request).isPresent() || request.url().contains("index.json"));
  }

  /** What the function around the call is called with; a page's number is 1 if nothing says it. */
  private static Map<String, String> known(ListPage page, String script, int at) {
    Map<String, String> known = new HashMap<>();
    Matcher function = FUNCTION.matcher(script);
    while (function.find() && function.start() < at) {
      int end = function.end() + Script.inside(script, function.end()).orElse("").length();
      if (end < at) {
        continue;
      }
      List<String> names = Script.parts(function.group(2), ',');
      List<String> values = called(page, function.group(1));
      for (int i = 0; i < names.size(); i++) {
        String value = i < values.size() ? values.get(i) : i == 0 ? "1" : "";
        if (!value.isEmpty()) {
          known.put(names.get(i), value);
        }
      }
    }
    return known;
  }

  private static List<String> called(ListPage page, String name) {
    Pattern call =
        Pattern.compile("(?<!function )(?<![\\w.$])" + Pattern.quote(name) + "\\s*(?=\\()");
    for (String script : page.scripts()) {
      Matcher m = call.matcher(script);
      while (m.find()) {
        List<String> values = new ArrayList<>();
        for (String argument : Script.parts(Script.inside(script, m.end()).orElse(""), ',')) {
          Script.value(argument, page, Map.of()).ifPresent(values::add);
        }
        if (!values.isEmpty()) {
          return values;
        }
      }
    }
    return List.of();
  }

  private static Optional<PageRequest> request(
      ListPage page, String kind, String inside, Map<String, String> known) {
    List<String> arguments = Script.parts(inside, ',');
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    boolean settings = arguments.get(0).startsWith("{");
    Map<String, String> options =
        settings
            ? Script.object(Script.inside(arguments.get(0), 0).orElse(""))
            : Map.of("url", arguments.get(0), "data", arguments.size() > 1 ? arguments.get(1) : "");
    String method =
        Script.value(
                options.getOrDefault("type", options.getOrDefault("method", "'get'")), page, known)
            .orElse("get");
    boolean post = "post".equals(kind) || method.equalsIgnoreCase("post");
    Optional<String> url = Script.value(options.getOrDefault("url", ""), page, known);
    Optional<String> data = data(page, options.getOrDefault("data", ""), known);
    if (url.isEmpty() || data.isEmpty()) {
      return Optional.empty();
    }
    if (post) {
      return page.resolver().apply(url.get()).map(to -> new PageRequest(to, data));
    }
    String query = data.get().isEmpty() ? "" : (url.get().contains("?") ? "&" : "?") + data.get();
    return page.resolver().apply(url.get() + query).map(PageRequest::get);
  }

  /** The urlencoded form; empty if only running the script could tell it. */
  private static Optional<String> data(
      ListPage page, String expression, Map<String, String> known) {
    if (expression.isEmpty() || expression.startsWith("function")) {
      return Optional.of("");
    }
    if (expression.startsWith("{")) {
      return Script.inside(expression, 0)
          .flatMap(fields -> Script.fields(fields, page, known))
          .map(Script::form);
    }
    if (PARAMETERS.matcher(expression).matches() && !known.containsKey(expression)) {
      return object(page, expression)
          .flatMap(fields -> Script.fields(fields, page, known))
          .map(Script::form);
    }
    return Script.value(expression, page, known);
  }

  private static Optional<String> object(ListPage page, String name) {
    Pattern assigned = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=\\s*(?=\\{)");
    for (String script : page.scripts()) {
      Matcher m = assigned.matcher(script);
      if (m.find()) {
        return Script.inside(script, m.end());
      }
    }
    return Optional.empty();
  }
}
