package gongkai;

import gongkai.Audit.Terms;
import gongkai.judge.Decisive;
import gongkai.match.Matcher;
import gongkai.match.PageMatches;
import gongkai.page.PageFacts;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Snapshot;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an audit still has to read ({@code --fetch decisive}): a pure function of what has been read
 * so far, along the same way as {@link Audit#run}.
 */
public final class DecisivePages {
  private DecisivePages() {}

  /**
   * Keys of the pages, among those known from listings only, without which a verdict could be
   * another.
   *
   * @param soFar taken as complete: what is known of it is all that there is
   * @param listed {@link gongkai.page.PageRequest#key} of pages known and not asked for
   * @param reader what an answer says; {@code PageReader::read}, or that remembered
   */
  public static Set<String> of(
      Snapshot soFar, Terms terms, Collection<String> listed, Function<Answer, PageFacts> reader) {
    Site site = SiteBuilder.build(soFar, reader);
    Set<String> keys = new HashSet<>();
    for (Terms part : terms.each()) {
      Matcher matcher = new Matcher(part.catalogue());
      List<PageMatches> matches = part.rulings().applied(matcher.match(site), part.catalogue());
      keys.addAll(new Decisive(part, site, matcher, matches, listed).keys());
    }
    return Set.copyOf(keys);
  }
}
