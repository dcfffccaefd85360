package gongkai.judge;

import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Cadence.FollowUp;
import gongkai.catalogue.Requirement;
import gongkai.match.WordPattern;
import gongkai.match.Words;
import gongkai.message.Message;
import gongkai.page.Attachment;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cadence 6: each publication of another requirement in the window needs one of this requirement
 * that names it.
 */
final class FollowUpDuty implements Duty {
  private final Requirement requirement;
  private final FollowUp cadence;
  private final Window window;
  private final WithinDuty.Clock clock;
  private final List<Reading> documents;
  private final List<WordPattern> except;
  private final Publications publications;
  private final Interpretations interpretations;

  /**
   * @param documents firm readings of the requirement followed
   */
  FollowUpDuty(
      Requirement requirement,
      FollowUp cadence,
      Window window,
      WorkingCalendar calendar,
      List<Reading> documents,
      Publications publications,
      Interpretations interpretations) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.window = window;
    this.clock = new WithinDuty.Clock(calendar);
    this.documents = List.copyOf(documents);
    this.except = cadence.except().stream().map(WordPattern::new).toList();
    this.publications = publications;
    this.interpretations = interpretations;
  }

  @Override
  public List<Finding> judge(List<Reading> readings) {
    List<Finding> findings = new ArrayList<>();
    java.util.Set<String> seen = new java.util.HashSet<>();
    List<Reading> inOrder =
        documents.stream()
            .filter(d -> !d.statement())
            .sorted(
                Comparator.comparing((Reading d) -> d.day().orElse(LocalDate.MAX))
                    .thenComparing(d -> d.page().url()))
            .toList();
    for (Reading document : inOrder) {
      String title = Words.normal(document.page().title());
      boolean free = except.stream().anyMatch(w -> w.meets(title, ""));
      Optional<LocalDate> day = publications.day(document.page()).or(document::day);
      if (!free
          && day.filter(window::contains).isPresent()
          && seen.add(publications.id(document.page()))) {
        findings.add(weighed(document.page(), day.get(), readings));
      }
    }
    return findings;
  }

  /**
   * A document whose trusted dates differ is judged by each; if they disagree, a person decides.
   */
  private Finding weighed(SitePage document, LocalDate day, List<Reading> readings) {
    Finding first = judge(document, day, readings);
    List<LocalDate> others = publications.copies(document).get(0).published().otherDays();
    boolean differs =
        others.stream().anyMatch(d -> judge(document, d, readings).verdict() != first.verdict());
    return differs
        ? Draft.from(first, Verdict.REVIEW, Weighing.conflict(document))
            .open(List.of(document.url()))
            .done()
        : first;
  }

  private Finding judge(SitePage document, LocalDate day, List<Reading> readings) {
    Deadline due = clock.due(day, cadence.days());
    Optional<Reading> first =
        readings.stream()
            .filter(r -> r.day().isPresent() && !r.statement())
            .filter(r -> names(r.page(), document))
            .min(
                Comparator.comparing((Reading r) -> r.day().orElseThrow())
                    .thenComparing(r -> r.page().url()));
    boolean attached =
        document.facts().stream()
            .flatMap(f -> f.attachments().stream())
            .map(Attachment::name)
            .anyMatch(n -> n.contains("解读"));
    if (attached) {
      return draft(Verdict.COMPLIANT, document, day, due, Message.of("judge.compliant.attached"))
          .done();
    }
    boolean over = window.passed(due.day());
    if (first.isEmpty() || (!over && first.get().day().orElseThrow().isAfter(window.asOf()))) {
      if (!over) {
        return draft(
                Verdict.NOT_DUE,
                document,
                day,
                due,
                Message.of("judge.not-due.follow-up", due.day()))
            .done();
      }
      return due.provisional()
          ? draft(
                  Verdict.REVIEW,
                  document,
                  day,
                  due,
                  Message.of("judge.review.provisional", due.day(), ""))
              .done()
          : draft(
                  Verdict.MISSING,
                  document,
                  day,
                  due,
                  Message.of("judge.missing.follow-up", document.title(), day, due.day()))
              .lowered(requirement)
              .done();
    }
    LocalDate published = first.get().day().orElseThrow();
    Optional<LocalDate> shown = Optional.of(published);
    Message where =
        Message.of("judge.follow-up.by", first.get().page().title(), first.get().page().url());
    if (!published.isAfter(due.day())) {
      return draft(
              Verdict.COMPLIANT,
              document,
              day,
              due,
              Message.of("judge.compliant.follow-up", published, due.day()))
          .published(shown)
          .note(where)
          .done();
    }
    Verdict verdict = due.provisional() ? Verdict.REVIEW : Verdict.LATE;
    return draft(
            verdict,
            document,
            day,
            due,
            Message.of(
                "judge.late.follow-up",
                document.title(),
                day,
                due.day(),
                first.get().page().title(),
                published,
                PeriodicDuty.days(due.day(), published)))
        .published(shown)
        .note(where)
        .lowered(requirement)
        .done();
  }

  private boolean names(SitePage interpretation, SitePage document) {
    return interpretations.documents(interpretation).stream()
        .anyMatch(d -> publications.id(d).equals(publications.id(document)));
  }

  private Draft draft(
      Verdict verdict, SitePage document, LocalDate day, Deadline due, Message reason) {
    return new Draft(requirement.id(), verdict, reason)
        .page(document)
        .clock(day, due.day(), due.skipped());
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    Reading plain = Reading.of(open.matched());
    return plain.day().isPresent()
        ? List.of(plain)
        : List.of(plain.on(finding.trigger().orElseThrow()));
  }
}
