package gongkai.cli.explain;

import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.cli.report.Lines;
import gongkai.cli.report.html.DaySum;
import gongkai.cli.report.html.Phrases;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a requirement has its verdict, for a terminal of 80 columns; only addresses may be wider. */
final class RequirementText {
  private final ReadAudit audit;
  private final Part requirement;
  private final Lang lang;
  private final Standing standing;
  private final Words words;
  private final Lines out;

  private RequirementText(ReadAudit audit, Part requirement, Lang lang) {
    this.audit = audit;
    this.requirement = requirement;
    this.lang = lang;
    this.standing = new Standing(audit, lang);
    this.out = new Lines(lang, "explain");
    this.words = new Words(out, lang);
  }

  static List<String> lines(ReadAudit audit, Part requirement, Lang lang) {
    RequirementText text = new RequirementText(audit, requirement, lang);
    text.head();
    text.rule();
    text.sections();
    text.findings();
    text.pages();
    text.runnerUp();
    return text.out.all();
  }

  private void head() {
    out.text(requirement.text("requirementId") + "  " + requirement.text("requirement"));
    out.text(
        words.verdict(requirement)
            + "  "
            + out.say(
                "gaps",
                requirement.count("gaps"),
                out.say(Message.of("report.severity-" + requirement.text("severity")))));
    out.text(
        out.say("window", audit.since().plusDays(1), audit.asOf(), audit.root().text("bureau")));
    out.blank();
  }

  private void rule() {
    Part rule = requirement.part("rule");
    out.field(
        "catalogue",
        requirement.text("itemId")
            + " "
            + requirement.text("category")
            + " / "
            + requirement.text("item"));
    out.more(requirement.text("content"));
    out.field("wording", requirement.text("wording"));
    out.field("rule", rule.text(lang.code()) + " [" + requirement.text("cadence") + "]");
    out.more(out.say(Message.of("report.basis-" + requirement.text("basis"))));
    if (!requirement.text("law").isEmpty()) {
      out.more(requirement.text("law"));
    }
    if (!requirement.textOrEmpty("arises").isEmpty()) {
      out.more(out.say(Message.of("report.arises-event")));
    }
    out.field("offices", offices());
  }

  private String offices() {
    Part offices = requirement.part("offices");
    List<String> lead = offices.texts("lead");
    List<String> support = offices.texts("support");
    String who =
        lead.isEmpty()
            ? out.say(Message.of("report.office-none"))
            : String.join(out.say(Message.of("report.comma")), lead);
    return support.isEmpty()
        ? who
        : who
            + " "
            + out.say(
                Message.of(
                    "report.supported-by",
                    String.join(out.say(Message.of("report.comma")), support)));
  }

  private void sections() {
    Part rule = requirement.part("rule");
    List<String> named = new ArrayList<>();
    if (!rule.texts("sections").isEmpty()) {
      named.add(out.say("sectionsOwn", Words.few(rule.texts("sections"))));
    }
    if (!rule.texts("shared").isEmpty()) {
      named.add(out.say("sectionsShared", Words.few(rule.texts("shared"))));
    }
    if (List.of("columns", "total").contains(rule.text("kind")) && named.isEmpty()) {
      out.field("sections", out.say("sectionsAll"));
      words.notes("notes", requirement.parts("notes"));
      return;
    }
    out.field("sections", named.isEmpty() ? out.say("sectionsNone") : named.get(0));
    named.stream().skip(1).forEach(out::more);
    List<Part> found = audit.sections(requirement.text("requirementId"));
    if (found.isEmpty()) {
      out.more(out.say("sectionsNotFound"));
    }
    for (Part section : found) {
      out.more(out.say("sectionFound", words.section(section)));
      words.address(section.text("url"));
    }
    out.field(
        "pages",
        out.say(
            "pagesMatched",
            requirement.count("pages"),
            requirement.day("newest").map(words::day).orElse("—"),
            requirement.day("nextDue").map(words::day).orElse("—")));
    words.notes("notes", requirement.parts("notes"));
    standing
        .notices(requirement.text("requirementId"))
        .forEach(notice -> out.field("notice", notice));
  }

  private void findings() {
    List<Part> findings = requirement.parts("findings");
    if (findings.isEmpty()) {
      out.blank();
      out.text(out.say(Message.of("report.no-finding")));
    }
    // what must be answered first; else in the order of the report
    List<Part> gapsFirst =
        Stream.concat(
                findings.stream().filter(f -> f.flag("gap")),
                findings.stream().filter(f -> !f.flag("gap")))
            .toList();
    for (int i = 0; i < gapsFirst.size(); i++) {
      finding(gapsFirst.get(i), i + 1, findings.size());
    }
  }

