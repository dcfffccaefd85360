package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.cli.report.Quotation;
import gongkai.page.date.DateEvidence;
import gongkai.rectify.Asked;
import gongkai.rectify.Reply;
import java.util.List;
import java.util.Optional;

/**
 * One gap on an office's list.
 *
 * @param id stable id of the gap
 * @param asked what is asked; empty where a person or another crawl must decide first
 * @param replies of this office, or of nobody in particular
 */
public record OfficeTask(String id, Gap gap, Optional<Asked> asked, List<Reply> replies) {
  public OfficeTask {
    replies = List.copyOf(replies);
  }

  /** It was asked for by an earlier notice already. */
  public boolean again(java.time.LocalDate asOf) {
    return asked.filter(a -> a.first().isBefore(asOf)).isPresent();
  }

  /** The sentence about it with what it rests on. */
  public String quotation(Phrases words) {
    return Quotation.of(gap.of(), gap.finding(), words.lang());
  }

  /** Where the publication date that decides was read; empty where none does. */
  public Optional<DateEvidence> dated() {
    return gap.finding().published().isEmpty()
        ? Optional.empty()
        : gap.page().flatMap(AuditResult.PageResult::published);
  }

  /** SHA-256 of the page judged; empty string if none was fetched. */
  public String digest() {
    return gap.page().map(p -> p.sha256()).orElse("");
  }

  /** Where the page judged lies in the snapshot; empty string if none was fetched. */
  public String place() {
    return gap.page().map(p -> p.place()).orElse("");
  }
}
