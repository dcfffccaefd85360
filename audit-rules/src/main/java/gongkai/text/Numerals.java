package gongkai.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Whole numbers as Chinese texts write them. */
public final class Numerals {
  /** Written zeros: the ideographic one, circles, letters that look like them. */
  public static final String ZEROS = "〇○◯零ОOo0";

  private static final String DIGITS = "一二三四五六七八九";

  private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '廿', 20, '卅', 30);

  private static final Pattern FIGURES = Pattern.compile("[0-9]{1,6}");

  private static final Pattern BY_PLACE =
      Pattern.compile("[" + DIGITS + "][" + DIGITS + ZEROS + "]{1,5}");

  private static final Pattern BY_UNITS =
      Pattern.compile("[D两]?百(?:零[D]|[D]十[D]?)?|[D]?十[D]?|[廿卅][D]?".replace("D", DIGITS));

  private Numerals() {}

  /**
   * The number that is the whole text: 3, ３, 三, 两, 十五, 廿, 一百二十, 二〇二五. Empty for anything else, and
   * for what is no one number: 两三, 一百五.
   *
   * @return 0 to 999999
   */
  public static OptionalInt value(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (FIGURES.matcher(plain).matches()) {
      return OptionalInt.of(Integer.parseInt(plain));
    }
    if (byPlace(plain)) {
      return OptionalInt.of(places(plain));
    }
    return BY_UNITS.matcher(plain).matches() ? OptionalInt.of(units(plain)) : single(plain);
  }

  /** 二〇, 二〇二五, 一九九八; but 二三 is "two or three". */
  private static boolean byPlace(String plain) {
    return BY_PLACE.matcher(plain).matches()
        && (plain.length() >= 4 || plain.chars().anyMatch(c -> ZEROS.indexOf(c) >= 0));
  }

  private static int places(String plain) {
    return plain.chars().reduce(0, (sum, c) -> sum * 10 + digit(c));
  }

  private static int units(String plain) {
    int sum = 0;
    int digit = 0;
    for (int c : plain.chars().toArray()) {
      int unit = UNITS.getOrDefault((char) c, 0);
      sum += unit > 0 ? unit * Math.max(1, digit) : 0;
      digit = unit > 0 ? 0 : digit(c);
    }
    return sum + digit;
  }

  private static OptionalInt single(String plain) {
    boolean numeral = plain.length() == 1 && ("〇零两" + DIGITS).contains(plain);
    return numeral ? OptionalInt.of(digit(plain.charAt(0))) : OptionalInt.empty();
  }

  private static int digit(int c) {
    return c == '两' ? 2 : DIGITS.indexOf(c) + 1;
  }
}
