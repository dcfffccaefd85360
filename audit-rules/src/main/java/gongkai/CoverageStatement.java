package gongkai;

import gongkai.AuditResult.Barred;
import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.Cut;
import gongkai.AuditResult.LeftOut;
import gongkai.page.Addresses;
import gongkai.site.Site;
import gongkai.snapshot.Access;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Trouble;
import gongkai.snapshot.Unread;
import gongkai.snapshot.Unread.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a crawl covered and what not. */
final class CoverageStatement {
  private CoverageStatement() {}

  static Coverage of(Snapshot snapshot, Site site) {
    Map<String, Unread> truncated = new TreeMap<>();
    site.truncated()
        .forEach(cut -> truncated.put(cut.key(), new Unread(cut, Why.MAX_BODY, "max-body", "")));
    Set<String> told = new HashSet<>();
    snapshot.unread().forEach(u -> told.add(u.request().key()));
    List<Unread> all =
        Stream.concat(
                snapshot.unread().stream(),
                site.withheld().stream().filter(u -> !told.contains(u.request().key())))
            .sorted(
                Comparator.comparing((Unread u) -> u.request().key()).thenComparing(Unread::why))
            .toList();
    // a crawl records a cut body itself, with the limit's value; a body counts once
    all.stream()
        .filter(u -> u.why() == Why.MAX_BODY)
        .forEach(u -> truncated.remove(u.request().key()));
    List<Unread> unread = all.stream().filter(u -> u.why().cut()).toList();
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
        cuts(unread, truncated),
        barred(unread, snapshot.troubles()),
        leftOut(all));
  }

  /** Per rule for addresses that hide nothing: how many, and one of them. */
  private static List<LeftOut> leftOut(List<Unread> all) {
    Map<String, List<Unread>> byRule = new TreeMap<>();
    for (Unread u : all) {
      if (u.why() == Why.ASIDE) {
        byRule.computeIfAbsent(u.detail(), rule -> new ArrayList<>()).add(u);
      }
    }
    List<LeftOut> rules = new ArrayList<>();
    byRule.forEach(
        (rule, left) -> rules.add(new LeftOut(rule, left.size(), left.get(0).request().url())));
    return rules;
  }

  /** Per kind of trouble: how many addresses, and one of them; under either scheme it is one. */
  private static List<Barred> barred(List<Unread> unread, List<Trouble> troubles) {
    Map<Access, Map<String, Barred>> found = new EnumMap<>(Access.class);
    for (Unread u : unread) {
      u.access().ifPresent(a -> put(found, new Barred(a, 1, u.request().url(), u.detail())));
    }
    for (Trouble t : troubles) {
      t.access().ifPresent(a -> put(found, new Barred(a, 1, t.url(), t.detail())));
    }
    List<Barred> barred = new ArrayList<>();
    found.forEach(
        (access, one) -> {
          Barred first = one.values().iterator().next();
          barred.add(new Barred(access, one.size(), first.example(), first.detail()));
        });
    return barred;
  }

  private static void put(Map<Access, Map<String, Barred>> found, Barred one) {
    found
        .computeIfAbsent(one.access(), a -> new TreeMap<>())
        .merge(
            Addresses.identity(one.example()),
            one,
            (a, b) -> a.example().compareTo(b.example()) < 0 ? a : b);
  }

  private static int count(List<Unread> unread, Why why) {
    return (int) unread.stream().filter(u -> u.why() == why).count();
  }

  /** Per limit, and per rule of traps: how many addresses it cut, and one of them. */
  private static List<Cut> cuts(List<Unread> unread, Map<String, Unread> truncated) {
    Map<List<String>, List<Unread>> byLimit = new LinkedHashMap<>();
    List<Unread> all = new ArrayList<>(unread);
    all.addAll(truncated.values());
    for (Unread u : all) {
      if (u.why().limit() || u.why() == Why.TRAP) {
        String limit = u.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String value = u.detail().replaceFirst("^" + limit + " ?", "");
        List<String> key = u.why().limit() ? List.of(limit) : List.of(limit, value);
        byLimit.computeIfAbsent(key, k -> new ArrayList<>()).add(u);
      }
    }
    List<Cut> cuts = new ArrayList<>();
    byLimit.forEach(
        (limit, cut) -> {
          Unread one = cut.get(0);
          String value = one.detail().replaceFirst("^" + limit.get(0) + " ?", "");
          cuts.add(new Cut(limit.get(0), value, cut.size(), one.request().url()));
        });
    cuts.sort(Comparator.comparing(Cut::limit).thenComparing(Cut::value));
    return cuts;
  }
}
