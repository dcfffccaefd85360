package gongkai.match;

import gongkai.catalogue.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The bureau's own names: in every title, so they tell nothing. */
final class Names {
  private Names() {}

  /** The bureau's name and its other names in normal form, longest first. */
  static List<String> of(Catalogue catalogue) {
    return Stream.concat(Stream.of(catalogue.bureau()), catalogue.aliases().stream())
        .map(Words::normal)
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(n -> n))
        .toList();
  }
}
