package gongkai.cli.report.html;

import gongkai.judge.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one office has to do.
 *
 * @param id anchor
 * @param gaps worst first; questions for the inspector are not among them
 */
public record Office(String id, String name, List<Gap> gaps) {
  public Office {
    gaps = List.copyOf(gaps);
  }

  public long count(Severity severity) {
    return gaps.stream().filter(g -> g.finding().severity() == severity).count();
  }

  /** Days by which its longest overdue gap is late; -1 if nothing is overdue. */
  public int mostOverdue() {
    return gaps.stream().mapToInt(g -> g.daysLate().orElse(-1)).max().orElse(-1);
  }

  /**
   * By leading office: first those with the most overdue violation, then by number of violations,
   * then as the catalogue names them.
   */
  static List<Office> of(List<Gap> gaps) {
    Map<String, List<Gap>> byName = new LinkedHashMap<>();
    for (Gap gap : gaps) {
      if (gap.task()) {
        List<String> lead = gap.of().item().lead();
        for (String name : lead.isEmpty() ? List.of("") : lead) {
          byName.computeIfAbsent(name, n -> new ArrayList<>()).add(gap);
        }
      }
    }
    List<Office> offices = new ArrayList<>();
    byName.forEach((name, own) -> offices.add(new Office("", name, own)));
    offices.sort(
        Comparator.comparingInt(Office::mostOverdueViolation)
            .thenComparing(o -> o.count(Severity.VIOLATION))
            .reversed());
    List<Office> numbered = new ArrayList<>();
    for (Office office : offices) {
      numbered.add(new Office("office-" + (numbered.size() + 1), office.name(), office.gaps()));
    }
    return numbered;
  }

  private int mostOverdueViolation() {
    return gaps.stream()
        .filter(Gap::violation)
        .mapToInt(g -> g.daysLate().orElse(-1))
        .max()
        .orElse(-2);
  }
}
