package gongkai.cli.explain;

import gongkai.message.Message;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A period's label ({@code 2026-06}) as a title would name it. */
final class Periods {
  private static final Pattern LABEL =
      Pattern.compile("(\\d{4})(?:-(\\d\\d)|([QH])(\\d)|-W(\\d\\d))?");

  private Periods() {}

  static Message words(String label) {
    Matcher m = LABEL.matcher(label);
    if (!m.matches()) {
      return Message.of("judge.note.plain", label);
    }
    if (m.group(2) != null) {
      return Message.of("explain.month", m.group(1), Integer.parseInt(m.group(2)));
    }
    if (m.group(3) != null) {
      boolean quarter = m.group(3).equals("Q");
      return Message.of((quarter ? "explain.quarter-" : "explain.half-") + m.group(4), m.group(1));
    }
    return m.group(5) != null
        ? Message.of("explain.week", m.group(1), m.group(5))
        : Message.of("explain.year", label);
  }
}
