package gongkai.score;

import gongkai.score.Scheme.Deduction;
import gongkai.score.Scheme.Part;
import gongkai.score.Scheme.Veto;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * An audit's score with its whole arithmetic. A gap that could not be decided (REVIEW, UNREACHABLE)
 * costs nothing; the score is then a range from what it would be if each turned out worst to what
 * it is if none is a gap.
 *
 * @param parts in the scheme's order; those that are {@link State#SCORED} add up to {@code sum}
 * @param vetoes in the scheme's order
 * @param possible points of the parts that are scored
 * @param sum of the parts' points
 * @param score out of 100; empty if nothing could be scored
 * @param withWaived out of 100, as if nothing were waived; empty if nothing is
 */
public record Score(
    Scheme scheme,
    List<PartScore> parts,
    List<VetoResult> vetoes,
    BigDecimal possible,
    Range sum,
    Optional<Range> score,
    Optional<Range> withWaived) {
  public Score {
    parts = List.copyOf(parts);
    vetoes = List.copyOf(vetoes);
  }

  /** From the lowest possible to the highest possible. */
  public record Range(BigDecimal lowest, BigDecimal highest) {
    /** Nothing undecided could change it. */
    public boolean exact() {
      return lowest.compareTo(highest) == 0;
    }

    /** What it is out of 100, with two decimals, where so many points can be had. */
    public Range outOf100(BigDecimal possible) {
      return new Range(outOf100(lowest, possible), outOf100(highest, possible));
    }

    private static BigDecimal outOf100(BigDecimal points, BigDecimal possible) {
      return points.multiply(BigDecimal.valueOf(100)).divide(possible, 2, RoundingMode.HALF_UP);
    }

    Range plus(Range other) {
      return new Range(lowest.add(other.lowest), highest.add(other.highest));
    }
  }

  /** What became of a part. */
  public enum State {
    SCORED,
    /** An audit cannot judge it. */
    NOT_JUDGED,
    /** The catalogue has nothing that it is about. */
    NO_REQUIREMENT,
    /** Nothing was due, and the scheme leaves such parts out. */
    NOT_DUE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One part's arithmetic.
   *
   * @param requirements ids of what it is about
   * @param lines one per deduction that took something, in the scheme's order
   * @param range its points: what is left after the deductions, at least zero; zero unless scored
   * @param undecided gaps that could not be decided
   * @param waived gaps that are excused and cost nothing
   * @param vetoed set to zero by a veto of its own
   */
  public record PartScore(
      Part part,
      State state,
      List<String> requirements,
      List<Line> lines,
      Range range,
      int undecided,
      int waived,
      boolean vetoed) {
    public PartScore {
      requirements = List.copyOf(requirements);
      lines = List.copyOf(lines);
    }
  }

  /**
   * What one deduction took.
   *
   * @param count gaps, or requirements with such a gap
   * @param amount count times points, at most what the deduction allows
   * @param requirements ids, in the catalogue's order
   */
  public record Line(Deduction deduction, int count, BigDecimal amount, List<String> requirements) {
    public Line {
      requirements = List.copyOf(requirements);
    }
  }

  /** Whether a veto holds. */
  public enum Vetoed {
    YES,
    NO,
    /** It would if what could not be decided turned out worst. */
    POSSIBLE,
    NOT_JUDGED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One veto.
   *
   * @param count requirements with such a gap
   * @param undecided further requirements that might have one
   */
  public record VetoResult(Veto veto, Vetoed vetoed, int count, int undecided) {}
}
