package gongkai;

import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.input.Source;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import gongkai.message.Message;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.snapshot.CrawlInfo;
import gongkai.waiver.Scope;
import gongkai.waiver.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** An audit as a test writes it down: a catalogue, findings and pages, without any site. */
public final class MadeAudit {
  private static final String SITE = "http://x/";

  private final Catalogue catalogue;
  private final LocalDate asOf;
  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final List<PageResult> pages = new ArrayList<>();

  public MadeAudit(Catalogue catalogue, LocalDate asOf) {
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /** A catalogue of items as YAML has them. */
  public static Catalogue catalogue(String... items) {
    String yaml = "bureau: 局\nitems:\n" + String.join("\n", items) + "\n";
    return RulesOnDisk.sound(CatalogueReader.read("made", List.of(Source.of("made.yaml", yaml))));
  }

  /**
   * Findings of one requirement, separated by " | "; each a verdict, then what it has: p=period
   * t=trigger d=due pub=published u=address n=document number s=severity, and the word waived.
   */
  public MadeAudit finds(String requirement, String words) {
    Arrays.stream(words.split(" \\| "))
        .filter(w -> !w.isBlank())
        .map(w -> finding(requirement, w))
        .forEach(f -> findings.computeIfAbsent(requirement, r -> new ArrayList<>()).add(f));
    return this;
  }

  /** A page matched to a requirement. */
  public MadeAudit page(String requirement, String published) {
    Match match = new Match(requirement, Match.Decision.MATCHED, 1, List.of());
    pages.add(
        new PageResult(
            SITE + "page" + pages.size(),
            OptionalInt.of(200),
            "页面",
            "页面",
            List.of(),
            Optional.of(new DateEvidence(LocalDate.parse(published), DateSource.LABEL, published)),
            List.of(),
            Optional.empty(),
            "",
            List.of(match),
            List.of(),
            Match.Decision.MATCHED,
            "",
            "",
            Optional.empty(),
            List.of(),
            List.of()));
    return this;
  }

  public AuditResult audit() {
    List<RequirementResult> results = new ArrayList<>();
    for (Item item : catalogue.items()) {
      for (Requirement requirement : item.requirements()) {
        results.add(result(item, requirement));
      }
    }
    return new AuditResult(
        catalogue,
        asOf.minusYears(1),
        asOf,
        new CrawlInfo(SITE, List.of("x"), List.of(), Instant.EPOCH, "", true),
        "0".repeat(64),
        results,
        pages,
        List.of(),
        List.of(),
        new Coverage(1, 1, 0, 0, 0, 0, 0, true, List.of(), List.of(), List.of(), List.of()),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private RequirementResult result(Item item, Requirement requirement) {
    List<Finding> own = findings.getOrDefault(requirement.id(), List.of());
    Comparator<Severity> rising = Comparator.naturalOrder();
    return new RequirementResult(
        item,
        requirement,
        own.stream().map(Finding::verdict).max(Comparator.naturalOrder()).orElse(Verdict.NOT_DUE),
        own.stream().map(Finding::severity).max(rising).orElse(Severity.NONE),
        own,
        0,
        Optional.empty(),
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        0);
  }

  private static Finding finding(String requirement, String words) {
    Map<String, String> parts = new HashMap<>();
    List<String> all = List.of(words.strip().split(" +"));
    all.stream()
        .filter(p -> p.contains("="))
        .map(p -> p.split("=", 2))
        .forEach(p -> parts.put(p[0], p[1]));
    Verdict verdict = Verdict.valueOf(all.get(0));
    Finding finding =
        new Finding(
            requirement,
            verdict,
            severity(verdict, parts.getOrDefault("s", "violation")),
            parts.getOrDefault("p", ""),
            day(parts.get("t")),
            day(parts.get("d")),
            day(parts.get("pub")),
            "",
            parts.containsKey("u") ? SITE + parts.get("u") : "",
            parts.getOrDefault("n", ""),
            Message.of("judge.note.statement"),
            List.of(),
            List.of(),
            List.of());
    return all.contains("waived") ? finding.waived(Optional.of(waiver(requirement))) : finding;
  }

  private static Severity severity(Verdict verdict, String words) {
    return switch (verdict) {
      case COMPLIANT, NOT_DUE -> Severity.NONE;
      case REVIEW -> Severity.REVIEW;
      case UNREACHABLE -> Severity.INCOMPLETE;
      case STALE, LATE, EMPTY, MISSING ->
          Severity.valueOf(words.toUpperCase(java.util.Locale.ROOT));
    };
  }

  private static Optional<LocalDate> day(String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }

  private static Waiver waiver(String requirement) {
    return new Waiver(
        requirement, Scope.WHOLE, "理由", "批准人", LocalDate.parse("2099-12-31"), "waivers.yaml", 1);
  }
}
