package gongkai.probe;

import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.snapshot.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for the marks of systems in pages and addresses. */
final class CmsFinder {
  private final Set<String> hosts;
  private final Map<Fingerprint, Set<String>> seen = new HashMap<>();

  /**
   * @param hosts the site's own: what it links elsewhere says nothing of its system
   */
  CmsFinder(Set<String> hosts) {
    this.hosts = Set.copyOf(hosts);
  }

  void see(Answer answer, PageFacts facts) {
    String source = PageReader.source(answer);
    Set<String> addresses = new TreeSet<>(Set.of(facts.url()));
    facts.links().forEach(link -> addresses.add(link.url()));
    facts.listing().ifPresent(list -> list.entries().forEach(e -> addresses.add(e.url())));
    addresses.removeIf(url -> !hosts.contains(Addresses.host(url)));
    for (Fingerprint print : Fingerprint.ALL) {
      if (print.place() == Fingerprint.Place.URL) {
        addresses.stream().filter(url -> print.in(path(url))).forEach(url -> found(print, url));
      } else if (print.in(source)) {
        found(print, facts.url());
      }
    }
  }

  private void found(Fingerprint print, String url) {
    seen.computeIfAbsent(print, p -> new TreeSet<>()).add(url);
  }

  private static String path(String url) {
    int slash = url.indexOf('/', url.indexOf("://") + 3);
    return slash < 0 ? "/" : url.substring(slash);
  }

  /** Systems of which a mark was found, the likeliest first. */
  List<Cms> systems() {
    Map<String, List<Cms.Mark>> marks = new LinkedHashMap<>();
    for (Fingerprint print : Fingerprint.ALL) {
      Set<String> urls = seen.getOrDefault(print, Set.of());
      if (!urls.isEmpty()) {
        marks.computeIfAbsent(print.cms(), c -> new ArrayList<>()).add(mark(print, urls));
      }
    }
    List<Cms> systems = new ArrayList<>();
    marks.forEach(
        (code, found) -> {
          found.sort(Comparator.comparing((Cms.Mark m) -> -m.weight()));
          systems.add(new Cms(code, found.stream().mapToInt(Cms.Mark::weight).sum(), found));
        });
    systems.sort(Comparator.comparing((Cms c) -> -c.weight()));
    return List.copyOf(systems);
  }

  private static Cms.Mark mark(Fingerprint print, Set<String> urls) {
    return new Cms.Mark(
        print.place().name().toLowerCase(Locale.ROOT),
        print.mark(),
        print.weight(),
        urls.size(),
        urls.iterator().next());
  }
}
