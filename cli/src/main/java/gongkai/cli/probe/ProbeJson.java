package gongkai.cli.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.cli.Version;
import gongkai.cli.crawl.RobotsSeen;
import gongkai.cli.crawl.Schemes.Certificate;
import gongkai.cli.crawl.Schemes.SchemeSeen;
import gongkai.cli.report.JsonText;
import gongkai.message.Lang;
import gongkai.page.date.DateEvidence;
import gongkai.probe.Cms;
import gongkai.probe.DatesSeen;
import gongkai.probe.Probe;
import gongkai.probe.Probe.UnknownPage;
import gongkai.probe.RequirementSeen;
import gongkai.probe.SectionSeen;
import gongkai.probe.Volume;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A probe for programs: one document, its schema is {@code rules/schemas/probe.schema.json}. Keys
 * are in a fixed order; an absent value is null.
 */
public final class ProbeJson {
  /** Grows in its first part when a reader of the old one would break. */
  static final String SCHEMA_VERSION = "1.0";

  private ProbeJson() {}

  /** The document, without a line feed at its end. */
  public static String text(ProbeReport report) {
    return JsonText.of(tree(report)).strip();
  }

  static ObjectNode tree(ProbeReport report) {
    Probe probe = report.probe();
    ObjectNode root = object();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.putObject("tool").put("name", "gongkai").put("version", Version.number());
    root.put("bureau", report.catalogue().bureau());
    root.putObject("catalogue")
        .put("name", report.catalogue().name())
        .put("sha256", report.catalogue().digest());
    root.put("start", probe.crawl().start());
    root.set("hosts", strings(probe.crawl().hosts()));
    root.put("startRead", probe.startRead());
    root.put("pages", probe.pages());
    root.put("maxPages", report.maxPages());
    root.set("systems", list(probe.systems(), ProbeJson::system));
    root.set("schemes", list(report.schemes(), ProbeJson::scheme));
    root.set("robots", list(report.robots(), ProbeJson::robots));
    root.set(
        "sitemaps",
        list(
            report.sitemaps(),
            s ->
                object()
                    .put("url", s.url())
                    .put("status", s.status())
                    .put("addresses", s.addresses())));
    root.set(
        "encodings",
        list(
            probe.encodings().entrySet(),
            e -> object().put("charset", e.getKey()).put("pages", e.getValue())));
    root.set("unknownPage", probe.unknownPage().map(ProbeJson::unknownPage).orElse(null));
    root.putObject("speed")
        .put("answers", report.speed().answers())
        .put("medianMillis", report.speed().median())
        .put("slowestMillis", report.speed().slowest());
    root.set("volume", volume(report));
    root.set(
        "troubles",
        list(
            probe.troubles(),
            t ->
                object()
                    .put("what", t.what())
                    .put("detail", t.detail())
                    .put("count", t.count())
                    .put("example", t.example())));
    root.set("dates", dates(probe.dates()));
    root.set("sections", list(probe.sections(), ProbeJson::section));
    root.set("requirements", list(probe.requirements(), ProbeJson::requirement));
    root.set(
        "otherHosts",
        list(
            probe.otherHosts().entrySet(),
            e -> {
              ObjectNode host = object().put("host", e.getKey());
              host.set("names", strings(e.getValue()));
              return host;
            }));
    root.putObject("sitePart").put("zh", yaml(probe, Lang.ZH)).put("en", yaml(probe, Lang.EN));
    return root;
  }

  private static String yaml(Probe probe, Lang lang) {
    return String.join("\n", SitePart.lines(probe, lang)) + "\n";
  }

  private static ObjectNode system(Cms cms) {
    ObjectNode node =
        object()
            .put("code", cms.code())
            .put("zh", cms.name(Lang.ZH))
            .put("en", cms.name(Lang.EN))
            .put("weight", cms.weight())
            .put("recognised", cms.recognised());
    node.set(
        "marks",
        list(
            cms.marks(),
            m ->
                object()
                    .put("place", m.place())
                    .put("mark", m.mark())
                    .put("weight", m.weight())
                    .put("count", m.pages())
                    .put("example", m.example())));
    return node;
  }

