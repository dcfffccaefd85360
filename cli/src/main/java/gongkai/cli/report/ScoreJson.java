package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.score.Scheme;
import gongkai.score.Scheme.Published;
import gongkai.score.Scheme.Which;
import gongkai.score.Score;
import gongkai.score.Score.Line;
import gongkai.score.Score.PartScore;
import gongkai.score.Score.Range;
import gongkai.score.Score.VetoResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A score with its arithmetic, as it stands in {@code audit.json}. */
final class ScoreJson {
  private ScoreJson() {}

  static JsonNode part(Optional<Score> score) {
    return score.<JsonNode>map(ScoreJson::score).orElse(nothing());
  }

  private static ObjectNode score(Score s) {
    Scheme scheme = s.scheme();
    ObjectNode node = object();
    node.put("scheme", scheme.name());
    node.put("title", scheme.title());
    node.set("source", scheme.published().map(ScoreJson::published).orElse(nothing()));
    node.put("notDue", scheme.notDue().code());
    node.set("score", s.score().<JsonNode>map(ScoreJson::range).orElse(nothing()));
    node.set("withWaived", s.withWaived().<JsonNode>map(ScoreJson::range).orElse(nothing()));
    node.put("possible", plain(s.possible()));
    node.set("sum", range(s.sum()));
    node.set("parts", JsonParts.list(s.parts(), ScoreJson::part));
    node.set("vetoes", JsonParts.list(s.vetoes(), ScoreJson::veto));
    return node;
  }

  private static JsonNode published(Published p) {
    return object()
        .put("title", p.title())
        .put("issuer", p.issuer())
        .put("number", p.number())
        .put("address", p.address())
        .put("note", p.note());
  }

  private static ObjectNode part(PartScore p) {
    ObjectNode node =
        object()
            .put("id", p.part().id())
            .put("name", p.part().name())
            .put("points", plain(p.part().points()))
            .put("state", p.state().code())
            .put("why", p.part().notJudged().isEmpty() ? null : p.part().notJudged());
    node.set("requirementIds", strings(p.requirements()));
    node.set("deductions", JsonParts.list(p.lines(), l -> line(l, p)));
    node.put("undecided", p.undecided()).put("waived", p.waived()).put("vetoed", p.vetoed());
    node.set("range", range(p.range()));
    return node;
  }

  private static ObjectNode line(Line l, PartScore of) {
    ObjectNode node = which(object(), l.deduction().which());
    node.put("per", l.deduction().per().code())
        .put("points", plain(l.deduction().points().orElse(of.part().points())))
        .put("atMost", l.deduction().atMost().map(ScoreJson::plain).orElse(null))
        .put("count", l.count())
        .put("amount", plain(l.amount()));
    node.set("requirementIds", strings(l.requirements()));
    return node;
  }

  private static ObjectNode which(ObjectNode node, Which which) {
    node.set("verdicts", strings(which.verdicts().stream().sorted().map(Verdict::name).toList()));
    node.set(
        "severities", strings(which.severities().stream().sorted().map(Severity::code).toList()));
    return node;
  }

  private static ObjectNode veto(VetoResult v) {
    ObjectNode node = object().put("name", v.veto().name());
    which(node, v.veto().which());
    return node.put("atLeast", v.veto().atLeast())
        .put("part", v.veto().part().isEmpty() ? null : v.veto().part())
        .put("vetoed", v.vetoed().code())
        .put("why", v.veto().notJudged().isEmpty() ? null : v.veto().notJudged())
        .put("count", v.count())
        .put("undecided", v.undecided());
  }

  private static ObjectNode range(Range r) {
    return object().put("lowest", plain(r.lowest())).put("highest", plain(r.highest()));
  }

  /** Without exponent and trailing zeros: JSON numbers stay exact. */
  private static BigDecimal plain(BigDecimal points) {
    return new BigDecimal(ScoreText.points(points));
  }

  private static JsonNode strings(List<String> values) {
    return JsonParts.list(values, JsonNodeFactory.instance::textNode);
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
