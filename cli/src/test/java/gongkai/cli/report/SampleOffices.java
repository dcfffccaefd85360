package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.RuleFiles;
import gongkai.compare.Judged;
import gongkai.compare.Standing;
import gongkai.judge.Verdict;
import gongkai.rectify.Asked;
import gongkai.rectify.Earlier;
import gongkai.rectify.GapIds;
import gongkai.rectify.OfficeNotice;
import gongkai.rectify.Rectification;
import gongkai.rectify.Reply;
import gongkai.rectify.Role;
import gongkai.rectify.Ruling;
import gongkai.score.Scorer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sample audit with notices to offices, an earlier notice, replies of hostile words, a score.
 */
public final class SampleOffices {
  private static final LocalDate BY = LocalDate.parse("2026-10-20");

  private SampleOffices() {}

  public static AuditResult audit() {
    return audit("jindong-2021");
  }

  static AuditResult audit(String scheme) {
    AuditResult audit = SampleAudit.compared();
    WorkingCalendar calendar = RuleFiles.calendar(Optional.empty());
    Rectification asked =
        Rectification.of(
            audit,
            calendar,
            Optional.of(Rectification.WITHIN),
            Optional.of(earlier()),
            List.of(reply(Rectification.ids(audit).of(gap(Standing.of(audit))))));
    // a scheme may score what stands beside a bureau's catalogue
    Catalogue all = audit.catalogue().beside(List.of(RuleFiles.catalogue("national-site-check")));
    return audit.with(asked, Optional.of(Scorer.of(audit, RuleFiles.scheme(scheme, all))));
  }

  /** An earlier audit that asked one office for everything. */
  static Earlier earlier() {
    Standing standing = SampleAudit.earlier();
    GapIds ids = GapIds.of(standing.findings());
    List<Asked> asked =
        standing.findings().stream()
            .filter(f -> f.verdict().gap())
            .map(f -> new Asked(ids.of(f), Role.LEAD, BY, false, standing.asOf()))
            .toList();
    OfficeNotice notice = new OfficeNotice(1, "政策法规科", asked, List.of());
    return new Earlier(standing, List.of(notice), List.of());
  }

  private static Judged gap(Standing standing) {
    return standing.findings().stream()
        .filter(f -> f.verdict() == Verdict.LATE)
        .findFirst()
        .orElseThrow();
  }

  private static Reply reply(String id) {
    return new Reply(
        id,
        "政策法规科",
        String.join(" ", SampleAudit.HOSTILE),
        "张三",
        Optional.of(LocalDate.parse("2026-10-28")),
        Optional.of(Ruling.REJECTED),
        "李四",
        Optional.of(LocalDate.parse("2026-10-30")),
        "=2+3",
        SampleAudit.AS_OF);
  }
}
