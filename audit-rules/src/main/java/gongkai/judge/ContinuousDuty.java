package gongkai.judge;

import gongkai.catalogue.Cadence.Continuous;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cadence 3: the newest page must be no older than the limit at {@code as-of}; without a limit,
 * presence alone.
 */
final class ContinuousDuty implements Duty {
  private final Requirement requirement;
  private final Continuous cadence;
  private final Window window;

  ContinuousDuty(Requirement requirement, Continuous cadence, Window window) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.window = window;
  }

  /** The oldest day that still counts. */
  private LocalDate oldest() {
    return cadence.months().isPresent()
        ? window.asOf().minusMonths(cadence.months().getAsInt())
        : window.asOf().minusDays(cadence.days().getAsInt());
  }

  /** The first day on which a page of a day is too old; empty for presence alone. */
  Optional<LocalDate> staleFrom(LocalDate newest) {
    if (cadence.always()) {
      return Optional.empty();
    }
    LocalDate day =
        cadence.months().isPresent()
            ? newest.plusMonths(cadence.months().getAsInt())
            : newest.plusDays(cadence.days().getAsInt());
    // a month's end clips: count on until the day is really too old
    while (!tooOld(newest, day)) {
      day = day.plusDays(1);
    }
    return Optional.of(day);
  }

  private boolean tooOld(LocalDate newest, LocalDate at) {
    LocalDate limit =
        cadence.months().isPresent()
            ? at.minusMonths(cadence.months().getAsInt())
            : at.minusDays(cadence.days().getAsInt());
    return newest.isBefore(limit);
  }

  private static final Comparator<Reading> NEWEST =
      Comparator.comparing((Reading r) -> r.day().orElse(LocalDate.MIN))
          .thenComparing(r -> r.page().url(), Comparator.reverseOrder());

  @Override
  public List<Finding> judge(List<Reading> readings) {
    Optional<Reading> newest =
        readings.stream()
            .filter(r -> r.day().map(d -> !d.isAfter(window.asOf())).orElse(true))
            .max(NEWEST);
    if (newest.isEmpty()) {
      return readings.isEmpty()
          ? List.of()
          : List.of(
              new Draft(
                      requirement.id(),
                      Verdict.REVIEW,
                      Message.of("judge.review.later", window.asOf()))
                  .open(readings.stream().map(r -> r.page().url()).sorted().toList())
                  .done());
    }
    Reading page = newest.get();
    // presence asks for no date, so nothing contradicts it
    List<Reading> contradicting = cadence.always() ? List.of() : contradicting(readings);
    if (!contradicting.isEmpty()) {
      return List.of(
          draft(
                  page,
                  Verdict.REVIEW,
                  Message.of(
                      "judge.review.contradiction", page.day().map(LocalDate::toString).orElse("")))
              .open(contradicting.stream().map(r -> r.page().url()).sorted().toList())
              .done());
    }
    if (cadence.always() || page.day().isEmpty()) {
      String shown = page.day().map(LocalDate::toString).orElse("");
      return List.of(
          draft(
                  page,
                  Verdict.COMPLIANT,
                  shown.isEmpty()
                      ? Message.of("judge.compliant.present.undated")
                      : Message.of("judge.compliant.present", shown))
              .done());
    }
    LocalDate day = page.day().get();
    if (!day.isBefore(oldest())) {
      String key = page.statement() ? "judge.compliant.nothing" : "judge.compliant.fresh";
      return List.of(draft(page, Verdict.COMPLIANT, Message.of(key, day)).done());
    }
    return List.of(
        draft(
                page,
                Verdict.STALE,
                Message.of(
                    "judge.stale.limit", requirement.name(), day, limitWords(), window.asOf()))
            .severity(cadence.warning() ? Severity.WARNING : Severity.ADVICE)
            .done());
  }

  Message limitWords() {
    return cadence.months().isPresent()
        ? Message.of("judge.months", cadence.months().getAsInt())
        : Message.of("judge.days", cadence.days().getAsInt());
  }

  private Draft draft(Reading page, Verdict verdict, Message reason) {
    return new Draft(requirement.id(), verdict, reason).page(page.page()).published(page.day());
  }

  /**
   * A statement that nothing happened, and a page of the same year that shows that something did.
   */
  private List<Reading> contradicting(List<Reading> readings) {
    List<Reading> found = new java.util.ArrayList<>();
    for (Reading s : readings) {
      if (!s.statement()
          || s.day().filter(d -> !d.isBefore(oldest()) && !d.isAfter(window.asOf())).isEmpty()) {
        continue;
      }
      List<Integer> years = StatementYears.of(s);
      List<Reading> against =
          readings.stream()
              .filter(r -> !r.statement() && r.day().isPresent())
              .filter(
                  r ->
                      years.contains(r.day().get().getYear())
                          && !r.day().get().isAfter(window.asOf()))
              .toList();
      if (!against.isEmpty()) {
        found.add(s);
        found.addAll(against);
      }
    }
    return found;
  }

  @Override
  public String key(Finding finding) {
    return "";
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    Reading plain = Reading.of(open.matched());
    return plain.day().isPresent() ? List.of(plain) : List.of(plain.on(window.asOf()));
  }
}
