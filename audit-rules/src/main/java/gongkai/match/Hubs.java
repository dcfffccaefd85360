package gongkai.match;

import gongkai.input.Rows;
import java.util.List;

/** Sections that lead to other sections, by their names ({@code rules/cms/hubs.tsv}). */
public final class Hubs {
  private static final List<String> NAMES =
      Rows.of("cms/hubs.tsv").stream().map(row -> Words.normal(row.get(0))).toList();

  private Hubs() {}

  /** True if a section of such a name leads to sections of a catalogue. */
  public static boolean named(String name) {
    String normal = Words.normal(name);
    return NAMES.stream().anyMatch(normal::contains);
  }
}
