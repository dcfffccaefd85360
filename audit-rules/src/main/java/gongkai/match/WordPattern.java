package gongkai.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of a rule's word list, as {@link gongkai.catalogue.MatchRule} describes it. A row that
 * begins with {@code #} is compared with the document number instead of the title.
 */
public final class WordPattern {
  private final String source;
  private final boolean number;
  private final List<Predicate<String>> parts = new ArrayList<>();
  private final List<Predicate<String>> absent = new ArrayList<>();

  /** Compiles a row. */
  public WordPattern(String source) {
    this.source = source;
    number = source.startsWith("#");
    for (String part : (number ? source.substring(1) : source).split("\\+")) {
      if (part.startsWith("!")) {
        absent.add(compile(part.substring(1)));
      } else {
        parts.add(compile(part));
      }
    }
  }

  /** Most parts are plain words, and every title is held to all of them. */
  private static Predicate<String> compile(String part) {
    boolean start = part.startsWith("^");
    boolean end = part.endsWith("$");
    String bare = part.substring(start ? 1 : 0, part.length() - (end ? 1 : 0));
    List<String> words = Arrays.stream(bare.split("\\*", -1)).map(Words::normal).toList();
    if (words.size() > 1) {
      String regex = words.stream().map(Pattern::quote).collect(Collectors.joining(".*"));
      return Pattern.compile((start ? "^" : "") + regex + (end ? "$" : "")).asPredicate();
    }
    String word = words.get(0);
    if (start) {
      return end ? word::equals : text -> text.startsWith(word);
    }
    return end ? text -> text.endsWith(word) : text -> text.contains(word);
  }

  /**
   * True when the title (or the number, for a row with #) has the words. Both are in normal form.
   */
  public boolean meets(String title, String documentNumber) {
    String text = number ? documentNumber : title;
    return !text.isEmpty()
        && parts.stream().allMatch(p -> p.test(text))
        && absent.stream().noneMatch(p -> p.test(text));
  }

  String source() {
    return source;
  }
}
