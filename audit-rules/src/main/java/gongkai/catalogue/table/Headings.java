package gongkai.catalogue.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What headings mean: the rows of {@code rules/wordings/headings.tsv}. */
final class Headings {
  /** A longer text is no heading. */
  private static final int LONGEST = 30;

  /**
   * A row.
   *
   * @param rank place in the table: of two columns with one role the smaller rank is used
   */
  record Heading(Role role, int rank) {}

  private record Row(Heading heading, String words, Optional<Pattern> pattern) {}

  private static final List<Row> ROWS = rows();

  private Headings() {}

  /** What a heading means; empty if nobody knows. */
  static Optional<Heading> of(String text) {
    String whole = PlainCell.squeezed(text);
    if (whole.isEmpty() || whole.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = whole.replaceAll("\\([^()]*\\)", "");
    return exact(whole).or(() -> exact(bare)).or(() -> like(whole)).or(() -> like(bare));
  }

  private static Optional<Heading> exact(String words) {
    return ROWS.stream()
        .filter(row -> row.pattern().isEmpty() && row.words().equals(words))
        .map(Row::heading)
        .findFirst();
  }

  private static Optional<Heading> like(String words) {
    return ROWS.stream()
        .filter(row -> row.pattern().filter(p -> p.matcher(words).matches()).isPresent())
        .map(Row::heading)
        .findFirst();
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    WordTable.byKind("headings.tsv")
        .forEach(
            (role, all) ->
                all.forEach(
                    words ->
                        rows.add(
                            new Row(
                                new Heading(
                                    Role.valueOf(role.toUpperCase(Locale.ROOT)), rows.size()),
                                PlainCell.squeezed(words),
                                pattern(words)))));
    return List.copyOf(rows);
  }

  private static Optional<Pattern> pattern(String words) {
    if (words.indexOf('*') < 0) {
      return Optional.empty();
    }
    String pattern =
        Stream.of(PlainCell.squeezed(words).split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Optional.of(Pattern.compile(pattern));
  }
}
