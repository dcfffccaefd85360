package gongkai.cli.report;

import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence.Basis;
import gongkai.catalogue.Requirement;
import gongkai.judge.Finding;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;

/**
 * The sentence about a gap that an inspector can quote: what was found, and on what it rests (依据):
 * the catalogue's own words, the law, or inspection practice alone.
 */
public final class Quotation {
  private Quotation() {}

  /** One line; of what is not decided (REVIEW, UNREACHABLE) the reason alone. */
  public static String of(RequirementResult r, Finding finding, Lang lang) {
    String reason = finding.reason().in(lang).strip();
    if (finding.verdict() == Verdict.REVIEW || finding.verdict() == Verdict.UNREACHABLE) {
      return PlainText.line(reason);
    }
    String open = reason.replaceFirst("[。.]$", "");
    return PlainText.line(Message.of("report.quoted", open, basis(r, finding)).in(lang));
  }

  private static Message basis(RequirementResult r, Finding finding) {
    Requirement requirement = r.requirement();
    Message catalogue =
        Message.of(
            "report.quoted-catalogue", r.item().id(), r.item().name(), requirement.wording());
    if (cited(requirement, finding)) {
      return Message.of("report.quoted-law", catalogue, citation(requirement.law()));
    }
    boolean limited = finding.due().isPresent() || finding.verdict() == Verdict.STALE;
    return limited && requirement.cadence().basis() == Basis.PRACTICE
        ? Message.of("report.quoted-practice", catalogue)
        : catalogue;
  }

  /**
   * A law is quoted for a deadline that rests on it or on the catalogue's own words. One that
   * stands beside a deadline of inspection practice says something else and is shown in the proof
   * alone.
   */
  private static boolean cited(Requirement requirement, Finding finding) {
    return !requirement.law().isEmpty()
        && (requirement.cadence().basis() != Basis.PRACTICE || finding.trigger().isPresent());
  }

  /** Law and article without what they say: up to the colon. */
  static String citation(String law) {
    int colon = law.indexOf('：');
    return colon < 0 ? law : law.substring(0, colon);
  }
}
