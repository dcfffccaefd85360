package gongkai.page;

import gongkai.snapshot.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Answers with status 200 that are no page, or no whole one: a server that broke down in them. */
public final class BrokenPage {
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!?/]");
  private static final Pattern OPENED = Pattern.compile("<(!doctype\\s+html|html)[\\s>]");
  private static final Pattern CLOSED = Pattern.compile("</(body|html|frameset)\\s*>");
  private static final Pattern BOX = Pattern.compile("<(/?)(?:div|ul|ol|table|form)[\\s>]");
  private static final Pattern BODY = Pattern.compile("<(body|frameset)[\\s>]");

  /** A document opens within so many bytes. */
  private static final int HEAD = 2000;

  /** A text without any markup, shorter than this, is a program's word and no publication. */
  private static final int LEAST_TEXT = 80;

  private BrokenPage() {}

  /** In short words why what was decoded is no page; empty string if it may be one. */
  static String why(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      controls += c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' ? 1 : 0;
    }
    if (controls * 50 > text.length()) {
      return "unreadable";
    }
    boolean bare = text.strip().length() < LEAST_TEXT && !TAG.matcher(text).find();
    return bare ? "broken" : "";
  }

  /**
   * True for a document that was begun and never ended, as it is when the program that makes it
   * stops in the middle: what is not in it may have been in the rest. Authors who leave the last
   * closing tags away still end with some tag and close their boxes.
   */
  public static boolean breaksOff(Answer answer) {
    byte[] body = answer.body();
    boolean html = answer.contentType().isEmpty() || answer.contentType().contains("html");
    if (!html || answer.truncated() || body.length == 0) {
      return false;
    }
    // the tags are ASCII in every encoding that pages have but UTF-16, in which none is found
    String head =
        new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (!OPENED.matcher(head).find()) {
      return false;
    }
    String all = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return !CLOSED.matcher(all).find()
        && (!all.strip().endsWith(">") || !BODY.matcher(all).find() || open(all));
  }

  /** More boxes are opened than closed. */
  private static boolean open(String html) {
    return BOX.matcher(html).results().mapToInt(m -> m.group(1).isEmpty() ? 1 : -1).sum() > 0;
  }
}