  private void finding(Part finding, int number, int of) {
    out.blank();
    String period = finding.text("period");
    out.text(
        out.say("finding", number, of)
            + "  "
            + words.verdict(finding)
            + (period.isEmpty() ? "" : "  " + Phrases.period(period, lang)));
    out.field("reason", finding.said("reason", lang));
    if (finding.flag("gap")) {
      standing.of(finding).forEach(line -> out.field(line.label(), line.text()));
    }
    if (!finding.text("title").isEmpty()) {
      out.field("document", finding.text("title"));
    }
    if (!finding.text("url").isEmpty()) {
      words.address(finding.text("url"));
    }
    dates(finding);
    audit
        .page(finding.text("url"))
        .filter(p -> finding.flag("gap") && !finding.text("url").isEmpty())
        .ifPresent(p -> new PageText.Dates(words, out, lang).write(p));
    words.notes("notes", finding.parts("notes"));
    String label = "change";
    for (Change change : WouldChange.of(audit, requirement, finding)) {
      out.labelled(label.isEmpty() ? "" : out.say(label), "· " + out.say(change.message()));
      label = "";
      if (!change.url().isEmpty()) {
        words.address(change.url());
      }
    }
  }

  private void dates(Part finding) {
    List<String> parts = new ArrayList<>();
    finding.day("trigger").ifPresent(d -> parts.add(out.say("trigger", words.day(d))));
    finding.day("due").ifPresent(d -> parts.add(out.say("due", words.day(d))));
    finding.day("published").ifPresent(d -> parts.add(out.say("published", words.day(d))));
    if (finding.node().path("daysLate").isInt()) {
      parts.add(out.say("daysLate", finding.count("daysLate")));
    }
    if (!parts.isEmpty()) {
      out.field("days", String.join(out.say(Message.of("report.comma")), parts));
    }
    sum(audit, requirement, finding).ifPresent(this::sum);
  }

  /** How a deadline of working days was counted; empty where none was. */
  static Optional<DaySum> sum(ReadAudit audit, Part requirement, Part finding) {
    boolean working =
        requirement
            .part("rule")
            .optional("limit")
            .filter(l -> l.text("unit").equals("working-days"))
            .isPresent();
    List<Skipped> skipped =
        finding.parts("skipped").stream()
            .map(s -> new Skipped(s.day("day").orElse(audit.asOf()), s.text("holiday")))
            .toList();
    return working
        ? DaySum.counted(finding.day("trigger"), finding.day("due"), skipped)
        : Optional.empty();
  }

  private void sum(DaySum sum) {
    Phrases phrases = new Phrases(lang);
    out.field(
        "sum",
        out.say(
            Message.of(
                "report.sum-working",
                words.day(sum.trigger()),
                sum.count(),
                words.day(sum.due()))));
    for (DaySum.Holiday off : sum.holidays()) {
      String name = off.name().isEmpty() ? phrases.t("weekend") : off.name();
      out.more(out.say("notCounted", name, phrases.spans(off.days())));
    }
    List<Integer> widths = new ArrayList<>(List.of(1));
    List<String> days = new ArrayList<>(List.of(""));
    for (int d = 1; d <= 7; d++) {
      widths.add(10);
      days.add(phrases.t("weekday-" + d));
    }
    out.row(widths, days);
    for (List<DaySum.Day> week : sum.weeks()) {
      List<String> cells = new ArrayList<>(List.of(""));
      week.forEach(day -> cells.add(cell(day)));
      out.row(widths, cells);
    }
  }

  private String cell(DaySum.Day day) {
    String date = day.date().getMonthValue() + "/" + day.date().getDayOfMonth();
    return switch (day.kind()) {
      case OUTSIDE -> "";
      case TRIGGER -> date + " " + out.say("cellTrigger");
      case WEEKEND -> date + " -";
      case HOLIDAY -> date + " " + out.say("cellHoliday");
      case COUNTED, MADE_UP, DUE -> date + " " + day.number();
    };
  }

  private void pages() {
    out.blank();
    List<String> considered = requirement.texts("considered");
    out.text(
        considered.isEmpty()
            ? out.say(Message.of("report.proof-no-pages"))
            : out.say("considered", considered.size() + requirement.count("consideredMore")));
    for (String url : considered) {
      audit.page(url).ifPresent(p -> words.scored(p, requirement.text("requirementId")));
    }
    if (requirement.count("consideredMore") > 0) {
      out.text(out.say(Message.of("report.proof-more", requirement.count("consideredMore"))));
    }
  }

  private void runnerUp() {
    out.blank();
    Optional<RunnerUp> best = RunnerUp.of(audit, requirement);
    if (best.isEmpty()) {
      out.text(out.say("runnerUpNone"));
      return;
    }
    RunnerUp runnerUp = best.get();
    out.text(out.say("runnerUp", Words.score(runnerUp.missing())));
    words.scored(runnerUp.page(), requirement.text("requirementId"));
    words.changes(runnerUp.changes());
  }
}
