package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.compare.Trend;
import gongkai.compare.Trend.Point;

/** A trend for programs; its schema is {@code rules/schemas/trend.schema.json}. */
public final class TrendJson {
  private TrendJson() {}

  /** One JSON document. */
  public static String text(Trend trend) {
    ObjectNode root = object();
    root.put("schemaVersion", "1.0");
    root.put("bureau", trend.bureau());
    root.set("audits", JsonParts.list(trend.points(), TrendJson::point));
    root.set("requirements", JsonParts.list(trend.rows(), TrendJson::row));
    return JsonText.of(root);
  }

  private static JsonNode point(Point point) {
    ObjectNode node =
        object().put("since", point.since().toString()).put("asOf", point.asOf().toString());
    ObjectNode verdicts = node.putObject("requirementsByVerdict");
    point.verdicts().forEach((verdict, count) -> verdicts.put(verdict.name(), count));
    node.put("gaps", point.gaps());
    if (point.changes().isEmpty()) {
      node.putNull("changes");
    } else {
      ObjectNode changes = node.putObject("changes");
      point.changes().get().forEach((status, count) -> changes.put(status.code(), count));
    }
    return node;
  }

  private static JsonNode row(Trend.Row row) {
    ObjectNode node =
        object().put("requirementId", row.requirementId()).put("requirement", row.name());
    ArrayNode verdicts = node.putArray("verdicts");
    row.verdicts().forEach(v -> verdicts.add(v.map(Enum::name).orElse(null)));
    return node;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
