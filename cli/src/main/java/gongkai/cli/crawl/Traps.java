package gongkai.cli.crawl;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gongkai.page.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses that are not followed: the rows of {@code rules/cms/traps.yaml}. */
final class Traps {
  /** So many columns a row spares by their names: a site has not many more, a trap has. */
  private static final int MOST_COLUMNS = 60;

  private final List<Trap> traps;
  private final Map<String, Set<String>> spared = new HashMap<>();

  /**
   * One row.
   *
   * @param cut pages may be behind it, so the refusal is recorded
   * @param column words of a link that name a column; empty if no words help
   */
  record Trap(String name, Pattern pattern, boolean cut, Optional<Pattern> column) {}

  private record Row(String name, boolean cut, String pattern, String column) {}

  private Traps(List<Trap> traps) {
    this.traps = traps;
  }

  /** The bundled rows, without those that a start address matches. */
  static Traps bundled(List<String> starts) {
    try (InputStream in = Traps.class.getResourceAsStream("/rules/cms/traps.yaml")) {
      List<Row> rows =
          new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<List<Row>>() {});
      return new Traps(
          rows.stream()
              .map(
                  row ->
                      new Trap(
                          row.name(),
                          Pattern.compile(row.pattern(), Pattern.CASE_INSENSITIVE),
                          row.cut(),
                          Optional.ofNullable(row.column()).map(Pattern::compile)))
              .filter(trap -> starts.stream().noneMatch(start -> found(trap, start)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows' names, in their order. */
  List<String> names() {
    return traps.stream().map(Trap::name).toList();
  }

  private Optional<Trap> catching(String url) {
    return traps.stream().filter(trap -> found(trap, url)).findFirst();
  }

  /**
   * The row that catches what navigation links to, unless the words of the link name a column that
   * the row has not spared before.
   */
  Optional<Trap> catching(String url, String words) {
    return catching(url).filter(trap -> !spares(trap, words.strip()));
  }

  private boolean spares(Trap trap, String words) {
    Set<String> names = spared.computeIfAbsent(trap.name(), n -> new HashSet<>());
    return trap.column().filter(column -> column.matcher(words).matches()).isPresent()
        && names.size() < MOST_COLUMNS
        && names.add(words);
  }

  private static boolean found(Trap trap, String url) {
    return trap.pattern().matcher(Addresses.identity(url)).find();
  }
}
