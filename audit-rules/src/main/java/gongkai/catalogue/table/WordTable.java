package gongkai.catalogue.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of {@code rules/wordings} that this package reads: kind, then words. */
final class WordTable {
  private static final Map<String, List<String>> WORDS = byKind("table-words.tsv");

  private WordTable() {}

  /** The words of a kind, in the table's order. */
  static List<String> of(String kind) {
    return WORDS.get(kind);
  }

  static Map<String, List<String>> byKind(String file) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    try (InputStream in = WordTable.class.getResourceAsStream("/rules/wordings/" + file)) {
      if (in == null) {
        throw new IllegalStateException("rules/wordings/" + file + " is not in the program");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(row -> words.computeIfAbsent(row[0], k -> new ArrayList<>()).add(row[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words;
  }
}
