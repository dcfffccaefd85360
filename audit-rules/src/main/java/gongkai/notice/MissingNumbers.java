package gongkai.notice;

import gongkai.notice.IssuingBody.Likeness;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gaps in a bureau's document numbers (文号缺号): 11号 and 13号 of a year are on the site and 12号 is not.
 * The only sign of a document that was never published, and no proof: it may be one that is not for
 * publication. Numbers above the highest one seen cannot be known.
 *
 * <p>A series is a code with a year. It is the bureau's own if its code names the bureau and two of
 * its numbers were seen, or if its code names a part of the bureau and three were. On a site
 * without any such code it is that of another place which answers most requirements: a place may go
 * by another character, or another bureau of the same kind be audited. Numbers of other bodies are
 * none, however often they are reposted, nor are numbers that a text merely mentions.
 */
public final class MissingNumbers {
  private static final int LEAST_NAMED = 2;
  private static final int LEAST_OTHER = 3;

  /** Such a title tells of a document and is not it. */
  private static final Pattern ABOUT = Pattern.compile("解读|图解|读懂|看懂|图说|问答|明白纸");

  private MissingNumbers() {}

  /**
   * A page as far as numbers are concerned.
   *
   * @param number its own, as the page has it; empty string if none
   * @param text may mention other documents' numbers; empty string if not read
   * @param files names of the files that it offers
   * @param read false for a page known from a listing only, whose number nobody knows
   * @param matched it answers a requirement
   * @param published empty if undated
   */
  public record Page(
      String url,
      String title,
      String number,
      String text,
      List<String> files,
      boolean read,
      boolean matched,
      Optional<LocalDate> published) {
    public Page {
      files = List.copyOf(files);
    }
  }

  /** Numbers in a row, both ends included. */
  public record Range(int first, int last) {
    /** {@code 12号}, or {@code 1号至10号}. */
    @Override
    public String toString() {
      return first == last ? first + "号" : first + "号至" + last + "号";
    }
  }

  /**
   * A series with numbers that nobody has seen.
   *
   * @param missing rising, at least one
   * @param seen how many numbers of the series are on the site
   * @param lowest the lowest of these
   * @param highest the highest
   * @param mentioned address of a page whose text mentions one of the missing; empty if none does
   * @param unread pages of that year and later, or undated, that were not read: one of them may be
   *     it
   */
  public record Gap(
      String code,
      int year,
      List<Range> missing,
      int seen,
      int lowest,
      int highest,
      Optional<String> mentioned,
      int unread) {
    public Gap {
      missing = List.copyOf(missing);
    }

    /** {@code 聊人社发〔2025〕}. */
    public String series() {
      return code + "〔" + year + "〕";
    }

    /**
     * The missing numbers: {@code 聊人社发〔2025〕12号}. Those below the lowest one seen only where
     * nothing else is missing, for they may have been published before the site was.
     */
    public String subject() {
      List<Range> between = missing.stream().filter(r -> r.first() > lowest).toList();
      return series() + list(between.isEmpty() ? missing : between);
    }

    /** Every missing number: {@code 1号至10号、12号}. */
    public String all() {
      return list(missing);
    }

    private static String list(List<Range> ranges) {
      return ranges.stream().map(Range::toString).collect(Collectors.joining("、"));
    }

    private boolean misses(int serial) {
      return missing.stream().anyMatch(r -> r.first() <= serial && serial <= r.last());
    }
  }

  /**
   * The bureau's series in years that overlap the window that have gaps, by code and year.
   *
   * @param since last day before the window
   */
  public static List<Gap> of(String bureau, List<Page> pages, LocalDate since, LocalDate asOf) {
    int from = since.plusDays(1).getYear();
    Map<Series, Set<Integer>> own = own(new IssuingBody(bureau), pages, from, asOf.getYear());
    addFromTitles(own, pages);
    Map<DocumentNumber, String> mentions = mentions(own.keySet(), pages);
    List<Gap> gaps = new ArrayList<>();
    new TreeMap<>(own)
        .forEach(
            (series, seen) -> {
              TreeSet<Integer> sorted = new TreeSet<>(seen);
              Gap gap =
                  new Gap(
                      series.code(),
                      series.year(),
                      missing(sorted),
                      sorted.size(),
                      sorted.first(),
                      sorted.last(),
                      Optional.empty(),
                      unread(pages, series.year()));
              if (!gap.missing().isEmpty()) {
                gaps.add(with(gap, mentions));
              }
            });
    return gaps;
  }

  private record Series(String code, int year) implements Comparable<Series> {
    @Override
    public int compareTo(Series other) {
      return Comparator.comparing(Series::code).thenComparing(Series::year).compare(this, other);
    }
  }

