package gongkai.cli.report;

/** Text from the web made harmless for a place that shows plain text. */
public final class PlainText {
  private PlainText() {}

  /**
   * One line without surprises, for a table, a terminal or a sentence: control characters and line
   * separators become spaces, bidirectional controls are removed, half a surrogate pair becomes
   * U+FFFD.
   */
  public static String line(String raw) {
    return map(raw, false);
  }

  /**
   * The same for a place that isolates its text ({@code <bdi>}): bidirectional controls stay,
   * because in an Arabic or Uyghur title they carry meaning.
   */
  public static String isolated(String raw) {
    return map(raw, true);
  }

  private static String map(String raw, boolean keepBidi) {
    StringBuilder clean = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              if (bidi(c)) {
                if (keepBidi) {
                  clean.appendCodePoint(c);
                }
              } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                clean.append(' ');
              } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
              } else {
                clean.appendCodePoint(c);
              }
            });
    return clean.toString();
  }

  /** The characters with the Unicode property Bidi_Control. */
  public static boolean bidi(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
