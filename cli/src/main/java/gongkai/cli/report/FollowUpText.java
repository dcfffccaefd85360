package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.rectify.Outcome;
import gongkai.rectify.Rectification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Score, notices and what became of the earlier ones, for one line on a terminal. */
final class FollowUpText {
  private FollowUpText() {}

  /** What there is of it, the most asked for first. */
  static List<String> parts(AuditResult audit, Lang lang) {
    List<String> parts = new ArrayList<>();
    audit.score().ifPresent(score -> parts.add(new ScoreText(score, lang).inShort()));
    Rectification r = audit.rectification();
    r.order()
        .ifPresent(
            order ->
                parts.add(
                    Message.of("rectify.summary", r.asking(), order.by().toString()).in(lang)));
    if (!r.outcomes().isEmpty()) {
      parts.add(Message.of("rectify.summary-before", outcomes(r, lang)).in(lang));
    }
    return parts;
  }

  /** How many asked gaps came to what: {@code 按期整改 2、到期未整改 1}. */
  static String outcomes(Rectification r, Lang lang) {
    return Arrays.stream(Outcome.Kind.values())
        .filter(kind -> r.count(kind) > 0)
        .map(kind -> Message.of("rectify.outcome-" + kind.code()).in(lang) + " " + r.count(kind))
        .collect(Collectors.joining(Message.of("report.comma").in(lang)));
  }
}
