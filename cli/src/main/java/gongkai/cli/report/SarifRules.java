package gongkai.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.Notice;
import gongkai.cli.report.html.Phrases;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a SARIF log, and results that point to them. */
final class SarifRules {
  /** Grows when the same gap gets another fingerprint. */
  static final String FINGERPRINT = "gongkaiGap/v1";

  /** The law that every duty of disclosure rests on: 政府信息公开条例, State Council order 711. */
  private static final String LAW =
      "https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm";

  private final ReportInput of;
  private final Phrases words;
  private final Map<String, Integer> places = new TreeMap<>();
  private final ArrayNode rules = JsonNodeFactory.instance.arrayNode();

  SarifRules(ReportInput of) {
    this.of = of;
    this.words = new Phrases(of.lang());
    AuditResult audit = of.audit();
    audit.requirements().forEach(r -> add(r.requirement().id(), requirement(r)));
    audit.notices().stream().map(Notice::kind).distinct().forEach(k -> add(id(k), kind(k)));
    audit
        .comparison()
        .ifPresent(
            c ->
                c.left().stream()
                    .map(gone -> gone.before().orElseThrow().requirementId())
                    .filter(id -> !places.containsKey(id))
                    .distinct()
                    .forEach(id -> add(id, object().put("id", id))));
  }

  private void add(String id, ObjectNode rule) {
    places.put(id, rules.size());
    rules.add(rule);
  }

  static String id(Notice.Kind kind) {
    return "notice/" + kind.code();
  }

  /** The tool with all its rules. */
  ObjectNode driver() {
    ObjectNode driver =
        object().put("name", "gongkai").put("version", of.version()).put("language", words.tag());
    driver.set("rules", rules);
    return driver;
  }

  private ObjectNode requirement(RequirementResult r) {
    ObjectNode rule = object();
    rule.put("id", r.requirement().id());
    rule.put("name", PlainText.line(r.requirement().name()));
    rule.set(
        "shortDescription",
        SarifReport.text(
            PlainText.line(
                Stream.of(r.item().name(), r.requirement().name())
                    .distinct()
                    .collect(Collectors.joining(" · ")))));
    rule.set("fullDescription", SarifReport.text(PlainText.line(r.item().content())));
    List<String> help = new ArrayList<>();
    help.add(words.t("wording") + colonOnce() + PlainText.line(r.requirement().wording()));
    help.add(words.t("cadence") + words.t("colon") + words.cadence(r.requirement().cadence()));
    help.add(words.basis(r.requirement().cadence()));
    if (!r.requirement().law().isEmpty()) {
      help.add(words.t("law") + " " + PlainText.line(r.requirement().law()));
    }
    rule.set("help", SarifReport.text(String.join("\n", help)));
    rule.put("helpUri", LAW);
    ObjectNode properties = rule.putObject("properties");
    ArrayNode tags = properties.putArray("tags");
    tags.add(PlainText.line(r.item().category()));
    r.item().offices().stream().map(PlainText::line).distinct().forEach(tags::add);
    properties.put("item", r.item().id());
    properties.put("cadence", r.requirement().cadence().notation());
    properties.put("verdict", r.verdict().name());
    return rule;
  }

  /** The Chinese words for it end in a colon of their own. */
  private String colonOnce() {
    String said = words.t("wording");
    return said.endsWith("：") ? "" : words.t("colon");
  }

  private ObjectNode kind(Notice.Kind kind) {
    ObjectNode rule = object().put("id", id(kind));
    rule.set("shortDescription", SarifReport.text(of.say(Message.of("notice." + kind.code()))));
    rule.put("helpUri", LAW);
    return rule;
  }

  /** A result of a rule. */
  ObjectNode result(String ruleId, String level, String message) {
    ObjectNode result =
        object().put("ruleId", ruleId).put("ruleIndex", places.get(ruleId)).put("level", level);
    result.set("message", SarifReport.text(message));
    // an empty list says that somebody looked and nobody excused it; all results have one or none
    // has
    result.putArray("suppressions");
    return result;
  }

  /** SHA-256 of what makes two findings the same. */
  static String digest(List<String> identity) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String part : identity) {
        sha.update(part.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
