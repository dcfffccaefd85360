package gongkai.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table {@code rules/wordings/duties.tsv}: by which words duties are told and named. */
final class DutyWords {
  private static final String FILE = "rules/wordings/duties.tsv";

  private final Map<String, List<String>> words;

  /** Adverbs and at last a verb, at the beginning. */
  private final Pattern verb;

  private final Pattern adverbs;

  private DutyWords(Map<String, List<String>> words) {
    this.words = Map.copyOf(words);
    adverbs = Pattern.compile("^(?:" + any("状语") + ")*");
    verb = Pattern.compile("^(?:" + any("状语") + ")*(?:" + any("动词") + ")");
  }

  /** The words of the bundled table. */
  static DutyWords bundled() {
    Map<String, List<String>> words = new HashMap<>();
    for (String[] cells : PatternTable.rows(FILE)) {
      words.computeIfAbsent(cells[0], kind -> new ArrayList<>()).add(cells[1]);
    }
    return new DutyWords(words);
  }

  /** What follows the verb with which a text begins; empty if it begins with none. */
  Optional<String> afterVerb(String text) {
    String rest = verb.matcher(text).replaceFirst("");
    return rest.length() == text.length() ? Optional.empty() : Optional.of(rest.strip());
  }

  /** The text without the adverbs at its beginning. */
  String withoutAdverbs(String text) {
    return adverbs.matcher(text).replaceFirst("").strip();
  }

  /** True for 对…向社会公开: the verb stands at the end. */
  boolean endsWithVerb(String text) {
    return text.endsWith("公开") || text.endsWith("公布");
  }

  /** True for a duty to mark documents that have ended. */
  boolean marks(String text) {
    return has("标注", text) && has("失效", text);
  }

  /** What stands behind a word that introduces facets; empty if there is none. */
  Optional<String> afterIntroduction(String text) {
    return words.get("列举").stream()
        .filter(text::contains)
        .min(
            Comparator.comparingInt((String word) -> text.indexOf(word))
                .thenComparing(w -> -w.length()))
        .map(word -> text.substring(text.indexOf(word) + word.length()));
  }

  /** Without 本部门 and the like, or the bureau's own name, at the beginning. */
  String withoutBureau(String object) {
    return object
        .replaceFirst("^(?:" + any("本单位") + ")+的?", "")
        .replaceFirst("^[市省县区旗]?\\p{IsHan}{2,14}?(?:局|厅|委员会)(?!长)的?(?=\\p{IsHan}{4})", "");
  }

  private boolean has(String kind, String text) {
    return words.get(kind).stream().anyMatch(text::contains);
  }

  /** Any word of a kind, the longest first. */
  private String any(String kind) {
    return words.get(kind).stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(w -> w))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
