package gongkai.catalogue.table;

import java.util.OptionalInt;

/** Running numbers (序号) as catalogues write them. */
final class Numbers {
  private static final String DIGITS = "零一二三四五六七八九";

  private Numbers() {}

  /** True for {@code 3}, {@code （三）}, {@code 3.1}, {@code 1-2}, {@code A1}. */
  static boolean isNumber(String text) {
    String plain = bare(text);
    return plain.matches("[A-Za-z]?\\d{1,6}([.-]\\d{1,4}){0,4}") || chinese(plain).isPresent();
  }

  /** A whole number; empty for anything else. */
  static OptionalInt value(String text) {
    String plain = bare(text);
    // what a spreadsheet makes of a whole number
    plain = plain.replaceFirst("^(\\d+)\\.0+$", "$1");
    return plain.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(plain)) : chinese(plain);
  }

  /** The number without brackets and full stops around it. */
  static String bare(String text) {
    return PlainCell.squeezed(text).replaceAll("^[(\\[【第]+|[)\\]】、.,:项类]+$", "");
  }

  private static OptionalInt chinese(String plain) {
    if (!plain.matches("[一二三四五六七八九]?十?[一二三四五六七八九]?|[一二三四五六七八九]") || plain.isEmpty()) {
      return OptionalInt.empty();
    }
    int ten = plain.indexOf('十');
    if (ten < 0) {
      return plain.length() == 1 ? OptionalInt.of(DIGITS.indexOf(plain)) : OptionalInt.empty();
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(0));
    int ones = ten + 1 == plain.length() ? 0 : DIGITS.indexOf(plain.charAt(ten + 1));
    return OptionalInt.of(tens * 10 + ones);
  }
}
