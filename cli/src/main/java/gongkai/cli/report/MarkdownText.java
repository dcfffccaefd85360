package gongkai.cli.report;

import gongkai.cli.report.html.ReportView;
import gongkai.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text from the web as Markdown that shows it and does nothing: no markup, no HTML, no cell too
 * many, nobody mentioned, no link but ours. Meant for one line: a line break is a space.
 */
final class MarkdownText {
  /** Invisible, and the end of a word for whoever looks for names and addresses. */
  private static final String APART = "&#8203;";

  private static final String MARK = "\uE000";

  private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~&$]");

  /** What begins a list inside a list. */
  private static final Pattern LEADING = Pattern.compile("^([-+]|\\d+[.)](?=\\s|$))");

  /** What a forge makes a link, a picture or a message of: a sign and the word after it. */
  private static final Pattern SIGIL =
      Pattern.compile("[@#!$%~^&](?=[\\p{L}\\p{N}\"_])|:(?=[\\w+-]+:)");

  private static final Pattern BARE_LINK = Pattern.compile("(?i):(?=//)|\\bwww(?=\\.)|\\w(?=@)");

  private MarkdownText() {}

  /** One line of plain text. */
  static String of(String raw) {
    return escape(PlainText.line(raw).strip());
  }

  /** The same, cut where it is longer. */
  static String of(String raw, int longest) {
    String line = PlainText.line(raw).strip();
    return line.codePointCount(0, line.length()) <= longest
        ? escape(line)
        : escape(line.substring(0, line.offsetByCodePoints(0, longest - 1))) + "…";
  }

  private static String escape(String line) {
    // the invisible signs are put in as a letter of private use, so that they are not escaped
    String apart = BARE_LINK.matcher(line.replace(MARK, "\uFFFD")).replaceAll("$0" + MARK);
    apart = SIGIL.matcher(apart).replaceAll("$0" + MARK);
    String escaped = PUNCTUATION.matcher(apart).replaceAll("\\\\$0").replace(MARK, APART);
    return LEADING.matcher(escaped).replaceFirst(m -> Matcher.quoteReplacement(marker(m.group())));
  }

  /** A list's mark with a backslash before its sign: {@code \\-}, {@code 1\\.}. */
  private static String marker(String mark) {
    return mark.substring(0, mark.length() - 1) + "\\" + mark.charAt(mark.length() - 1);
  }

  /** A text that leads to an address; the text alone where the address is none of the web. */
  static String link(String text, String url) {
    return ReportView.linkable(url) ? "[" + text + "](<" + address(url) + ">)" : text;
  }

  /** What would end the address or the cell is percent-encoded. */
  private static String address(String url) {
    StringBuilder safe = new StringBuilder(url.length());
    for (byte b : url.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c <= ' ' || c >= 0x7F || "<>|\\`\"".indexOf(c) >= 0) {
        safe.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      } else {
        // else &copy= would be a sign
        safe.append(c == '&' ? "&amp;" : c);
      }
    }
    return safe.toString();
  }

  /** A row of a table; the cells are Markdown already. */
  static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** The first two lines of a table; the titles are keys of messages. */
  static List<String> header(ReportInput of, String... titles) {
    return List.of(
        row(
            Stream.of(titles)
                .map(key -> Message.of(key))
                .map(of::say)
                .map(MarkdownText::of)
                .toList()),
        "|" + " --- |".repeat(titles.length));
  }
}
