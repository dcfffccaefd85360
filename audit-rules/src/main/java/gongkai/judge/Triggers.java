package gongkai.judge;

import gongkai.catalogue.Cadence.Trigger;
import gongkai.page.date.ChineseDates;
import gongkai.page.date.DatedText;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the clock of a page starts (起算日). */
final class Triggers {
  private static final int LEAD = 300;
  private static final int NEAR = 40;

  private Triggers() {}

  /** A trigger's day and the words it was read from. */
  record Found(LocalDate day, String text) {}

  /** Every trigger date found, the first one to go by first; empty list if none. */
  static List<Found> of(
      Trigger kind, SitePage page, Interpretations interpretations, Publications publications) {
    return switch (kind) {
      case DOCUMENT, FORMATION -> document(page);
      case MEETING -> meeting(page);
      case DECISION -> dated(page, DatedText.Kind.DECISION);
      case APPROVAL -> dated(page, DatedText.Kind.APPROVAL);
      case INTERPRETED -> interpreted(page, interpretations, publications);
    };
  }

  private static List<Found> document(SitePage page) {
    List<Found> found = new ArrayList<>(dated(page, DatedText.Kind.DOCUMENT_TABLE));
    found.addAll(dated(page, DatedText.Kind.SIGNATURE));
    return found;
  }

  private static List<Found> dated(SitePage page, DatedText.Kind kind) {
    return page.otherDates().stream()
        .filter(d -> d.kind() == kind)
        .map(d -> new Found(d.date(), d.text()))
        .toList();
  }

  /** A later 印发 date in the imprint. */
  static Optional<Found> imprint(SitePage page, LocalDate after) {
    return dated(page, DatedText.Kind.IMPRINT).stream()
        .filter(d -> d.day().isAfter(after))
        .findFirst();
  }

  private static List<Found> interpreted(
      SitePage page, Interpretations interpretations, Publications publications) {
    return interpretations.documents(page).stream()
        .limit(1)
        .flatMap(d -> publications.day(d).map(day -> new Found(day, d.title())).stream())
        .toList();
  }

  /** The first date before 召开 or 会议 in the title or the first 300 characters. */
  private static List<Found> meeting(SitePage page) {
    Optional<Found> inTitle = beforeMeeting(page.title(), page.day());
    Optional<Found> inText =
        beforeMeeting(page.text().substring(0, Math.min(LEAD, page.text().length())), page.day());
    List<Found> found = new ArrayList<>();
    inTitle.ifPresent(found::add);
    inText.ifPresent(found::add);
    return found;
  }

  private static Optional<Found> beforeMeeting(String text, Optional<LocalDate> published) {
    Optional<Found> best = Optional.empty();
    int at = Integer.MAX_VALUE;
    for (ChineseDates.Found f : ChineseDates.find(text)) {
      if (f.start() < at && meetingFollows(text, f.end())) {
        best = Optional.of(new Found(f.date(), f.raw()));
        at = f.start();
      }
    }
    if (published.isPresent()) {
      for (ChineseDates.FoundDay f : ChineseDates.findWithoutYear(text)) {
        if (f.start() < at && meetingFollows(text, f.end())) {
          best = Optional.of(new Found(nearest(f.day(), published.get()), f.raw()));
          at = f.start();
        }
      }
    }
    return best;
  }

  private static boolean meetingFollows(String text, int end) {
    String rest = text.substring(end, Math.min(text.length(), end + NEAR));
    int stop = rest.indexOf('。');
    rest = stop < 0 ? rest : rest.substring(0, stop);
    return rest.contains("召开")
        || rest.contains("会议")
        || rest.contains("办公会")
        || rest.contains("例会");
  }

  /** A date without year takes it from the publication: the year that brings it nearest. */
  private static LocalDate nearest(MonthDay day, LocalDate published) {
    LocalDate best = day.atYear(published.getYear());
    for (int shift : new int[] {-1, 1}) {
      LocalDate other = day.atYear(published.getYear() + shift);
      if (Math.abs(PeriodicDuty.days(other, published))
          < Math.abs(PeriodicDuty.days(best, published))) {
        best = other;
      }
    }
    return best;
  }
}
