package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.cli.report.ChinaTime;
import gongkai.cli.report.DaysLate;
import gongkai.cli.report.PlainText;
import gongkai.cli.report.Quotation;
import gongkai.cli.report.ScoreText;
import gongkai.cli.report.html.EvidencePages.Shared;
import gongkai.compare.Change;
import gongkai.compare.Comparison;
import gongkai.compare.Judged;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.picture.Exhibit;
import gongkai.picture.Exhibits;
import gongkai.rectify.GapIds;
import gongkai.rectify.Rectification;
import gongkai.rectify.Reply;
import gongkai.score.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the templates show, put together once. */
public final class ReportView {
  /** How many rows a long list shows; the rest is counted and stands in the tables. */
  public static final int LONG = 200;

  private final AuditResult audit;
  private final Phrases words;
  private final String version;
  private final Lang lang;
  private final GapIds ids;
  private final List<Gap> gaps;
  private final List<Office> offices;
  private final DutyCalendar calendar;
  private final Proofs proofs;
  private final EvidencePages evidence;
  private final Exhibits exhibits;

  ReportView(AuditResult audit, Lang lang, String version) {
    this.audit = audit;
    this.words = new Phrases(lang);
    this.version = version;
    this.lang = lang;
    this.ids = Rectification.ids(audit);
    this.proofs = new Proofs(audit);
    this.exhibits = Exhibits.of(audit);
    List<Gap> found = new ArrayList<>();
    for (RequirementResult r : audit.requirements()) {
      int number = 0;
      for (Finding f : r.findings()) {
        if (f.verdict().gap()) {
          number++;
          found.add(gap("gap-" + r.requirement().id() + "-" + number, r, f));
        }
      }
    }
    found.sort(Gap.WORST_FIRST);
    this.gaps = List.copyOf(found);
    this.evidence =
        EvidencePages.of(
            gaps,
            audit.requirements().stream()
                .filter(proofs::shared)
                .map(r -> new Shared(r, proofs.considered(r)))
                .toList());
    this.offices = Office.of(gaps.stream().filter(g -> !g.past()).toList());
    Map<Finding, String> anchors = new IdentityHashMap<>();
    gaps.forEach(g -> anchors.put(g.finding(), g.id()));
    this.calendar = DutyCalendar.of(audit, anchors);
  }

  private Gap gap(String id, RequirementResult r, Finding f) {
    List<PageResult> dated = proofs.dated(r, f);
    return new Gap(
        id,
        r,
        f,
        DaysLate.of(f, audit.asOf()),
        proofs.page(f.url()),
        dated,
        proofs.considered(r, dated),
        proofs.sections(r),
        DaySum.of(f, r.requirement().cadence()),
        audit.comparison().flatMap(c -> c.of(f)));
  }

  public AuditResult audit() {
    return audit;
  }

  public Phrases words() {
    return words;
  }

  public String version() {
    return version;
  }

  public List<Gap> gaps() {
    return gaps;
  }

  /** Gaps that somebody can still do something about. */
  public List<Gap> current() {
    return gaps.stream().filter(g -> !g.past() && !g.waived()).toList();
  }

  /** Gaps that somebody has excused for now. */
  public List<Gap> waived() {
    return gaps.stream().filter(g -> !g.past() && g.waived()).toList();
  }

  /** How many gaps there are, with and without those excused; empty if none is. */
  public Optional<String> excused() {
    long waived = gaps.stream().filter(Gap::waived).count();
    return waived == 0
        ? Optional.empty()
        : Optional.of(
            words.t("sentence-waived", gaps.size(), waived, gaps.size() - waived)
                + (allWaived() == 0 ? "" : words.t("sentence-all-waived", allWaived())));
  }

  /** Requirements with gaps of which every one is excused. */
  private long allWaived() {
    return audit.requirements().stream()
        .map(r -> r.findings().stream().filter(f -> f.verdict().gap()).toList())
        .filter(own -> !own.isEmpty() && own.stream().allMatch(f -> f.waiver().isPresent()))
        .count();
  }

  /** Latenesses that an earlier audit has stated. */
  public List<Gap> past() {
    return gaps.stream().filter(Gap::past).toList();
  }

  /** Gaps of the earlier audit that are none any more. */
  public List<Change> gone() {
    return audit.comparison().map(Comparison::orphans).orElse(List.of());
  }

  /** What changed since the earlier audit, in one sentence; empty if none was given. */
  public Optional<String> changed() {
    return audit
        .comparison()
        .map(c -> words.say(Message.of("compare.against", c.before(), words.counts(c))));
  }

  /** Stable id of a gap. */
  public String id(Gap gap) {
    return ids.of(Judged.of(gap.finding()));
  }

  /** The pictures of a gap, and what has none. */
  public List<Exhibit> exhibits(Gap gap) {
    return exhibits.of(gap.of(), gap.finding());
  }

