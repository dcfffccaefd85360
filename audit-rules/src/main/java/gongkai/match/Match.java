package gongkai.match;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a page answers a requirement.
 *
 * @param score sum of the pieces, within 0 and 1
 * @param pieces the named, signed parts of the score, in the order they were added
 */
public record Match(String requirementId, Decision decision, double score, List<Piece> pieces) {
  public Match {
    pieces = List.copyOf(pieces);
  }

  /** The same, not counted after all, for a reason that no score tells. */
  public Match without(Message because) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(new Piece(-score, because));
    return new Match(requirementId, Decision.NONE, 0, more);
  }

  /** Above the upper threshold, between the thresholds, below. */
  public enum Decision {
    MATCHED,
    CANDIDATE,
    NONE;

    /** The code in every output. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One part of a score. */
  public record Piece(double weight, Message because) {}
}
