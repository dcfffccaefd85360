package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.Cut;
import gongkai.AuditResult.SectionResult;
import gongkai.Notice;
import gongkai.cli.ExitDecision;
import gongkai.cli.report.html.Phrases;
import gongkai.compare.Change;
import gongkai.compare.Status;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import gongkai.rectify.Rectification;
import gongkai.rectify.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code summary.md}: what a merge request or a job's page shows. First what decides, then what is
 * new, what else is a gap, what could not be checked. Fits a comment whatever was found: rows that
 * do not fit are counted.
 */
final class MarkdownSummary {
  /** GitHub takes 65,536 characters for a comment; a bot that posts it adds some. */
  static final int LONGEST = 60_000;

  /** Rows of a list that is not the list of gaps. */
  private static final int SHORT_LIST = 20;

  static final int TITLE = 120;
  static final int REASON = 300;

  private final ReportInput of;
  private final GapText text;
  private final Phrases words;

  private MarkdownSummary(ReportInput of) {
    this.of = of;
    this.text = new GapText(of);
    this.words = new Phrases(of.lang());
  }

  static byte[] bytes(ReportInput of) {
    return new MarkdownSummary(of).text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    List<String> head = new ArrayList<>(head());
    head.addAll(standing());
    head.addAll(offices());
    List<String> tail = new ArrayList<>(cured());
    tail.addAll(unchecked());
    tail.addAll(notices());
    tail.addAll(foot());
    MarkdownGaps tables = new MarkdownGaps(of, LONGEST - length(head) - length(tail));
    List<GapView> all = of.gaps().stream().sorted(GapView.WORST_FIRST).toList();
    List<GapView> waived = all.stream().filter(GapView::waived).toList();
    List<GapView> gaps = all.stream().filter(g -> !g.waived()).toList();
    List<String> lines = new ArrayList<>(head);
    if (all.isEmpty()) {
      lines.addAll(List.of("", say("report.gaps-none")));
    } else if (of.audit().comparison().isEmpty()) {
      lines.addAll(tables.table("report.gaps", gaps));
    } else {
      List<GapView> fresh = gaps.stream().filter(MarkdownSummary::isNew).toList();
      lines.addAll(fresh.isEmpty() ? List.of("", say("summary.none-new")) : List.of());
      lines.addAll(tables.table("summary.new", fresh));
      lines.addAll(
          tables.table(
              "summary.others",
              gaps.stream().filter(g -> !isNew(g) && !g.is(Status.PAST)).toList()));
      lines.addAll(
          tables.table("report.gaps-past", gaps.stream().filter(g -> g.is(Status.PAST)).toList()));
    }
    lines.addAll(tables.table("report.gaps-waived", waived));
    lines.addAll(tail);
    return String.join("\n", lines) + "\n";
  }

  private static boolean isNew(GapView gap) {
    return gap.status().filter(Status::counts).isPresent();
  }

  private List<String> head() {
    AuditResult audit = of.audit();
    ExitDecision decision = of.decision();
    List<String> lines = new ArrayList<>();
    String bureau = MarkdownText.of(audit.catalogue().bureau(), TITLE);
    lines.add("## " + say("summary.title", bureau));
    lines.add("");
    String sign = decision.code().code() == 0 ? "✅" : decision.code().code() == 3 ? "⚠️" : "❌";
    lines.add(
        sign
            + " **"
            + say("audit.exit", decision.code().code(), escaped(decision.because()))
            + "**");
    lines.add("");
    String site = MarkdownText.of(audit.crawl().start(), REASON);
    lines.add(
        say(
            "summary.window",
            audit.since().plusDays(1),
            audit.asOf(),
            MarkdownText.link(site, audit.crawl().start())));
    audit
        .comparison()
        .ifPresent(
            c -> {
              lines.add("");
              lines.add(
                  MarkdownText.of(
                      say("compare.against", c.before(), ComparisonText.counts(c, of.lang()))));
            });
    audit
        .score()
        .ifPresent(
            score -> {
              lines.add("");
              lines.add(
                  "**"
                      + MarkdownText.of(new ScoreText(score, of.lang()).line())
                      + "** · "
                      + MarkdownText.of(score.scheme().title(), TITLE));
            });
    return lines;
  }

  /** How many requirements have each verdict, worst first. */
  private List<String> standing() {
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(MarkdownText.header(of, "report.verdict", "summary.requirements"));
    List<Verdict> worstFirst = new ArrayList<>(List.of(Verdict.values()));
    Collections.reverse(worstFirst);
    for (Verdict verdict : worstFirst) {
      long count = of.audit().requirements().stream().filter(r -> r.verdict() == verdict).count();
      if (count > 0) {
        lines.add(
            MarkdownText.row(
                List.of(
                    Phrases.sign(verdict) + " " + MarkdownText.of(words.word(verdict)),
                    Long.toString(count))));
      }
    }
    lines.add(
        MarkdownText.row(
            List.of(say("summary.all"), Integer.toString(of.audit().requirements().size()))));
    return lines;
  }

