package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.compare.Judged;
import gongkai.judge.Finding;
import gongkai.rectify.Asked;
import gongkai.rectify.GapIds;
import gongkai.rectify.OfficeNotice;
import gongkai.rectify.Outcome;
import gongkai.rectify.Rectification;
import gongkai.rectify.Rectification.Order;
import gongkai.rectify.Reply;
import gongkai.rectify.Ruling;

/** The parts of {@code audit.json} that the next audit needs to follow a notice up. */
final class RectificationJson {
  private RectificationJson() {}

  /** What was asked of whom, what became of it, what was replied. */
  static ObjectNode part(Rectification r) {
    ObjectNode node = object();
    node.set("order", r.order().map(RectificationJson::order).orElse(nothing()));
    node.set("notices", JsonParts.list(r.notices(), RectificationJson::notice));
    node.set("outcomes", JsonParts.list(r.outcomes(), RectificationJson::outcome));
    node.set("replies", JsonParts.list(r.replies(), RectificationJson::reply));
    return node;
  }

  /** Puts the ids of the gaps to their findings. */
  static void label(JsonNode requirements, AuditResult audit) {
    GapIds ids = Rectification.ids(audit);
    for (int i = 0; i < audit.requirements().size(); i++) {
      RequirementResult r = audit.requirements().get(i);
      for (int f = 0; f < r.findings().size(); f++) {
        Finding finding = r.findings().get(f);
        String id = finding.verdict().gap() ? ids.of(Judged.of(finding)) : null;
        ((ObjectNode) requirements.get(i).get("findings").get(f)).put("gapId", id);
      }
    }
  }

  private static JsonNode order(Order o) {
    return object()
        .put("within", o.within().notation())
        .put("by", o.by().toString())
        .put("provisional", o.provisional());
  }

  private static ObjectNode notice(OfficeNotice n) {
    ObjectNode node = object().put("number", n.number()).put("office", n.office());
    node.set("asked", JsonParts.list(n.asked(), a -> asked(object(), a)));
    node.set("toCheck", JsonParts.list(n.toCheck(), JsonNodeFactory.instance::textNode));
    return node;
  }

  private static ObjectNode asked(ObjectNode node, Asked a) {
    return node.put("gapId", a.gapId())
        .put("role", a.role().code())
        .put("by", a.by().toString())
        .put("provisional", a.provisional())
        .put("first", a.first().toString());
  }

  private static ObjectNode outcome(Outcome o) {
    return asked(object().put("office", o.office()), o.asked())
        .put("requirementId", o.gap().requirementId())
        .put("period", o.gap().period())
        .put("title", o.gap().title())
        .put("url", o.gap().url())
        .put("verdict", o.gap().verdict().name())
        .put("now", o.now().isEmpty() ? null : o.now())
        .put("status", o.status().code())
        .put("outcome", o.kind().code())
        .put("done", JsonParts.day(o.done()));
  }

  private static ObjectNode reply(Reply r) {
    return object()
        .put("gapId", r.gapId())
        .put("office", r.office())
        .put("reply", r.reply())
        .put("repliedBy", r.repliedBy())
        .put("repliedOn", JsonParts.day(r.repliedOn()))
        .put("ruling", r.ruling().map(Ruling::code).orElse(null))
        .put("ruledBy", r.ruledBy())
        .put("ruledOn", JsonParts.day(r.ruledOn()))
        .put("comment", r.comment())
        .put("given", r.given().toString());
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
