package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.cadence.WorkingCalendar.Deadline;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.Requirement;
import gongkai.cli.RuleFiles;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import gongkai.message.Message;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.page.date.DatedText;
import gongkai.site.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A made-up audit by the bundled catalogue of as many pages and gaps as asked for, with titles,
 * addresses, sections and sums as long as real ones. Half of the gaps are late documents, each with
 * a page and a sum of twenty working days; the others are missing periods of every requirement.
 */
public final class LargeAudit {
  private static final String SITE = "http://www.example.gov.cn/col/col88018/art/2026/";
  private static final Instant FETCHED = Instant.parse("2026-10-31T17:31:07Z");
  private static final WorkingCalendar CALENDAR = RuleFiles.calendar(Optional.empty());

  private final Catalogue catalogue = RuleFiles.catalogue(RuleFiles.DEFAULT);
  private final List<Requirement> requirements = catalogue.requirements();
  private final List<PageResult> pages = new ArrayList<>();
  private final int gaps;

  private LargeAudit(int pages, int gaps) {
    this.gaps = gaps;
    for (int i = 0; i < pages; i++) {
      // every tenth page is a document of 2.1, so that its gaps have a page each
      String id =
          i % 10 == 0 ? "2.1" : requirements.get((i * 7 + i / 10) % requirements.size()).id();
      this.pages.add(page(i, id));
    }
    this.pages.sort(Comparator.comparing(PageResult::url));
  }

  public static AuditResult of(int pages, int gaps) {
    return new LargeAudit(pages, gaps).audit();
  }

  private AuditResult audit() {
    AuditResult small = SampleAudit.full();
    List<RequirementResult> results = new ArrayList<>();
    for (Item item : catalogue.items()) {
      item.requirements().forEach(r -> results.add(result(item, r)));
    }
    return new AuditResult(
        catalogue,
        small.since(),
        small.asOf(),
        small.crawl(),
        small.snapshotDigest(),
        results,
        pages,
        requirements.stream().map(LargeAudit::section).toList(),
        List.of(),
        small.coverage(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private RequirementResult result(Item item, Requirement r) {
    List<PageResult> own = pages.stream().filter(p -> p.requirementIds().contains(r.id())).toList();
    List<Finding> findings = new ArrayList<>();
    if (r.id().equals("2.1")) {
      own.stream().limit(gaps / 2).forEach(p -> findings.add(late(p)));
    } else {
      List<Requirement> others = requirements.stream().filter(o -> !o.id().equals("2.1")).toList();
      for (int i = others.indexOf(r); i < gaps - gaps / 2; i += others.size()) {
        findings.add(missing(r, i));
      }
    }
    findings.sort(Comparator.comparing(Finding::period).thenComparing(Finding::url));
    Verdict verdict =
        findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.COMPLIANT);
    return new RequirementResult(
        item,
        r,
        verdict,
        findings.isEmpty() ? Severity.NONE : Severity.VIOLATION,
        findings,
        own.size(),
        Optional.of(LocalDate.parse("2026-09-30")),
        Optional.empty(),
        own.isEmpty() ? "" : own.get(0).url(),
        List.of(),
        own.stream().limit(20).map(PageResult::url).toList(),
        Math.max(0, own.size() - 20));
  }

  private static Finding late(PageResult page) {
    LocalDate signed = page.documentDate().orElseThrow().date();
    Deadline due = CALENDAR.due(signed, 20);
    LocalDate published = page.published().orElseThrow().date();
    return new Finding(
        "2.1",
        Verdict.LATE,
        Severity.VIOLATION,
        "",
        Optional.of(signed),
        Optional.of(due.day()),
        Optional.of(published),
        page.title(),
        page.url(),
        page.documentNumber(),
        Message.of(
            "judge.late.within",
            page.title(),
            Message.of("judge.trigger.document"),
            signed,
            due.day(),
            20,
            Message.of("judge.working-days"),
            published,
            published.toEpochDay() - due.day().toEpochDay()),
        due.skipped(),
        List.of(),
        List.of());
  }

  private static Finding missing(Requirement r, int number) {
    String period = (2025 - number / 500) + "-" + (number % 12 < 9 ? "0" : "") + (number % 12 + 1);
    LocalDate due = LocalDate.parse("2026-02-14");
    return new Finding(
        r.id(),
        Verdict.MISSING,
        Severity.VIOLATION,
        period,
        Optional.empty(),
        Optional.of(due),
        Optional.empty(),
        "",
        "",
        "",
        Message.of("judge.missing.period", r.name(), period, due, LocalDate.parse("2026-10-31")),
        List.of(),
        List.of(),
        List.of());
  }

  private static SectionResult section(Requirement r) {
    return new SectionResult(
        SITE + "column_" + r.id() + "/index.html",
        path(r.id()),
        200,
        200,
        0,
        List.of(r.id()),
        false,
        "",
        Optional.of(new Kept("cd".repeat(32), "crawl.warc.gz:1234567", FETCHED)));
  }

  private static List<String> path(String id) {
    return List.of("政府信息公开", "法定主动公开内容", "重点领域信息公开", "第" + id + "项信息公开栏目");
  }

  private static PageResult page(int number, String id) {
    LocalDate signed = LocalDate.parse("2025-11-03").plusDays(number % 180);
    LocalDate published = signed.plusDays(60);
    String address = SITE + "art_" + String.format("%08x", number * 2654435761L) + "_89021.html";
    return new PageResult(
        address,
        OptionalInt.of(200),
        "关于印发示例市人力资源和社会保障局第" + number + "号就业创业与社会保险工作实施方案的通知",
        "",
        path(id),
        Optional.of(new DateEvidence(published, DateSource.LABEL, "发布时间：" + published + " 10:20")),
        List.of(new DateEvidence(published, DateSource.LISTING, published.toString())),
        Optional.of(new DatedText(signed, DatedText.Kind.DOCUMENT_TABLE, "成文日期：" + signed)),
        "示人社发〔2026〕" + number + "号",
        List.of(
            new Match(
                id,
                Match.Decision.MATCHED,
                0.9,
                List.of(
                    new Match.Piece(0.7, Message.of("match.own", String.join(" > ", path(id)))),
                    new Match.Piece(0.2, Message.of("match.title", "关于*通知"))))),
        List.of(),
        Match.Decision.MATCHED,
        String.format("%064x", number),
        "crawl.warc.gz:" + (1_000_000 + number * 997),
        Optional.of(FETCHED),
        List.of(),
        List.of());
  }
}
