package gongkai.match;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A row of a rule's word list, as {@link gongkai.catalogue.MatchRule} describes it. A row that
 * begins with {@code #} is compared with the document number instead of the title.
 */
public final class WordPattern {
  private final String source;
  private final boolean number;
  private final List<Pattern> parts = new ArrayList<>();
  private final List<Pattern> absent = new ArrayList<>();

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

  private static Pattern compile(String part) {
    boolean start = part.startsWith("^");
    boolean end = part.endsWith("$");
    String bare = part.substring(start ? 1 : 0, part.length() - (end ? 1 : 0));
    StringBuilder regex = new StringBuilder(start ? "^" : "");
    String separator = "";
    for (String piece : bare.split("\\*", -1)) {
      regex.append(separator).append(Pattern.quote(Words.normal(piece)));
      separator = ".*";
    }
    return Pattern.compile(regex.append(end ? "$" : "").toString());
  }

  /**
   * True when the title (or the number, for a row with #) has the words. Both are in normal form.
   */
  public boolean meets(String title, String documentNumber) {
    String text = number ? documentNumber : title;
    return !text.isEmpty()
        && parts.stream().allMatch(p -> p.matcher(text).find())
        && absent.stream().noneMatch(p -> p.matcher(text).find());
  }

  String source() {
    return source;
  }
}
