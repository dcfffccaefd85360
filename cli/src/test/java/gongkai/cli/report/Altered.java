package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.DeadLink;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.catalogue.Catalogue;
import gongkai.judge.Finding;
import java.util.List;

/** An audit in which one thing is otherwise. */
final class Altered {
  private Altered() {}

  /** The start page could not be read. */
  static AuditResult unreadable(AuditResult audit) {
    Coverage c = audit.coverage();
    Coverage none =
        new Coverage(1, 0, 0, 0, 0, 1, 0, false, c.unread(), c.cut(), c.access(), c.leftOut());
    return copy(audit, audit.catalogue(), audit.requirements(), audit.sections(), none);
  }

  /** A requirement has other findings. */
  static AuditResult with(AuditResult audit, RequirementResult of, List<Finding> findings) {
    List<RequirementResult> requirements =
        audit.requirements().stream()
            .map(
                r ->
                    r != of
                        ? r
                        : new RequirementResult(
                            r.item(),
                            r.requirement(),
                            r.verdict(),
                            r.severity(),
                            findings,
                            r.pages(),
                            r.newest(),
                            r.nextDue(),
                            r.evidenceUrl(),
                            r.notes(),
                            r.considered(),
                            r.consideredMore()))
            .toList();
    return copy(audit, audit.catalogue(), requirements, audit.sections(), audit.coverage());
  }

  static AuditResult with(AuditResult audit, List<SectionResult> sections) {
    return copy(audit, audit.catalogue(), audit.requirements(), sections, audit.coverage());
  }

  /** The bureau has another name. */
  static AuditResult named(String bureau, AuditResult audit) {
    Catalogue c = audit.catalogue();
    Catalogue named =
        new Catalogue(
            c.name(),
            bureau,
            c.aliases(),
            c.start(),
            c.hosts(),
            c.general(),
            c.items(),
            c.digest(),
            c.origins(),
            c.tailoring());
    return copy(audit, named, audit.requirements(), audit.sections(), audit.coverage());
  }

  /** Its pages are copies of the first one with these titles. */
  static AuditResult titled(AuditResult audit, List<String> titles) {
    PageResult p = audit.pages().get(0);
    return pages(
        audit,
        titles.stream()
            .map(
                title ->
                    new PageResult(
                        p.url(),
                        p.status(),
                        title,
                        title,
                        p.section(),
                        p.published(),
                        p.rivals(),
                        p.documentDate(),
                        p.documentNumber(),
                        p.matches(),
                        p.below(),
                        p.decision(),
                        p.sha256(),
                        p.place(),
                        p.fetchedAt(),
                        p.notes(),
                        p.files()))
            .toList(),
        audit.deadLinks());
  }

  /** Its dead links lead to these addresses. */
  static AuditResult linked(AuditResult audit, List<String> urls) {
    DeadLink d = audit.deadLinks().get(0);
    return pages(
        audit,
        audit.pages(),
        urls.stream()
            .map(u -> new DeadLink(u, d.status(), d.reason(), d.foundOn(), d.section(), d.text()))
            .toList());
  }

  private static AuditResult pages(
      AuditResult audit, List<PageResult> pages, List<DeadLink> deadLinks) {
    return new AuditResult(
        audit.catalogue(),
        audit.since(),
        audit.asOf(),
        audit.crawl(),
        audit.snapshotDigest(),
        audit.requirements(),
        pages,
        audit.sections(),
        deadLinks,
        audit.coverage(),
        audit.eventsNotJudged(),
        audit.comparison(),
        audit.notices());
  }

  private static AuditResult copy(
      AuditResult audit,
      Catalogue catalogue,
      List<RequirementResult> requirements,
      List<SectionResult> sections,
      Coverage coverage) {
    return new AuditResult(
        catalogue,
        audit.since(),
        audit.asOf(),
        audit.crawl(),
        audit.snapshotDigest(),
        requirements,
        audit.pages(),
        sections,
        audit.deadLinks(),
        coverage,
        audit.eventsNotJudged(),
        audit.comparison(),
        audit.notices());
  }
}
