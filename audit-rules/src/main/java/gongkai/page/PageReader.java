package gongkai.page;

import gongkai.snapshot.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a stored answer: the only door from bytes to {@link PageFacts}. */
public final class PageReader {
  /** Characters of main text that are kept: enough for triggers, validity and repeal lists. */
  public static final int MAX_TEXT = 40_000;

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private PageReader() {}

  /** What an answer says; never throws for any bytes. */
  public static PageFacts read(Answer answer) {
    String url = Addresses.canonical(answer.request().url()).orElse("http://invalid.invalid/");
    if (!isPage(answer, url)) {
      return file(url);
    }
    Decoded decoded = Decoded.of(answer.body(), answer.contentType(), answer.truncated());
    LocalDate fetched = answer.fetchedAt().atZone(SHANGHAI).toLocalDate();
    return new Reading(url, decoded, fetched).facts();
  }

  /**
   * The characters of a page's source, by which a site's system is recognised; empty for a file.
   */
  public static String source(Answer answer) {
    String url = Addresses.canonical(answer.request().url()).orElse("http://invalid.invalid/");
    return isPage(answer, url)
        ? Decoded.of(answer.body(), answer.contentType(), answer.truncated()).text()
        : "";
  }

  private static boolean isPage(Answer answer, String url) {
    String type = answer.contentType().toLowerCase(Locale.ROOT);
    byte[] body = answer.body();
    int first = 0;
    while (first < body.length && first < 64 && body[first] <= ' ' && body[first] >= 0) {
      first++;
    }
    boolean markup = first < body.length && (body[first] == '<' || (body[first] & 0xff) >= 0xef);
    if (starts(body, "%PDF")
        || starts(body, "PK\u0003\u0004")
        || starts(body, "\u00d0\u00cf\u0011\u00e0")
        || starts(body, "Rar!")
        || starts(body, "\u00ff\u00d8\u00ff")
        || starts(body, "\u0089PNG")
        || starts(body, "GIF8")) {
      return false;
    }
    if (type.contains("css") || type.contains("javascript")) {
      return false;
    }
    if (type.contains("html") || type.contains("xml") || type.contains("json")) {
      return true;
    }
    if (Files.isFile(url) || Files.isMedia(url)) {
      return markup && type.isEmpty();
    }
    return type.isEmpty() || type.startsWith("text/") || markup;
  }

  private static boolean starts(byte[] body, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= body.length || (body[i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static PageFacts file(String url) {
    return new PageFacts(
        url,
        PageKind.ATTACHMENT,
        "",
        "",
        "",
        "",
        List.of(),
        List.of(),
        "",
        List.of(),
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        List.of(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        "");
  }
}
