package gongkai.judge;

import java.util.List;

/** How one cadence judges. Pure: equal readings in any order give equal findings. */
interface Duty {
  /** The findings when the pages are read so. */
  List<Finding> judge(List<Reading> readings);

  /** What a finding judges: the same words for the same period, page or change in every reading. */
  default String key(Finding finding) {
    return finding.period().isEmpty() ? finding.url() : finding.period();
  }

  /**
   * Readings of an uncertain page that would be best for a finding: possible dates up to {@code
   * as-of}, possible periods. Empty list when no reading can help.
   */
  List<Reading> best(Evidence.Open open, Finding finding);
}
