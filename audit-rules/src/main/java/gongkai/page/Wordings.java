package gongkai.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of {@code rules/cms}: wordings, labels and containers that pages of a kind share. */
final class Wordings {
  /** Markers by kind, in the order of the table. */
  private static final Map<String, Set<String>> WORDS = words();

  /** The same by kind and first letter. */
  private static final Map<String, Map<Character, Set<String>>> FIRSTS = firsts();

  /** Role of a label, by the label without blanks. */
  static final Map<String, String> LABELS = labels();

  /** {@code #id} or {@code .class} of an element that holds a text, to its place in the table. */
  static final Map<String, Integer> CONTAINERS = containers();

  private Wordings() {}

  /** The wordings of one kind. */
  static Set<String> of(String kind) {
    return WORDS.get(kind);
  }

  /** True if the text, without blanks, is one of the kind's wordings. */
  static boolean is(String kind, String text) {
    return WORDS.get(kind).contains(Texts.squeeze(text));
  }

  /** True if the text, without blanks, begins with one of the kind's wordings. */
  static boolean starts(String kind, String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    Set<String> words = at == text.length() ? null : FIRSTS.get(kind).get(text.charAt(at));
    if (words == null) {
      return false;
    }
    String squeezed = Texts.squeeze(text);
    for (String word : words) {
      if (squeezed.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  /** The first wording of the kind that the text contains; empty string if none. */
  static String in(String kind, String squeezed) {
    for (String word : WORDS.get(kind)) {
      if (squeezed.contains(word)) {
        return word;
      }
    }
    return "";
  }

  private static Map<String, Set<String>> words() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String[] row : rows("words.tsv")) {
      words.computeIfAbsent(row[0], kind -> new LinkedHashSet<>()).add(row[1]);
    }
    return words;
  }

  private static Map<String, Map<Character, Set<String>>> firsts() {
    Map<String, Map<Character, Set<String>>> firsts = new HashMap<>();
    WORDS.forEach(
        (kind, words) ->
            words.forEach(
                word ->
                    firsts
                        .computeIfAbsent(kind, k -> new HashMap<>())
                        .computeIfAbsent(word.charAt(0), c -> new LinkedHashSet<>())
                        .add(word)));
    return firsts;
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String[] row : rows("labels.tsv")) {
      labels.put(row[1], row[0]);
    }
    return labels;
  }

  private static Map<String, Integer> containers() {
    Map<String, Integer> containers = new HashMap<>();
    for (String[] row : rows("containers.tsv")) {
      containers.putIfAbsent((row[0].equals("id") ? "#" : ".") + row[1], containers.size());
    }
    return containers;
  }

  private static List<String[]> rows(String file) {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = Wordings.class.getResourceAsStream("/rules/cms/" + file)) {
      if (in == null) {
        throw new IllegalStateException("rules/cms/" + file + " is not in the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(line.split("\t"));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rows;
  }
}
