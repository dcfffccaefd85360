package gongkai.catalogue.table;

import gongkai.text.Numerals;
import java.util.OptionalInt;

/** Running numbers (序号) as catalogues write them. */
final class Numbers {
  private Numbers() {}

  /** True for {@code 3}, {@code （三）}, {@code 3.1}, {@code 1-2}, {@code A1}. */
  static boolean isNumber(String text) {
    String plain = bare(text);
    return plain.matches("[A-Za-z]?\\d{1,6}([.-]\\d{1,4}){0,4}")
        || Numerals.value(plain).isPresent();
  }

  /** A whole number; empty for anything else. */
  static OptionalInt value(String text) {
    String plain = bare(text);
    // what a spreadsheet makes of a whole number
    plain = plain.replaceFirst("^(\\d+)\\.0+$", "$1");
    return Numerals.value(plain);
  }

  /** The number without brackets and full stops around it. */
  static String bare(String text) {
    return PlainCell.squeezed(text).replaceAll("^[(\\[【第]+|[)\\]】、.,:项类]+$", "");
  }
}
