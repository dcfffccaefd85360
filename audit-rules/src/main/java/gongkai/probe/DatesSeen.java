package gongkai.probe;

import gongkai.page.PageKind;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.site.Published;
import gongkai.site.SitePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the dates of the articles read stand (日期来源), and whether they agree.
 *
 * @param articles how many were read
 * @param undated of them show no publication date at all
 * @param sources most trusted first; one that no page has is left out
 */
public record DatesSeen(int articles, int undated, List<Source> sources) {
  public DatesSeen {
    sources = List.copyOf(sources);
  }

  /**
   * One source of dates.
   *
   * @param present articles that have it
   * @param chosen articles whose date is taken from it
   * @param conflicts articles in which it differs by more than a day from the date taken
   * @param example one of these
   */
  public record Source(
      DateSource source, int present, int chosen, int conflicts, Optional<Conflict> example) {}

  /** Two dates of one page. */
  public record Conflict(String url, DateEvidence chosen, DateEvidence other) {}

  static DatesSeen of(List<SitePage> pages) {
    List<SitePage> articles =
        pages.stream()
            .filter(p -> p.facts().filter(f -> f.kind() == PageKind.ARTICLE).isPresent())
            .sorted(Comparator.comparing(SitePage::url))
            .toList();
    List<Source> sources = new ArrayList<>();
    for (DateSource source : DateSource.values()) {
      Source seen = source(source, articles);
      if (seen.present() > 0) {
        sources.add(seen);
      }
    }
    int undated = (int) articles.stream().filter(p -> p.day().isEmpty()).count();
    return new DatesSeen(articles.size(), undated, sources);
  }

  private static Source source(DateSource source, List<SitePage> articles) {
    int present = 0;
    int chosen = 0;
    List<Conflict> conflicts = new ArrayList<>();
    for (SitePage page : articles) {
      Published published = page.published();
      List<DateEvidence> here =
          Stream.concat(published.chosen().stream(), published.rivals().stream())
              .filter(e -> e.source() == source)
              .toList();
      present += here.isEmpty() ? 0 : 1;
      chosen += published.chosen().filter(here::contains).isPresent() ? 1 : 0;
      published
          .chosen()
          .ifPresent(
              taken ->
                  here.stream()
                      .filter(e -> differ(taken, e))
                      .findFirst()
                      .ifPresent(e -> conflicts.add(new Conflict(page.url(), taken, e))));
    }
    return new Source(source, present, chosen, conflicts.size(), conflicts.stream().findFirst());
  }

  private static boolean differ(DateEvidence one, DateEvidence other) {
    return Math.abs(one.date().toEpochDay() - other.date().toEpochDay()) > 1;
  }
}
