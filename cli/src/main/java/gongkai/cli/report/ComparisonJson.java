package gongkai.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.compare.Change;
import gongkai.compare.Comparison;
import gongkai.compare.Judged;
import gongkai.compare.Standing;
import gongkai.compare.Status;
import java.util.Optional;

/** What became of the gaps, for programs. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** The whole comparison; its schema is {@code rules/schemas/diff.schema.json}. */
  public static String text(Comparison comparison, Standing earlier, Standing later) {
    ObjectNode root = object();
    root.put("schemaVersion", "1.0");
    root.put("bureau", later.bureau());
    root.set("old", window(earlier));
    root.set("new", window(later));
    root.set("counts", counts(comparison));
    root.set("changes", JsonParts.list(comparison.changes(), ComparisonJson::change));
    return JsonText.of(root);
  }

  /** As it stands in {@code audit.json}: counts, and the gaps that are gaps no more. */
  static JsonNode part(Optional<Comparison> comparison) {
    if (comparison.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode node = object();
    node.put("baselineAsOf", comparison.get().before().toString());
    node.set("counts", counts(comparison.get()));
    node.set("gone", JsonParts.list(comparison.get().left(), ComparisonJson::change));
    return node;
  }

  private static ObjectNode counts(Comparison comparison) {
    ObjectNode counts = object();
    for (Status status : Status.values()) {
      counts.put(status.code(), comparison.with(status).size());
    }
    return counts;
  }

  private static ObjectNode window(Standing standing) {
    return object()
        .put("site", standing.site())
        .put("since", standing.since().toString())
        .put("asOf", standing.asOf().toString());
  }

  private static ObjectNode change(Change change) {
    ObjectNode node = object();
    node.put("status", change.status().code());
    node.put("requirementId", change.shown().requirementId());
    node.set("before", judged(change.before()));
    node.set("now", judged(change.now()));
    return node;
  }

  private static JsonNode judged(Optional<Judged> finding) {
    if (finding.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    Judged f = finding.get();
    return object()
        .put("verdict", f.verdict().name())
        .put("severity", f.severity().code())
        .put("period", f.period())
        .put("trigger", JsonParts.day(f.trigger()))
        .put("due", JsonParts.day(f.due()))
        .put("published", JsonParts.day(f.published()))
        .put("title", f.title())
        .put("url", f.url())
        .put("documentNumber", f.documentNumber())
        .put("waived", f.waived());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
