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

  /** Letters left out, added, changed, or two beside each other exchanged. */
  private static int edits(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 ? j : j == 0 ? i : least(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int least(int[][] table, String a, String b, int i, int j) {
    int change = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
