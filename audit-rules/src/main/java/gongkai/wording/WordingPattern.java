package gongkai.wording;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.CadenceNotation;
import gongkai.input.Reading;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the table of deadlines: words, and what they mean.
 *
 * @param line where the row stands
 * @param pattern as the row has it
 * @param notation the cadence with placeholders, {@link #SAME} or {@link #NOTHING}
 * @param example words that the row reads
 * @param remark key of a warning without its topic; empty string if the reading needs none
 * @param regex the pattern over {@link PlainWords}
 */
record WordingPattern(
    int line, String pattern, String notation, String example, String remark, Pattern regex) {
  /** The row's words point to the row above. */
  static final String SAME = "same";

  /** The row's words say nothing about a time (法律法规另有规定的从其规定). */
  static final String NOTHING = "-";

  boolean says(String what) {
    return notation.equals(what);
  }

  /** The cadence with its numbers, in the rule file's notation; empty if the words do not match. */
  Optional<String> notation(String plain) {
    // a row with a number cannot cover words without one, and asking that costs next to nothing
    boolean numbered = notation.contains("{");
    if (numbered && plain.chars().noneMatch(Character::isDigit)) {
      return Optional.empty();
    }
    Matcher words = regex.matcher(plain);
    if (!words.matches()) {
      return Optional.empty();
    }
    String filled = notation;
    for (Placeholder placeholder : Placeholder.values()) {
      if (filled.contains(placeholder.mark())) {
        int number = Integer.parseInt(words.group(placeholder.group()));
        filled = placeholder.fill(filled, number);
      }
    }
    return Optional.of(filled);
  }

  /** The cadence of a notation; empty if there is no such day or number. */
  static Optional<Cadence> cadence(String notation) {
    return CadenceNotation.read("deadlines.tsv", notation) instanceof Reading.Sound<Cadence> sound
        ? Optional.of(sound.value())
        : Optional.empty();
  }
}
