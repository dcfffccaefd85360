package gongkai.cadence;

import gongkai.cadence.StateCalendar.Decree;
import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Fields.Placed;
import gongkai.input.Place;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.input.YamlReader;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads calendar files: {@code rules/calendars/<year>.yaml} and a user's own of the same form.
 *
 * <pre>
 * covers: [2026]                  # years whose days off and make-up days are all in this file
 * notices:
 *   - number: 国办发明电〔2025〕7号  # optional
 *     title: 国务院办公厅关于2026年部分节假日安排的通知
 *     date: 2025-11-04            # optional
 *     url: https://…              # optional
 *     holidays:
 *       - {name: 春节, off: [2026-02-15..2026-02-23], work: [2026-02-14, 2026-02-28]}
 * </pre>
 */
public final class CalendarReader {
  /** Longer runs of days off are a slip of the pen. */
  private static final int LONGEST = 31;

  private final Complaints complaints = new Complaints();
  private final Set<Integer> years = new HashSet<>();

  private CalendarReader() {}

  /**
   * A calendar made of the bundled files and a user's own, which add years and override days.
   *
   * @param users may be empty; complaints name the bundled files too, should they be unsound
   */
  public static Reading<WorkingCalendar> read(List<Source> bundled, List<Source> users) {
    CalendarReader reader = new CalendarReader();
    Map<LocalDate, Decree> days = new HashMap<>(reader.layer(bundled));
    days.putAll(reader.layer(users));
    return reader.complaints.orElse(() -> new StateCalendar(days, reader.years));
  }

  private record Entered(Decree decree, Place place) {}

  /** Files of equal rank: no day may stand in them twice. */
  private Map<LocalDate, Decree> layer(List<Source> sources) {
    Map<LocalDate, Entered> entered = new HashMap<>();
    for (Source source : sources) {
      YamlReader.read(source, complaints).ifPresent(file -> file(file, entered));
    }
    Map<LocalDate, Decree> days = new HashMap<>();
    entered.forEach((day, e) -> days.put(day, e.decree()));
    return days;
  }

  private void file(Fields file, Map<LocalDate, Entered> entered) {
    file.only("covers", "notices");
    if (!file.has("covers") && !file.has("notices")) {
      complaints.add(
          file.place(), Message.of("calendar.nothing"), Message.of("calendar.nothingRight"));
    }
    for (Placed year : file.placedTexts("covers")) {
      if (year.text().matches("(19|20|21)\\d\\d")) {
        years.add(Integer.parseInt(year.text()));
      } else {
        complaints.add(
            year.place(),
            Message.of("calendar.year", year.text()),
            Message.of("calendar.yearRight"));
      }
    }
    for (Fields notice : file.maps("notices")) {
      notice.only("number", "title", "date", "url", "holidays");
      String title = notice.required("title", Message.of("calendar.titleRight"));
      String cited = notice.text("number").orElse(title);
      notice.date("date");
      notice.text("url");
      notice.require("holidays", Message.of("calendar.holidaysRight"));
      notice.maps("holidays").forEach(holiday -> holiday(holiday, cited, entered));
    }
  }

  private void holiday(Fields holiday, String cited, Map<LocalDate, Entered> entered) {
    holiday.only("name", "off", "work");
    String name = holiday.required("name", Message.of("calendar.nameRight"));
    if (!holiday.has("off") && !holiday.has("work")) {
      complaints.add(
          holiday.place(), Message.of("calendar.noDays"), Message.of("calendar.noDaysRight"));
    }
    String source = name + ", " + cited;
    holiday.placedTexts("off").forEach(d -> days(d, new Decree(true, source), entered));
    holiday.placedTexts("work").forEach(d -> days(d, new Decree(false, source), entered));
  }

  private void days(Placed words, Decree decree, Map<LocalDate, Entered> entered) {
    String[] ends = words.text().split("\\.\\.", -1);
    Optional<LocalDate> first = Fields.day(ends[0].strip());
    Optional<LocalDate> last = Fields.day(ends[ends.length - 1].strip());
    if (ends.length > 2 || first.isEmpty() || last.isEmpty()) {
      complaints.add(
          words.place(), Message.of("calendar.day", words.text()), Message.of("calendar.dayRight"));
      return;
    }
    if (last.get().isBefore(first.get()) || last.get().isAfter(first.get().plusDays(LONGEST - 1))) {
      complaints.add(
          words.place(),
          Message.of("calendar.range", words.text()),
          Message.of("calendar.rangeRight", LONGEST));
      return;
    }
    first
        .get()
        .datesUntil(last.get().plusDays(1))
        .forEach(day -> enter(day, new Entered(decree, words.place()), entered));
  }

  private void enter(LocalDate day, Entered entry, Map<LocalDate, Entered> entered) {
    Entered earlier = entered.putIfAbsent(day, entry);
    if (earlier != null) {
      complaints.add(
          entry.place(),
          Message.of("calendar.twice", day, earlier.place().file(), earlier.place().line()),
          Message.of("calendar.twiceRight"));
    }
  }
}
