package gongkai.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.cli.report.JsonText;
import gongkai.cli.report.html.DaySum;
import gongkai.match.WouldMatch;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * An explanation as one JSON document: the parts of {@code audit.json} as they stand there, and
 * beside them what {@code explain} adds.
 */
final class ExplainJson {
  private static final String VERSION = "1.0";

  private ExplainJson() {}

  static String text(ReadAudit audit, What what) {
    ObjectNode root = object().put("schemaVersion", VERSION);
    ObjectNode of = root.putObject("audit");
    of.put("schemaVersion", audit.root().text("schemaVersion"));
    of.put("bureau", audit.root().text("bureau"));
    of.put("since", audit.since().toString());
    of.put("asOf", audit.asOf().toString());
    of.put("snapshot", audit.root().part("snapshot").text("sha256"));
    List<Part> requirements = what instanceof What.Requirements r ? r.all() : List.of();
    root.set("requirements", list(requirements, r -> requirement(audit, r)));
    root.set("page", what instanceof What.Page p ? page(audit, p.page()) : null);
    return JsonText.of(root);
  }

  private static ObjectNode requirement(ReadAudit audit, Part r) {
    String id = r.text("requirementId");
    ObjectNode node = object();
    node.set("requirement", r.node());
    node.set("sections", list(audit.sections(id), Part::node));
    node.set(
        "findings",
        list(
            r.parts("findings"),
            f -> {
              ObjectNode finding = object();
              finding.set(
                  "sum",
                  RequirementText.sum(audit, r, f).<JsonNode>map(ExplainJson::sum).orElse(null));
              finding.set("changes", list(WouldChange.of(audit, r, f), ExplainJson::change));
              Standing beside = new Standing(audit, Lang.ZH);
              finding.set(
                  "asked",
                  list(
                      beside.orders(f),
                      n ->
                          object()
                              .put("number", n.count("number"))
                              .put("office", n.text("office"))));
              finding.set("replies", list(beside.replied(f), Part::node));
              return finding;
            }));
    node.set(
        "considered",
        list(
            r.texts("considered").stream().flatMap(u -> audit.page(u).stream()).toList(),
            p -> scored(p, ReadAudit.match(p, id).<JsonNode>map(Part::node).orElse(null))));
    node.set(
        "runnerUp",
        RunnerUp.of(audit, r)
            .<JsonNode>map(
                up -> {
                  ObjectNode runnerUp = scored(up.page(), up.match().node());
                  runnerUp.put("missing", decimals(up.missing()));
                  runnerUp.set("changes", list(up.changes(), ExplainJson::would));
                  return runnerUp;
                })
            .orElse(null));
    return node;
  }

  private static ObjectNode scored(Part page, JsonNode match) {
    ObjectNode node = object().put("url", page.text("url")).put("title", page.text("title"));
    node.set("match", match);
    return node;
  }

  /** Every day of the weeks between trigger and due day, and what it is to the sum. */
  private static ObjectNode sum(DaySum sum) {
    ObjectNode node = object();
    node.put("trigger", sum.trigger().toString());
    node.put("workingDays", sum.count());
    node.put("due", sum.due().toString());
    node.set(
        "holidays",
        list(
            sum.holidays(),
            h -> {
              ObjectNode off = object().put("name", h.name());
              ArrayNode days = off.putArray("days");
              h.days().forEach(d -> days.add(d.toString()));
              return off;
            }));
    return node;
  }

  private static ObjectNode page(ReadAudit audit, Part page) {
    ObjectNode node = object();
    node.set("page", page.node());
    ObjectNode date = node.putObject("date");
    date.set("because", message(DateReasons.because(page)));
    date.set(
        "rivals",
        list(
            DateReasons.lost(page),
            l -> {
              ObjectNode rival = object();
              rival.set("date", l.date().node());
              rival.set("because", message(l.because()));
              return rival;
            }));
    ArrayNode changes = node.putArray("changes");
    for (String key : List.of("matches", "below")) {
      for (Part match : page.parts(key)) {
        audit
            .requirement(match.text("requirementId"))
            .ifPresent(
                r ->
                    RunnerUp.changes(match, r)
                        .forEach(
                            w ->
                                changes.add(
                                    would(w).put("requirementId", match.text("requirementId")))));
      }
    }
    return node;
  }

  private static ObjectNode change(Change change) {
    return message(change.message()).put("url", change.url());
  }

  private static ObjectNode would(WouldMatch w) {
    ObjectNode node = message(w.change());
    return node.put("score", decimals(w.score())).put("decision", w.decision().code());
  }

  private static ObjectNode message(Message message) {
    return object()
        .put("key", message.key())
        .put("zh", message.in(Lang.ZH))
        .put("en", message.in(Lang.EN));
  }

  private static <T> ArrayNode list(List<T> values, Function<T, ? extends JsonNode> part) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(v -> array.add(part.apply(v)));
    return array;
  }

  private static BigDecimal decimals(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
