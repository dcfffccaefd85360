package gongkai.match;

import gongkai.site.SitePage;
import java.util.List;

/**
 * A page with what it answers.
 *
 * @param matches every match at or above the lower threshold, in the catalogue's order
 * @param below what its section or its title spoke for, and what scored below the lower threshold,
 *     in the catalogue's order
 * @param statement it says that nothing happened
 */
public record PageMatches(
    SitePage page, List<Match> matches, List<Match> below, boolean statement) {
  public PageMatches {
    matches = List.copyOf(matches);
    below = List.copyOf(below);
  }
}
