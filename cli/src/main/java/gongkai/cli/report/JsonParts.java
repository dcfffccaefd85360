package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult.Barred;
import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.DeadLink;
import gongkai.AuditResult.FileResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.Notice;
import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.catalogue.Tailoring;
import gongkai.compare.Comparison;
import gongkai.judge.Finding;
import gongkai.match.Match;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.picture.Exhibits;
import gongkai.ruling.Ruling;
import gongkai.site.Kept;
import gongkai.snapshot.Access;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Unread;
import gongkai.waiver.Waiver;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The parts of {@code audit.json}, each a function of one record. */
final class JsonParts {
  private JsonParts() {}

  static <T> ArrayNode list(List<T> values, Function<T, ? extends JsonNode> part) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(v -> array.add(part.apply(v)));
    return array;
  }

  static ArrayNode messages(List<Message> messages) {
    return list(messages, JsonParts::message);
  }

  /** A sentence: its key for programs, its words for people. */
  static ObjectNode message(Message message) {
    return object()
        .put("key", message.key())
        .put("zh", message.in(Lang.ZH))
        .put("en", message.in(Lang.EN));
  }

  static ObjectNode tailoring(Tailoring t) {
    ObjectNode node = object().put("file", t.file()).put("sha256", t.digest()).put("off", t.offs());
    node.set(
        "changes",
        list(
            t.changes(),
            c ->
                object()
                    .put("id", c.id())
                    .put("change", c.key())
                    .put("before", c.before())
                    .put("after", c.after())
                    .put("reason", c.reason())
                    .put("line", c.line())));
    return node;
  }

  static ObjectNode crawl(CrawlInfo crawl) {
    ObjectNode node = object();
    node.put("start", crawl.start());
    node.set("hosts", strings(crawl.hosts()));
    node.set("allowedHosts", strings(crawl.allowedHosts()));
    node.put("startedAt", ChinaTime.of(crawl.startedAt()));
    node.put("robotsConsent", crawl.robotsConsent().isEmpty() ? null : crawl.robotsConsent());
    node.put("complete", crawl.complete());
    return node;
  }

  static ObjectNode coverage(Coverage c) {
    ObjectNode node =
        object()
            .put("wanted", c.wanted())
            .put("fetched", c.fetched())
            .put("notNeeded", c.notNeeded())
            .put("refusedByRobots", c.refusedByRobots())
            .put("refusedAsTrap", c.refusedAsTrap())
            .put("failed", c.failed())
            .put("cutByLimit", c.cutByLimit())
            .put("startReadable", c.startReadable());
    node.set(
        "cut",
        list(
            c.cut(),
            cut ->
                object()
                    .put("limit", cut.limit())
                    .put("value", cut.value())
                    .put("addresses", cut.addresses())
                    .put("example", cut.example())));
    node.set("access", list(c.access(), JsonParts::barred));
    node.set(
        "leftOut",
        list(
            c.leftOut(),
            left ->
                object()
                    .put("rule", left.rule())
                    .put("addresses", left.addresses())
                    .put("example", left.example())));
    node.set("unread", list(c.unread(), JsonParts::unread));
    return node;
  }

  private static ObjectNode barred(Barred b) {
    return object()
        .put("reason", b.access().code())
        .put("zh", b.access().words().in(Lang.ZH))
        .put("en", b.access().words().in(Lang.EN))
        .put("addresses", b.addresses())
        .put("example", b.example())
        .put("detail", b.detail());
  }

  private static ObjectNode unread(Unread u) {
    return object()
        .put("url", u.request().url())
        .put("form", u.request().form().orElse(null))
        .put("why", u.why().code())
        .put("access", u.access().map(Access::code).orElse(null))
        .put("detail", u.detail())
        .put("foundOn", u.foundOn());
  }

  static ObjectNode requirement(
      RequirementResult r, LocalDate asOf, Optional<Comparison> comparison, Exhibits exhibits) {
    ObjectNode node = object();
    node.put("itemId", r.item().id());
    node.put("requirementId", r.requirement().id());
    node.put("category", r.item().category());
    node.put("item", r.item().name());
    node.put("requirement", r.requirement().name());
    node.put("content", r.item().content());
    node.put("wording", r.requirement().wording());
    node.put("cadence", r.requirement().cadence().notation());
    node.set("rule", RuleJson.rule(r.requirement()));
    node.put("basis", Tables.code(r.requirement().cadence().basis()));
    node.put("form", Tables.code(r.item().form()));
    node.put("arises", r.requirement().event() ? "event" : null);
    node.put("statement", r.requirement().statement());
    node.put("law", r.requirement().law());
    ObjectNode offices = node.putObject("offices");
    offices.set("lead", strings(r.item().lead()));
    offices.set("support", strings(r.item().support()));
    node.put("verdict", r.verdict().name());
    node.put("severity", r.severity().code());
    node.put("gaps", r.gaps());
    node.put("pages", r.pages());
    node.put("newest", day(r.newest()));
    node.put("nextDue", day(r.nextDue()));
    node.put("evidenceUrl", r.evidenceUrl());
    node.set("notes", messages(r.notes()));
    node.set("considered", strings(r.considered()));
    node.put("consideredMore", r.consideredMore());
    node.set("findings", list(r.findings(), f -> finding(r, f, asOf, comparison, exhibits)));
    return node;
  }

  private static ObjectNode finding(
      RequirementResult r,
      Finding f,
      LocalDate asOf,
      Optional<Comparison> comparison,
      Exhibits exhibits) {
    OptionalInt late = DaysLate.of(f, asOf);
    ObjectNode node = object();
    node.put("verdict", f.verdict().name());
    node.put("severity", f.severity().code());
    node.put("gap", f.verdict().gap());
    node.put("period", f.period());
    node.put("trigger", day(f.trigger()));
    node.put("due", day(f.due()));
    node.put("published", day(f.published()));
    node.put("daysLate", late.isPresent() ? late.getAsInt() : null);
    node.put("title", f.title());
    node.put("url", f.url());
    node.put("documentNumber", f.documentNumber());
    node.put("status", comparison.flatMap(c -> c.of(f)).map(c -> c.status().code()).orElse(null));
    node.set("waiver", f.waiver().<JsonNode>map(JsonParts::waiver).orElse(nothing()));
    node.set("reason", message(f.reason()));
    node.set("quotation", f.verdict().gap() ? quotation(r, f) : nothing());
    node.set("skipped", list(f.skipped(), JsonParts::skipped));
    node.set("open", strings(f.open()));
    node.set("notes", messages(f.notes()));
    node.set("pictures", PictureJson.part(exhibits.of(r, f)));
    return node;
  }

  private static ObjectNode quotation(RequirementResult r, Finding f) {
    return object().put("zh", Quotation.of(r, f, Lang.ZH)).put("en", Quotation.of(r, f, Lang.EN));
  }

  private static ObjectNode waiver(Waiver w) {
    ObjectNode node = object();
    node.set("scope", strings(w.scope().notes()));
    return node.put("reason", w.reason())
        .put("approver", w.approver())
        .put("expires", w.expires().toString())
        .put("file", w.file())
        .put("line", w.line());
  }

  private static ObjectNode skipped(Skipped s) {
    return object().put("day", s.day().toString()).put("holiday", s.holiday());
  }

  static ObjectNode page(PageResult p) {
    ObjectNode node = object();
    node.put("url", p.url());
    node.put("httpStatus", p.status().isPresent() ? p.status().getAsInt() : null);
    node.put("title", p.title());
    node.put("rawTitle", p.rawTitle());
    node.set("section", strings(p.section()));
    node.set("published", p.published().<JsonNode>map(JsonParts::date).orElse(nothing()));
    node.set("rivals", list(p.rivals(), JsonParts::date));
    node.set(
        "documentDate",
        p.documentDate()
            .<JsonNode>map(
                d ->
                    object()
                        .put("date", d.date().toString())
                        .put("kind", Tables.code(d.kind()))
                        .put("text", d.text()))
            .orElse(nothing()));
    node.put("documentNumber", p.documentNumber());
    node.set("requirementIds", strings(p.requirementIds()));
    node.put("decision", p.decision().code());
    node.set("matches", list(p.matches(), JsonParts::match));
    node.set("below", list(p.below(), JsonParts::match));
    node.put("sha256", p.sha256().isEmpty() ? null : p.sha256());
    node.put("place", p.place().isEmpty() ? null : p.place());
    node.put("fetchedAt", p.fetchedAt().map(ChinaTime::of).orElse(null));
    node.set("notes", messages(p.notes()));
    node.set("files", list(p.files(), JsonParts::file));
    return node;
  }

  private static ObjectNode file(FileResult f) {
    return object()
        .put("url", f.url())
        .put("name", f.name())
        .put("format", f.format().shown())
        .put("size", f.size().isPresent() ? f.size().getAsLong() : null)
        .put("sha256", f.sha256().isEmpty() ? null : f.sha256())
        .put("text", f.state().map(Tables::code).orElse(null))
        .put("detail", f.detail().isEmpty() ? null : f.detail());
  }

  private static ObjectNode match(Match m) {
    ObjectNode node =
        object()
            .put("requirementId", m.requirementId())
            .put("decision", m.decision().code())
            .put("score", decimals(m.score()));
    node.set("ruling", m.ruling().<JsonNode>map(JsonParts::ruling).orElse(nothing()));
    node.set(
        "pieces",
        list(
            m.pieces(),
            p -> {
              ObjectNode piece = object().put("weight", decimals(p.weight()));
              piece.set("because", message(p.because()));
              return piece;
            }));
    return node;
  }

  private static ObjectNode ruling(Ruling r) {
    return object()
        .put("ruling", r.kind().code())
        .put("ruledBy", r.by())
        .put("ruledOn", r.on().toString())
        .put("comment", r.comment())
        .put("file", r.file())
        .put("line", r.line());
  }

  private static ObjectNode date(DateEvidence d) {
    return object()
        .put("date", d.date().toString())
        .put("source", d.source().code())
        .put("generated", d.source() == DateSource.GENERATED)
        .put("text", d.text());
  }

  static ObjectNode section(SectionResult s) {
    ObjectNode node = object().put("url", s.url());
    node.set("path", strings(s.path()));
    node.put("pages", s.pages());
    node.put("read", s.read());
    node.put("undated", s.undated());
    node.set("requirementIds", strings(s.requirementIds()));
    node.put("learnt", s.learnt());
    node.put("cut", s.cut().isEmpty() ? null : s.cut());
    node.put("sha256", s.kept().map(Kept::sha256).orElse(null));
    node.put("place", s.kept().map(Kept::place).orElse(null));
    node.put("fetchedAt", s.kept().map(k -> ChinaTime.of(k.fetchedAt())).orElse(null));
    return node;
  }

  static ObjectNode deadLink(DeadLink d) {
    ObjectNode node =
        object()
            .put("url", d.url())
            .put("httpStatus", d.status().isPresent() ? d.status().getAsInt() : null)
            .put("reason", d.reason())
            .put("foundOn", d.foundOn());
    node.set("section", strings(d.section()));
    return node.put("text", d.text());
  }

  static ObjectNode notice(Notice n) {
    ObjectNode node =
        object()
            .put("kind", n.kind().code())
            .put("severity", n.severity().code())
            .put("subject", n.subject())
            .put("url", n.url());
    node.set("because", message(n.because()));
    return node;
  }

  static ArrayNode strings(List<String> values) {
    return list(values, JsonNodeFactory.instance::textNode);
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  private static BigDecimal decimals(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
