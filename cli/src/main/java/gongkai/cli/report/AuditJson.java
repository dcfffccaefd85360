package gongkai.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import java.nio.charset.StandardCharsets;

/**
 * {@code audit.json}: all that an audit found, for programs. Its schema is {@code
 * rules/schemas/audit.schema.json}. Sentences stand in both languages, so that the file is the same
 * whatever the language of the other files; keys are in a fixed order; an absent value is null.
 */
final class AuditJson {
  /** Grows in its first part when a reader of the old one would break. */
  static final String SCHEMA_VERSION = "1.0";

  private AuditJson() {}

  static byte[] bytes(AuditResult audit, String toolVersion) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.putObject("tool").put("name", "gongkai").put("version", toolVersion);
    root.put("bureau", audit.catalogue().bureau());
    root.putObject("catalogue")
        .put("name", audit.catalogue().name())
        .put("sha256", audit.catalogue().digest());
    root.putObject("window")
        .put("since", audit.since().toString())
        .put("firstDay", audit.since().plusDays(1).toString())
        .put("asOf", audit.asOf().toString());
    root.putObject("snapshot").put("sha256", audit.snapshotDigest());
    root.set("crawl", JsonParts.crawl(audit.crawl()));
    root.set("summary", summary(audit));
    root.set("coverage", JsonParts.coverage(audit.coverage()));
    root.set(
        "requirements",
        JsonParts.list(audit.requirements(), r -> JsonParts.requirement(r, audit.asOf())));
    root.set("pages", JsonParts.list(audit.pages(), JsonParts::page));
    root.set("sections", JsonParts.list(audit.sections(), JsonParts::section));
    root.set("deadLinks", JsonParts.list(audit.deadLinks(), JsonParts::deadLink));
    root.set("eventsNotJudged", JsonParts.messages(audit.eventsNotJudged()));
    return write(root);
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
    ObjectNode severities = node.putObject("gapsBySeverity");
    for (Severity severity : Severity.values()) {
      if (severity != Severity.NONE) {
        severities.put(
            severity.code(),
            audit.requirements().stream()
                .flatMap(r -> r.findings().stream())
                .filter(f -> f.verdict().gap() && f.severity() == severity)
                .count());
      }
    }
    return node;
  }

  private static byte[] write(ObjectNode root) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    ObjectMapper mapper = new ObjectMapper(new JsonFactory().setCharacterEscapes(new Escapes()));
    try {
      String text = mapper.writer(printer).writeValueAsString(root);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of plain values", impossible);
    }
  }

  /**
   * Escapes what an editor or terminal would obey instead of show: controls beyond ASCII, line
   * separators, bidirectional controls, and surrogates, so that half a pair from a broken page
   * survives too.
   */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      boolean escape =
          Character.isISOControl(c)
              || c == 0x2028
              || c == 0x2029
              || c == 0xFEFF
              || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
              || PlainText.bidi(c);
      return escape ? new SerializedString("\\u" + hex(c)) : null;
    }

    private static String hex(int c) {
      String digits = Integer.toHexString(c);
      return "0".repeat(4 - digits.length()) + digits;
    }
  }
}
