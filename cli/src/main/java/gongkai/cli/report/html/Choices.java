package gongkai.cli.report.html;

import gongkai.compare.Status;
import gongkai.judge.Verdict;
import java.util.List;

/**
 * What the list of gaps can be filtered by: nothing that no gap has.
 *
 * @param offices leading ones; an empty string where the catalogue names none
 * @param statuses empty list if no earlier audit was given
 */
public record Choices(List<String> offices, List<Verdict> verdicts, List<Status> statuses) {
  public Choices {
    offices = List.copyOf(offices);
    verdicts = List.copyOf(verdicts);
    statuses = List.copyOf(statuses);
  }

  static Choices of(List<Gap> gaps) {
    return new Choices(
        gaps.stream().flatMap(g -> g.leads().stream()).distinct().sorted().toList(),
        gaps.stream().map(g -> g.finding().verdict()).distinct().sorted().toList(),
        gaps.stream().flatMap(g -> g.status().stream()).distinct().sorted().toList());
  }
}
