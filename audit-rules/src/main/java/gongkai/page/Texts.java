package gongkai.page;

import java.text.Normalizer;

/** Forms of a text in which two of them are compared or shown. */
final class Texts {
  private Texts() {}

  /** Blanks and control characters folded to single blanks, none at the ends. */
  static String fold(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u3000' || (c >= 0x7f && c < 0xa0)) {
        if (!blank) {
          folded.append(' ');
          blank = true;
        }
      } else if (c != '\u200b' && c != '\ufeff' && !bidi(c)) {
        folded.append(c);
        blank = false;
      }
    }
    int end = folded.length();
    return blank && end > 0 ? folded.substring(0, end - 1) : folded.toString();
  }

  /** Blanks folded in every line, empty lines left out. */
  static String foldLines(CharSequence text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (String line : text.toString().split("\n")) {
      String one = fold(line);
      if (!one.isEmpty()) {
        folded.append(folded.length() == 0 ? "" : "\n").append(one);
      }
    }
    return folded.toString();
  }

  private static boolean bidi(char c) {
    return (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200e'
        || c == '\u200f';
  }

  /** Without any blank. */
  static String squeeze(String text) {
    int i = 0;
    while (i < text.length() && !blank(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder squeezed = new StringBuilder(text.length());
    for (i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!blank(c)) {
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }

  /** The form in which titles are compared: NFKC, no blanks, no quotes. */
  static String key(String title) {
    String nfkc =
        Normalizer.isNormalized(title, Normalizer.Form.NFKC)
            ? title
            : Normalizer.normalize(title, Normalizer.Form.NFKC);
    String squeezed = squeeze(nfkc);
    StringBuilder key = null;
    for (int i = 0; i < squeezed.length(); i++) {
      if ("\"'“”‘’".indexOf(squeezed.charAt(i)) >= 0) {
        key = key == null ? new StringBuilder(squeezed.substring(0, i)) : key;
      } else if (key != null) {
        key.append(squeezed.charAt(i));
      }
    }
    return key == null ? squeezed : key.toString();
  }

  /** True for a letter of Chinese writing. */
  static boolean han(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c == '〇';
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u200b' || c == '\ufeff';
  }
}
