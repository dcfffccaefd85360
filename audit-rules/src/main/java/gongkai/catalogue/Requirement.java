package gongkai.catalogue;

import java.util.List;

/**
 * One enumerated duty inside an item; judged on its own.
 *
 * @param id {@code 2.2c}
 * @param name what must be published
 * @param wording its deadline words, verbatim; the item's where it has none of its own
 * @param event the duty arises only if something happens ({@code arises: event}): a gap weighs
 *     less, a statement cures it
 * @param statement a statement that nothing happened (情况说明) counts
 * @param facets what the content column enumerates inside the duty; only noted
 * @param law the legal basis in words; empty string if none
 * @param note what an inspector should know about this rule; empty string if nothing
 */
public record Requirement(
    String id,
    String name,
    String wording,
    Cadence cadence,
    boolean event,
    boolean statement,
    List<String> facets,
    MatchRule match,
    String law,
    String note) {
  public Requirement {
    facets = List.copyOf(facets);
  }

  Requirement with(Cadence otherCadence, MatchRule otherMatch) {
    return new Requirement(
        id, name, wording, otherCadence, event, statement, facets, otherMatch, law, note);
  }
}
