package gongkai.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a table of {@code rules/cms}, cells separated by tabs. */
final class Rows {
  private Rows() {}

  static List<String[]> of(String file) {
    try (InputStream in = Rows.class.getResourceAsStream("/rules/cms/" + file)) {
      if (in == null) {
        throw new IllegalStateException("rules/cms/" + file + " is not in the program");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
