package gongkai.cli.explain;

import gongkai.cadence.Period;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What would have made a finding another, as sentences; every verdict has at least one. */
final class WouldChange {
  /** Reasons of REVIEW that tell a person more precisely what to settle. */
  static final Set<String> SETTLED =
      Set.of(
          "undated",
          "no-trigger",
          "two-triggers",
          "year-later",
          "before-document",
          "imprint",
          "provisional",
          "later",
          "contradiction",
          "conflict",
          "open",
          "mark",
          "proposed",
          "unknown");

  private static final String REVIEW = "judge.review.";

  private final ReadAudit audit;
  private final Part requirement;
  private final Part finding;
  private final List<Change> changes = new ArrayList<>();

  private WouldChange(ReadAudit audit, Part requirement, Part finding) {
    this.audit = audit;
    this.requirement = requirement;
    this.finding = finding;
  }

  static List<Change> of(ReadAudit audit, Part requirement, Part finding) {
    WouldChange would = new WouldChange(audit, requirement, finding);
    would.collect();
    return List.copyOf(would.changes);
  }

  private void collect() {
    if (kind().equals("total") && !finding.text("verdict").equals("UNREACHABLE")) {
      int limit = requirement.part("rule").part("limit").count("count");
      changes.add(Change.of("explain.total", limit));
      return;
    }
    switch (finding.text("verdict")) {
      case "COMPLIANT" -> compliant();
      case "NOT_DUE" ->
          changes.add(
              due()
                  .map(d -> Change.of("explain.notDue", d))
                  .orElseGet(() -> Change.of("explain.notDueNothing")));
      case "LATE" -> late();
      case "STALE" -> stale();
      case "EMPTY" -> {
        changes.add(Change.of("explain.empty", place()));
        statement();
        confirm();
      }
      case "MISSING" -> missing();
      case "REVIEW" -> review();
      case "UNREACHABLE" -> changes.addAll(Unread.of(audit, requirement));
      default -> changes.add(Change.of("explain.otherVerdict", finding.text("verdict")));
    }
  }

  private Optional<LocalDate> due() {
    return finding.day("due");
  }

  private String kind() {
    return requirement.part("rule").text("kind");
  }

  private void compliant() {
    boolean published = finding.day("published").isPresent();
    if (due().isPresent() && published) {
      changes.add(Change.of("explain.compliantDue", due().get()));
    } else if ((kind().equals("continuous") || kind().equals("columns"))
        && requirement.day("nextDue").isPresent()) {
      changes.add(Change.of("explain.compliantUntil", requirement.day("nextDue").get()));
    } else {
      changes.add(Change.of("explain.compliantThere"));
    }
  }

  private void late() {
    changes.add(
        due()
            .map(d -> Change.of("explain.late", d))
            .orElseGet(() -> Change.of("explain.lateNoDue")));
    changes.add(Change.of("explain.lateWrong"));
  }

  private void stale() {
    Optional<LocalDate> oldest = oldest();
    changes.add(
        oldest.isPresent()
            ? Change.of("explain.stale", place(), oldest.get(), audit.asOf())
            : Change.of("explain.stale", place(), audit.since().plusDays(1), audit.asOf()));
    statement();
    confirm();
  }

  /** The oldest day that a page may have under a limit of age. */
  private Optional<LocalDate> oldest() {
    return kind().equals("continuous") || kind().equals("columns")
        ? requirement
            .part("rule")
            .optional("limit")
            .map(
                l ->
                    l.text("unit").equals("months")
                        ? audit.asOf().minusMonths(l.count("count"))
                        : audit.asOf().minusDays(l.count("count")))
        : Optional.empty();
  }

  private void missing() {
    String period = finding.text("period");
    String title = finding.text("title");
    if (kind().equals("marking") && !finding.text("url").isEmpty()) {
      changes.add(Change.of("explain.mark", title));
      return;
    }
    if (kind().equals("periodic") && !period.isEmpty() && due().isPresent()) {
      changes.add(
          Change.of(
              "explain.period", Period.parse(period).orElseThrow().words(), due().get(), place()));
    } else if (kind().equals("count") && !period.isEmpty()) {
      int needed = requirement.part("rule").optional("limit").map(l -> l.count("count")).orElse(1);
      changes.add(Change.of("explain.count", needed, period, place()));
    } else if (kind().equals("follow-up") && due().isPresent()) {
      changes.add(Change.of("explain.followUp", title, due().get()));
    } else if (due().isPresent()) {
      changes.add(
          Change.of(
              "explain.changed", finding.day("trigger").orElse(due().get()), due().get(), place()));
    } else {
      changes.add(Change.of("explain.present", place()));
    }
    statement();
    confirm();
  }

  /**
   * Where nothing happened a statement is enough, if the rule says so and no document is judged.
   */
  private void statement() {
    boolean allowed = requirement.flag("statement") || !requirement.textOrEmpty("arises").isEmpty();
    if (allowed && finding.text("title").isEmpty()) {
      changes.add(Change.of("explain.statement", place()));
    }
  }

  private void confirm() {
    RunnerUp.of(audit, requirement)
        .filter(RunnerUp::candidate)
        .ifPresent(
            r ->
                changes.add(
                    Change.at(r.page().text("url"), "explain.confirm", r.page().text("title"))));
  }

  private void review() {
    String key = finding.part("reason").text("key");
    String reason = key.startsWith(REVIEW) ? key.substring(REVIEW.length()) : "";
    changes.add(Change.of("explain.settle-" + (SETTLED.contains(reason) ? reason : "other")));
    for (String url : finding.texts("open")) {
      changes.add(open(url));
    }
  }

  /** What is open about a page, and what would close it. */
  private Change open(String url) {
    Optional<Part> found = audit.page(url);
    if (found.isEmpty()) {
      return Change.at(url, "explain.open-other", url);
    }
    Part page = found.get();
    String title = page.text("title").isBlank() ? url : page.text("title");
    boolean candidate =
        ReadAudit.match(page, requirement.text("requirementId"))
            .filter(m -> m.text("decision").equals("candidate"))
            .isPresent();
    String what =
        candidate ? "candidate" : page.optional("published").isEmpty() ? "undated" : "other";
    return Change.at(url, "explain.open-" + what, title);
  }

  /** Where the page would have to stand: the sections found, else those that the rule names. */
  private Message place() {
    List<String> found =
        audit.sections(requirement.text("requirementId")).stream()
            .map(s -> s.texts("path"))
            .filter(path -> !path.isEmpty())
            .map(path -> path.get(path.size() - 1))
            .distinct()
            .toList();
    if (!found.isEmpty()) {
      return Message.of("explain.placeFound", Words.few(found));
    }
    Part rule = requirement.part("rule");
    List<String> named =
        rule.texts("sections").isEmpty() ? rule.texts("shared") : rule.texts("sections");
    return named.isEmpty()
        ? Message.of("explain.placeAny")
        : Message.of("explain.placeNamed", Words.few(named));
  }
}
