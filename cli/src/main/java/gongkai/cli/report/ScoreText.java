package gongkai.cli.report;

import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.score.Scheme.Per;
import gongkai.score.Scheme.Scope;
import gongkai.score.Scheme.Which;
import gongkai.score.Score;
import gongkai.score.Score.Line;
import gongkai.score.Score.PartScore;
import gongkai.score.Score.Range;
import gongkai.score.Score.State;
import gongkai.score.Score.VetoResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A score in words and sums, in one language. */
public final class ScoreText {
  private final Score score;
  private final Lang lang;

  public ScoreText(Score score, Lang lang) {
    this.score = score;
    this.lang = lang;
  }

  /** A number of points without exponent and trailing zeros: {@code 37.5}. */
  public static String points(BigDecimal points) {
    return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
  }

  /** {@code 87.5}, or {@code 80–87.5} where something undecided could change it. */
  public static String range(Range range) {
    return range.exact()
        ? points(range.highest())
        : points(range.lowest()) + "–" + points(range.highest());
  }

  /** The score in one line: what it is, and why it is a range. */
  public String line() {
    if (score.score().isEmpty()) {
      return t(vetoes() ? "line-veto" : "line-none");
    }
    Range range = score.score().get();
    String line =
        range.exact()
            ? t("line", range(range))
            : t("line-range", points(range.lowest()), points(range.highest()));
    if (scaled()) {
      line += t("line-scaled", points(score.possible()), range(score.sum()));
    }
    if (vetoes()) {
      line = t("line-vetoed", line);
    }
    return score.withWaived().isEmpty()
        ? line
        : line + t("line-waived", range(score.withWaived().get()));
  }

  /** The same without the reasons. */
  String inShort() {
    return vetoes() || score.score().isEmpty() ? line() : t("line", range(score.score().get()));
  }

  private boolean vetoes() {
    return score.vetoes().stream()
        .anyMatch(v -> v.vetoed() == Score.Vetoed.YES && v.veto().part().isEmpty());
  }

  /** How the whole is made of the parts. */
  public String total() {
    if (score.possible().signum() == 0) {
      return t("total-none");
    }
    return t("total", range(score.sum()), points(score.possible()))
        + (scaled()
            ? t(
                "total-scaled",
                range(score.sum()),
                points(score.possible()),
                range(score.sum().outOf100(score.possible())))
            : "");
  }

  private boolean scaled() {
    return score.possible().compareTo(BigDecimal.valueOf(100)) != 0;
  }

  /**
   * One part's sum: {@code 40 − 5×2（未公开、空白栏目）− 2×1（逾期发布）= 28}. It is what the part has at best;
   * what the undecided could take from it stands behind it.
   */
  public String sum(PartScore part) {
    if (part.state() != State.SCORED) {
      return part.state() == State.NOT_JUDGED
          ? t("state-not-judged", PlainText.line(part.part().notJudged()))
          : t("state-" + part.state().code());
    }
    StringBuilder sum = new StringBuilder(points(part.part().points()));
    part.lines().forEach(l -> sum.append(" − ").append(line(l, part)));
    sum.append(
        part.lines().isEmpty() && !part.vetoed()
            ? t("nothing-deducted")
            : " = " + points(part.range().highest()));
    List<String> notes = new ArrayList<>();
    BigDecimal deducted =
        part.lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (deducted.compareTo(part.part().points()) > 0) {
      notes.add(t("used-up", points(deducted)));
    }
    if (part.vetoed()) {
      notes.add(t("vetoed"));
    }
    if (part.undecided() > 0) {
      BigDecimal more = part.range().highest().subtract(part.range().lowest());
      notes.add(
          more.signum() == 0
              ? t("undecided-nothing", part.undecided())
              : t("undecided", part.undecided(), points(more)));
    }
    if (part.waived() > 0) {
      notes.add(t("waived", part.waived()));
    }
    return notes.isEmpty()
        ? sum.toString()
        : t("noted", sum, String.join(Message.of("report.comma").in(lang), notes));
  }

