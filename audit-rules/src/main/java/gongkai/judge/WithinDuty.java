package gongkai.judge;

import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Cadence.Trigger;
import gongkai.catalogue.Cadence.Within;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Cadence 2: each publication in the window within n days of its trigger. */
final class WithinDuty implements Duty {
  private final Requirement requirement;
  private final Within cadence;
  private final Window window;
  private final Clock clock;
  private final Publications publications;
  private final Interpretations interpretations;

  WithinDuty(
      Requirement requirement,
      Within cadence,
      Window window,
      WorkingCalendar calendar,
      Publications publications,
      Interpretations interpretations) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.window = window;
    this.clock = new Clock(calendar);
    this.publications = publications;
    this.interpretations = interpretations;
  }

  /** Counts days; shared by the cadences with a clock. */
  record Clock(WorkingCalendar calendar) {
    Deadline due(LocalDate trigger, Days days) {
      return days.working()
          ? calendar.due(trigger, days.count())
          : new Deadline(trigger.plusDays(days.count()), false, List.of());
    }
  }

  @Override
  public List<Finding> judge(List<Reading> readings) {
    Map<String, List<Reading>> groups = new TreeMap<>();
    for (Reading r : readings) {
      if (!r.statement()) {
        groups.computeIfAbsent(group(r.page()), k -> new ArrayList<>()).add(r);
      }
    }
    List<Finding> findings = new ArrayList<>();
    boolean inWindow = false;
    boolean undated = false;
    for (List<Reading> copies : groups.values()) {
      Optional<LocalDate> day = earliest(copies);
      inWindow = inWindow || day.filter(window::contains).isPresent();
      undated = undated || day.isEmpty();
      publication(copies, day).ifPresent(findings::add);
    }
    if (!inWindow && !undated && !readings.isEmpty()) {
      findings.add(withoutPages(readings, groups.isEmpty()));
    }
    return findings;
  }

  private String group(SitePage page) {
    if (cadence.of() == Trigger.INTERPRETED) {
      List<SitePage> documents = interpretations.documents(page);
      if (!documents.isEmpty()) {
        return "of " + publications.id(documents.get(0));
      }
    }
    return publications.id(page);
  }

  /** The earliest copy counts, also where it stands in a section that answers nothing. */
  private Optional<LocalDate> earliest(List<Reading> copies) {
    List<LocalDate> days = new ArrayList<>();
    for (Reading r : copies) {
      r.day().ifPresent(days::add);
      for (SitePage copy : publications.copies(r.page())) {
        boolean other = copies.stream().noneMatch(x -> x.page().url().equals(copy.url()));
        if (other) {
          copy.day().ifPresent(days::add);
        }
      }
    }
    return days.stream().min(Comparator.naturalOrder());
  }

  private Finding withoutPages(List<Reading> readings, boolean onlyStatements) {
    Optional<Reading> statement =
        readings.stream()
            .filter(Reading::statement)
            .filter(r -> r.day().filter(window::contains).isPresent())
            .min(
                Comparator.comparing((Reading r) -> r.day().orElseThrow())
                    .thenComparing(r -> r.page().url()));
    if (statement.isPresent()) {
      return new Draft(
              requirement.id(),
              Verdict.COMPLIANT,
              Message.of("judge.compliant.nothing", statement.get().day().orElseThrow()))
          .page(statement.get().page())
          .published(statement.get().day())
          .done();
    }
    Optional<Reading> newest =
        readings.stream()
            .filter(r -> r.day().filter(d -> !d.isAfter(window.asOf())).isPresent())
            .max(
                Comparator.comparing((Reading r) -> r.day().orElseThrow())
                    .thenComparing(r -> r.page().url()));
    if (newest.isEmpty()) {
      return new Draft(
              requirement.id(), Verdict.REVIEW, Message.of("judge.review.later", window.asOf()))
          .open(readings.stream().map(r -> r.page().url()).sorted().toList())
          .done();
    }
    return new Draft(
            requirement.id(),
            Verdict.STALE,
            Message.of(
                "judge.stale.window", newest.get().day().orElseThrow(), window.since().plusDays(1)))
        .page(newest.get().page())
        .published(newest.get().day())
        .done();
  }

  private Optional<Finding> publication(List<Reading> copies, Optional<LocalDate> day) {
    Reading shown =
        copies.stream()
            .min(
                Comparator.comparing((Reading r) -> r.day().orElse(LocalDate.MAX))
                    .thenComparing(r -> r.page().url()))
            .orElseThrow();
    SitePage page = shown.page();
    if (day.isEmpty()) {
      return placedBefore(page)
          ? Optional.empty()
          : Optional.of(review(page, day, Message.of("judge.review.undated")));
    }
    LocalDate published = day.get();
    if (!window.contains(published)) {
      return Optional.empty();
    }
    if (cadence.of() == Trigger.INTERPRETED && interpretations.documents(page).isEmpty()) {
      return Optional.empty();
    }
    List<Triggers.Found> triggers =
        copies.stream()
            .map(r -> Triggers.of(cadence.of(), r.page(), interpretations, publications))
            .filter(t -> !t.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (triggers.isEmpty()) {
      return Optional.of(review(page, day, Message.of("judge.review.no-trigger", triggerName())));
    }
    LocalDate trigger = triggers.get(0).day();
    Optional<Triggers.Found> other =
        triggers.stream().filter(t -> !t.day().equals(trigger)).findFirst();
    if (other.isPresent()) {
      return Optional.of(
          review(
              page,
              day,
              Message.of("judge.review.two-triggers", triggers.get(0).text(), other.get().text())));
    }
    Finding own = judge(page, published, triggers.get(0));
    return Optional.of(doubtful(own, page, published).orElse(own));
  }

  /**
   * Where the interpreted document's own trusted dates differ and another would change the outcome.
   */
  private Optional<Finding> doubtful(Finding own, SitePage page, LocalDate published) {
    if (cadence.of() != Trigger.INTERPRETED) {
      return Optional.empty();
    }
    SitePage document = publications.copies(interpretations.documents(page).get(0)).get(0);
    boolean differs =
        document.published().otherDays().stream()
            .map(d -> judge(page, published, new Triggers.Found(d, document.title())))
            .anyMatch(f -> f.verdict() != own.verdict());
    return differs
        ? Optional.of(
            Draft.from(own, Verdict.REVIEW, Weighing.conflict(document))
                .open(List.of(document.url()))
                .done())
        : Optional.empty();
  }

  private Message triggerName() {
    return Message.of("judge.trigger." + cadence.of().name().toLowerCase(java.util.Locale.ROOT));
  }

  private boolean placedBefore(SitePage page) {
    LocalDate first = window.since().plusDays(1);
    boolean byDocument =
        cadence.of() != Trigger.INTERPRETED
            && page.documentDate().filter(d -> d.date().isBefore(first)).isPresent();
    return byDocument || page.before().filter(b -> !b.isAfter(first)).isPresent();
  }

  private Finding review(SitePage page, Optional<LocalDate> published, Message because) {
    return new Draft(requirement.id(), Verdict.REVIEW, because)
        .page(page)
        .published(published)
        .open(List.of(page.url()))
        .done();
  }

  private Finding judge(SitePage page, LocalDate published, Triggers.Found trigger) {
    LocalDate start = trigger.day();
    Deadline deadline = clock.due(start, cadence.days());
    if (published.isAfter(start.plusMonths(12))) {
      return clocked(
          Verdict.REVIEW,
          page,
          published,
          start,
          deadline,
          Message.of("judge.review.year-later", trigger.text(), published));
    }
    if (published.isBefore(start)) {
      boolean early = cadence.of() == Trigger.INTERPRETED || cadence.of() == Trigger.MEETING;
      return early
          ? clocked(
              Verdict.COMPLIANT,
              page,
              published,
              start,
              deadline,
              Message.of("judge.compliant.early", published, start))
          : clocked(
              Verdict.REVIEW,
              page,
              published,
              start,
              deadline,
              Message.of("judge.review.before-document", published, start));
    }
    if (!published.isAfter(deadline.day())) {
      return clocked(
          Verdict.COMPLIANT,
          page,
          published,
          start,
          deadline,
          Message.of("judge.compliant.within", trigger.text(), deadline.day(), published));
    }
    if (deadline.provisional()) {
      return clocked(
          Verdict.REVIEW,
          page,
          published,
          start,
          deadline,
          Message.of("judge.review.provisional", deadline.day(), published));
    }
    Optional<Triggers.Found> imprint = Triggers.imprint(page, start);
    if (imprint.isPresent()
        && cadence.of() == Trigger.DOCUMENT | cadence.of() == Trigger.FORMATION) {
      Deadline later = clock.due(imprint.get().day(), cadence.days());
      if (!published.isAfter(later.day())) {
        return clocked(
            Verdict.REVIEW,
            page,
            published,
            start,
            deadline,
            Message.of("judge.review.imprint", trigger.text(), imprint.get().text()));
      }
    }
    return clocked(
        Verdict.LATE,
        page,
        published,
        start,
        deadline,
        Message.of(
            "judge.late.within",
            page.title(),
            triggerName(),
            start,
            deadline.day(),
            cadence.days().count(),
            Message.of(cadence.days().working() ? "judge.working-days" : "judge.calendar-days"),
            published,
            PeriodicDuty.days(deadline.day(), published)));
  }

  private Finding clocked(
      Verdict verdict,
      SitePage page,
      LocalDate published,
      LocalDate start,
      Deadline deadline,
      Message reason) {
    Draft draft =
        new Draft(requirement.id(), verdict, reason)
            .page(page)
            .published(Optional.of(published))
            .clock(start, deadline.day(), deadline.skipped())
            .lowered(requirement);
    if (verdict == Verdict.REVIEW) {
      draft.open(List.of(page.url()));
    }
    return draft.done();
  }

  @Override
  public String key(Finding finding) {
    return finding.verdict() == Verdict.STALE
            || finding.trigger().isEmpty() && finding.open().size() != 1
        ? ""
        : finding.url();
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    boolean helps = finding.verdict() == Verdict.STALE;
    Reading plain = Reading.of(open.matched());
    if (!helps) {
      return List.of();
    }
    return plain.day().isPresent() ? List.of(plain) : List.of(plain.on(window.asOf()));
  }
}
