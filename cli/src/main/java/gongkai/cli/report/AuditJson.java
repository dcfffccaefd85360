package gongkai.cli.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Catalogue;
import gongkai.cli.ExitDecision;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.picture.Exhibits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code audit.json}: all that an audit found, for programs. Its schema is {@code
 * rules/schemas/audit.schema.json}. Sentences stand in both languages, so that the file is the same
 * whatever the language of the other files; keys are in a fixed order; an absent value is null.
 */
final class AuditJson {
  /** Grows in its first part when a reader of the old one would break. */
  static final String SCHEMA_VERSION = "1.3";

  private AuditJson() {}

  static byte[] bytes(AuditResult audit, String toolVersion) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.putObject("tool").put("name", "gongkai").put("version", toolVersion);
    root.put("bureau", audit.catalogue().bureau());
    ObjectNode catalogue =
        root.putObject("catalogue")
            .put("name", audit.catalogue().name())
            .put("sha256", audit.catalogue().digest());
    if (!audit.catalogue().tailoring().changes().isEmpty()) {
      catalogue.set("tailoring", JsonParts.tailoring(audit.catalogue().tailoring()));
    }
    List<Catalogue> beside = audit.catalogue().beside();
    if (!beside.isEmpty()) {
      catalogue.set(
          "beside",
          JsonParts.list(
              beside,
              c ->
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("name", c.name())
                      .put("sha256", c.digest())));
    }
    root.putObject("window")
        .put("since", audit.since().toString())
        .put("firstDay", audit.since().plusDays(1).toString())
        .put("asOf", audit.asOf().toString());
    root.putObject("snapshot").put("sha256", audit.snapshotDigest());
    root.set("crawl", JsonParts.crawl(audit.crawl()));
    root.set("summary", summary(audit));
    root.set("comparison", ComparisonJson.part(audit.comparison()));
    root.set("coverage", JsonParts.coverage(audit.coverage()));
    Exhibits exhibits = Exhibits.of(audit);
    root.set(
        "requirements",
        JsonParts.list(
            audit.requirements(),
            r -> JsonParts.requirement(r, audit.asOf(), audit.comparison(), exhibits)));
    RectificationJson.label(root.get("requirements"), audit);
    root.set("pages", JsonParts.list(audit.pages(), JsonParts::page));
    root.set("sections", JsonParts.list(audit.sections(), JsonParts::section));
    root.set("deadLinks", JsonParts.list(audit.deadLinks(), JsonParts::deadLink));
    root.set("eventsNotJudged", JsonParts.messages(audit.eventsNotJudged()));
    root.set("notices", JsonParts.list(audit.notices(), JsonParts::notice));
    root.set("rectification", RectificationJson.part(audit.rectification()));
    root.set("score", ScoreJson.part(audit.score()));
    return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode summary(AuditResult audit) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("requirements", audit.requirements().size());
    node.put("gaps", audit.requirements().stream().mapToInt(RequirementResult::gaps).sum());
    ObjectNode verdicts = node.putObject("requirementsByVerdict");
    for (Verdict verdict : Verdict.values()) {
      verdicts.put(
          verdict.name(),
          audit.requirements().stream().filter(r -> r.verdict() == verdict).count());
    }
    bySeverity(node.putObject("gapsBySeverity"), ExitDecision.gaps(audit));
    Map<Severity, Integer> waived = ExitDecision.waived(audit);
    node.put("waived", waived.values().stream().mapToInt(Integer::intValue).sum());
    bySeverity(node.putObject("waivedBySeverity"), waived);
    return node;
  }

  private static void bySeverity(ObjectNode node, Map<Severity, Integer> counts) {
    for (Severity severity : Severity.values()) {
      if (severity != Severity.NONE) {
        node.put(severity.code(), counts.getOrDefault(severity, 0));
      }
    }
  }
}
