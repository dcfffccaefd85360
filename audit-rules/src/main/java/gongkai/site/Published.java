package gongkai.site;

import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a page was put online (发布日期), by the ranking of its sources.
 *
 * @param chosen the most trusted date; empty for an undated page
 * @param rivals every other date found, most trusted first
 */
public record Published(Optional<DateEvidence> chosen, List<DateEvidence> rivals) {
  public Published {
    rivals = List.copyOf(rivals);
  }

  /** Ranks what was found. A {@code PubDate} that equals a generation time never decides. */
  public static Published of(List<DateEvidence> found) {
    List<DateEvidence> ranked =
        found.stream().distinct().sorted(Comparator.comparing(DateEvidence::source)).toList();
    Optional<DateEvidence> chosen =
        ranked.stream().filter(e -> e.source() != DateSource.GENERATED).findFirst();
    return new Published(
        chosen, ranked.stream().filter(e -> !chosen.filter(e::equals).isPresent()).toList());
  }

  /** The day used; empty for an undated page. */
  public Optional<LocalDate> day() {
    return chosen.map(DateEvidence::date);
  }

  /** What trusted sources say otherwise, where {@link #otherDays} is not empty. */
  public List<DateEvidence> others() {
    List<LocalDate> days = otherDays();
    return rivals.stream().filter(e -> e.source().trusted() && days.contains(e.date())).toList();
  }

  /**
   * The other days that trusted sources give, when any two of the trusted days differ by more than
   * a day; empty list when they agree.
   */
  public List<LocalDate> otherDays() {
    if (chosen.isEmpty() || !chosen.get().source().trusted()) {
      return List.of();
    }
    List<LocalDate> days =
        java.util.stream.Stream.concat(chosen.stream(), rivals.stream())
            .filter(e -> e.source().trusted())
            .map(DateEvidence::date)
            .distinct()
            .sorted()
            .toList();
    if (days.get(0).plusDays(1).isBefore(days.get(days.size() - 1))) {
      return days.stream().filter(d -> !d.equals(chosen.get().date())).toList();
    }
    return List.of();
  }
}
