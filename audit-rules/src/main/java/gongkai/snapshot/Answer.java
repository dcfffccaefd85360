package gongkai.snapshot;

import gongkai.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * One answer as it was stored: a hop of a redirect chain is an answer of its own.
 *
 * @param request what was asked
 * @param status HTTP status
 * @param contentType the header's value; empty string if none
 * @param location absolute target of a redirect; empty for other answers
 * @param body after content decoding, at most the body limit
 * @param truncated the body went on beyond the limit
 * @param fetchedAt when the answer arrived
 * @param sha256 of {@code body}, lower-case hex
 * @param place file and byte offset of its record in the snapshot, {@code file:offset}
 * @param fileText what a file that is no HTML says; empty for pages, and where nobody tried to read
 *     it
 */
public record Answer(
    PageRequest request,
    int status,
    String contentType,
    Optional<String> location,
    byte[] body,
    boolean truncated,
    Instant fetchedAt,
    String sha256,
    String place,
    Optional<FileText> fileText) {
  /** A page, or a file whose text nobody tried to read. */
  public Answer(
      PageRequest request,
      int status,
      String contentType,
      Optional<String> location,
      byte[] body,
      boolean truncated,
      Instant fetchedAt,
      String sha256,
      String place) {
    this(
        request,
        status,
        contentType,
        location,
        body,
        truncated,
        fetchedAt,
        sha256,
        place,
        Optional.empty());
  }

  /** The same answer, with what the file says. */
  public Answer with(FileText text) {
    return new Answer(
        request,
        status,
        contentType,
        location,
        body,
        truncated,
        fetchedAt,
        sha256,
        place,
        Optional.of(text));
  }
}
