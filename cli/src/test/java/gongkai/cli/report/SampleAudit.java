package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.AuditResult.Barred;
import gongkai.AuditResult.Coverage;
import gongkai.AuditResult.Cut;
import gongkai.AuditResult.DeadLink;
import gongkai.AuditResult.FileResult;
import gongkai.AuditResult.LeftOut;
import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.AuditResult.SectionResult;
import gongkai.Notice;
import gongkai.cadence.Every;
import gongkai.cadence.WorkingCalendar.Skipped;
import gongkai.catalogue.Cadence;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Cadence.Unlabelled;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.Item;
import gongkai.catalogue.MatchRule;
import gongkai.catalogue.Origins;
import gongkai.catalogue.Requirement;
import gongkai.catalogue.Tailoring;
import gongkai.compare.Judged;
import gongkai.compare.Standing;
import gongkai.judge.Finding;
import gongkai.judge.Severity;
import gongkai.judge.Verdict;
import gongkai.match.Match;
import gongkai.message.Message;
import gongkai.page.FileFormat;
import gongkai.page.PageRequest;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.page.date.DatedText;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Picture.Why;
import gongkai.picture.Pictures;
import gongkai.site.Kept;
import gongkai.snapshot.Access;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A made-up audit by hand: small, with every verdict and every severity, and hostile titles. */
public final class SampleAudit {
  public static final LocalDate SINCE = LocalDate.parse("2025-10-31");
  public static final LocalDate AS_OF = LocalDate.parse("2026-10-31");
  public static final String SITE = "http://rsj.example.gov.cn";

