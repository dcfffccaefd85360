package gongkai.probe;

import gongkai.match.Matcher;
import gongkai.probe.SectionSeen.Goes;
import gongkai.probe.SectionSeen.ListSeen;
import gongkai.site.Section;
import gongkai.site.Site;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much there is to read, as far as the lists that were read say.
 *
 * @param lists that were read
 * @param entries of all lists: as many as each announces, else as many as it showed
 * @param openLists lists that go on and do not say how far: there are more entries than {@code
 *     entries}
 * @param everything requests to read navigation, lists and every entry
 * @param decisive requests without the entries that can answer no requirement
 */
public record Volume(int lists, long entries, int openLists, long everything, long decisive) {

  static Volume of(Site site, List<SectionSeen> sections, Matcher matcher) {
    Map<String, Section> byUrl =
        site.sections().stream()
            .collect(Collectors.toMap(Section::url, s -> s, (one, other) -> one));
    int lists = 0;
    int open = 0;
    long entries = 0;
    long navigation = 0;
    long wanted = 0;
    for (SectionSeen section : sections) {
      if (section.list().isEmpty()) {
        navigation++;
        continue;
      }
      ListSeen list = section.list().get();
      long total = Math.max(section.shown(), list.announced().orElse(0));
      boolean more = list.goes() != Goes.END && list.goes() != Goes.NOTHING_NEW;
      lists++;
      open += more && list.announced().isEmpty() ? 1 : 0;
      entries += total;
      navigation += list.rows() == 0 ? 1 : (total + list.rows() - 1) / list.rows();
      wanted += wanted(byUrl.get(section.url()), total, matcher);
    }
    return new Volume(lists, entries, open, navigation + entries, navigation + wanted);
  }

  /** So many of a list's entries as of those it showed. */
  private static long wanted(Section section, long total, Matcher matcher) {
    long shown = section.entries().size();
    long needed =
        section.entries().stream()
            .filter(e -> e.truncated() || matcher.wanted(e.title(), List.of(section.path())))
            .count();
    return shown == 0 ? 0 : (total * needed + shown - 1) / shown;
  }
}
