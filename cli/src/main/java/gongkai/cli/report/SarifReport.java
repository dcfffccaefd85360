package gongkai.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.catalogue.Catalogue;
import gongkai.cli.ExitCode;
import gongkai.cli.ExitDecision;
import gongkai.compare.Change;
import gongkai.compare.Judged;
import gongkai.compare.Status;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * {@code audit.sarif}, SARIF 2.1.0: a rule per requirement and per kind of notice, a result per gap
 * and per notice. A gap of the earlier audit that is none any more is a result that is absent.
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final ReportInput of;
  private final SarifRules rules;

  private SarifReport(ReportInput of) {
    this.of = of;
    this.rules = new SarifRules(of);
  }

  static byte[] bytes(ReportInput of) {
    return JsonText.of(new SarifReport(of).log()).getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode log() {
    ObjectNode log = object().put("$schema", SCHEMA).put("version", "2.1.0");
    log.putArray("runs").add(run());
    return log;
  }

  private ObjectNode run() {
    AuditResult audit = of.audit();
    ObjectNode run = object();
    run.putObject("tool").set("driver", rules.driver());
    // what is audited again and again: the site by the catalogue
    run.putObject("automationDetails")
        .put("id", "gongkai/" + audit.catalogue().name() + "/" + WebUri.of(audit.crawl().start()))
        .set("description", text(PlainText.line(audit.catalogue().bureau())));
    run.putArray("invocations").add(invocation());
    run.put("language", of.lang() == Lang.ZH ? "zh-CN" : "en");
    run.put("columnKind", "unicodeCodePoints");
    ArrayNode results = run.putArray("results");
    of.gaps().forEach(gap -> results.add(result(gap)));
    audit.notices().forEach(notice -> results.add(result(notice)));
    audit.comparison().ifPresent(c -> c.left().forEach(gone -> absent(gone, results)));
    ObjectNode properties = run.putObject("properties");
    properties.put("firstDay", audit.since().plusDays(1).toString());
    properties.put("asOf", audit.asOf().toString());
    properties.put("baselineAsOf", audit.comparison().map(c -> c.before().toString()).orElse(null));
    properties.put("snapshotSha256", audit.snapshotDigest());
    properties.put("catalogueSha256", audit.catalogue().digest());
    for (Catalogue c : audit.catalogue().beside()) {
      properties.put("beside/" + PlainText.line(c.name()) + "/sha256", c.digest());
    }
    properties.put("failOn", of.failOn().code());
    return run;
  }

  /** How it ended; what was not read is said here, so that nothing passes in silence. */
  private ObjectNode invocation() {
    ExitDecision decision = of.decision();
    ObjectNode invocation =
        object()
            .put("executionSuccessful", decision.code() != ExitCode.INCOMPLETE)
            .put("exitCode", decision.code().code())
            .put("exitCodeDescription", of.say(decision.because()));
    ArrayNode notes = invocation.putArray("toolExecutionNotifications");
    GapText words = new GapText(of);
    notes.add(note("note", words.coverage(), of.audit().crawl().start()));
    of.audit()
        .coverage()
        .cut()
        .forEach(
            cut ->
                notes.add(
                    note(
                        "warning",
                        of.say(
                            Message.of(
                                "summary.cut",
                                cut.limit() + " " + cut.value(),
                                cut.addresses(),
                                cut.example())),
                        cut.example())));
    of.audit()
        .coverage()
        .access()
        .forEach(a -> notes.add(note("warning", of.say(a.access().words()), a.example())));
    return invocation;
  }

  private ObjectNode note(String level, String words, String url) {
    ObjectNode note = object().put("level", level);
    note.set("message", text(words));
    note.putArray("locations").add(location(url));
    return note;
  }

  private ObjectNode result(GapView gap) {
    Finding f = gap.finding();
    RequirementResult r = gap.of();
    Judged judged = Judged.of(f);
    ObjectNode result = rules.result(f.requirementId(), level(f.severity()), of.say(f.reason()));
    ObjectNode location = location(place(f.url(), r));
    location.putArray("logicalLocations").add(duty(r, f.period()));
    result.putArray("locations").add(location);
    if (!f.open().isEmpty()) {
      ArrayNode related = result.putArray("relatedLocations");
      f.open().forEach(url -> related.add(location(url)));
    }
    fingerprint(result, judged);
    gap.status().ifPresent(s -> result.put("baselineState", state(s)));
    f.waiver()
        .ifPresent(
            w ->
                result
                    .withArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", of.say(w.inShort())));
    ObjectNode properties = properties(result, judged);
    properties.put("counts", gap.counts());
    properties.put("daysLate", gap.daysLate().isPresent() ? gap.daysLate().getAsInt() : null);
    properties.put("status", gap.status().map(Status::code).orElse(null));
    return result;
  }

  private ObjectNode result(Notice notice) {
    ObjectNode result =
        rules.result(
            SarifRules.id(notice.kind()), level(notice.severity()), of.say(notice.because()));
    result.putArray("locations").add(location(notice.url()));
    result
        .putObject("partialFingerprints")
        .put(
            SarifRules.FINGERPRINT,
            SarifRules.digest(
                List.of(notice.key().kind(), notice.key().subject(), notice.key().url())));
    of.audit()
        .comparison()
        .ifPresent(c -> result.put("baselineState", c.isNew(notice) ? "new" : "unchanged"));
    result
        .putObject("properties")
        .put("severity", notice.severity().code())
        .put("subject", PlainText.line(notice.subject()))
        .put("counts", of.counts(notice));
    return result;
  }

  private void absent(Change gone, ArrayNode results) {
    Judged before = gone.before().orElseThrow();
    String words =
        of.say(ComparisonText.word(gone.status()))
            + of.say(Message.of("report.colon"))
            + of.say(Message.of("report.verdict-" + before.verdict().name()));
    ObjectNode result = rules.result(before.requirementId(), level(before.severity()), words);
    Optional<RequirementResult> requirement =
        of.audit().requirements().stream()
            .filter(r -> r.requirement().id().equals(before.requirementId()))
            .findFirst();
    result
        .putArray("locations")
        .add(location(requirement.map(r -> place(before.url(), r)).orElse(before.url())));
    fingerprint(result, before);
    result.put("baselineState", "absent");
    properties(result, before).put("counts", false).put("status", gone.status().code());
    results.add(result);
  }

  private static void fingerprint(ObjectNode result, Judged judged) {
    result
        .putObject("partialFingerprints")
        .put(SarifRules.FINGERPRINT, SarifRules.digest(List.of(judged.identity())));
  }

  /** What the baseline's own words for it are. */
  private static String state(Status status) {
    return switch (status) {
      case NEW -> "new";
      case WORSE -> "updated";
      case OPEN, PAST, UNKNOWN -> "unchanged";
      case CLOSED, LAPSED -> "absent";
    };
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "error";
      case WARNING -> "warning";
      case INCOMPLETE, ADVICE, REVIEW -> "note";
      case NONE -> "none";
    };
  }

  private static ObjectNode properties(ObjectNode result, Judged f) {
    ObjectNode properties = result.putObject("properties");
    properties.put("verdict", f.verdict().name());
    properties.put("severity", f.severity().code());
    properties.put("period", f.period());
    properties.put("trigger", JsonParts.day(f.trigger()));
    properties.put("due", JsonParts.day(f.due()));
    properties.put("published", JsonParts.day(f.published()));
    properties.put("title", PlainText.line(f.title()));
    properties.put("documentNumber", PlainText.line(f.documentNumber()));
    return properties;
  }

  /** The requirement, and the period where one is judged, as a place in the catalogue. */
  private static ObjectNode duty(RequirementResult r, String period) {
    String id = r.requirement().id();
    return object()
        .put("name", PlainText.line(r.requirement().name()))
        .put("fullyQualifiedName", period.isEmpty() ? id : id + "/" + period)
        .put("kind", "requirement");
  }

  /** The page judged, else what decided the requirement, else a section named for it. */
  private String place(String url, RequirementResult r) {
    if (WebUri.web(url)) {
      return url;
    }
    if (WebUri.web(r.evidenceUrl())) {
      return r.evidenceUrl();
    }
    return of.audit().sections().stream()
        .filter(s -> s.requirementIds().contains(r.requirement().id()))
        .map(AuditResult.SectionResult::url)
        .findFirst()
        .orElse("");
  }

  /** A page; the start page where there is none. */
  private ObjectNode location(String url) {
    ObjectNode location = object();
    location
        .putObject("physicalLocation")
        .putObject("artifactLocation")
        .put("uri", WebUri.of(WebUri.web(url) ? url : of.audit().crawl().start()));
    return location;
  }

  static ObjectNode text(String words) {
    // a result without words is none
    return object().put("text", words.isBlank() ? "—" : words);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
