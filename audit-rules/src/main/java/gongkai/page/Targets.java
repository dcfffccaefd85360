package gongkai.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Where an element leads: its href, else the address in its data attribute or click handler. */
final class Targets {
  private static final Pattern QUOTED =
      Pattern.compile(
          "['\"]((?:https?:)?//[^'\"\\s]+|\\.{0,2}/[^'\"\\s]+|[^'\"\\s]+\\.(?i:s?html?|jsp|aspx?|pdf|docx?|xlsx?|wps|et|ofd|zip|rar|ceb)(?:\\?[^'\"\\s]*)?)['\"]");

  private Targets() {}

  /** The address as the page has it; empty string if the element leads nowhere. */
  static String of(Element element) {
    String href = element.attr("href").strip();
    if (!href.isEmpty() && !href.startsWith("#") && !script(href)) {
      return template(href) ? "" : href;
    }
    for (String name : new String[] {"data-href", "data-url"}) {
      if (element.hasAttr(name)) {
        String target = element.attr(name).strip();
        return template(target) || script(target) ? "" : target;
      }
    }
    String handler = element.attr("onclick");
    if (handler.isEmpty() && href.length() > 11 && script(href)) {
      handler = href;
    }
    if (!handler.isEmpty()) {
      Matcher m = QUOTED.matcher(handler);
      if (m.find() && !template(m.group(1))) {
        return m.group(1);
      }
    }
    return "";
  }

  private static boolean script(String href) {
    return href.length() >= 11
        && href.substring(0, 11).toLowerCase(Locale.ROOT).equals("javascript:");
  }

  /** A placeholder that a script would fill is no address. */
  private static boolean template(String href) {
    return href.contains("{{") || href.contains("${") || href.contains("<%");
  }
}
