package gongkai.cli.crawl;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import gongkai.page.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that are not followed: the rows of {@code rules/cms/traps.yaml}. */
final class Traps {
  private final List<Trap> traps;

  /**
   * One row.
   *
   * @param cut pages may be behind it, so the refusal is recorded
   */
  record Trap(String name, Pattern pattern, boolean cut) {}

  private record Row(String name, boolean cut, String pattern) {}

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
                          row.cut()))
              .filter(trap -> starts.stream().noneMatch(start -> found(trap, start)))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Trap> catching(String url) {
    return traps.stream().filter(trap -> found(trap, url)).findFirst();
  }

  private static boolean found(Trap trap, String url) {
    return trap.pattern().matcher(Addresses.identity(url)).find();
  }
}
