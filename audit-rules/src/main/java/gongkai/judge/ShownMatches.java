package gongkai.judge;

import gongkai.catalogue.Cadence;
import gongkai.catalogue.Catalogue;
import gongkai.match.Match;
import gongkai.match.PageMatches;
import gongkai.message.Message;
import gongkai.site.SitePage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which matches of a page the results show, once every requirement is judged. */
public final class ShownMatches {
  private final Catalogue catalogue;
  private final Map<String, Evidence> evidence;
  private final Publications publications;
  private final Interpretations interpretations;

  /**
   * @param evidence of every requirement, by its id; may be filled until the first question
   */
  ShownMatches(
      Catalogue catalogue,
      Map<String, Evidence> evidence,
      Publications publications,
      Interpretations interpretations) {
    this.catalogue = catalogue;
    this.evidence = Collections.unmodifiableMap(evidence);
    this.publications = publications;
    this.interpretations = interpretations;
  }

  /**
   * The matches of a page to show: none of a requirement switched off, and of a follow-up only
   * those that name one of the documents followed.
   */
  public List<Match> of(PageMatches m) {
    return m.matches().stream()
        .filter(x -> catalogue.tailoring().off(x.requirementId()).isEmpty())
        .filter(x -> !strays(m, x))
        .toList();
  }

  /**
   * What a page came near to and did not reach: matches below the lower threshold, and those that
   * {@link #of} leaves out because they name no document.
   */
  public List<Match> below(PageMatches m) {
    Stream<Match> strays =
        m.matches().stream()
            .filter(x -> strays(m, x))
            .map(x -> x.without(Message.of("match.names-no-document", followed(x))));
    return Stream.concat(strays, m.below().stream())
        .filter(x -> catalogue.tailoring().off(x.requirementId()).isEmpty())
        .toList();
  }

  private boolean strays(PageMatches m, Match match) {
    String follows = followed(match);
    return match.ruling().isEmpty()
        && !follows.isEmpty()
        && !m.statement()
        && interpretations.documents(m.page()).stream().noneMatch(d -> firm(follows, d));
  }

  /** The requirement whose documents a match's requirement follows; empty string if none. */
  private String followed(Match match) {
    return catalogue.requirements().stream()
        .filter(r -> r.id().equals(match.requirementId()))
        .flatMap(
            r -> r.cadence() instanceof Cadence.FollowUp f ? Stream.of(f.follows()) : Stream.of())
        .findFirst()
        .orElse("");
  }

  private boolean firm(String requirementId, SitePage document) {
    Evidence of = evidence.get(requirementId);
    return Stream.concat(of.firm().stream(), of.later().stream())
        .anyMatch(d -> publications.id(d.page()).equals(publications.id(document)));
  }

  /** The publication that a page repeats; empty if it is the earliest copy. */
  public Optional<SitePage> repeats(SitePage page) {
    SitePage first = publications.copies(page).get(0);
    return first.url().equals(page.url()) ? Optional.empty() : Optional.of(first);
  }
}
