package gongkai.cli.report.html;

import gongkai.AuditResult.PageResult;
import gongkai.match.Match;
import gongkai.match.Match.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages that one gap was judged by, those with the same score for the same reasons together.
 *
 * @param groups the pages judged first, then by falling score
 * @param shown how many pages these are
 * @param more how many further ones there were
 */
public record Considered(List<Group> groups, int shown, int more) {
  /** More are counted only. */
  static final int MOST = 20;

  public Considered {
    groups = List.copyOf(groups);
  }

  /** Pages of one decision, score and reason. */
  public record Group(Match match, List<PageResult> pages) {
    public Group {
      pages = List.copyOf(pages);
    }

    public Decision decision() {
      return match.decision();
    }
  }

  /** All of them in order. */
  Stream<PageResult> pages() {
    return groups.stream().flatMap(g -> g.pages().stream());
  }

  /**
   * Brings those alike together.
   *
   * @param pages each of which something speaks for, in order
   */
  static Considered of(List<PageResult> pages, String requirementId, int more) {
    Map<Match, List<PageResult>> groups = new LinkedHashMap<>();
    for (PageResult page : pages) {
      groups
          .computeIfAbsent(match(page, requirementId).orElseThrow(), m -> new ArrayList<>())
          .add(page);
    }
    List<Group> told = new ArrayList<>();
    groups.forEach((match, same) -> told.add(new Group(match, same)));
    return new Considered(told, pages.size(), more);
  }

  /**
   * What a page was found to be to a requirement, a ruling first; empty if nothing speaks for it at
   * all.
   */
  static Optional<Match> match(PageResult page, String requirementId) {
    List<Match> own =
        Stream.concat(page.matches().stream(), page.below().stream())
            .filter(m -> m.requirementId().equals(requirementId))
            .toList();
    return own.stream()
        .filter(m -> m.ruling().isPresent())
        .findFirst()
        .or(() -> own.stream().findFirst());
  }
}
