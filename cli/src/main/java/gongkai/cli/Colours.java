package gongkai.cli;

import gongkai.cli.report.html.Phrases;
import gongkai.judge.Verdict;
import gongkai.message.Lang;
import gongkai.message.Message;

/** Verdicts in colour on a terminal: sign and word come first and say the same without it. */
final class Colours {
  private static final String ESCAPE = "\u001B[";

  private Colours() {}

  /** The line with every verdict's sign and word coloured. */
  static String paint(String line, Lang lang) {
    String painted = line;
    for (Verdict verdict : Verdict.values()) {
      String shown =
          Phrases.sign(verdict) + " " + Message.of("report.verdict-" + verdict.name()).in(lang);
      painted = painted.replace(shown, ESCAPE + code(verdict) + "m" + shown + ESCAPE + "0m");
    }
    return painted;
  }

  /** The report's colours, as far as the eight of every terminal go. */
  private static String code(Verdict verdict) {
    return switch (verdict) {
      case COMPLIANT -> "34";
      case NOT_DUE, UNREACHABLE -> "2";
      case STALE -> "33";
      case REVIEW -> "36";
      case LATE -> "1;33";
      case EMPTY -> "35";
      case MISSING -> "31";
    };
  }
}
