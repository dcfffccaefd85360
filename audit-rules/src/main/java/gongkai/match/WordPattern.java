package gongkai.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a rule's word list, as {@link gongkai.catalogue.MatchRule} describes it. A row that
 * begins with {@code #} is compared with the document number instead of the title.
 */
public final class WordPattern {
  private final String source;
  private final boolean number;
  private final List<Part> parts = new ArrayList<>();
  private final List<Part> absent = new ArrayList<>();

  /** Compiles a row. */
  public WordPattern(String source) {
    this.source = source;
    number = source.startsWith("#");
    for (String part : (number ? source.substring(1) : source).split("\\+")) {
      if (part.startsWith("!")) {
        absent.add(Part.of(part.substring(1)));
      } else {
        parts.add(Part.of(part));
      }
    }
  }

  /**
   * Words that stand in this order. No regular expressions: every title is held to all parts of all
   * rules, and that is most of what matching costs.
   */
  private record Part(boolean start, boolean end, List<String> words) {
    static Part of(String part) {
      boolean start = part.startsWith("^");
      boolean end = part.endsWith("$");
      String bare = part.substring(start ? 1 : 0, part.length() - (end ? 1 : 0));
      return new Part(start, end, Arrays.stream(bare.split("\\*", -1)).map(Words::normal).toList());
    }

    boolean in(String text) {
      int from = 0;
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        boolean first = start && i == 0;
        boolean last = end && i == words.size() - 1;
        int at = last ? text.length() - word.length() : first ? 0 : text.indexOf(word, from);
        if (at < from || first && at != 0 || !text.startsWith(word, at)) {
          return false;
        }
        from = at + word.length();
      }
      return true;
    }
  }

  /**
   * True when the title (or the number, for a row with #) has the words. Both are in normal form.
   */
  public boolean meets(String title, String documentNumber) {
    String text = number ? documentNumber : title;
    if (text.isEmpty()) {
      return false;
    }
    for (Part part : parts) {
      if (!part.in(text)) {
        return false;
      }
    }
    for (Part part : absent) {
      if (part.in(text)) {
        return false;
      }
    }
    return true;
  }

  String source() {
    return source;
  }
}
