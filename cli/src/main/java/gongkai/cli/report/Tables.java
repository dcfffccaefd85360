package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.judge.Finding;
import gongkai.match.Match;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The six tables of an audit. Codes are the same in every language; headers, reasons and notes are
 * in the files' language. Rows keep the order of the result: requirements as in the catalogue, gaps
 * by requirement, then period, trigger and address, everything else by address.
 */
final class Tables {
  private static final int CANDIDATES = 3;

  private final AuditResult audit;
  private final Lang lang;

  Tables(AuditResult audit, Lang lang) {
    this.audit = audit;
    this.lang = lang;
  }

  /** Every table by its name, which is its file's without the ending. */
  Map<String, Table> all() {
    Map<String, Table> tables = new LinkedHashMap<>();
    tables.put("items", items());
    tables.put("gaps", gaps());
    tables.put("pages", pages());
    tables.put("review", review());
    tables.put("links", links());
    tables.put("notices", notices());
    audit.score().ifPresent(score -> tables.put("scores", new ScoreText(score, lang).table()));
    return tables;
  }

  /** One row per requirement. */
  Table items() {
    List<List<String>> rows = new ArrayList<>();
    for (RequirementResult r : audit.requirements()) {
      rows.add(
          Table.row(
              r.item().id(),
              r.requirement().id(),
              r.item().category(),
              r.item().name(),
              r.requirement().name(),
              r.requirement().cadence().notation(),
              offices(r),
              r.verdict().name(),
              r.severity().code(),
              r.gaps(),
              r.pages(),
              day(r.newest()),
              day(r.nextDue()),
              r.evidenceUrl(),
              sentences(r.notes())));
    }
    return new Table(header("items"), rows);
  }

  /** One row per finding that is a gap. */
  Table gaps() {
    List<List<String>> rows = new ArrayList<>();
    for (RequirementResult r : audit.requirements()) {
      for (Finding f : r.findings()) {
        if (f.verdict().gap()) {
          rows.add(gap(r, f));
        }
      }
    }
    return new Table(header("gaps"), rows);
  }

  private List<String> gap(RequirementResult r, Finding f) {
    OptionalInt late = DaysLate.of(f, audit.asOf());
    String waiver = f.waiver().map(w -> w.inShort().in(lang)).orElse("");
    String status = audit.comparison().flatMap(c -> c.of(f)).map(c -> c.status().code()).orElse("");
    return Table.row(
        r.item().id(),
        r.requirement().id(),
        r.item().category(),
        r.item().name(),
        r.requirement().name(),
        offices(r),
        f.verdict().name(),
        f.severity().code(),
        f.period(),
        day(f.trigger()),
        day(f.due()),
        day(f.published()),
        late.isPresent() ? late.getAsInt() : "",
        f.title(),
        f.url(),
        f.reason().in(lang),
        waiver,
        status);
  }

  /** One row per page read or known from a listing. */
  Table pages() {
    List<List<String>> rows = new ArrayList<>();
    for (PageResult p : audit.pages()) {
      boolean fetched = p.status().isPresent();
      rows.add(
          Table.row(
              p.url(),
              fetched ? p.status().getAsInt() : "",
              p.title(),
              section(p.section()),
              day(p.published().map(d -> d.date())),
              p.published().map(d -> d.source().code()).orElse("none"),
              p.published().map(d -> d.text()).orElse(""),
              day(p.documentDate().map(d -> d.date())),
              p.documentNumber(),
              String.join(" ", p.requirementIds()),
              p.decision().code(),
              p.matches().isEmpty() ? "" : score(p.bestFirst().get(0).score()),
              fetched ? p.sha256() : "",
              fetched ? p.fetchedAt().map(ChinaTime::of).orElse("") : ""));
    }
    return new Table(header("pages"), rows);
  }

  /** The pages between the thresholds, each with its best candidates and room for a ruling. */
  Table review() {
    List<List<String>> rows = new ArrayList<>();
    for (PageResult p : audit.pages()) {
      if (p.decision() != Match.Decision.CANDIDATE) {
        continue;
      }
      List<Object> cells = new ArrayList<>();
      cells.add(p.url());
      cells.add(p.title());
      cells.add(section(p.section()));
      cells.add(day(p.published().map(d -> d.date())));
      List<Match> best = p.bestFirst();
      for (int i = 0; i < CANDIDATES; i++) {
        boolean there = i < best.size();
        cells.add(there ? best.get(i).requirementId() : "");
        cells.add(there ? score(best.get(i).score()) : "");
        cells.add(there ? pieces(best.get(i)) : "");
      }
      // ruling, ruled_requirement, ruled_by, ruled_on, comment: for the inspector to fill in
      cells.addAll(List.of("", "", "", "", ""));
      rows.add(Table.row(cells.toArray()));
    }
    return new Table(header("review"), rows);
  }

  /** Dead links and attachments. */
  Table links() {
    List<List<String>> rows = new ArrayList<>();
    for (AuditResult.DeadLink link : audit.deadLinks()) {
      rows.add(
          Table.row(
              link.url(),
              link.status().isPresent() ? link.status().getAsInt() : "",
              link.reason(),
              link.foundOn(),
              section(link.section()),
              link.text()));
    }
    return new Table(header("links"), rows);
  }

  /** Findings that are no requirement's. */
  Table notices() {
    List<List<String>> rows = new ArrayList<>();
    for (Notice n : audit.notices()) {
      rows.add(
          Table.row(
              n.kind().code(), n.severity().code(), n.subject(), n.url(), n.because().in(lang)));
    }
    return new Table(header("notices"), rows);
  }

  private List<String> header(String table) {
    return Arrays.asList(Message.of("report.csv-" + table).in(lang).split(","));
  }

  private String sentences(List<Message> messages) {
    return messages.stream()
        .map(m -> m.in(lang))
        .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
  }

  /** Words first: a cell that began with a sign would need an apostrophe. */
  private String pieces(Match match) {
    return match.pieces().stream()
        .map(p -> p.because().in(lang) + " " + signed(p.weight()))
        .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
  }

  static String offices(RequirementResult r) {
    return String.join(";", r.item().offices());
  }

  static String section(List<String> path) {
    return String.join(" > ", path);
  }

  static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  /** Two decimals, half up, with a point. */
  static String score(double score) {
    return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  static String signed(double weight) {
    return (weight < 0 ? "" : "+") + score(weight);
  }

  /** Lower-case name of an enum constant, as rule files and outputs spell it. */
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
