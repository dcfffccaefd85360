package gongkai.wording;

import java.time.Month;
import java.util.Locale;

/** A number in a pattern, and how the cadence takes it over. */
enum Placeholder {
  /** Any number. */
  N("n", "[1-9]\\d{0,3}"),
  /** January to March: a day by which a year's page is due after that year. */
  EARLY("m1-3", "0?[1-3]"),
  /** April to December: a day of the year itself. */
  LATE("m4-12", "0?[4-9]|1[0-2]"),
  /** A day of a month. */
  DAY("d", "0?[1-9]|[12]\\d|3[01]");

  private final String name;
  private final String regex;

  Placeholder(String name, String regex) {
    this.name = name;
    this.regex = regex;
  }

  /** As patterns and cadences write it. */
  String mark() {
    return "{" + name + "}";
  }

  /** The name of its group. */
  String group() {
    return "p" + ordinal();
  }

  /** The expression that finds it. */
  String regex() {
    return "(?<" + group() + ">" + regex + ")";
  }

  /**
   * The cadence with the number in it. {@code {m1-3}-last} is that month's last day, {@code {n}/24}
   * the days that so many hours can reach into.
   */
  String fill(String notation, int number) {
    String two = two(number);
    if (this == N) {
      return notation
          .replace("{n}/24", String.valueOf((number + 23) / 24))
          .replace("{n}*12", String.valueOf(number * 12))
          .replace("{n}*7", String.valueOf(number * 7))
          .replace(mark(), String.valueOf(number));
    }
    if (this == DAY) {
      return notation.replace(mark(), notation.contains("+" + mark()) ? "" + number : two);
    }
    String last = two(Month.of(number).maxLength());
    return notation.replace(mark() + "-last", two + "-" + last).replace(mark(), two);
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
