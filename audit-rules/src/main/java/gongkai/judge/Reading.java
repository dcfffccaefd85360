package gongkai.judge;

import gongkai.cadence.Period;
import gongkai.match.PageMatches;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A page as it is taken for one judgement: with its own date, or with a possible one.
 *
 * @param day the publication date taken; empty for an undated page where no date is needed
 * @param covers a period that it is taken to cover whatever its title says; empty to go by the
 *     title
 */
record Reading(PageMatches matched, Optional<LocalDate> day, Optional<Period> covers) {
  /** A page as it stands. */
  static Reading of(PageMatches matched) {
    return new Reading(matched, matched.page().day(), Optional.empty());
  }

  /** The same page, published on another day. */
  Reading on(LocalDate other) {
    return new Reading(matched, Optional.of(other), covers);
  }

  /** The same page, taken to cover a period. */
  Reading covering(Period period) {
    return new Reading(matched, day, Optional.of(period));
  }

  SitePage page() {
    return matched.page();
  }

  boolean statement() {
    return matched.statement();
  }
}