  /** The bureau's own series, with the numbers that pages say are theirs. */
  private static Map<Series, Set<Integer>> own(
      IssuingBody body, List<Page> pages, int fromYear, int toYear) {
    Map<Likeness, Map<Series, Set<Integer>>> all = new EnumMap<>(Likeness.class);
    Map<String, Integer> places = new TreeMap<>();
    Set<String> named = new HashSet<>();
    for (Page page : pages) {
      for (DocumentNumber.Found found : DocumentNumber.in(page.number())) {
        DocumentNumber n = found.number();
        Likeness likeness = body.of(n.code());
        if (likeness == Likeness.PERHAPS && page.matched()) {
          String place = body.place(n.code());
          places.merge(place, 1, Integer::sum);
          if (body.named(place, page.title() + "\n" + page.text())) {
            named.add(place);
          }
        }
        if (likeness != Likeness.PERHAPS || page.matched()) {
          all.computeIfAbsent(likeness, l -> new HashMap<>())
              .computeIfAbsent(new Series(n.code(), n.year()), s -> new HashSet<>())
              .add(n.serial());
        }
      }
    }
    Map<Series, Set<Integer>> own = new HashMap<>();
    take(own, all.getOrDefault(Likeness.NAMED, Map.of()), LEAST_NAMED);
    take(own, all.getOrDefault(Likeness.PARTLY, Map.of()), LEAST_OTHER);
    if (!all.containsKey(Likeness.NAMED) && !all.containsKey(Likeness.PARTLY)) {
      // another place's: the one that the site has most of
      places.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .ifPresent(
              place -> {
                Map<Series, Set<Integer>> perhaps = new HashMap<>(all.get(Likeness.PERHAPS));
                perhaps.keySet().removeIf(s -> !body.place(s.code()).equals(place));
                take(own, perhaps, named.contains(place) ? LEAST_NAMED : LEAST_OTHER);
              });
    }
    own.keySet().removeIf(s -> s.year() < fromYear || s.year() > toYear);
    return own;
  }

  private static void take(
      Map<Series, Set<Integer>> own, Map<Series, Set<Integer>> some, int least) {
    some.forEach(
        (series, seen) -> {
          if (seen.size() >= least) {
            own.put(series, new HashSet<>(seen));
          }
        });
  }

  /**
   * A page whose title, or a file whose name, begins or ends with a number is that document too.
   */
  private static void addFromTitles(Map<Series, Set<Integer>> own, List<Page> pages) {
    for (Page page : pages) {
      List<String> names = new ArrayList<>(page.files());
      names.add(page.title());
      for (String name : names) {
        String plain = DocumentNumber.plain(name).strip().replaceFirst("\\.[A-Za-z]{2,5}$", "");
        for (DocumentNumber.Found found : DocumentNumber.in(plain)) {
          boolean atEnd = plain.substring(found.end()).matches("[)\\]】〕\\s]*");
          boolean atStart = plain.substring(0, found.start()).matches("[(\\[【〔\\s]*");
          if ((atStart || atEnd) && !ABOUT.matcher(plain).find()) {
            series(own.keySet(), found.number())
                .ifPresent(series -> own.get(series).add(found.number().serial()));
          }
        }
      }
    }
  }

  /** The series whose code the number's ends with: the longest. */
  private static Optional<Series> series(Set<Series> own, DocumentNumber number) {
    return own.stream()
        .filter(s -> s.year() == number.year() && number.code().endsWith(s.code()))
        .max(Comparator.comparing(s -> s.code().length()));
  }

  /** Where a number of these series is mentioned: the first page by address. */
  private static Map<DocumentNumber, String> mentions(Set<Series> own, List<Page> pages) {
    Map<DocumentNumber, String> mentions = new HashMap<>();
    for (Page page : pages) {
      for (String text : List.of(page.title(), page.text())) {
        for (DocumentNumber.Found found : DocumentNumber.in(text)) {
          series(own, found.number())
              .ifPresent(
                  s ->
                      mentions.merge(
                          new DocumentNumber(s.code(), s.year(), found.number().serial()),
                          page.url(),
                          (a, b) -> a.compareTo(b) <= 0 ? a : b));
        }
      }
    }
    return mentions;
  }

  private static List<Range> missing(TreeSet<Integer> seen) {
    List<Range> missing = new ArrayList<>();
    int next = 1;
    for (int number : seen) {
      if (number > next) {
        missing.add(new Range(next, number - 1));
      }
      next = number + 1;
    }
    return missing;
  }

  private static Gap with(Gap gap, Map<DocumentNumber, String> mentions) {
    Optional<String> mentioned =
        mentions.entrySet().stream()
            .filter(m -> m.getKey().code().equals(gap.code()) && m.getKey().year() == gap.year())
            .filter(m -> gap.misses(m.getKey().serial()))
            .min(Comparator.comparing(m -> m.getKey().serial()))
            .map(Map.Entry::getValue);
    return new Gap(
        gap.code(),
        gap.year(),
        gap.missing(),
        gap.seen(),
        gap.lowest(),
        gap.highest(),
        mentioned,
        gap.unread());
  }

  private static int unread(List<Page> pages, int year) {
    return (int)
        pages.stream()
            .filter(p -> !p.read())
            .filter(p -> p.published().map(d -> d.getYear() >= year).orElse(true))
            .count();
  }
}
