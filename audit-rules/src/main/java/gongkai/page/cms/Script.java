package gongkai.page.cms;

import gongkai.page.Addresses;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts as data: literals, variables and calls are read, nothing is run. */
final class Script {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern FIELD =
      Pattern.compile("\\$\\(\\s*['\"]#([\\w-]+)['\"]\\s*\\)\\.val\\(\\s*\\)");
  private static final Pattern NOW =
      Pattern.compile("new Date\\(\\).*|Date\\.now\\(\\)|Math\\.random\\(\\).*");

  /** A variable that names a variable that names a variable: no further. */
  private static final int DEPTH = 4;

  private Script() {}

  /** What stands between the bracket at {@code open} and its partner, without them. */
  static Optional<String> inside(String text, int open) {
    int depth = 0;
    char quote = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth--;
        if (depth == 0) {
          return Optional.of(text.substring(open + 1, i));
        }
      }
    }
    return Optional.empty();
  }

  /** The parts between separators that stand in no quotes and no brackets, stripped. */
  static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth--;
      } else if (c == separator && depth == 0) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    String last = text.substring(from).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  /** The keys of an object's inside with their expressions, in order. */
  static Map<String, String> object(String inside) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String part : parts(inside, ',')) {
      List<String> pair = parts(part, ':');
      if (pair.size() >= 2) {
        String key = pair.get(0).replaceAll("^['\"]|['\"]$", "");
        fields.put(key, part.substring(part.indexOf(':', pair.get(0).length()) + 1).strip());
      }
    }
    return fields;
  }

  /** The text of an expression: literals, known names and variables, joined by plus signs. */
  static Optional<String> value(String expression, ListPage page, Map<String, String> known) {
    return value(expression, page, known, 0);
  }

  private static Optional<String> value(
      String expression, ListPage page, Map<String, String> known, int depth) {
    StringBuilder text = new StringBuilder();
    List<String> parts = parts(expression, '+');
    boolean sum = parts.size() > 1;
    long total = 0;
    for (String part : parts) {
      boolean literal = part.startsWith("'") || part.startsWith("\"");
      Optional<String> one = single(part, page, known, depth);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      sum &= !literal && NUMBER.matcher(one.get()).matches();
      total += sum ? Long.parseLong(one.get()) : 0;
      text.append(one.get());
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(sum ? Long.toString(total) : text.toString());
  }

  private static Optional<String> single(
      String part, ListPage page, Map<String, String> known, int depth) {
    String url = page.url();
    int end = part.length() - 1;
    if (end > 0 && (part.charAt(0) == '\'' || part.charAt(0) == '"')) {
      return part.charAt(end) == part.charAt(0)
          ? Optional.of(part.substring(1, end).replace("\\/", "/"))
          : Optional.empty();
    }
    if (NUMBER.matcher(part).matches()) {
      return Optional.of(part);
    }
    if (part.startsWith("(") && part.endsWith(")")) {
      return value(part.substring(1, end), page, known, depth);
    }
    for (String call : List.of("encodeURIComponent(", "encodeURI(", "parseInt(", "Number(")) {
      if (part.startsWith(call) && part.endsWith(")")) {
        String inner = part.substring(call.length(), end);
        Optional<String> found = value(inner, page, known, depth);
        return call.startsWith("encode") ? found.map(Script::encode) : found;
      }
    }
    String name = part.replaceFirst("^(?:window|document|self)\\.", "");
    switch (name) {
      case "location.protocol":
        return Optional.of(url.substring(0, url.indexOf(':') + 1));
      case "location.host", "location.hostname":
        return Optional.of(Addresses.host(url));
      case "location.origin":
        return Optional.of(url.substring(0, url.indexOf("://") + 3) + Addresses.host(url));
      case "location.pathname":
        return Optional.of(page.path());
      default:
    }
    if (NOW.matcher(part).matches()) {
      return Optional.of("");
    }
    Matcher field = FIELD.matcher(part);
    if (field.matches()) {
      return input(page.html(), field.group(1));
    }
    if (known.containsKey(name)) {
      return Optional.of(known.get(name));
    }
    return NAME.matcher(name).matches() && depth < DEPTH
        ? variable(name, page, known, depth)
        : Optional.empty();
  }

  private static Optional<String> variable(
      String name, ListPage page, Map<String, String> known, int depth) {
    Pattern assigned =
        Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "\\s*=\\s*([^=;\\n][^;\\n]*)");
    for (String script : page.scripts()) {
      Matcher m = assigned.matcher(script);
      if (m.find()) {
        String expression = m.group(1).replaceFirst("\\s*//.*$", "");
        return value(parts(expression, ',').get(0), page, known, depth + 1);
      }
    }
    return Optional.empty();
  }

  /** The value of the input with this id or name. */
  static Optional<String> input(String html, String id) {
    Matcher tag =
        Pattern.compile(
                "<input\\b[^>]*\\b(?:id|name)\\s*=\\s*['\"]?" + Pattern.quote(id) + "\\b[^>]*>",
                Pattern.CASE_INSENSITIVE)
            .matcher(html);
    if (!tag.find()) {
      return Optional.empty();
    }
    Matcher value = Pattern.compile("\\bvalue\\s*=\\s*['\"]([^'\"]*)['\"]").matcher(tag.group());
    return Optional.of(value.find() ? value.group(1) : "");
  }

  /** Fields of a form as jQuery sends them: {@code datas[0][key]=status}. */
  static Optional<Map<String, String>> fields(
      String inside, ListPage page, Map<String, String> known) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : object(inside).entrySet()) {
      if (!add(fields, field.getKey(), field.getValue(), page, known)) {
        return Optional.empty();
      }
    }
    return Optional.of(fields);
  }

  private static boolean add(
      Map<String, String> fields,
      String key,
      String expression,
      ListPage page,
      Map<String, String> known) {
    if (expression.startsWith("{") || expression.startsWith("[")) {
      Optional<String> inside = inside(expression, 0);
      if (inside.isEmpty()) {
        return false;
      }
      Map<String, String> nested = new LinkedHashMap<>();
      if (expression.startsWith("{")) {
        nested.putAll(object(inside.get()));
      } else {
        List<String> items = parts(inside.get(), ',');
        for (int i = 0; i < items.size(); i++) {
          nested.put(Integer.toString(i), items.get(i));
        }
      }
      boolean all = true;
      for (Map.Entry<String, String> one : nested.entrySet()) {
        all &= add(fields, key + "[" + one.getKey() + "]", one.getValue(), page, known);
      }
      return all;
    }
    Optional<String> value = value(expression, page, known);
    value.ifPresent(text -> fields.put(key, text));
    return value.isPresent();
  }

  /** The urlencoded body of a form. */
  static String form(Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (key, value) ->
            form.append(form.length() == 0 ? "" : "&")
                .append(encode(key))
                .append('=')
                .append(encode(value)));
    return form.toString();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
