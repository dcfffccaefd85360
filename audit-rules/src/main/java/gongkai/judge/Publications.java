package gongkai.judge;

import gongkai.match.Words;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which pages are one publication: the same document number, or the same title within 30 days,
 * wherever they stand. The earliest counts.
 */
final class Publications {
  private static final int SAME_TITLE_DAYS = 30;

  private final Map<String, String> parent = new HashMap<>();
  private final Map<String, List<SitePage>> members = new HashMap<>();

  Publications(List<SitePage> pages) {
    Map<String, List<SitePage>> byNumber = new TreeMap<>();
    Map<String, List<SitePage>> byTitle = new TreeMap<>();
    for (SitePage p : pages) {
      if (p.dead()) {
        continue;
      }
      parent.put(p.url(), p.url());
      boolean interprets = Interpretations.isInterpretation(p);
      if (!p.documentNumber().isEmpty() && !interprets) {
        byNumber.computeIfAbsent(Words.normal(p.documentNumber()), k -> new ArrayList<>()).add(p);
      }
      String title = titleKey(p.title());
      if (!title.isEmpty()) {
        byTitle.computeIfAbsent(title, k -> new ArrayList<>()).add(p);
      }
    }
    byNumber.values().forEach(same -> same.forEach(p -> join(same.get(0), p)));
    for (List<SitePage> same : byTitle.values()) {
      List<SitePage> dated =
          same.stream()
              .filter(p -> p.day().isPresent())
              .sorted(
                  Comparator.comparing((SitePage p) -> p.day().orElseThrow())
                      .thenComparing(SitePage::url))
              .toList();
      for (int i = 1; i < dated.size(); i++) {
        LocalDate before = dated.get(i - 1).day().orElseThrow();
        if (!dated.get(i).day().orElseThrow().isAfter(before.plusDays(SAME_TITLE_DAYS))) {
          join(dated.get(i - 1), dated.get(i));
        }
      }
    }
    for (SitePage p : pages) {
      if (!p.dead()) {
        members.computeIfAbsent(root(p.url()), k -> new ArrayList<>()).add(p);
      }
    }
    members.values().forEach(m -> m.sort(EARLIEST));
  }

  /** Dated ones first, by day, then by address. */
  static final Comparator<SitePage> EARLIEST =
      Comparator.comparing((SitePage p) -> p.day().orElse(LocalDate.MAX))
          .thenComparing(SitePage::url);

  /** Titles are compared without blanks and quotes; years, periods and numbers stay. */
  private static String titleKey(String title) {
    return Words.normal(title);
  }

  private void join(SitePage a, SitePage b) {
    parent.put(root(a.url()), root(b.url()));
  }

  private String root(String url) {
    String r = url;
    while (!parent.get(r).equals(r)) {
      r = parent.get(r);
    }
    return r;
  }

  /** What tells publications apart; pages of one publication share it. */
  String id(SitePage page) {
    return parent.containsKey(page.url()) ? root(page.url()) : page.url();
  }

  /** All copies, earliest first. */
  List<SitePage> copies(SitePage page) {
    return members.getOrDefault(id(page), List.of(page));
  }

  /** When the publication was first put online; empty if no copy is dated. */
  Optional<LocalDate> day(SitePage page) {
    return copies(page).get(0).day();
  }
}
