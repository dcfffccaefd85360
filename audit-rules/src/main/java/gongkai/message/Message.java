package gongkai.message;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence for a user, kept as key and arguments until somebody reads it in a language.
 *
 * <p>The texts stand in {@code gongkai/message/<topic>_zh.properties} and {@code _en.properties};
 * the topic is the part of the key before the first dot. Arguments are shown as {@code toString()}
 * shows them, so numbers and dates look the same in every locale. Arguments that are messages
 * themselves are rendered in the same language.
 *
 * @param key {@code topic.name}, never null
 * @param arguments never null; no element is null
 */
public record Message(String key, List<Object> arguments) {
  /** A placeholder alone in marks. */
  private static final Pattern QUOTED = Pattern.compile("([《“])\\{(\\d)\\}([》”])");

  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A message with its arguments in the order of the text's placeholders {0}, {1}, … */
  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }

  /**
   * The sentence in one language.
   *
   * @throws java.util.MissingResourceException when the text is missing, which is a defect
   */
  public String in(Lang lang) {
    String topic = key.substring(0, key.indexOf('.'));
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "gongkai.message." + topic,
            lang.locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    List<Object> shown = new ArrayList<>(arguments.stream().map(a -> shown(a, lang)).toList());
    String text = QUOTED.matcher(texts.getString(key)).replaceAll(m -> nested(m, shown));
    return new MessageFormat(text, Locale.ROOT).format(shown.toArray());
  }

  /** The marks inside marks become the inner ones, as Chinese writes them: 《〈…〉解读》, “‘…’”. */
  private static String nested(MatchResult quoted, List<Object> shown) {
    String open = quoted.group(1);
    String inside = shown.get(Integer.parseInt(quoted.group(2))).toString();
    boolean title = open.equals("《");
    // a title that has its marks already needs no second pair
    String inner =
        title && inside.matches("《[^《》]*》")
            ? inside.substring(1, inside.length() - 1)
            : title
                ? inside.replace('《', '〈').replace('》', '〉')
                : inside.replace('“', '‘').replace('”', '’');
    shown.add(inner);
    return Matcher.quoteReplacement(open + "{" + (shown.size() - 1) + "}" + quoted.group(3));
  }

  private static String shown(Object argument, Lang lang) {
    if (argument instanceof Message message) {
      return message.in(lang);
    }
    if (argument instanceof LocalDate day && lang == Lang.ZH) {
      return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
    return argument.toString();
  }
}