  /** What each office is asked to cure, and what became of what it was asked for before. */
  private List<String> offices() {
    Rectification r = of.audit().rectification();
    List<String> lines =
        list(
            "rectify.section",
            r.notices().stream()
                .filter(n -> !n.asked().isEmpty())
                .map(
                    n ->
                        say(
                            "summary.office",
                            n.office().isEmpty()
                                ? say("report.office-none")
                                : MarkdownText.of(n.office(), TITLE),
                            n.asked(Role.LEAD).size(),
                            n.asked(Role.SUPPORT).size(),
                            n.toCheck().size(),
                            n.asked().get(0).by()))
                .toList());
    if (!r.outcomes().isEmpty()) {
      lines.addAll(
          List.of(
              "",
              MarkdownText.of(say("rectify.summary-before", FollowUpText.outcomes(r, of.lang())))));
    }
    return lines;
  }

  /** What has been put right since the earlier audit. */
  private List<String> cured() {
    List<Change> closed = of.audit().comparison().map(c -> c.with(Status.CLOSED)).orElse(List.of());
    return list(
        "summary.cured",
        closed.stream()
            .map(Change::shown)
            .map(
                j ->
                    Stream.of(j.requirementId(), words.period(j.period()), j.title())
                        .filter(part -> !part.isEmpty())
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""))
            .map(line -> MarkdownText.of(line, TITLE))
            .toList());
  }

  /** What hides something, worst first: sections, then limits, then how much. */
  private List<String> unchecked() {
    AuditResult audit = of.audit();
    List<String> lines = new ArrayList<>();
    for (SectionResult s : audit.sections()) {
      if (!s.cut().isEmpty()) {
        lines.add(
            MarkdownText.link(MarkdownText.of(String.join(" > ", s.path()), TITLE), s.url())
                + say("report.colon")
                + MarkdownText.of(s.cut(), TITLE)
                + (s.requirementIds().isEmpty()
                    ? ""
                    : " (" + MarkdownText.of(String.join(" ", s.requirementIds()), TITLE) + ")"));
      }
    }
    for (Cut cut : audit.coverage().cut()) {
      lines.add(
          say(
              "summary.cut",
              MarkdownText.of(cut.limit() + " " + cut.value(), TITLE),
              cut.addresses(),
              MarkdownText.link(MarkdownText.of(cut.example(), TITLE), cut.example())));
    }
    audit
        .coverage()
        .access()
        .forEach(
            a ->
                lines.add(
                    escaped(a.access().words())
                        + say("report.colon")
                        + MarkdownText.link(MarkdownText.of(a.example(), TITLE), a.example())
                        + " ("
                        + a.addresses()
                        + ")"));
    List<String> all = list("report.unchecked", lines);
    all.add("");
    all.add(MarkdownText.of(text.coverage()));
    return all;
  }

  private List<String> notices() {
    return list(
        "report.notices",
        of.audit().notices().stream()
            .map(
                (Notice n) ->
                    MarkdownText.of(words.word(n.severity()))
                        + say("report.colon")
                        + MarkdownText.link(MarkdownText.of(n.subject(), TITLE), n.url())
                        + " — "
                        + MarkdownText.of(of.say(n.because()), REASON))
            .toList());
  }

  private List<String> foot() {
    AuditResult audit = of.audit();
    return List.of(
        "",
        "<sub>"
            + say(
                "summary.made",
                MarkdownText.of(of.version()),
                MarkdownText.of(audit.catalogue().name(), TITLE),
                audit.snapshotDigest())
            + "</sub>");
  }

  /** A heading and a list as far as there is room for one; nothing if it is empty. */
  private List<String> list(String title, List<String> entries) {
    List<String> lines = new ArrayList<>();
    if (entries.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.add("### " + say(title) + " (" + entries.size() + ")");
    lines.add("");
    int shown = 0;
    int room = LONGEST / 10;
    for (String entry : entries) {
      room -= entry.length();
      if (shown == SHORT_LIST || room < 0) {
        break;
      }
      lines.add("- " + entry);
      shown++;
    }
    if (shown < entries.size()) {
      lines.add("- " + say("summary.more", entries.size() - shown));
    }
    return lines;
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum();
  }

  private String escaped(Message message) {
    return MarkdownText.of(of.say(message));
  }

  private String say(String key, Object... arguments) {
    return of.say(Message.of(key, arguments));
  }
}
