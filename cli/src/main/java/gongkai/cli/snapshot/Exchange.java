package gongkai.cli.snapshot;

import gongkai.page.FileFormat;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.FileText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer, as they are stored.
 *
 * @param requestHead request line and headers, one per line, without line ends
 * @param statusLine {@code HTTP/1.1 200 OK}
 * @param headers as received, {@code name: value}
 * @param body after content decoding, at most the body limit
 * @param truncated the body went on beyond the limit
 * @param role what the answer is to the crawl
 * @param at when the answer arrived
 * @param fileText what the body says where it is a file that can be read; empty for others
 */
public record Exchange(
    PageRequest request,
    List<String> requestHead,
    String statusLine,
    List<String> headers,
    byte[] body,
    boolean truncated,
    Role role,
    Instant at,
    Optional<FileText> fileText) {
  public Exchange {
    requestHead = List.copyOf(requestHead);
    headers = List.copyOf(headers);
  }

  /** An answer that is no readable file. */
  public Exchange(
      PageRequest request,
      List<String> requestHead,
      String statusLine,
      List<String> headers,
      byte[] body,
      boolean truncated,
      Role role,
      Instant at) {
    this(request, requestHead, statusLine, headers, body, truncated, role, at, Optional.empty());
  }

  /** The same exchange, with what the file says. */
  public Exchange with(FileText text) {
    return new Exchange(
        request, requestHead, statusLine, headers, body, truncated, role, at, Optional.of(text));
  }

  /** The format of the body when that is a file whose text can be read. */
  public Optional<FileFormat> readableFile() {
    String type =
        headers.stream()
            .filter(line -> line.regionMatches(true, 0, "content-type:", 0, 13))
            .map(line -> line.substring(13).strip())
            .findFirst()
            .orElse("");
    return statusLine.startsWith("HTTP/1.1 2")
        ? PageReader.readableFile(body, type, request.url())
        : Optional.empty();
  }

  /** What an answer is to the crawl. */
  public enum Role {
    PAGE,
    /** robots.txt and its redirects: stored as evidence, no page of the site. */
    ROBOTS,
    /** A sitemap: likewise. */
    SITEMAP,
    /** What a browser made of a page: it takes the page's place. */
    RENDERED,
    /** An earlier crawl's answer: stored so that a revisit names something that lies beside it. */
    ORIGINAL
  }
}
