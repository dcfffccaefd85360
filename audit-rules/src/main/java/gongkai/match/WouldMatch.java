package gongkai.match;

import gongkai.match.Match.Decision;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would have carried a page further: one thing that had been otherwise, or all of them
 * together, and what the page would have scored then.
 */
public record WouldMatch(Message change, double score, Decision decision) {
  /** Words that nothing outvotes; without them the score is the rest's. */
  private static final List<String> AGAINST = List.of("match.not", "match.says");

  /** What no other place and no other words would mend: what the page is. So is a ruling. */
  private static final List<String> FINAL =
      List.of("match.no-statement", "match.statement-outside", "match.names-no-document");

  private record Step(Message change, Map<String, Double> pieces) {}

  /**
   * The changes that each alone raise a page's decision; where none makes it matched, all of them
   * together besides. Empty for a matched page, and for one that no change would carry.
   *
   * @param pieces weight of each piece of its score by the key of its message
   * @param sections names of the requirement's own sections
   * @param titles patterns of which a title must meet one
   */
  public static List<WouldMatch> of(
      Map<String, Double> pieces, List<String> sections, List<String> titles) {
    Decision now = decision(score(pieces));
    boolean ruled = pieces.keySet().stream().anyMatch(key -> key.startsWith("ruling."));
    if (now == Decision.MATCHED || ruled || FINAL.stream().anyMatch(pieces::containsKey)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    for (String key : AGAINST) {
      if (pieces.containsKey(key)) {
        steps.add(new Step(Message.of("match.would-" + key.substring(6)), without(pieces, key)));
      }
    }
    if (!pieces.containsKey("match.own") && !sections.isEmpty()) {
      steps.add(new Step(Message.of("match.would-section", few(sections)), own(pieces)));
    }
    boolean titled = pieces.containsKey("match.title") || pieces.containsKey("match.fallback");
    if (!titled && !titles.isEmpty()) {
      steps.add(new Step(Message.of("match.would-title", few(titles)), titled(pieces)));
    }
    List<WouldMatch> alone =
        steps.stream()
            .map(s -> would(s.change(), s.pieces()))
            .filter(w -> w.decision().compareTo(now) < 0)
            .toList();
    if (alone.stream().anyMatch(w -> w.decision() == Decision.MATCHED) || steps.size() < 2) {
      return alone;
    }
    List<WouldMatch> all = new ArrayList<>(alone);
    together(pieces, steps, sections).ifPresent(all::add);
    return all;
  }

  private static java.util.Optional<WouldMatch> together(
      Map<String, Double> pieces, List<Step> steps, List<String> sections) {
    Map<String, Double> changed = pieces;
    for (String key : AGAINST) {
      changed = without(changed, key);
    }
    if (!sections.isEmpty()) {
      changed = own(changed);
    }
    WouldMatch all = would(Message.of("match.would-all", steps.size()), changed);
    return all.decision() == Decision.MATCHED
        ? java.util.Optional.of(all)
        : java.util.Optional.empty();
  }

  private static WouldMatch would(Message change, Map<String, Double> pieces) {
    double score = score(pieces);
    return new WouldMatch(change, score, decision(score));
  }

  private static String few(List<String> words) {
    String first = words.stream().limit(6).collect(Collectors.joining(" / "));
    return words.size() > 6 ? first + " / …" : first;
  }

  private static Map<String, Double> without(Map<String, Double> pieces, String key) {
    return pieces.entrySet().stream()
        .filter(e -> !e.getKey().equals(key))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The same page in a section of the requirement's own. */
  private static Map<String, Double> own(Map<String, Double> pieces) {
    Map<String, Double> changed = new java.util.HashMap<>(pieces);
    List.of("match.shared", "match.elsewhere", "match.nothing-against", "match.fallback")
        .forEach(changed::remove);
    changed.put("match.own", Matcher.OWN_SECTION);
    changed.computeIfPresent("match.title", (k, w) -> Matcher.TITLE_IN_OWN);
    return changed;
  }

  private static Map<String, Double> titled(Map<String, Double> pieces) {
    Map<String, Double> changed = new java.util.HashMap<>(pieces);
    changed.put(
        "match.title", pieces.containsKey("match.own") ? Matcher.TITLE_IN_OWN : Matcher.TITLE);
    return changed;
  }

  private static double score(Map<String, Double> pieces) {
    return Matcher.score(pieces.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Decision decision(double score) {
    return Matcher.decision(score);
  }
}
