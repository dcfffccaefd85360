package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.PageResult;
import gongkai.match.Match;
import gongkai.message.Message;
import gongkai.ruling.Ruling;
import java.util.List;
import java.util.stream.Stream;

/** A page and one requirement that somebody has ruled on. */
public record Ruled(PageResult page, Match match) {

  /** Everything that was ruled, by address. */
  public static List<Ruled> of(AuditResult audit) {
    return audit.pages().stream()
        .flatMap(
            p ->
                Stream.concat(p.matches().stream(), p.below().stream())
                    .filter(m -> m.ruling().isPresent())
                    .map(m -> new Ruled(p, m)))
        .toList();
  }

  public Ruling ruling() {
    return match.ruling().orElseThrow();
  }

  /** Who decided what: the part of the score that was added last. */
  public Message because() {
    return match.pieces().get(match.pieces().size() - 1).because();
  }
}
