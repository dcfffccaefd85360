package gongkai.judge;

import gongkai.cadence.PeriodNames;
import gongkai.catalogue.Cadence.Unlabelled;
import gongkai.site.SitePage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which of several years in a title is the one covered. */
final class Years {
  private static final Pattern PAST = Pattern.compile("总结|情况|报告|结果|决算");
  private static final Pattern FUTURE = Pattern.compile("计划|要点|预算|清单");

  private Years() {}

  /** True when a page names several years and its words decide for none of them. */
  static boolean undecided(SitePage page, Unlabelled unlabelled) {
    PeriodNames names = PeriodNames.in(page.title());
    return names.distinctYears().size() > 1 && decided(names, unlabelled).isEmpty();
  }

  /**
   * The year before 总结, 情况 … for an {@code after} rule, before 计划, 要点 … for {@code during}; empty
   * if not one.
   */
  static Optional<Integer> decided(PeriodNames names, Unlabelled unlabelled) {
    Pattern words = unlabelled == Unlabelled.AFTER ? PAST : FUTURE;
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < names.years().size(); i++) {
      if (words.matcher(names.yearWords().get(i)).find()) {
        found.add(names.years().get(i));
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }
}
