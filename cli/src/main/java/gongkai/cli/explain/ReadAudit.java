package gongkai.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Failure;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An audit as its {@code audit.json} tells it. */
final class ReadAudit {
  private static final String NAME = "audit.json";
  private static final int MAJOR = 1;

  /** The first minor version that says what pages came near to. */
  private static final int MINOR = 2;

  private final Part root;
  private final List<Part> requirements;
  private final List<Part> pages;
  private final List<Part> sections;
  private final Map<String, Part> byIdentity = new LinkedHashMap<>();

  private ReadAudit(Part root) {
    this.root = root;
    this.requirements = root.parts("requirements");
    this.pages = root.parts("pages");
    this.sections = root.parts("sections");
    pages.forEach(p -> byIdentity.putIfAbsent(identity(p.text("url")), p));
  }

  /**
   * Reads an audit.
   *
   * @param given its folder, or its {@code audit.json}
   * @throws Failure exit code 2 naming file and field
   */
  static ReadAudit read(Path given) {
    Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
    try {
      Part root = new Part(file, "", new ObjectMapper().readTree(Files.readAllBytes(file)));
      version(root);
      return new ReadAudit(root);
    } catch (JsonProcessingException e) {
      throw Failure.usage(
          Message.of("compare.noJson", file, Math.max(1, e.getLocation().getLineNr())));
    } catch (IOException e) {
      throw Failure.usage(Message.of("compare.noAudit", given, file));
    }
  }

  private static void version(Part root) {
    String version = root.text("schemaVersion");
    String[] parts = version.split("\\.");
    boolean numbers = version.matches("\\d{1,6}\\.\\d{1,6}");
    if (!numbers || Integer.parseInt(parts[0]) != MAJOR || Integer.parseInt(parts[1]) < MINOR) {
      throw Failure.usage(Message.of("explain.version", root.file(), version, MAJOR + "." + MINOR));
    }
  }

  Part root() {
    return root;
  }

  Part window() {
    return root.part("window");
  }

  LocalDate asOf() {
    return window().day("asOf").orElseThrow(() -> malformed("/window/asOf"));
  }

  LocalDate since() {
    return window().day("since").orElseThrow(() -> malformed("/window/since"));
  }

  private Failure malformed(String pointer) {
    return Failure.usage(Message.of("compare.field", root.file(), pointer));
  }

  List<Part> requirements() {
    return requirements;
  }

  List<Part> pages() {
    return pages;
  }

  Part coverage() {
    return root.part("coverage");
  }

  /** Sections that stand for a requirement: those its rule names, and those learnt. */
  List<Part> sections(String requirementId) {
    return sections.stream()
        .filter(s -> s.texts("requirementIds").contains(requirementId))
        .toList();
  }

  /** Sections that nobody knows the meaning of and that were not read to their end. */
  List<Part> unknownCut() {
    return sections.stream()
        .filter(s -> s.texts("requirementIds").isEmpty() && !s.textOrEmpty("cut").isEmpty())
        .toList();
  }

  Optional<Part> section(String address) {
    return sections.stream()
        .filter(s -> identity(s.text("url")).equals(identity(address)))
        .findFirst();
  }

  Optional<Part> requirement(String id) {
    return requirements.stream().filter(r -> r.text("requirementId").equals(id)).findFirst();
  }

  /** The page of an address; scheme and session ids do not matter. */
  Optional<Part> page(String address) {
    return Optional.ofNullable(byIdentity.get(identity(address)));
  }

  /** What tells pages apart: the canonical address without its scheme. */
  static String identity(String address) {
    String whole = address.contains("://") ? address : "http://" + address;
    return Addresses.canonical(whole).map(Addresses::identity).orElse(address);
  }

  /** What a page's score for a requirement is made of; empty if nothing spoke for it. */
  static Optional<Part> match(Part page, String requirementId) {
    return java.util.stream.Stream.concat(
            page.parts("matches").stream(), page.parts("below").stream())
        .filter(m -> m.text("requirementId").equals(requirementId))
        .findFirst();
  }
}
