package gongkai.cli.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.picture.Picture;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.picture.Picture.Why;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Pictures of pages as WARC records, and back: a conversion of the page's record with its date, or
 * metadata that says why there is none.
 */
final class PictureRecords {
  static final MediaType TYPE = MediaType.parse("image/png");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Place of the page's record in the same file. */
  private static final String OF = "Gongkai-Picture-Of";

  private static final String SIZE = "Gongkai-Picture-Size";
  private static final String MISSING = "Gongkai-Picture-Missing";
  private static final String TAKEN = "Gongkai-Picture-Taken";

  private PictureRecords() {}

  /** The picture of a page. */
  record Pictured(String page, Picture picture) implements Records.Read {}

  /** Pictures were taken: what has none now gets none. */
  record Ended() implements Records.Read {}

  /**
   * @param refersTo id of the page's record
   */
  static WarcConversion record(Answer page, URI refersTo, byte[] png, Taken taken) {
    return new WarcConversion.Builder()
        .setHeader("WARC-Target-URI", page.request().url())
        .date(page.fetchedAt())
        .refersTo(refersTo)
        .setHeader("WARC-Payload-Digest", Records.digest(png).prefixedBase32())
        .setHeader(OF, page.place())
        .setHeader(SIZE, taken.width() + "x" + taken.height() + "/" + taken.whole())
        .setHeader(MISSING, Integer.toString(taken.missing()))
        .setHeader(TAKEN, taken.takenAt().toString())
        .body(TYPE, png)
        .build();
  }

  static Pictured read(WarcRecord record, byte[] png, String place, boolean proven)
      throws IOException {
    String said = header(record, "WARC-Payload-Digest");
    WarcDigest digest = proven ? new WarcDigest(said) : Records.digest(png);
    if (!said.equals(digest.prefixedBase32())) {
      throw new IOException("the record at " + place + " was altered: its digest does not agree");
    }
    String[] size = header(record, SIZE).split("[x/]");
    return new Pictured(
        header(record, OF),
        new Taken(
            HexFormat.of().formatHex(digest.bytes()),
            Integer.parseInt(size[0]),
            Integer.parseInt(size[1]),
            Integer.parseInt(size[2]),
            Integer.parseInt(header(record, MISSING)),
            Instant.parse(header(record, TAKEN)),
            place));
  }

  /** A conversion to PNG that somebody else wrote is none of ours. */
  static boolean ours(WarcRecord record) {
    return record.headers().first(OF).isPresent();
  }

  private static String header(WarcRecord record, String name) {
    return record.headers().first(name).orElse("");
  }

  static ObjectNode none(String page, NotTaken why) {
    return JSON.createObjectNode()
        .put("pictureOf", page)
        .put("why", why.why().code())
        .put("detail", why.detail());
  }

  static ObjectNode ended() {
    return JSON.createObjectNode().put("pictures", "taken");
  }

  /** What metadata says of pictures; empty if nothing. */
  static Optional<Records.Read> read(JsonNode json) {
    if (json.has("pictures")) {
      return Optional.of(new Ended());
    }
    if (!json.has("pictureOf")) {
      return Optional.empty();
    }
    String code = json.path("why").asText();
    Why why =
        java.util.Arrays.stream(Why.values())
            .filter(w -> w.code().equals(code))
            .findFirst()
            .orElse(Why.FAILED);
    return Optional.of(
        new Pictured(
            json.path("pictureOf").asText(), new NotTaken(why, json.path("detail").asText())));
  }
}
