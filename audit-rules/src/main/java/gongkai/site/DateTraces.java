package gongkai.site;

import gongkai.message.Message;
import gongkai.page.PageReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no editor sets and what yet says when a page was made: the time in an object id, the order
 * of serial numbers. Neither ever dates a page; where it speaks against the page's date (伪造发稿日期),
 * the page's evidence says so, and an inspector looks.
 */
public final class DateTraces {
  /** So many late pages made on one day are an import: its time says nothing about each. */
  private static final int BATCH = 4;

  /** A serial number is compared with so many before and behind it. */
  private static final int NEIGHBOURS = 2;

  /** A MongoDB ObjectId at the end of an address: its first eight digits are Unix seconds. */
  private static final Pattern OBJECT_ID =
      Pattern.compile("[/_]([0-9a-f]{8})[0-9a-f]{16}(?:\\.|$)");

  private static final Pattern HANWEB = Pattern.compile("/art_\\d+_(\\d{1,12})\\.html$");

  private final Map<String, List<Message>> notes = new HashMap<>();

  private record Made(SitePage page, String id, LocalDateTime at) {
    boolean late() {
      return page.day().filter(day -> at.toLocalDate().isAfter(day.plusDays(1))).isPresent();
    }
  }

  /** Compares every page with the others of its site. */
  public DateTraces(Collection<SitePage> pages) {
    for (SitePage page : pages) {
      if (!page.published().otherDays().isEmpty()) {
        add(page, Message.of("judge.note.dates-differ", shown(page), others(page)));
      }
    }
    objectIds(pages);
    serials(pages);
  }

  /** What is to be said about the page's date; empty list where nothing speaks against it. */
  public List<Message> notes(SitePage page) {
    return notes.getOrDefault(page.url(), List.of());
  }

  private void objectIds(Collection<SitePage> pages) {
    Optional<Instant> last =
        pages.stream().flatMap(p -> p.fetchedAt().stream()).max(Comparator.naturalOrder());
    List<Made> late = new ArrayList<>();
    Map<LocalDate, Map<String, Made>> days = new HashMap<>();
    for (SitePage page : pages) {
      Matcher id = OBJECT_ID.matcher(page.url());
      if (!id.find()) {
        continue;
      }
      Instant at = Instant.ofEpochSecond(Long.parseLong(id.group(1), 16));
      Made made =
          new Made(
              page, id.group().substring(1, 25), LocalDateTime.ofInstant(at, PageReader.SHANGHAI));
      if (made.late() && last.filter(at::isAfter).isEmpty()) {
        late.add(made);
        days.computeIfAbsent(made.at.toLocalDate(), day -> new HashMap<>()).put(made.id, made);
      }
    }
    for (Made made : late) {
      if (days.get(made.at.toLocalDate()).size() < BATCH) {
        String time = made.at.toString().replace('T', ' ');
        add(made.page, Message.of("judge.note.id-later", made.id, time, shown(made.page)));
      }
    }
  }

  /** A page dated before the pages made just before it, and before those made just after it. */
  private void serials(Collection<SitePage> pages) {
    TreeMap<Long, SitePage> bySerial = new TreeMap<>();
    for (SitePage page : pages) {
      Matcher serial = HANWEB.matcher(page.url());
      if (page.day().isPresent() && serial.find()) {
        bySerial.putIfAbsent(Long.valueOf(serial.group(1)), page);
      }
    }
    List<SitePage> made = List.copyOf(bySerial.values());
    List<Long> serials = List.copyOf(bySerial.keySet());
    for (int i = NEIGHBOURS; i < made.size(); i++) {
      // the others must be in order among themselves: old articles taken over are in none
      LocalDate least = shown(made.get(i)).plusDays(2);
      boolean earlier = true;
      for (int j = i - NEIGHBOURS; j <= Math.min(made.size() - 1, i + NEIGHBOURS); j++) {
        if (j != i) {
          earlier &= !shown(made.get(j)).isBefore(least);
          least = shown(made.get(j));
        }
      }
      if (earlier) {
        add(
            made.get(i),
            Message.of(
                "judge.note.serial-later",
                serials.get(i).toString(),
                serials.get(i - 1).toString(),
                shown(made.get(i - 1)),
                shown(made.get(i))));
      }
    }
  }

  private void add(SitePage page, Message note) {
    notes.computeIfAbsent(page.url(), url -> new ArrayList<>()).add(note);
  }

  private static LocalDate shown(SitePage page) {
    return page.day().orElseThrow();
  }

  private static String others(SitePage page) {
    return String.join(
        ", ", page.published().otherDays().stream().map(LocalDate::toString).toList());
  }
}
