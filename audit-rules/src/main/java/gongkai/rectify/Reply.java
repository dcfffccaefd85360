package gongkai.rectify;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An office's reply to a gap (整改情况) and the inspector's ruling on it. Neither changes a verdict.
 *
 * @param gapId in {@link GapIds} of the audit that carries it
 * @param office who replied; empty string if the file does not say
 * @param reply what was done, or why not; empty string if nothing was said
 * @param repliedBy empty string if not said
 * @param ruling empty if the inspector has not looked at it
 * @param comment of the inspector; empty string if none
 * @param given {@code as-of} of the audit to which it was first given
 */
public record Reply(
    String gapId,
    String office,
    String reply,
    String repliedBy,
    Optional<LocalDate> repliedOn,
    Optional<Ruling> ruling,
    String ruledBy,
    Optional<LocalDate> ruledOn,
    String comment,
    LocalDate given) {

  /** The same reply to the same gap under the id that a later audit gives it. */
  Reply to(String otherId) {
    return new Reply(
        otherId, office, reply, repliedBy, repliedOn, ruling, ruledBy, ruledOn, comment, given);
  }

  /** Both are of one office to one gap. */
  boolean same(Reply other) {
    return gapId.equals(other.gapId) && office.equals(other.office);
  }

  /**
   * This one with what it leaves open taken from an earlier one. A ruling on other words is not
   * kept.
   */
  Reply over(Reply earlier) {
    boolean sameWords = reply.isEmpty() || reply.equals(earlier.reply);
    boolean ruled = ruling.isPresent() || !sameWords;
    return new Reply(
        gapId,
        office,
        reply.isEmpty() ? earlier.reply : reply,
        sameWords && repliedBy.isEmpty() ? earlier.repliedBy : repliedBy,
        sameWords ? repliedOn.or(earlier::repliedOn) : repliedOn,
        ruled ? ruling : earlier.ruling,
        ruled ? ruledBy : earlier.ruledBy,
        ruled ? ruledOn : earlier.ruledOn,
        ruled || !comment.isEmpty() ? comment : earlier.comment,
        sameWords ? earlier.given : given);
  }
}
