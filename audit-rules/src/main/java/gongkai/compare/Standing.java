package gongkai.compare;

import gongkai.AuditResult;
import gongkai.Notice;
import gongkai.judge.Verdict;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a bureau stood in one audit, as far as two audits compare it.
 *
 * @param site start address
 * @param since last day before the window
 * @param asOf last day judged
 * @param duties by requirement id, in the catalogue's order
 * @param findings also those that are no gaps, in the audit's order
 */
public record Standing(
    String bureau,
    String site,
    LocalDate since,
    LocalDate asOf,
    Map<String, Duty> duties,
    List<Judged> findings,
    Set<Notice.Key> notices) {
  public Standing {
    duties = Collections.unmodifiableMap(new LinkedHashMap<>(duties));
    findings = List.copyOf(findings);
    notices = Set.copyOf(notices);
  }

  /**
   * A requirement.
   *
   * @param name of the requirement
   * @param cadence the rule's notation: another one is another rule
   */
  public record Duty(String name, String cadence, Verdict verdict) {}

  public static Standing of(AuditResult audit) {
    Map<String, Duty> duties = new LinkedHashMap<>();
    audit
        .requirements()
        .forEach(
            r ->
                duties.put(
                    r.requirement().id(),
                    new Duty(
                        r.requirement().name(),
                        r.requirement().cadence().notation(),
                        r.verdict())));
    return new Standing(
        audit.catalogue().bureau(),
        audit.crawl().start(),
        audit.since(),
        audit.asOf(),
        duties,
        audit.requirements().stream().flatMap(r -> r.findings().stream()).map(Judged::of).toList(),
        audit.notices().stream().map(Notice::key).collect(Collectors.toSet()));
  }

  List<Judged> gaps() {
    return findings.stream().filter(f -> f.verdict().gap()).toList();
  }

  Optional<Duty> duty(String requirementId) {
    return Optional.ofNullable(duties.get(requirementId));
  }
}
