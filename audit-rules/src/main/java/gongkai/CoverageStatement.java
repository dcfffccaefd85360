package gongkai;

import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.Cut;
import gongkai.page.PageRequest;
import gongkai.site.Site;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import gongkai.snapshot.Unread.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a crawl covered and what not. */
final class CoverageStatement {
  private CoverageStatement() {}

  static Coverage of(Snapshot snapshot, Site site) {
    Map<String, Unread> truncated = new TreeMap<>();
    site.truncated()
        .forEach(cut -> truncated.put(cut.key(), new Unread(cut, Why.MAX_BODY, "max-body", "")));
    List<Unread> all =
        snapshot.unread().stream()
            .sorted(
                Comparator.comparing((Unread u) -> u.request().key()).thenComparing(Unread::why))
            .toList();
    // a crawl records a cut body itself, with the limit's value; a body counts once
    all.stream()
        .filter(u -> u.why() == Why.MAX_BODY)
        .forEach(u -> truncated.remove(u.request().key()));
    List<Unread> unread = all.stream().filter(u -> u.why() != Why.NOT_DECISIVE).toList();
    Set<String> wanted = new HashSet<>(site.fetched());
    unread.forEach(u -> wanted.add(u.request().key()));
    return new Coverage(
        wanted.size(),
        site.fetched().size(),
        (int) all.stream().filter(u -> u.why() == Why.NOT_DECISIVE).count(),
        count(unread, Why.ROBOTS),
        count(unread, Why.TRAP) + count(unread, Why.HOST),
        count(unread, Why.FAILED),
        (int) unread.stream().filter(u -> u.why().limit()).count() + truncated.size(),
        site.startReadable(),
        unread,
        cuts(unread, truncated));
  }

  private static int count(List<Unread> unread, Why why) {
    return (int) unread.stream().filter(u -> u.why() == why).count();
  }

  /** Per limit: how many addresses it cut, and one of them. */
  private static List<Cut> cuts(List<Unread> unread, Map<String, Unread> truncated) {
    Map<String, List<Unread>> byLimit = new TreeMap<>();
    List<Unread> all = new ArrayList<>(unread);
    all.addAll(truncated.values());
    for (Unread u : all) {
      if (u.why().limit() || u.why() == Why.TRAP) {
        String limit = u.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        byLimit.computeIfAbsent(limit, k -> new ArrayList<>()).add(u);
      }
    }
    List<Cut> cuts = new ArrayList<>();
    byLimit.forEach(
        (limit, cut) -> {
          PageRequest example = cut.get(0).request();
          String value = cut.get(0).detail().replaceFirst("^" + limit + " ?", "");
          cuts.add(new Cut(limit, value, cut.size(), example.url()));
        });
    return cuts;
  }
}
