package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.cli.ExitDecision;
import gongkai.compare.Comparison;
import gongkai.compare.Status;
import gongkai.judge.Verdict;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;

/** {@code chat.txt}: the audit in one line of at most {@value #LONGEST} characters. */
final class ChatLine {
  /** What a chat room, a text message or a notification shows unbroken. */
  static final int LONGEST = 200;

  private ChatLine() {}

  static byte[] bytes(ReportInput of) {
    return (text(of) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static String text(ReportInput of) {
    String bureau = PlainText.line(of.audit().catalogue().bureau());
    String whole = line(of, bureau);
    int over = length(whole) - LONGEST;
    // the rest is numbers between fixed words
    String fitting = over <= 0 ? whole : line(of, cut(bureau, length(bureau) - over));
    return length(fitting) <= LONGEST ? fitting : cut(fitting, LONGEST);
  }

  private static String line(ReportInput of, String bureau) {
    AuditResult audit = of.audit();
    ExitDecision decision = of.decision();
    return of.say(
        Message.of(
            "chat.line",
            bureau,
            audit.asOf(),
            audit.requirements().size(),
            audit.requirements().stream().filter(r -> r.verdict() == Verdict.COMPLIANT).count(),
            Summary.gaps(ExitDecision.gaps(audit), of.lang())
                + Summary.waived(audit, of.lang())
                + Summary.notices(audit, of.lang()),
            audit.comparison().map(c -> against(of, c)).orElse(""),
            decision.code().code(),
            Message.of("chat.exit-" + decision.code())));
  }

  private static String against(ReportInput of, Comparison c) {
    return of.say(
        Message.of(
            "chat.against",
            c.before(),
            c.with(Status.NEW).size(),
            c.with(Status.WORSE).size(),
            c.with(Status.CLOSED).size()));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String cut(String name, int to) {
    return name.substring(0, name.offsetByCodePoints(0, Math.max(1, to) - 1)) + "…";
  }
}