  /** Titles that try to run as script, formula or layout. */
  public static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://evil.example\",\"点此\")",
          "</title></script><script>document.title='ran'</script>",
          "\"><img src=x onerror=\"document.title='ran'\">",
          "关于\u202Eabc\u202C的通知\u0007\n第二行",
          "'; document.title='ran'; //{{7*7}}${7*7}<!--",
          "@SUM(1+1)*cmd|' /C calc'!A0");

  private static final MatchRule RULE =
      new MatchRule(
          List.of("部门文件"), List.of(), false, List.of("通知"), List.of(), true, List.of(), "", false);

  private SampleAudit() {}

  public static AuditResult full() {
    List<RequirementResult> results = new ArrayList<>();
    results.add(
        result(
            "1.1",
            "机构职能",
            "机构概况（三定方案）",
            new Cadence.Continuous(OptionalInt.empty(), OptionalInt.empty(), false),
            false,
            List.of(finding("1.1", Verdict.COMPLIANT, Severity.NONE, "", "在位", 0))));
    results.add(
        result(
            "2.1",
            "政策文件",
            "部门文件",
            new Cadence.Within(new Days(20, true), Cadence.Trigger.DOCUMENT),
            false,
            List.of(late(), review(), reviewHostile())));
    results.add(
        result(
            "2.2c",
            "政策文件",
            "规范性文件制发主体清单",
            new Cadence.Periodic(
                Every.YEAR,
                Optional.of("06-30"),
                Unlabelled.DURING,
                Basis.TEXT,
                OptionalInt.empty()),
            false,
            List.of(
                period("2.2c", Verdict.MISSING, Severity.VIOLATION, "2026", "2026-06-30", ""))));
    results.add(
        result(
            "4.2",
            "重大决策预公开",
            "决策结果反馈",
            new Cadence.Continuous(OptionalInt.of(12), OptionalInt.empty(), false),
            true,
            List.of(finding("4.2", Verdict.EMPTY, Severity.WARNING, "", "栏目已开设，栏目内无信息", 0))));
    results.add(
        result(
            "5.1",
            "规划计划",
            "专项规划",
            new Cadence.Continuous(OptionalInt.of(66), OptionalInt.empty(), false),
            false,
            List.of(finding("5.1", Verdict.STALE, Severity.ADVICE, "", "更新早于限期", 0))));
    results.add(
        result(
            "8.1",
            "执行落实",
            "政府工作报告执行落实情况",
            new Cadence.Periodic(
                Every.QUARTER,
                Optional.empty(),
                Unlabelled.AFTER,
                Basis.PRACTICE,
                OptionalInt.empty()),
            false,
            List.of(
                period("8.1", Verdict.COMPLIANT, Severity.NONE, "2025Q4", "2026-01-31", "01-12"),
                period("8.1", Verdict.LATE, Severity.WARNING, "2026Q1", "2026-04-30", "05-06"),
                period("8.1", Verdict.COMPLIANT, Severity.NONE, "2026Q2", "2026-07-31", "07-08"),
                period("8.1", Verdict.MISSING, Severity.WARNING, "2026Q3", "2026-10-31", ""))));
    results.add(
        result(
            "12.2",
            "民生保障",
            "社会保险基金运行",
            new Cadence.Periodic(
                Every.MONTH,
                Optional.of("end+45d"),
                Unlabelled.AFTER,
                Basis.PRACTICE,
                OptionalInt.empty()),
            false,
            months()));
    results.add(
        result(
            "13.2",
            "行政执法公示",
            "执法事后公开",
            new Cadence.Continuous(OptionalInt.of(6), OptionalInt.empty(), true),
            true,
            List.of(
                finding(
                    "13.2",
                    Verdict.UNREACHABLE,
                    Severity.INCOMPLETE,
                    "",
                    "栏目第2页起多次返回503，未能读完，不作缺失认定",
                    0))));
    results.add(
        result(
            "14.1",
            "法治建设",
            "法治建设工作情况报告",
            new Cadence.Periodic(
                Every.YEAR,
                Optional.of("next 03-31"),
                Unlabelled.AFTER,
                Basis.LAW,
                OptionalInt.empty()),
            false,
            List.of(
                period("14.1", Verdict.COMPLIANT, Severity.NONE, "2025", "2026-03-31", "02-20"))));
    results.add(
        result(
            "15.1",
            "公务员招考",
            "招考、招聘信息",
            new Cadence.Continuous(OptionalInt.of(6), OptionalInt.empty(), true),
            true,
            List.of(finding("15.1", Verdict.STALE, Severity.WARNING, "", "最近更新早于6个月", 0))));
    results.add(
        result(
            "16.1c",
            "政务公开",
            "信息公开年度报告",
            new Cadence.Unknown("按规定时限公开"),
            false,
            List.of(finding("16.1c", Verdict.NOT_DUE, Severity.NONE, "", "窗口内无应公开", 0))));
    return new AuditResult(
        catalogue(results),
        SINCE,
        AS_OF,
        new CrawlInfo(
            SITE + "/",
            List.of("rsj.example.gov.cn"),
            List.of("www.example.gov.cn"),
            Instant.parse("2026-10-31T17:30:05.123Z"),
            "",
            true),
        "5e".repeat(32),
        results,
        pages(),
        List.of(
            new SectionResult(
                SITE + "/channel_a/",
                List.of("政务公开", "部门文件"),
                14,
                11,
                2,
                List.of("2.1"),
                false,
                "",
                Optional.of(
                    new Kept(
                        "ef".repeat(32),
                        "00000.warc.gz:99",
                        Instant.parse("2026-10-31T17:30:09Z")))),
            new SectionResult(
                SITE + "/channel_b/",
                List.of("政务公开", "行政执法事后公开"),
                20,
                9,
                0,
                List.of("13.2"),
                true,
                "503",
                Optional.empty())),
        List.of(
            new DeadLink(
                SITE + "/files/2.pdf",
                OptionalInt.of(404),
                "404",
                SITE + "/channel_a/doc_1.html",
                List.of("政务公开", "部门文件"),
                HOSTILE.get(0))),
        new Coverage(
            320,
            300,
            8,
            1,
            0,
            2,
            9,
            true,
            List.of(
                unread("/channel_b/index_2.html", Unread.Why.FAILED, "503"),
                unread("/admin/", Unread.Why.ROBOTS, "Disallow: /admin"),
                unread("/deep/", Unread.Why.MAX_DEPTH, "max-depth 12"),
                unread("/channel_a/doc_8.html", Unread.Why.NOT_DECISIVE, "")),
            List.of(new Cut("max-depth", "12", 9, SITE + "/deep/")),
            List.of(
                new Barred(
                    Access.CERTIFICATE_EXPIRED,
                    1,
                    "https://rsj.example.gov.cn/",
                    "TLS: certificate-expired"),
                new Barred(Access.SERVER_ERROR, 2, SITE + "/channel_b/index_2.html", "503")),
            List.of(new LeftOut("print version", 3, SITE + "/print/1.html"))),
        List.of(Message.of("sample.text", "2024-01-01 机构改革")),
        Optional.empty(),
        List.of(
            new Notice(
                Notice.Kind.BASELINE_ORPHANS,
                Severity.WARNING,
                HOSTILE.get(0),
                SITE + "/channel_a/doc_1.html",
                Message.of("sample.text", "请缩减基线"))));
  }

  /** The same audit, held to one a month earlier in which some things stood otherwise. */
  public static AuditResult compared() {
    return full().since(earlier());
  }

  /** The first gap was not there, the second was better, one has been cured since, one has left. */
  static Standing earlier() {
    Standing now = Standing.of(full());
    List<Judged> gaps = now.findings().stream().filter(f -> f.verdict().gap()).toList();
    List<Judged> then = new ArrayList<>(now.findings());
    then.remove(gaps.get(0));
    Judged worse = gaps.stream().filter(g -> g.verdict() == Verdict.MISSING).findFirst().get();
    then.set(then.indexOf(worse), with(worse, Verdict.REVIEW, worse.period(), worse.due()));
    Judged met =
        now.findings().stream().filter(f -> f.verdict() == Verdict.COMPLIANT).findFirst().get();
    then.set(then.indexOf(met), with(met, Verdict.MISSING, met.period(), met.due()));
    then.add(with(worse, Verdict.MISSING, "2024", Optional.of(LocalDate.parse("2025-03-31"))));
    return new Standing(
        now.bureau(),
        now.site(),
        SINCE.minusMonths(1),
        AS_OF.minusMonths(1).withDayOfMonth(30),
        now.duties(),
        then,
        now.notices());
  }

  private static Judged with(Judged f, Verdict verdict, String period, Optional<LocalDate> due) {
    return new Judged(
        f.requirementId(),
        verdict,
        Severity.VIOLATION,
        period,
        f.trigger(),
        due,
        f.published(),
        f.title(),
        f.url(),
        f.documentNumber(),
        false);
  }

  /** The same audit with these requirements only. */
  public static AuditResult only(Verdict... verdicts) {
    AuditResult all = full();
    List<RequirementResult> kept =
        all.requirements().stream().filter(r -> List.of(verdicts).contains(r.verdict())).toList();
    return new AuditResult(
        all.catalogue(),
        all.since(),
        all.asOf(),
        all.crawl(),
        all.snapshotDigest(),
        kept,
        all.pages(),
        all.sections(),
        all.deadLinks(),
        all.coverage(),
        all.eventsNotJudged(),
        Optional.empty(),
        all.notices());
  }

  /** The same audit of a snapshot with pictures: of its pages, but not of its listing. */
  public static AuditResult pictured() {
    Taken taken =
        new Taken(
            "ab".repeat(32),
            1280,
            8000,
            12_345,
            2,
            Instant.parse("2026-10-31T19:00:00Z"),
            "00000.warc.gz:777");
    return full()
        .with(
            new Pictures(
                Optional.empty(),
                true,
                Map.of(
                    "00000.warc.gz:1234",
                    taken,
                    "00000.warc.gz:99",
                    new NotTaken(Why.FAILED, "the page did not come to rest"))),
            "6f".repeat(32));
  }

  private static Finding late() {
    return new Finding(
        "2.1",
        Verdict.LATE,
        Severity.VIOLATION,
        "",
        Optional.of(LocalDate.parse("2026-02-10")),
        Optional.of(LocalDate.parse("2026-03-16")),
        Optional.of(LocalDate.parse("2026-04-09")),
        "关于做好2026年春季促进就业工作的通知",
        SITE + "/channel_a/doc_1.html",
        "聊人社发〔2026〕3号",
        Message.of("sample.text", "成文于2026年2月10日，应于2026年3月16日前公开，网站发布日期为2026年4月9日，逾期24天。"),
        skipped(),
        List.of(),
        List.of(Message.of("sample.text", "同一文件另见 /channel_c/")));
  }

  /** Weekends and the Spring Festival between 2026-02-10 and 2026-03-16, as the notice has them. */
  private static List<Skipped> skipped() {
    List<Skipped> days = new ArrayList<>();
    for (LocalDate d = LocalDate.parse("2026-02-11");
        !d.isAfter(LocalDate.parse("2026-03-16"));
        d = d.plusDays(1)) {
      boolean festival =
          !d.isBefore(LocalDate.parse("2026-02-15")) && !d.isAfter(LocalDate.parse("2026-02-23"));
      boolean madeUp =
          d.equals(LocalDate.parse("2026-02-14")) || d.equals(LocalDate.parse("2026-02-28"));
      if (festival) {
        days.add(new Skipped(d, "春节, 国办发明电〔2025〕7号"));
      } else if (d.getDayOfWeek().getValue() > 5 && !madeUp) {
        days.add(new Skipped(d, ""));
      }
    }
    return days;
  }

  private static Finding review() {
    return new Finding(
        "2.1",
        Verdict.REVIEW,
        Severity.REVIEW,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalDate.parse("2026-01-30")),
        "关于印发培训办法的通知",
        SITE + "/channel_a/doc_2.html",
        "",
        Message.of("sample.text", "页面标注发布时间为2026年1月30日，网页标签发布时间为2026年2月20日，两者不一致，请人工核实。"),
        List.of(),
        List.of(SITE + "/channel_a/doc_2.html"),
        List.of());
  }

  private static Finding reviewHostile() {
    return new Finding(
        "2.1",
        Verdict.REVIEW,
        Severity.REVIEW,
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HOSTILE.get(1),
        "javascript:document.title='ran'",
        "",
        Message.of("sample.text", String.join(" ", HOSTILE)),
        List.of(),
        List.of(SITE + "/hostile_0.html"),
        List.of());
  }

  private static List<Finding> months() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      LocalDate first = LocalDate.parse("2025-09-01").plusMonths(i);
      LocalDate due = first.plusMonths(1).minusDays(1).plusDays(45);
      boolean missing = i == 9;
      findings.add(
          new Finding(
              "12.2",
              missing ? Verdict.MISSING : Verdict.COMPLIANT,
              missing ? Severity.VIOLATION : Severity.NONE,
              first.toString().substring(0, 7),
              Optional.empty(),
              Optional.of(due),
              missing ? Optional.empty() : Optional.of(first.plusMonths(1).plusDays(9)),
              missing ? "" : "社会保险基金运行情况",
              missing ? "" : SITE + "/channel_d/doc_" + i + ".html",
              "",
              Message.of(
                  "sample.text",
                  missing ? "截至2026年10月31日，网站未见“社会保险基金运行”2026年6月信息（应于2026年8月14日前公开）。" : "按期公开"),
              List.of(),
              List.of(),
              List.of()));
    }
    return findings;
  }

  private static Finding period(
      String id, Verdict verdict, Severity severity, String period, String due, String published) {
    return new Finding(
        id,
        verdict,
        severity,
        period,
        Optional.empty(),
        Optional.of(LocalDate.parse(due)),
        published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse("2026-" + published)),
        published.isEmpty() ? "" : "关于" + period + "的报告",
        published.isEmpty() ? "" : SITE + "/channel_e/" + period + ".html",
        "",
        Message.of("sample.text", period + " 应于 " + due + " 前公开"),
        List.of(),
        List.of(),
        List.of());
  }

  private static Finding finding(
      String id, Verdict verdict, Severity severity, String period, String reason, int number) {
    return new Finding(
        id,
        verdict,
        severity,
        period,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "",
        Message.of("sample.text", reason),
        List.of(),
        List.of(),
        List.of());
  }

  private static RequirementResult result(
      String id,
      String category,
      String name,
      Cadence cadence,
      boolean event,
      List<Finding> findings) {
    Requirement requirement =
        new Requirement(
            id, name, "按目录所列时限", cadence, event, event, List.of(), RULE, "《政府信息公开条例》第二十六条", "");
    Item item =
        new Item(
            id.replaceAll("[a-z]$", ""),
            category,
            name,
            "公开" + name + "，内容以目录所载为准。",
            "按目录所列时限",
            Item.Form.FULL,
            List.of(id.startsWith("2") ? "政策法规科" : "局办公室"),
            List.of("各科室、单位"),
            List.of(requirement),
            List.of());
    Verdict verdict = findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElseThrow();
    Severity severity =
        findings.stream().map(Finding::severity).max(Severity::compareTo).orElseThrow();
    boolean documents = id.equals("2.1");
    return new RequirementResult(
        item,
        requirement,
        verdict,
        severity,
        findings,
        documents ? 2 : 0,
        documents ? Optional.of(LocalDate.parse("2026-04-09")) : Optional.empty(),
        id.equals("12.2") ? Optional.of(LocalDate.parse("2026-11-14")) : Optional.empty(),
        documents ? SITE + "/channel_a/doc_1.html" : "",
        documents ? List.of(Message.of("sample.text", "=2+3 以公式开头的说明")) : List.of(),
        documents
            ? List.of(SITE + "/channel_a/doc_1.html", SITE + "/channel_a/doc_2.html")
            : List.of(),
        documents ? 3 : 0);
  }

  private static List<PageResult> pages() {
    List<PageResult> pages = new ArrayList<>();
    pages.add(
        page(
            SITE + "/channel_a/doc_1.html",
            OptionalInt.of(200),
            "关于做好2026年春季促进就业工作的通知",
            Optional.of(evidence("2026-04-09", DateSource.LABEL, "发布时间：2026-04-09 10:20")),
            List.of(),
            Match.Decision.MATCHED));
    pages.add(
        page(
            SITE + "/channel_a/doc_2.html",
            OptionalInt.of(200),
            "关于印发培训办法的通知",
            Optional.of(evidence("2026-01-30", DateSource.LABEL, "发布时间：2026-01-30")),
            List.of(evidence("2026-02-20", DateSource.META, "PubDate 2026-02-20 08:00")),
            Match.Decision.MATCHED));
    pages.add(
        page(
            SITE + "/channel_a/doc_8.html",
            OptionalInt.empty(),
            "只在列表中见到的一条",
            Optional.of(evidence("2025-12-01", DateSource.LISTING, "2025-12-01")),
            List.of(),
            Match.Decision.NONE));
    for (int i = 0; i < HOSTILE.size(); i++) {
      pages.add(
          page(
              SITE + "/hostile_" + i + ".html",
              OptionalInt.of(200),
              HOSTILE.get(i),
              Optional.empty(),
              List.of(),
              Match.Decision.CANDIDATE));
    }
    return pages;
  }

  private static DateEvidence evidence(String day, DateSource source, String text) {
    return new DateEvidence(LocalDate.parse(day), source, text);
  }

  private static PageResult page(
      String url,
      OptionalInt status,
      String title,
      Optional<DateEvidence> published,
      List<DateEvidence> rivals,
      Match.Decision decision) {
    boolean fetched = status.isPresent();
    List<Match> matches =
        decision == Match.Decision.NONE
            ? List.of()
            : List.of(
                new Match(
                    "2.1",
                    decision,
                    decision == Match.Decision.MATCHED ? 0.925 : 0.5,
                    List.of(
                        new Match.Piece(0.6, Message.of("sample.text", "栏目“部门文件”")),
                        new Match.Piece(-0.1, Message.of("sample.text", "标题含“转发”")))),
                new Match(
                    "5.1",
                    Match.Decision.CANDIDATE,
                    0.4,
                    List.of(new Match.Piece(0.4, Message.of("sample.text", "标题相近")))));
    return new PageResult(
        url,
        status,
        title,
        title,
        List.of("政务公开", "部门文件"),
        published,
        rivals,
        url.endsWith("doc_1.html")
            ? Optional.of(
                new DatedText(
                    LocalDate.parse("2026-02-10"),
                    DatedText.Kind.DOCUMENT_TABLE,
                    "成文日期：2026-02-10"))
            : Optional.empty(),
        url.endsWith("doc_1.html") ? "聊人社发〔2026〕3号" : "",
        matches,
        List.of(),
        decision,
        fetched ? "ab".repeat(32) : "",
        fetched ? "00000.warc.gz:1234" : "",
        fetched ? Optional.of(Instant.parse("2026-10-31T17:31:07.5Z")) : Optional.empty(),
        List.of(),
        url.endsWith("doc_1.html")
            ? List.of(
                new FileResult(
                    SITE + "/1.pdf",
                    "附件1.pdf",
                    FileFormat.PDF,
                    OptionalLong.of(12_345),
                    "cd".repeat(32),
                    Optional.of(FileText.State.ENCRYPTED),
                    ""),
                new FileResult(
                    SITE + "/2.ofd",
                    "附件2",
                    FileFormat.OFD,
                    OptionalLong.empty(),
                    "",
                    Optional.empty(),
                    ""))
            : List.of());
  }

  private static Unread unread(String path, Unread.Why why, String detail) {
    return new Unread(PageRequest.get(SITE + path), why, detail, SITE + "/");
  }

  private static Catalogue catalogue(List<RequirementResult> results) {
    return new Catalogue(
        "sample",
        "示例市人力资源和社会保障局",
        List.of("市人社局"),
        Optional.of(SITE + "/"),
        List.of(),
        List.of("新闻动态"),
        results.stream().map(RequirementResult::item).collect(Collectors.toList()),
        "0c".repeat(32),
        Origins.NONE,
        Tailoring.NONE);
  }
}
