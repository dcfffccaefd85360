package gongkai.cli.commands;

import gongkai.cli.Failure;
import gongkai.compare.Comparison;
import gongkai.compare.Standing;
import gongkai.message.Message;
import java.time.LocalDate;

/** Which two audits may be compared. */
final class Baseline {
  private Baseline() {}

  /**
   * What became of each gap.
   *
   * @param old name of the earlier audit, as the user gave it
   * @param now name of the later one
   * @throws Failure exit code 2 for two bureaus, or the later one first
   */
  static Comparison compare(String old, Standing earlier, String now, Standing later) {
    check(old, earlier, now, later.bureau(), now, later.asOf());
    return Comparison.of(earlier, later);
  }

  /**
   * As {@link #compare}, before the later audit is there.
   *
   * @param day what says its last day
   */
  static void check(
      String old, Standing earlier, String now, String bureau, String day, LocalDate asOf) {
    if (!earlier.bureau().equals(bureau)) {
      throw Failure.usage(Message.of("compare.otherBureau", old, earlier.bureau(), now, bureau));
    }
    if (earlier.asOf().isAfter(asOf)) {
      throw Failure.usage(Message.of("compare.order", old, earlier.asOf(), day, asOf));
    }
  }
}
