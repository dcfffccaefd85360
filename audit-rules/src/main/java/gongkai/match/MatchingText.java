package gongkai.match;

import gongkai.catalogue.MatchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Matching rules as the text of a rule file ({@code matching.yaml}), for a person to go on with.
 */
public final class MatchingText {
  private MatchingText() {}

  /**
   * The keys {@code general}, {@code lists} and {@code match}.
   *
   * @param lists word lists that the rules name by {@code $name}
   * @param rules by requirement id
   */
  public static String of(
      List<String> general, Map<String, List<String>> lists, Map<String, MatchRule> rules) {
    StringBuilder text = new StringBuilder();
    text.append("general: ").append(words(general)).append("\n\nlists:\n");
    lists.forEach(
        (name, list) ->
            text.append("  ").append(name).append(": ").append(words(list)).append('\n'));
    text.append("\nmatch:\n");
    rules.forEach(
        (id, rule) -> text.append("  ").append(quoted(id)).append(":\n").append(of(rule)));
    return text.toString();
  }

  private static String of(MatchRule rule) {
    StringBuilder text = new StringBuilder();
    line(text, "sections", words(rule.sections()));
    if (!rule.shared().isEmpty()) {
      line(text, "shared", words(rule.shared()));
    }
    if (rule.fallback()) {
      line(text, "fallback", "true");
    }
    line(text, "titles", words(rule.titles()));
    if (!rule.not().isEmpty()) {
      line(text, "not", words(rule.not()));
    }
    if (!rule.notInside()) {
      line(text, "not-inside", "false");
    }
    if (!rule.says().isEmpty()) {
      line(text, "says", words(rule.says()));
    }
    if (!rule.leaders().isEmpty()) {
      line(text, "leaders", quoted(rule.leaders()));
    }
    if (rule.proposed()) {
      line(text, "proposed", "true");
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static String words(List<String> words) {
    return words.stream().map(MatchingText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Plain where YAML reads it as the same text, else in double quotes. */
  private static String quoted(String word) {
    return word.matches("[\\p{IsHan}$^][\\p{IsHan}\\p{IsAlphabetic}$^]*")
        ? word
        : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