  private static ObjectNode scheme(SchemeSeen scheme) {
    ObjectNode node = object().put("origin", scheme.origin());
    node.put("status", number(scheme.status()));
    node.put("failure", scheme.failure());
    node.set("certificate", scheme.certificate().map(ProbeJson::certificate).orElse(null));
    return node;
  }

  private static ObjectNode certificate(Certificate c) {
    return object()
        .put("subject", c.subject())
        .put("issuer", c.issuer())
        .put("until", c.until().toString())
        .put("distrust", c.distrust())
        .put("nameFits", c.nameFits());
  }

  private static ObjectNode robots(RobotsSeen file) {
    ObjectNode node =
        object()
            .put("url", file.url())
            .put("status", file.status())
            .put("present", file.present())
            .put("rules", file.rules())
            .put("shut", file.shut())
            .put("delayMillis", file.delay().map(d -> d.toMillis()).orElse(null));
    node.set("sitemaps", strings(file.sitemaps()));
    return node;
  }

  private static ObjectNode unknownPage(UnknownPage page) {
    return object()
        .put("url", page.url())
        .put("status", number(page.status()))
        .put("location", page.location())
        .put("access", page.access())
        .put("title", page.title())
        .put("failure", page.failure())
        .put("told", page.told());
  }

  private static ObjectNode volume(ProbeReport report) {
    Volume v = report.probe().volume();
    return object()
        .put("lists", v.lists())
        .put("entries", v.entries())
        .put("openLists", v.openLists())
        .put("requestsEverything", v.everything())
        .put("minutesEverything", report.minutes(v.everything()))
        .put("requestsDecisive", v.decisive())
        .put("minutesDecisive", report.minutes(v.decisive()));
  }

  private static ObjectNode dates(DatesSeen dates) {
    ObjectNode node = object().put("articles", dates.articles()).put("undated", dates.undated());
    node.set(
        "sources",
        list(
            dates.sources(),
            s -> {
              ObjectNode source =
                  object()
                      .put("source", code(s.source()))
                      .put("present", s.present())
                      .put("chosen", s.chosen())
                      .put("conflicts", s.conflicts());
              source.set("example", s.example().map(ProbeJson::conflict).orElse(null));
              return source;
            }));
    return node;
  }

  private static ObjectNode conflict(DatesSeen.Conflict c) {
    ObjectNode node = object().put("url", c.url());
    node.set("chosen", date(c.chosen()));
    node.set("other", date(c.other()));
    return node;
  }

  private static ObjectNode date(DateEvidence d) {
    return object()
        .put("date", d.date().toString())
        .put("source", code(d.source()))
        .put("text", d.text());
  }

  private static ObjectNode section(SectionSeen s) {
    ObjectNode node = object().put("url", s.url());
    node.set("path", strings(s.path()));
    node.put("state", code(s.state()));
    node.put("failure", s.failure());
    node.put("kind", code(s.kind()));
    node.set(
        "requirements",
        list(
            s.roles().entrySet(),
            e -> object().put("id", e.getKey()).put("role", code(e.getValue()))));
    node.put("learnt", s.learnt());
    node.set(
        "list",
        s.list()
            .map(
                l ->
                    object()
                        .put("mechanism", l.mechanism())
                        .put("rows", l.rows())
                        .put("announced", l.announced().orElse(null))
                        .put("goes", code(l.goes()))
                        .put("detail", l.detail()))
            .orElse(null));
    node.put("shown", s.shown());
    node.set(
        "hints",
        list(
            s.hints().entrySet(),
            e -> object().put("requirementId", e.getKey()).put("titles", e.getValue())));
    return node;
  }

  private static ObjectNode requirement(RequirementSeen r) {
    ObjectNode node = object().put("id", r.id()).put("name", r.name()).put("found", r.found());
    node.set("own", strings(r.own()));
    node.set("shared", strings(r.shared()));
    return node;
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static <T> ArrayNode list(Collection<T> values, Function<T, ? extends JsonNode> part) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(v -> array.add(part.apply(v)));
    return array;
  }

  private static ArrayNode strings(List<String> values) {
    return list(values, JsonNodeFactory.instance::textNode);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
