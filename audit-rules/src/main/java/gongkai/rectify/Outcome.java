package gongkai.rectify;

import gongkai.compare.Judged;
import gongkai.compare.Status;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one gap that an earlier notice asked to cure.
 *
 * @param asked as the earlier notice has it
 * @param gap as the earlier audit had it
 * @param now id of the gap in the later audit; empty string if it is none any more
 * @param status in the comparison; only {@link Status#CLOSED} is cured in its sense (已整改)
 * @param done what the notice asked for was published on this day; empty if it was not, or if the
 *     day is not known
 */
public record Outcome(
    String office,
    Asked asked,
    Judged gap,
    String now,
    Status status,
    Kind kind,
    Optional<LocalDate> done) {

  /** What became of it. */
  public enum Kind {
    /** What was asked for stands on the site since the last day or earlier (按期整改). */
    IN_TIME,
    /** It stands there, but came after the last day (逾期整改). */
    LATE,
    /** It stands there; in time or not cannot be told (已整改，日期不明). */
    UNDATED,
    /** Not done, and the last day has not passed (未到整改期限). */
    NOT_YET,
    /** Not done, and the last day has passed (到期未整改). */
    OVERDUE,
    /** Cannot be told now (暂不能认定). */
    UNKNOWN,
    /** A lateness, history that nobody can cure: what is asked for is a reply (历史逾期). */
    PAST,
    /** Excused meanwhile (已豁免). */
    WAIVED,
    /** Not judged any more (不再核查). */
    LAPSED;

    /** As outputs spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