  private String line(Line l, PartScore part) {
    BigDecimal each = l.deduction().points().orElse(part.part().points());
    boolean capped = each.multiply(BigDecimal.valueOf(l.count())).compareTo(l.amount()) > 0;
    String sum = points(each) + "×" + l.count();
    return t(
        l.deduction().per() == Per.FINDING ? "deducted" : "deducted-requirements",
        capped ? t("capped", sum, points(l.amount())) : sum,
        of(l.deduction().scope()) + which(l.deduction().which()));
  }

  /** What alone a deduction is about; empty string where it is about everything. */
  private String of(Scope scope) {
    List<String> about =
        Stream.of(scope.words(), scope.requirements(), scope.items(), scope.categories())
            .flatMap(List::stream)
            .map(PlainText::line)
            .toList();
    return about.isEmpty()
        ? ""
        : t("about", String.join(Message.of("report.comma").in(lang), about));
  }

  /** Which gaps, in words. */
  public String which(Which which) {
    String comma = Message.of("report.comma").in(lang);
    String verdicts =
        which.verdicts().stream().sorted().map(this::word).collect(Collectors.joining(comma));
    return which.severities().isEmpty()
        ? verdicts
        : t(
            "which",
            verdicts,
            which.severities().stream()
                .sorted()
                .map(this::word)
                .collect(Collectors.joining(comma)));
  }

  private String word(Verdict verdict) {
    return Message.of("report.verdict-" + verdict.name()).in(lang);
  }

  private String word(Severity severity) {
    return Message.of("report.severity-" + severity.code()).in(lang);
  }

  /** What became of a veto, in words. */
  public String veto(VetoResult v) {
    return switch (v.vetoed()) {
      case NOT_JUDGED -> t("state-not-judged", PlainText.line(v.veto().notJudged()));
      case YES -> t("veto-yes", v.count(), v.veto().atLeast(), which(v.veto().which()));
      case NO -> t("veto-no", v.count(), v.veto().atLeast(), which(v.veto().which()));
      case POSSIBLE ->
          t("veto-possible", v.count(), v.veto().atLeast(), which(v.veto().which()), v.undecided());
    };
  }

  /** Rows of {@code scores.csv}: parts, vetoes, then the whole. */
  Table table() {
    List<List<String>> rows = new ArrayList<>();
    for (PartScore p : score.parts()) {
      boolean scored = p.state() == State.SCORED;
      rows.add(
          Table.row(
              "part",
              p.part().id(),
              p.part().name(),
              points(p.part().points()),
              p.state().code(),
              scored ? points(p.part().points().subtract(p.range().highest())) : "",
              scored ? points(p.range().lowest()) : "",
              scored ? points(p.range().highest()) : "",
              sum(p),
              String.join(" ", p.requirements())));
    }
    for (VetoResult v : score.vetoes()) {
      rows.add(
          Table.row(
              "veto",
              v.veto().part(),
              v.veto().name(),
              "",
              v.vetoed().code(),
              "",
              "",
              "",
              veto(v),
              ""));
    }
    rows.add(
        Table.row(
            "sum",
            "",
            score.scheme().title(),
            points(score.possible()),
            "",
            points(score.possible().subtract(score.sum().highest())),
            points(score.sum().lowest()),
            points(score.sum().highest()),
            total(),
            ""));
    rows.add(
        Table.row(
            "score",
            "",
            score.scheme().title(),
            score.score().isPresent() ? "100" : "",
            "",
            "",
            score.score().map(r -> points(r.lowest())).orElse(""),
            score.score().map(r -> points(r.highest())).orElse(""),
            line(),
            ""));
    return new Table(List.of(Message.of("report.csv-scores").in(lang).split(",")), rows);
  }

  private String t(String key, Object... arguments) {
    return Message.of("scoring." + key, arguments).in(lang);
  }
}
