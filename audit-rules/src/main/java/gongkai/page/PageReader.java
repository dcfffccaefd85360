package gongkai.page;

import gongkai.snapshot.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Reads a stored answer: the only door from bytes to {@link PageFacts}. */
public final class PageReader {
  /** Characters of main text that are kept: enough for triggers, validity and repeal lists. */
  public static final int MAX_TEXT = 40_000;

  /** Every day of an audit is a day there. */
  public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private PageReader() {}

  /** What an answer says; never throws for any bytes. */
  public static PageFacts read(Answer answer) {
    String url = Addresses.canonical(answer.request().url()).orElse("http://invalid.invalid/");
    LocalDate fetched = answer.fetchedAt().atZone(SHANGHAI).toLocalDate();
    if (!isPage(answer.body(), answer.contentType(), url)) {
      return new FileReading(url, answer, fetched).facts();
    }
    Decoded decoded = Decoded.of(answer.body(), answer.contentType(), answer.truncated());
    return new Reading(answer.request(), url, decoded, fetched).facts();
  }

  /**
   * The characters of a page's source, by which a site's system is recognised; empty for a file.
   */
  public static String source(Answer answer) {
    String url = Addresses.canonical(answer.request().url()).orElse("http://invalid.invalid/");
    return isPage(answer.body(), answer.contentType(), url)
        ? Decoded.of(answer.body(), answer.contentType(), answer.truncated()).text()
        : "";
  }

  /**
   * The format of a body when that is a file whose text can be read; empty for pages and for every
   * other file.
   */
  public static Optional<FileFormat> readableFile(byte[] body, String contentType, String address) {
    return isPage(body, contentType, address)
        ? Optional.empty()
        : Optional.of(FileFormat.of(body, contentType, address)).filter(FileFormat::readable);
  }

  private static boolean isPage(byte[] body, String contentType, String url) {
    String type = contentType.toLowerCase(Locale.ROOT);
    int first = 0;
    while (first < body.length && first < 64 && body[first] <= ' ' && body[first] >= 0) {
      first++;
    }
    boolean markup = first < body.length && (body[first] == '<' || (body[first] & 0xff) >= 0xef);
    if (FileFormat.starts(body, "%PDF")
        || FileFormat.starts(body, "PK\u0003\u0004")
        || FileFormat.starts(body, "\u00d0\u00cf\u0011\u00e0")
        || FileFormat.starts(body, "Rar!")
        || FileFormat.starts(body, "\u00ff\u00d8\u00ff")
        || FileFormat.starts(body, "\u0089PNG")
        || FileFormat.starts(body, "GIF8")) {
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
}
