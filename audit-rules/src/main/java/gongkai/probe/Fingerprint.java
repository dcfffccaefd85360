package gongkai.probe;

import gongkai.input.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One mark of a content management system: a row of {@code rules/cms/fingerprints.tsv}.
 *
 * @param cms code of the system
 * @param place where the mark is looked for
 * @param weight 3 when no other system writes it, 1 when several do
 * @param mark as the row has it
 * @param pattern that finds it
 */
record Fingerprint(String cms, Place place, int weight, String mark, Pattern pattern) {
  /** Where a mark stands. */
  enum Place {
    PAGE,
    URL
  }

  /** Chinese and English names by code, in the order of the table. */
  static final Map<String, List<String>> NAMES = names();

  /** Every row in order. */
  static final List<Fingerprint> ALL = all();

  boolean in(String text) {
    return pattern.matcher(text).find();
  }

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (List<String> row : Rows.of("cms/fingerprints.tsv")) {
      if (row.get(1).equals("name")) {
        names.put(row.get(0), List.of(row.get(2), row.get(3)));
      }
    }
    return names;
  }

  private static List<Fingerprint> all() {
    List<Fingerprint> all = new ArrayList<>();
    for (List<String> row : Rows.of("cms/fingerprints.tsv")) {
      if (!row.get(1).equals("name")) {
        all.add(of(row));
      }
    }
    return List.copyOf(all);
  }

  private static Fingerprint of(List<String> row) {
    boolean plain = row.get(1).equals("page");
    Pattern pattern =
        Pattern.compile(
            row.get(3),
            Pattern.CASE_INSENSITIVE | (plain ? Pattern.LITERAL : Pattern.UNICODE_CASE));
    Place place = row.get(1).equals("url") ? Place.URL : Place.PAGE;
    return new Fingerprint(row.get(0), place, Integer.parseInt(row.get(2)), row.get(3), pattern);
  }
}