  /** What offices replied to a gap. */
  public List<Reply> replies(Gap gap) {
    return audit.rectification().replies(id(gap));
  }

  /** What offices are told; empty if they are told nothing and were told nothing. */
  public Optional<OfficeLists> notices() {
    Rectification r = audit.rectification();
    return r.order().isEmpty() && r.outcomes().isEmpty()
        ? Optional.empty()
        : Optional.of(new OfficeLists(this, lang));
  }

  public Optional<Score> score() {
    return audit.score();
  }

  public Optional<ScoreText> scoreText() {
    return audit.score().map(score -> new ScoreText(score, lang));
  }

  public List<Office> offices() {
    return offices;
  }

  /** The pages considered for a gap stand in a list of its requirement, not in its own proof. */
  public boolean shared(Gap gap) {
    return proofs.shared(gap.of());
  }

  /** What the gaps can be filtered by. */
  public Choices choices() {
    return Choices.of(gaps);
  }

  /** The pages that the gaps rest on. */
  public EvidencePages evidence() {
    return evidence;
  }

  /** What matters first. */
  public Figures figures() {
    return new Figures(audit, words);
  }

  public OfficeMatrix officeMatrix() {
    return OfficeMatrix.of(audit.requirements());
  }

  public DutyCalendar calendar() {
    return calendar;
  }

  /** Requirements with a verdict, in the catalogue's order. */
  public List<RequirementResult> with(Verdict verdict) {
    return audit.requirements().stream().filter(r -> r.verdict() == verdict).toList();
  }

  /** Categories with their requirements, both in the catalogue's order. */
  public Map<String, List<RequirementResult>> categories() {
    Map<String, List<RequirementResult>> byCategory = new LinkedHashMap<>();
    for (RequirementResult r : audit.requirements()) {
      byCategory.computeIfAbsent(r.item().category(), c -> new ArrayList<>()).add(r);
    }
    return byCategory;
  }

  /** The sentence that stands for a requirement: of its worst finding, else its notes. */
  public String because(RequirementResult r) {
    return r.findings().stream()
        .filter(f -> f.verdict() == r.verdict())
        .findFirst()
        .map(f -> words.say(f.reason()))
        .orElseGet(() -> r.notes().isEmpty() ? words.t("no-finding") : words.say(r.notes().get(0)));
  }

  /** Where a requirement is explained: its worst gap, else its row. */
  public String anchor(RequirementResult r) {
    return gaps.stream()
        .filter(g -> g.of() == r && g.finding().verdict() == r.verdict())
        .map(Gap::id)
        .findFirst()
        .orElse("req-" + r.requirement().id());
  }

  /** Pages for a person to decide. */
  public List<PageResult> queue() {
    return audit.pages().stream().filter(p -> p.decision() == Match.Decision.CANDIDATE).toList();
  }

  /** The sentence about a gap that an inspector can quote. */
  public String quotation(Gap gap) {
    return Quotation.of(gap.of(), gap.finding(), words.lang());
  }

  /** A match's parts in a row. */
  public String pieces(Match match) {
    return words.list(
        match.pieces().stream()
            .map(
                p -> words.say(p.because()) + " " + (p.weight() < 0 ? "" : "+") + score(p.weight()))
            .toList());
  }

  /** The name of a requirement by its id; the id itself if the catalogue has none such. */
  public String name(String requirementId) {
    return audit.requirements().stream()
        .filter(r -> r.requirement().id().equals(requirementId))
        .map(r -> r.requirement().name())
        .findFirst()
        .orElse(requirementId);
  }

  /** The name of a requirement or an item that is tailored. */
  public String tailoredName(String id) {
    return audit.catalogue().items().stream()
        .flatMap(
            i ->
                Stream.concat(
                    i.requirements().stream().filter(r -> r.id().equals(id)).map(r -> r.name()),
                    Stream.of(i).filter(x -> x.id().equals(id)).map(x -> x.name())))
        .findFirst()
        .orElse("");
  }

  /** What the audit could not see. */
  public Unchecked unchecked() {
    return new Unchecked(audit);
  }

  public String crawledAt() {
    return ChinaTime.of(audit.crawl().startedAt());
  }

  public static String fetchedAt(PageResult page) {
    return page.fetchedAt().map(ChinaTime::of).orElse("");
  }

  public static String at(Instant instant) {
    return ChinaTime.of(instant);
  }

  public static String score(double score) {
    return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  /** A title for an element that isolates its direction; the address where there is none. */
  public static String title(String title, String url) {
    return PlainText.isolated(title.isBlank() ? url : title);
  }

  public static String section(List<String> path) {
    return PlainText.line(String.join(" › ", path));
  }

  /** True for an address that may become a link: nothing but http and https. */
  public static boolean linkable(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }
}
