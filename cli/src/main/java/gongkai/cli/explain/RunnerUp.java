package gongkai.cli.explain;

import gongkai.match.Matcher;
import gongkai.match.WouldMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best page of a requirement that is not matched to it.
 *
 * @param match its score, with the pieces
 * @param missing how much it lacks to the upper threshold
 * @param changes what would have carried it over
 */
record RunnerUp(Part page, Part match, double missing, List<WouldMatch> changes) {
  RunnerUp {
    changes = List.copyOf(changes);
  }

  /** Empty if no page's section or title speaks for the requirement beside the matched ones. */
  static Optional<RunnerUp> of(ReadAudit audit, Part requirement) {
    String id = requirement.text("requirementId");
    record Near(Part page, Part match) {}
    List<Near> near = new ArrayList<>();
    for (Part page : audit.pages()) {
      ReadAudit.match(page, id)
          // what an inspector has ruled out is near nothing any more
          .filter(m -> !m.text("decision").equals("matched") && !m.node().hasNonNull("ruling"))
          .ifPresent(m -> near.add(new Near(page, m)));
    }
    return near.stream()
        .min(
            Comparator.comparingDouble((Near n) -> -n.match().number("score"))
                .thenComparingDouble(n -> -spokeFor(n.match()))
                .thenComparing(n -> n.page().text("url")))
        .map(
            n ->
                new RunnerUp(
                    n.page(),
                    n.match(),
                    Math.max(0, Matcher.UPPER - n.match().number("score")),
                    changes(n.match(), requirement)));
  }

  private static double spokeFor(Part match) {
    return match.parts("pieces").stream().mapToDouble(p -> Math.max(0, p.number("weight"))).sum();
  }

  /** What would have carried a page further for a requirement. */
  static List<WouldMatch> changes(Part match, Part requirement) {
    Map<String, Double> pieces = new LinkedHashMap<>();
    match
        .parts("pieces")
        .forEach(p -> pieces.put(p.part("because").text("key"), p.number("weight")));
    Part rule = requirement.part("rule");
    return WouldMatch.of(pieces, rule.texts("sections"), rule.texts("titles"));
  }

  boolean candidate() {
    return match.text("decision").equals("candidate");
  }
}
