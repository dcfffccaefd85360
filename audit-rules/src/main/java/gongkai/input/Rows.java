package gongkai.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a bundled table, cells separated by tabs; lines that begin with {@code #} explain it. */
public final class Rows {
  private Rows() {}

  /**
   * The rows of a table.
   *
   * @param file its path below {@code rules/}
   */
  public static List<List<String>> of(String file) {
    try (InputStream in = Rows.class.getResourceAsStream("/rules/" + file)) {
      if (in == null) {
        throw new IllegalStateException("rules/" + file + " is not in the program");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t")))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
