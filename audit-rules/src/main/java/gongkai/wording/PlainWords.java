package gongkai.wording;

import gongkai.text.Numerals;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Words as patterns are compared with them: NFKC, numerals as digits, without blanks, punctuation,
 * 的, 该 and 个 (个月 keeps it, for 1个月 is a month's time and 1月 is January). Every piece between
 * punctuation marks remembers where it stood.
 */
final class PlainWords {
  private static final String NUMERALS = "〇零一二两三四五六七八九十廿卅百";
  private static final String DROPPED = "的该";

  /** Stands where joining two pieces would make one number of two. */
  private static final char NEVER = '\u0000';

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int from = -1;
  private int to;

  private PlainWords(String source) {
    this.source = source;
  }

  /**
   * A run of letters and digits.
   *
   * @param text in the plain form
   * @param from where it begins in the words as they stand
   * @param to where it ends there, exclusive
   */
  record Piece(String text, int from, int to) {}

  /** The pieces between punctuation and blanks, none of them empty. */
  static List<Piece> pieces(String words) {
    PlainWords plain = new PlainWords(words);
    plain.cut();
    return List.copyOf(plain.pieces);
  }

  /** The pieces' texts in one; a number never grows by joining. */
  static String join(List<Piece> pieces) {
    StringBuilder all = new StringBuilder();
    for (Piece piece : pieces) {
      if (!all.isEmpty()
          && Character.isDigit(all.charAt(all.length() - 1))
          && Character.isDigit(piece.text().charAt(0))) {
        all.append(NEVER);
      }
      all.append(piece.text());
    }
    return all.toString();
  }

  private void cut() {
    int at = 0;
    while (at < source.length()) {
      int code = source.codePointAt(at);
      int end = at + Character.charCount(code);
      int numeral = at;
      while (numeral < source.length() && NUMERALS.indexOf(source.charAt(numeral)) >= 0) {
        numeral++;
      }
      if (numeral > at) {
        end = numeral;
        String numerals = source.substring(at, end);
        OptionalInt value = Numerals.value(numerals);
        add(value.isPresent() ? String.valueOf(value.getAsInt()) : numerals, at, end);
      } else {
        for (char c : plain(code).toCharArray()) {
          one(c, at, end);
        }
      }
      at = end;
    }
    close();
  }

  private static String plain(int code) {
    String letter = Character.toString(code);
    // the sign for "as above" is a punctuation mark that says something
    return letter.equals("〃") ? "同上" : Normalizer.normalize(letter, Normalizer.Form.NFKC);
  }

  private void one(char c, int at, int end) {
    if (DROPPED.indexOf(c) >= 0 || c == '个' && !month(end)) {
      return;
    }
    if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
      add(String.valueOf(c), at, end);
    } else if (!Character.isIdentifierIgnorable(c)) {
      close();
    }
  }

  /** True for the 个 of 3个月, not for that of 每个月. */
  private boolean month(int next) {
    char last = open.isEmpty() ? '0' : open.charAt(open.length() - 1);
    return (Character.isDigit(last) || last == '半')
        && next < source.length()
        && source.charAt(next) == '月';
  }

  private void add(String text, int at, int end) {
    // 2十 and 十5 are no numbers that anybody writes
    boolean mixed = numeral(at) != (at > 0 && numeral(at - 1));
    if (!open.isEmpty()
        && mixed
        && Character.isDigit(open.charAt(open.length() - 1))
        && Character.isDigit(text.charAt(0))) {
      open.append(NEVER);
    }
    from = from < 0 ? at : from;
    to = end;
    open.append(text);
  }

  private boolean numeral(int at) {
    return NUMERALS.indexOf(source.charAt(at)) >= 0;
  }

  private void close() {
    if (!open.isEmpty()) {
      pieces.add(new Piece(open.toString(), from, to));
    }
    open.setLength(0);
    from = -1;
  }
}
