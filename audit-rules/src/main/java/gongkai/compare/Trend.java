package gongkai.compare;

import gongkai.compare.Standing.Duty;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a bureau stood over many audits (历次结论).
 *
 * @param points one per last day judged, earliest first; at least one
 * @param rows one per requirement that any audit judged, in the order of the latest that has it
 */
public record Trend(String bureau, List<Point> points, List<Row> rows) {
  public Trend {
    points = List.copyOf(points);
    rows = List.copyOf(rows);
  }

  /**
   * One audit.
   *
   * @param verdicts how many requirements have each verdict; every verdict is a key
   * @param gaps how many findings are gaps
   * @param changes what became of the gaps since the point before; empty for the first
   */
  public record Point(
      LocalDate since,
      LocalDate asOf,
      Map<Verdict, Integer> verdicts,
      int gaps,
      Optional<Map<Status, Integer>> changes) {
    public Point {
      verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
    }
  }

  /**
   * One requirement.
   *
   * @param verdicts at each point; empty where that audit did not judge it
   */
  public record Row(String requirementId, String name, List<Optional<Verdict>> verdicts) {
    public Row {
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * The trend of some audits of one bureau, given in any order.
   *
   * @param audits at least one, no two with the same last day
   */
  public static Trend of(List<Standing> audits) {
    List<Standing> sorted = audits.stream().sorted(Comparator.comparing(Standing::asOf)).toList();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Optional<Standing> before = i == 0 ? Optional.empty() : Optional.of(sorted.get(i - 1));
      points.add(point(sorted.get(i), before));
    }
    return new Trend(sorted.get(sorted.size() - 1).bureau(), points, rows(sorted));
  }

  private static Point point(Standing audit, Optional<Standing> before) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(verdict, 0);
    }
    audit.duties().values().forEach(d -> verdicts.merge(d.verdict(), 1, Integer::sum));
    return new Point(
        audit.since(),
        audit.asOf(),
        verdicts,
        audit.gaps().size(),
        before.map(earlier -> changes(Comparison.of(earlier, audit))));
  }

  private static Map<Status, Integer> changes(Comparison comparison) {
    Map<Status, Integer> changes = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      changes.put(status, comparison.with(status).size());
    }
    return changes;
  }

  private static List<Row> rows(List<Standing> sorted) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = sorted.size() - 1; i >= 0; i--) {
      sorted.get(i).duties().forEach((id, duty) -> names.putIfAbsent(id, duty.name()));
    }
    List<Row> rows = new ArrayList<>();
    names.forEach(
        (id, name) ->
            rows.add(
                new Row(
                    id, name, sorted.stream().map(a -> a.duty(id).map(Duty::verdict)).toList())));
    return rows;
  }
}
