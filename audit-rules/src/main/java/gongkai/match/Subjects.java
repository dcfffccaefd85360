package gongkai.match;

import gongkai.input.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the items of Chinese catalogues are about, and what the sections and titles of such pages
 * are called, whatever the bureau ({@code rules/wordings/subjects.tsv} and the tables beside it).
 */
final class Subjects {
  private static final List<Subject> ALL =
      Rows.of("wordings/subjects.tsv").stream().map(Subjects::subject).toList();

  /** Word lists that a rule names by {@code $name}. */
  private static final Map<String, List<String>> LISTS = table("wordings/lists.tsv");

  /** Short names of the provinces by their names. */
  private static final Map<String, List<String>> PROVINCES = table("wordings/provinces.tsv");

  /** What stands in the numbers of a bureau's documents, by a word of its name. */
  private static final Map<String, List<String>> NUMBERS = table("wordings/numbers.tsv");

  private Subjects() {}

  /**
   * One row of the table.
   *
   * @param when names that are about it
   * @param fallback in a shared section it takes what no other requirement claims
   * @param outside what speaks against a page does so outside its own sections only
   */
  record Subject(
      String name,
      List<Name> when,
      List<String> sections,
      List<String> shared,
      List<String> titles,
      List<String> not,
      boolean fallback,
      boolean outside) {}

  /** A pattern of a name and, before {@code >}, one of what stands above it. */
  private record Name(Optional<WordPattern> above, WordPattern name) {
    static Name of(String source) {
      int at = source.indexOf('>');
      return new Name(
          at < 0 ? Optional.empty() : Optional.of(new WordPattern(source.substring(0, at))),
          new WordPattern(source.substring(at + 1)));
    }

    boolean meets(String above, String text) {
      return name.meets(text, "") && this.above.map(a -> a.meets(above, "")).orElse(true);
    }
  }

  /**
   * The first subject that a name is about; empty if the table knows none.
   *
   * @param above category and item, which may say what 制度 or 年报 are of
   */
  static Optional<Subject> of(String above, String name) {
    String normal = Words.normal(name);
    String context = Words.normal(above);
    return ALL.stream()
        .filter(s -> s.when().stream().anyMatch(w -> w.meets(context, normal)))
        .findFirst();
  }

  /**
   * The word lists for a bureau: documents of other provinces and of higher authorities are not its
   * own, those of its own province only if it is no provincial bureau.
   */
  static Map<String, List<String>> lists(String bureau) {
    Map<String, List<String>> lists = new LinkedHashMap<>(LISTS);
    List<String> higher = new ArrayList<>(lists.remove("national"));
    lists.remove("general");
    PROVINCES.forEach(
        (name, numbers) -> {
          if (!bureau.startsWith(name) || !provincial(name, bureau)) {
            higher.add("^" + name);
            numbers.stream().filter(n -> !bureau.contains(n)).forEach(n -> higher.add("#^" + n));
          }
        });
    lists.put("higher", List.copyOf(higher));
    return lists;
  }

  /** 山东省人力资源和社会保障厅 and 北京市教育委员会, not 山东省聊城市人力资源和社会保障局. */
  private static boolean provincial(String province, String bureau) {
    return !bureau.substring(province.length()).matches(".*[市州县区旗].*");
  }

  /** Names of sections that answer nothing. */
  static List<String> general() {
    return LISTS.get("general");
  }

  /** Patterns of the numbers of a bureau's own documents; empty list if its name tells none. */
  static List<String> numbers(String bureau) {
    return NUMBERS.entrySet().stream()
        .filter(e -> bureau.contains(e.getKey()))
        .flatMap(e -> e.getValue().stream())
        .distinct()
        .map(n -> "#" + n)
        .toList();
  }

  private static Map<String, List<String>> table(String file) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    Rows.of(file).forEach(row -> lists.put(row.get(0), words(row.get(1))));
    return Collections.unmodifiableMap(lists);
  }

  private static Subject subject(List<String> row) {
    List<String> flags = words(row.get(6));
    return new Subject(
        row.get(0),
        words(row.get(1)).stream().map(Name::of).toList(),
        words(row.get(2)),
        words(row.get(3)),
        words(row.get(4)),
        words(row.get(5)),
        flags.contains("fallback"),
        flags.contains("outside"));
  }

  private static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : Arrays.asList(cell.split(" +"));
  }
}
