package gongkai.match;

import gongkai.message.Message;
import gongkai.ruling.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well a page answers a requirement.
 *
 * @param score sum of the pieces, within 0 and 1
 * @param pieces the named, signed parts of the score, in the order they were added
 * @param ruling by which it is decided, whatever the score was; empty if by the score
 */
public record Match(
    String requirementId,
    Decision decision,
    double score,
    List<Piece> pieces,
    Optional<Ruling> ruling) {
  public Match {
    pieces = List.copyOf(pieces);
  }

  /** As the score says. */
  public Match(String requirementId, Decision decision, double score, List<Piece> pieces) {
    this(requirementId, decision, score, pieces, Optional.empty());
  }

  /**
   * The same as an inspector has decided it, whatever the score was.
   *
   * @param yes the page answers the requirement
   */
  public Match ruled(Ruling by, boolean yes) {
    double to = yes ? 1 : 0;
    List<Piece> more = new ArrayList<>(pieces);
    more.add(new Piece(to - score, by.because(yes)));
    return new Match(
        requirementId, yes ? Decision.MATCHED : Decision.NONE, to, more, Optional.of(by));
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
