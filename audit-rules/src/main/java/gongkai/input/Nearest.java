package gongkai.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known word that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The word with the fewest edits to {@code typed}, if they are less than half its letters. */
  public static Optional<String> to(String typed, Collection<String> known) {
    return known.stream()
        .filter(k -> 2 * edits(typed, k) < Math.max(typed.length(), k.length()))
        .min(Comparator.comparingInt((String k) -> edits(typed, k)).thenComparing(k -> k));
  }

  /** The words with the fewest edits to {@code typed}, nearest first, however far they are. */
  public static List<String> first(int most, String typed, Collection<String> known) {
    record Near(String word, int edits) {}
    return known.stream()
        .map(word -> new Near(word, edits(typed, word)))
        .sorted(Comparator.comparingInt(Near::edits).thenComparing(Near::word))
        .limit(most)
        .map(Near::word)
        .toList();
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
