package gongkai.cli.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.Notice;
import gongkai.cli.Failure;
import gongkai.compare.Judged;
import gongkai.compare.Shrinking;
import gongkai.compare.Standing;
import gongkai.compare.Standing.Duty;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import gongkai.rectify.Asked;
import gongkai.rectify.Earlier;
import gongkai.rectify.OfficeNotice;
import gongkai.rectify.Reply;
import gongkai.rectify.Role;
import gongkai.rectify.Ruling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads an earlier audit's {@code audit.json} back, as far as two audits are compared. Reads every
 * file of the same first part of {@link AuditJson#SCHEMA_VERSION}.
 */
public final class AuditFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NAME = "audit.json";

  private final Path file;

  private AuditFile(Path file) {
    this.file = file;
  }

  /**
   * How the bureau stood.
   *
   * @param given folder of an audit, or its {@code audit.json}
   * @throws Failure exit code 2 naming file and field
   */
  public static Standing read(Path given) {
    return earlier(given).standing();
  }

  /** How the bureau stood, what offices were asked to cure and what they replied. */
  public static Earlier earlier(Path given) {
    Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
    try {
      AuditFile audit = new AuditFile(file);
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      Standing standing = audit.standing(root);
      // files before version 1.2 have none
      JsonNode asked = root.path("rectification");
      return asked.isMissingNode()
          ? new Earlier(standing, List.of(), List.of())
          : new Earlier(standing, audit.offices(asked), audit.replies(asked));
    } catch (JsonProcessingException e) {
      throw Failure.usage(
          Message.of("compare.noJson", file, Math.max(1, e.getLocation().getLineNr())));
    } catch (IOException e) {
      throw Failure.usage(Message.of("compare.noAudit", given, file));
    }
  }

  /**
   * The same file as a smaller baseline; it says by which audit it was shrunk.
   *
   * @param given a sound file: {@link #read} has read it
   */
  public static byte[] shrunk(Path given, Shrinking by, LocalDate asOf) {
    Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
    try {
      ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
      new AuditFile(file).shrink(root, by, asOf);
      return JsonText.of(root).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw Failure.usage(Message.of("compare.noAudit", given, file));
    }
  }

  private void shrink(ObjectNode root, Shrinking by, LocalDate asOf) {
    JsonNode requirements = node(root, "", "requirements");
    for (int i = 0; i < requirements.size(); i++) {
      ObjectNode r = (ObjectNode) requirements.get(i);
      String at = "/requirements/" + i;
      String id = text(r, at, "requirementId");
      Iterator<JsonNode> findings = node(r, at, "findings").elements();
      int gaps = 0;
      while (findings.hasNext()) {
        Judged finding = finding(id, findings.next(), at + "/findings");
        if (by.dropped().contains(finding)) {
          findings.remove();
        } else if (finding.verdict().gap()) {
          gaps++;
        }
      }
      r.put("gaps", gaps);
    }
    Iterator<JsonNode> notices = root.path("notices").elements();
    while (notices.hasNext()) {
      JsonNode n = notices.next();
      Notice.Key key =
          new Notice.Key(
              n.path("kind").asText(), n.path("subject").asText(), n.path("url").asText());
      if (by.goneNotices().contains(key)) {
        notices.remove();
      }
    }
    ObjectNode summary = (ObjectNode) node(root, "", "summary");
    summary.put("gaps", by.kept().size());
    ObjectNode severities = summary.putObject("gapsBySeverity");
    for (Severity severity : Severity.values()) {
      if (severity != Severity.NONE) {
        severities.put(
            severity.code(), by.kept().stream().filter(g -> g.severity() == severity).count());
      }
    }
    root.putObject("shrunk").put("by", asOf.toString()).put("gaps", by.dropped().size());
  }

  private Standing standing(JsonNode root) {
    String version = text(root, "", "schemaVersion");
    if (!part(version).equals(part(AuditJson.SCHEMA_VERSION))) {
      throw Failure.usage(
          Message.of("compare.version", file, version, part(AuditJson.SCHEMA_VERSION)));
    }
    Map<String, Duty> duties = new LinkedHashMap<>();
    List<Judged> findings = new ArrayList<>();
    JsonNode requirements = node(root, "", "requirements");
    for (int i = 0; i < requirements.size(); i++) {
      JsonNode r = requirements.get(i);
      String at = "/requirements/" + i;
      String id = text(r, at, "requirementId");
      duties.put(id, new Duty(text(r, at, "requirement"), text(r, at, "cadence"), verdict(r, at)));
      JsonNode list = node(r, at, "findings");
      for (int f = 0; f < list.size(); f++) {
        findings.add(finding(id, list.get(f), at + "/findings/" + f));
      }
    }
    JsonNode window = node(root, "", "window");
    return new Standing(
        text(root, "", "bureau"),
        text(node(root, "", "crawl"), "/crawl", "start"),
        day(window, "/window", "since").orElseThrow(() -> wrong("/window/since")),
        day(window, "/window", "asOf").orElseThrow(() -> wrong("/window/asOf")),
        duties,
        findings,
        notices(root.path("notices")));
  }

  private List<OfficeNotice> offices(JsonNode asked) {
    List<OfficeNotice> notices = new ArrayList<>();
    JsonNode list = node(asked, "/rectification", "notices");
    for (int i = 0; i < list.size(); i++) {
      String at = "/rectification/notices/" + i;
      JsonNode gaps = node(list.get(i), at, "asked");
      List<Asked> own = new ArrayList<>();
      for (int g = 0; g < gaps.size(); g++) {
        own.add(asked(gaps.get(g), at + "/asked/" + g));
      }
      notices.add(
          new OfficeNotice(
              node(list.get(i), at, "number").asInt(),
              text(list.get(i), at, "office"),
              own,
              List.of()));
    }
    return notices;
  }

  private Asked asked(JsonNode gap, String at) {
    return new Asked(
        text(gap, at, "gapId"),
        one(Role.values(), Role::code, gap, at, "role"),
        day(gap, at, "by").orElseThrow(() -> wrong(at + "/by")),
        node(gap, at, "provisional").asBoolean(),
        day(gap, at, "first").orElseThrow(() -> wrong(at + "/first")));
  }

  private List<Reply> replies(JsonNode asked) {
    List<Reply> replies = new ArrayList<>();
    JsonNode list = node(asked, "/rectification", "replies");
    for (int i = 0; i < list.size(); i++) {
      JsonNode r = list.get(i);
      String at = "/rectification/replies/" + i;
      replies.add(
          new Reply(
              text(r, at, "gapId"),
              text(r, at, "office"),
              text(r, at, "reply"),
              text(r, at, "repliedBy"),
              day(r, at, "repliedOn"),
              node(r, at, "ruling").isNull()
                  ? Optional.empty()
                  : Optional.of(one(Ruling.values(), Ruling::code, r, at, "ruling")),
              text(r, at, "ruledBy"),
              day(r, at, "ruledOn"),
              text(r, at, "comment"),
              day(r, at, "given").orElseThrow(() -> wrong(at + "/given"))));
    }
    return replies;
  }

  private <T> T one(T[] values, Function<T, String> code, JsonNode of, String at, String key) {
    String word = text(of, at, key);
    return Arrays.stream(values)
        .filter(v -> code.apply(v).equals(word))
        .findFirst()
        .orElseThrow(() -> wrong(at + "/" + key));
  }

  /** Files before version 1.2 have none. */
  private Set<Notice.Key> notices(JsonNode list) {
    Set<Notice.Key> keys = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String at = "/notices/" + i;
      keys.add(
          new Notice.Key(
              text(list.get(i), at, "kind"),
              text(list.get(i), at, "subject"),
              text(list.get(i), at, "url")));
    }
    return keys;
  }

  private Judged finding(String requirement, JsonNode f, String at) {
    return new Judged(
        requirement,
        verdict(f, at),
        severity(f, at),
        text(f, at, "period"),
        day(f, at, "trigger"),
        day(f, at, "due"),
        day(f, at, "published"),
        text(f, at, "title"),
        text(f, at, "url"),
        text(f, at, "documentNumber"),
        f.path("waiver").isObject());
  }

  private Verdict verdict(JsonNode of, String at) {
    return one(Verdict.values(), Verdict::name, of, at, "verdict");
  }

  private Severity severity(JsonNode of, String at) {
    return one(Severity.values(), Severity::code, of, at, "severity");
  }

  private Optional<LocalDate> day(JsonNode of, String at, String key) {
    if (node(of, at, key).isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text(of, at, key)));
    } catch (DateTimeParseException e) {
      throw wrong(at + "/" + key);
    }
  }

  private String text(JsonNode of, String at, String key) {
    JsonNode value = node(of, at, key);
    if (!value.isTextual()) {
      throw wrong(at + "/" + key);
    }
    return value.asText();
  }

  private JsonNode node(JsonNode of, String at, String key) {
    JsonNode value = of.path(key);
    if (value.isMissingNode()) {
      throw wrong(at + "/" + key);
    }
    return value;
  }

  private Failure wrong(String pointer) {
    return Failure.usage(Message.of("compare.field", file, pointer));
  }

  private static String part(String version) {
    return version.split("\\.", 2)[0];
  }
}
