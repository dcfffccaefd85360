package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.catalogue.Catalogue;
import gongkai.cli.ExitDecision;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code junit.xml} for what shows test results. A test is a requirement, its suite the category:
 * both are there in every run under the same name, so that a test's history is the requirement's.
 *
 * <p>What makes the exit code 1 is a failure and what makes it 3 an error; every other gap, and a
 * requirement that had nothing due, is skipped with its reason. Passed is what is compliant, and
 * nothing else. Notices are tests only where there are some, one per kind.
 */
final class JunitReport {
  private final ReportInput of;
  private final GapText text;

  private JunitReport(ReportInput of) {
    this.of = of;
    this.text = new GapText(of);
  }

  static byte[] bytes(ReportInput of) {
    return new JunitReport(of).bytes();
  }

  private byte[] bytes() {
    AuditResult audit = of.audit();
    Map<String, List<JunitXml.Case>> suites = new LinkedHashMap<>();
    suites.put(say("junit.crawl"), List.of(crawl()));
    for (RequirementResult r : audit.requirements()) {
      suites
          .computeIfAbsent(PlainText.line(r.item().category()), category -> new ArrayList<>())
          .add(requirement(r));
    }
    Map<Notice.Kind, List<Notice>> notices = new EnumMap<>(Notice.Kind.class);
    audit.notices().forEach(n -> notices.computeIfAbsent(n.kind(), k -> new ArrayList<>()).add(n));
    if (!notices.isEmpty()) {
      suites.put(
          say("report.notices"),
          notices.entrySet().stream().map(n -> notices(n.getKey(), n.getValue())).toList());
    }
    return JunitXml.bytes(
        PlainText.line(audit.catalogue().bureau()), audit.asOf(), facts(), suites);
  }

  /** What was audited and how, as far as it is the same whenever the same is audited. */
  private Map<String, String> facts() {
    AuditResult audit = of.audit();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("gongkai.version", of.version());
    facts.put("site", PlainText.line(audit.crawl().start()));
    facts.put("first-day", audit.since().plusDays(1).toString());
    facts.put("as-of", audit.asOf().toString());
    facts.put("fail-on", of.failOn().code());
    audit.comparison().ifPresent(c -> facts.put("baseline-as-of", c.before().toString()));
    facts.put("catalogue", PlainText.line(audit.catalogue().name()));
    facts.put("catalogue-sha256", audit.catalogue().digest());
    for (Catalogue c : audit.catalogue().beside()) {
      facts.put("beside-" + PlainText.line(c.name()) + "-sha256", c.digest());
    }
    facts.put("snapshot-sha256", audit.snapshotDigest());
    facts.put("exit-code", Integer.toString(of.decision().code().code()));
    return facts;
  }

  /** Whether anything was read at all: without it no requirement says anything. */
  private JunitXml.Case crawl() {
    AuditResult.Coverage c = of.audit().coverage();
    String name = say("junit.crawl-read");
    boolean read = c.startReadable() && c.fetched() > 0;
    String because =
        read
            ? text.coverage()
            : say(c.startReadable() ? "report.exit-nothing" : "report.exit-start");
    return new JunitXml.Case(
        say("junit.crawl"),
        name,
        read ? JunitXml.Outcome.PASSED : JunitXml.Outcome.ERROR,
        Verdict.UNREACHABLE.name(),
        because,
        text.coverage());
  }

  private JunitXml.Case requirement(RequirementResult r) {
    List<GapView> gaps = of.gaps(r).stream().sorted(GapView.WORST_FIRST).toList();
    List<GapView> counted = gaps.stream().filter(GapView::counts).toList();
    List<GapView> unreachable = gaps.stream().filter(this::unreachable).toList();
    if (!counted.isEmpty()) {
      return found(r, JunitXml.Outcome.FAILED, counted, gaps);
    }
    if (!unreachable.isEmpty()) {
      return found(r, JunitXml.Outcome.ERROR, unreachable, gaps);
    }
    if (!gaps.isEmpty()) {
      return found(r, JunitXml.Outcome.SKIPPED, gaps, gaps);
    }
    if (r.verdict() == Verdict.NOT_DUE) {
      String because = say("report.means-NOT_DUE");
      return named(r, JunitXml.Outcome.SKIPPED, Verdict.NOT_DUE.name(), because, "");
    }
    return named(r, JunitXml.Outcome.PASSED, r.verdict().name(), "", "");
  }

  /** A gap that makes the exit code 3. */
  private boolean unreachable(GapView gap) {
    return gap.finding().verdict() == Verdict.UNREACHABLE
        && (!of.audit().coverage().startReadable()
            || ExitDecision.counts(of.audit(), gap.finding()));
  }

  /**
   * @param decisive the gaps by which the test has its outcome, worst first, at least one
   * @param all every gap of the requirement
   */
  private JunitXml.Case found(
      RequirementResult r, JunitXml.Outcome outcome, List<GapView> decisive, List<GapView> all) {
    GapView worst = decisive.get(0);
    StringBuilder message = new StringBuilder(text.verdict(worst));
    if (decisive.size() > 1) {
      message.append(say("junit.of", decisive.size()));
    }
    message.append(say("report.colon")).append(of.say(worst.finding().reason()));
    if (outcome == JunitXml.Outcome.SKIPPED) {
      message.insert(0, why(worst) + say("report.colon"));
    }
    List<String> body = new ArrayList<>();
    decisive.forEach(gap -> body.addAll(text.lines(gap)));
    List<GapView> rest = all.stream().filter(gap -> !decisive.contains(gap)).toList();
    if (!rest.isEmpty()) {
      body.add("");
      body.add((say("junit.not-counted") + say("report.colon")).strip());
      rest.forEach(gap -> body.addAll(text.lines(gap)));
    }
    return named(
        r, outcome, worst.finding().verdict().name(), message.toString(), String.join("\n", body));
  }

  /** Why a gap does not make the exit code 1 or 3. */
  private String why(GapView gap) {
    if (gap.finding().waiver().isPresent()) {
      return say("report.waived");
    }
    return ExitDecision.counts(of.audit(), gap.finding())
        ? say("junit.below", of.failOn().code())
        : say("junit.known");
  }

  private static JunitXml.Case named(
      RequirementResult r, JunitXml.Outcome outcome, String type, String message, String body) {
    // a point in it would be read as a package's
    String item = PlainText.line(r.item().name()).replace('.', '·');
    String category = PlainText.line(r.item().category()).replace('.', '·');
    String name = PlainText.line(r.requirement().id() + " " + r.requirement().name());
    return new JunitXml.Case(category + "." + item, name, outcome, type, message, body);
  }

  /** The notices of one kind, at least one. */
  private JunitXml.Case notices(Notice.Kind kind, List<Notice> all) {
    List<Notice> counted = all.stream().filter(of::counts).toList();
    return new JunitXml.Case(
        say("report.notices"),
        say("notice." + kind.code()),
        counted.isEmpty() ? JunitXml.Outcome.SKIPPED : JunitXml.Outcome.FAILED,
        kind.code(),
        of.say((counted.isEmpty() ? all : counted).get(0).because()),
        all.stream().map(text::line).collect(Collectors.joining("\n")));
  }

  private String say(String key, Object... arguments) {
    return of.say(Message.of(key, arguments));
  }
}
