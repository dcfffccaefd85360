package gongkai.judge;

import gongkai.cadence.Every;
import gongkai.cadence.Period;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Count;
import gongkai.catalogue.Requirement;
import gongkai.message.Message;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Cadence 5: each calendar year that ends inside the window needs n publications in it. */
final class CountDuty implements Duty {
  private final Requirement requirement;
  private final Count cadence;
  private final Window window;
  private final Publications publications;
  private final Interpretations interpretations;

  CountDuty(
      Requirement requirement,
      Count cadence,
      Window window,
      Publications publications,
      Interpretations interpretations) {
    this.requirement = requirement;
    this.cadence = cadence;
    this.window = window;
    this.publications = publications;
    this.interpretations = interpretations;
  }

  @Override
  public List<Finding> judge(List<Reading> readings) {
    List<Finding> findings = new ArrayList<>();
    for (int year = window.since().getYear(); year <= window.asOf().getYear(); year++) {
      LocalDate end = LocalDate.of(year, 12, 31);
      if (window.contains(end)) {
        findings.add(judge(year, end, readings));
      }
    }
    return findings;
  }

  private Finding judge(int year, LocalDate end, List<Reading> readings) {
    boolean statement =
        readings.stream().anyMatch(r -> r.statement() && StatementYears.of(r).contains(year));
    Map<String, LocalDate> found = new TreeMap<>();
    for (Reading r : readings) {
      if (!r.statement() && r.day().isPresent()) {
        LocalDate day =
            Stream.concat(
                    r.day().stream(),
                    publications.copies(r.page()).stream()
                        .filter(c -> !c.url().equals(r.page().url()))
                        .flatMap(c -> c.day().stream()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        found.merge(group(r.page()), day, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    List<LocalDate> inYear =
        found.values().stream().filter(d -> d.getYear() == year).sorted().toList();
    boolean met = inYear.size() >= cadence.count();
    if (!met && statement) {
      return draft(Verdict.COMPLIANT, year, end, Message.of("judge.compliant.statement.year", year))
          .done();
    }
    Verdict verdict = met ? Verdict.COMPLIANT : Verdict.MISSING;
    Message reason =
        Message.of(
            met ? "judge.compliant.count" : "judge.missing.count",
            requirement.name(),
            year,
            cadence.count(),
            inYear.size());
    return draft(verdict, year, end, reason)
        .published(inYear.isEmpty() ? Optional.empty() : Optional.of(inYear.get(inYear.size() - 1)))
        .lowered(requirement.event(), "judge.lowered.event")
        .lowered(
            cadence.basis() == Basis.PRACTICE
                && !window.passed(DueDates.grace(Every.YEAR, Period.year(year))),
            "judge.lowered.practice")
        .done();
  }

  private Draft draft(Verdict verdict, int year, LocalDate end, Message reason) {
    return new Draft(requirement.id(), verdict, reason)
        .period(Integer.toString(year))
        .due(Optional.of(end));
  }

  private String group(SitePage page) {
    List<SitePage> documents = interpretations.documents(page);
    return Interpretations.isInterpretation(page) && !documents.isEmpty()
        ? "of " + publications.id(documents.get(0))
        : publications.id(page);
  }

  @Override
  public List<Reading> best(Evidence.Open open, Finding finding) {
    Reading plain = Reading.of(open.matched());
    return plain.day().isPresent()
        ? List.of(plain)
        : List.of(plain.on(finding.due().orElseThrow()));
  }
}
