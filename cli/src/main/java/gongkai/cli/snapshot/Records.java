package gongkai.cli.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gongkai.page.Addresses;
import gongkai.page.PageRequest;
import gongkai.picture.Picture.Taken;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.FileText;
import gongkai.snapshot.Trouble;
import gongkai.snapshot.Unread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Our facts as WARC records, and back. Each record is a gzip member of its own. */
final class Records {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROLE = "Gongkai-Role";
  private static final String STATE = "Gongkai-Text-State";
  private static final String DETAIL = "Gongkai-Text-Detail";
  private static final MediaType TEXT_TYPE = MediaType.parse("text/plain;charset=utf-8");

  /** Bytes back to the original's record: it is found without an index. */
  private static final String BACK = "Gongkai-Original-Back";

  private static final MediaType JSON_TYPE = MediaType.parse("application/json");
  private static final MediaType REQUEST_TYPE = MediaType.parse("application/http;msgtype=request");
  private static final MediaType RENDERED_TYPE = MediaType.parse("text/html;charset=utf-8");
  private static final MediaType RESPONSE_TYPE =
      MediaType.parse("application/http;msgtype=response");

  private Records() {}

  /** What one record says. */
  sealed interface Read
      permits Begun,
          Ended,
          NotRead,
          Troubled,
          Asked,
          Answered,
          Revisited,
          Converted,
          Other,
          PictureRecords.Pictured,
          PictureRecords.Ended {}

  /** A run of the crawler began. */
  record Begun(CrawlInfo info) implements Read {}

  /** A run of the crawler ended by itself. */
  record Ended() implements Read {}

  record NotRead(Unread unread) implements Read {}

  record Troubled(Trouble trouble) implements Read {}

  /** Form of a POST whose answer follows; the record id ties them. */
  record Asked(Optional<String> form) implements Read {}

  /**
   * @param head status line and headers
   */
  record Answered(Answer answer, Exchange.Role role, List<String> head) implements Read {
    Answered with(FileText text) {
      return new Answered(answer.with(text), role, head);
    }
  }

  /**
   * The site said, or showed, that its answer is an original's that lies before it in the file.
   *
   * @param back bytes from this record's member to the original's
   * @param head of this answer, which brought no body
   * @param unmodified the site said so itself: status and type are the original's
   */
  record Revisited(
      PageRequest request, long back, List<String> head, boolean unmodified, Instant at)
      implements Read {

    /** The answer that this stands for. */
    Answered answer(Answered original, String place) {
      List<String> all = new ArrayList<>(unmodified ? original.head().subList(0, 1) : List.of());
      all.addAll(unmodified ? head.subList(1, head.size()) : head);
      all.addAll(original.head().subList(1, original.head().size()));
      String[] lines = all.toArray(String[]::new);
      Answer first = original.answer();
      Answer answer =
          Records.answer(
              request, lines, first.body(), first.truncated(), at, digest(first.body()), place);
      return new Answered(answer, Exchange.Role.PAGE, all);
    }
  }

  /** What the file says that the answer before it is. */
  record Converted(FileText text) implements Read {}

  /** A record of no meaning to us. */
  record Other() implements Read {}

  /**
   * A request and its answer, in this order; where the answer's member begins within the bytes, and
   * the digest of its body.
   */
  record Pair(byte[] bytes, int answerAt, WarcDigest digest) {}

  static Pair exchange(Exchange exchange) throws IOException {
    String url = exchange.request().url();
    WarcDigest digest = digest(exchange.body());
    WarcRequest request = request(exchange);
    WarcResponse.Builder response =
        new WarcResponse.Builder(url)
            .date(exchange.at())
            .concurrentTo(request.id())
            .setHeader("WARC-Payload-Digest", digest.prefixedBase32())
            .body(RESPONSE_TYPE, HttpBlock.of(HttpBlock.archivedHead(exchange), exchange.body()));
    if (exchange.truncated()) {
      response.truncated(WarcTruncationReason.LENGTH);
    }
    if (exchange.role() != Exchange.Role.PAGE) {
      response.setHeader(ROLE, exchange.role().name());
    }
    WarcResponse answer = response.build();
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + exchange.body().length / 3);
    write(request, out);
    int answerAt = out.size();
    write(answer, out);
    if (exchange.fileText().isPresent()) {
      write(conversion(exchange, answer, exchange.fileText().get()), out);
    }
    return new Pair(out.toByteArray(), answerAt, digest);
  }

  /** The text that was made of a file: refers to the answer, and follows it directly. */
  private static WarcConversion conversion(Exchange exchange, WarcResponse answer, FileText text) {
    return new WarcConversion.Builder()
        .setHeader("WARC-Target-URI", exchange.request().url())
        .date(exchange.at())
        .refersTo(answer.id())
        .setHeader(STATE, text.state().name())
        .setHeader(DETAIL, text.detail().replaceAll("[^ -~]", " "))
        .body(TEXT_TYPE, text.text().getBytes(StandardCharsets.UTF_8))
        .build();
  }

  static byte[] rendered(Answer original, byte[] document, URI refersTo) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + document.length / 3);
    write(
        new WarcConversion.Builder()
            .setHeader("WARC-Target-URI", original.request().url())
            .date(original.fetchedAt())
            .refersTo(refersTo)
            .setHeader("WARC-Payload-Digest", digest(document).prefixedBase32())
            .body(RENDERED_TYPE, document)
            .build(),
        out);
    return out.toByteArray();
  }

  /** A rendered page as a reader of the snapshot sees it. */
  static Answer renderedAnswer(Answer original, byte[] document, String place) {
    return renderedAnswer(original.request().url(), document, original.fetchedAt(), place);
  }

  private static Answer renderedAnswer(String url, byte[] document, Instant at, String place) {
    return new Answer(
        PageRequest.get(url),
        200,
        RENDERED_TYPE.toString(),
        Optional.empty(),
        document,
        false,
        at,
        HexFormat.of().formatHex(digest(document).bytes()),
        place);
  }

  static URI id(byte[] content) throws IOException {
    WarcReader reader = new WarcReader(new ByteArrayInputStream(content));
    return reader.next().orElseThrow(() -> new IOException("no record")).id();
  }

  static byte[] body(byte[] content) throws IOException {
    WarcReader reader = new WarcReader(new ByteArrayInputStream(content));
    WarcRecord record = reader.next().orElseThrow(() -> new IOException("no record"));
    return record.body().stream().readAllBytes();
  }

  /**
   * An answer that is an original's: the original, the request and the revisit that names it.
   *
   * @param original content of the member of the original's record
   */
  static Pair revisit(Exchange exchange, byte[] original) throws IOException {
    byte[] kept = asOriginal(original);
    WarcRecord named = new WarcReader(new ByteArrayInputStream(kept)).next().orElseThrow();
    String digest = named.headers().first("WARC-Payload-Digest").orElse("");
    boolean unmodified = exchange.statusLine().contains(" 304");
    String url = exchange.request().url();
    WarcRequest request = request(exchange);
    ByteArrayOutputStream out = new ByteArrayOutputStream(kept.length / 2);
    OutputStream member = GzipMembers.writer(out);
    member.write(kept);
    member.close();
    write(request, out);
    int answerAt = out.size();
    URI profile =
        unmodified ? WarcRevisit.SERVER_NOT_MODIFIED_1_0 : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_0;
    write(
        new WarcRevisit.Builder(url, profile)
            .date(exchange.at())
            .concurrentTo(request.id())
            .refersTo(
                named.id(), named.headers().first("WARC-Target-URI").orElse(url), named.date())
            .setHeader("WARC-Payload-Digest", digest)
            .setHeader(BACK, Integer.toString(answerAt))
            .body(RESPONSE_TYPE, HttpBlock.of(head(exchange), new byte[0]))
            .build(),
        out);
    return new Pair(out.toByteArray(), answerAt, new WarcDigest(digest));
  }

  private static List<String> head(Exchange exchange) {
    List<String> head = new ArrayList<>(List.of(exchange.statusLine()));
    head.addAll(exchange.headers());
    return head;
  }

  /** The same record, told from an answer of the crawl that keeps it. */
  private static byte[] asOriginal(byte[] record) {
    String start = new String(record, 0, record.length, StandardCharsets.ISO_8859_1);
    String role = ROLE + ": " + Exchange.Role.ORIGINAL + "\r\n";
    int headers = start.indexOf("\r\n\r\n");
    if (start.substring(0, headers).contains(role.strip())) {
      return record;
    }
    int first = start.indexOf("\r\n") + 2;
    return (start.substring(0, first) + role + start.substring(first))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static WarcRequest request(Exchange exchange) throws IOException {
    byte[] form =
        exchange.request().form().map(f -> f.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    return new WarcRequest.Builder(exchange.request().url())
        .date(exchange.at())
        .body(REQUEST_TYPE, HttpBlock.of(exchange.requestHead(), form))
        .build();
  }

  static byte[] unread(Unread unread, Instant at) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("url", unread.request().url());
    unread.request().form().ifPresent(form -> json.put("form", form));
    json.put("why", unread.why().name());
    json.put("detail", unread.detail());
    json.put("foundOn", unread.foundOn());
    return metadata(unread.request().url(), json, at);
  }

  static byte[] trouble(Trouble trouble, Instant at) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.put("url", trouble.url());
    json.put("trouble", trouble.detail());
    return metadata(trouble.url(), json, at);
  }

  static byte[] ended(String start, Instant at) throws IOException {
    return metadata(start, JSON.createObjectNode().put("crawl", "ended"), at);
  }

  static byte[] picture(Answer page, URI refersTo, byte[] png, Taken taken) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + png.length);
    write(PictureRecords.record(page, refersTo, png, taken), out);
    return out.toByteArray();
  }

  static byte[] metadata(String url, ObjectNode json, Instant at) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    write(
        new WarcMetadata.Builder()
            .targetURI(url)
            .date(at)
            .body(JSON_TYPE, JSON.writeValueAsBytes(json))
            .build(),
        out);
    return out.toByteArray();
  }

  static byte[] begun(CrawlInfo info, String software, Instant at) throws IOException {
    StringBuilder fields = new StringBuilder();
    field(fields, "software", software);
    field(fields, "format", "WARC File Format 1.0");
    field(fields, "robots", info.robotsConsent().isEmpty() ? "obey" : "ignore");
    field(fields, "start", info.start());
    info.hosts().forEach(h -> field(fields, "host", h));
    info.allowedHosts().forEach(h -> field(fields, "allowed-host", h));
    field(fields, "started", info.startedAt().toString());
    if (!info.robotsConsent().isEmpty()) {
      field(fields, "operator-consent", info.robotsConsent());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    write(
        new Warcinfo.Builder()
            .date(at)
            .filename(WarcStore.FILE)
            .body(MediaType.WARC_FIELDS, fields.toString().getBytes(StandardCharsets.UTF_8))
            .build(),
        out);
    return out.toByteArray();
  }

  private static void field(StringBuilder fields, String name, String value) {
    fields.append(name).append(": ").append(value.replaceAll("\\s+", " ").strip()).append("\r\n");
  }

  private static void write(WarcRecord record, OutputStream out) throws IOException {
    OutputStream member = GzipMembers.writer(out);
    new WarcWriter(member).write(record);
    member.close();
  }

  /**
   * What a record says.
   *
   * @param content the member's content: one WARC record
   * @param before what the record before it said
   * @param place file and offset of the record
   * @param proven that the digest agrees is known from an earlier pass
   * @throws IOException when it is no WARC record, or its digest shows that it was altered
   */
  static Read read(byte[] content, Read before, String place, boolean proven) throws IOException {
    WarcReader reader = new WarcReader(new ByteArrayInputStream(content));
    WarcRecord record = reader.next().orElseThrow(() -> new IOException("no record at " + place));
    byte[] block = record.body().stream().readAllBytes();
    return switch (record.type()) {
      case "warcinfo" -> new Begun(info(new String(block, StandardCharsets.UTF_8)));
      case "metadata" -> metadata(JSON.readTree(block));
      case "request" -> new Asked(HttpBlock.form(block));
      case "response" -> answered((WarcResponse) record, block, before, place, proven);
      case "conversion" -> converted((WarcConversion) record, block, place, proven);
      case "revisit" -> revisited((WarcRevisit) record, block, before);
      default -> new Other();
    };
  }

  private static Read converted(WarcConversion record, byte[] block, String place, boolean proven)
      throws IOException {
    if (record.contentType().equals(PictureRecords.TYPE) && PictureRecords.ours(record)) {
      return PictureRecords.read(record, block, place, proven);
    }
    if (record.contentType().equals(RENDERED_TYPE)) {
      String said = record.headers().first("WARC-Payload-Digest").orElse("");
      if (!said.equals(digest(block).prefixedBase32())) {
        throw new IOException("the record at " + place + " was altered: its digest does not agree");
      }
      Answer answer = renderedAnswer(record.target(), block, record.date(), place);
      return new Answered(answer, Exchange.Role.RENDERED, List.of());
    }
    Optional<String> state = record.headers().first(STATE);
    return state.isEmpty()
        ? new Other()
        : new Converted(
            new FileText(
                FileText.State.valueOf(state.get()),
                record.headers().first(DETAIL).orElse(""),
                new String(block, StandardCharsets.UTF_8)));
  }

  private static Read metadata(JsonNode json) {
    if (json.path("crawl").asText("").equals("ended")) {
      return new Ended();
    }
    if (json.has("trouble")) {
      return new Troubled(new Trouble(json.path("url").asText(), json.path("trouble").asText()));
    }
    Optional<Read> ofPicture = PictureRecords.read(json);
    if (ofPicture.isPresent() || !json.has("why")) {
      return ofPicture.orElse(new Other());
    }
    PageRequest request =
        new PageRequest(
            json.path("url").asText(),
            json.has("form") ? Optional.of(json.path("form").asText()) : Optional.empty());
    return new NotRead(
        new Unread(
            request,
            Unread.Why.valueOf(json.path("why").asText()),
            json.path("detail").asText(),
            json.path("foundOn").asText()));
  }

  private static CrawlInfo info(String fields) {
    String start = "";
    String consent = "";
    Instant started = Instant.EPOCH;
    List<String> hosts = new ArrayList<>();
    List<String> allowed = new ArrayList<>();
    for (String line : fields.split("\r\n")) {
      int colon = line.indexOf(": ");
      String value = colon < 0 ? "" : line.substring(colon + 2);
      switch (colon < 0 ? "" : line.substring(0, colon)) {
        case "start" -> start = value;
        case "host" -> hosts.add(value);
        case "allowed-host" -> allowed.add(value);
        case "started" -> started = Instant.parse(value);
        case "operator-consent" -> consent = value;
        default -> {
          // the other fields are for readers of the file
        }
      }
    }
    return new CrawlInfo(start, hosts, allowed, started, consent, false);
  }

  /** What a reader will see of an exchange that is being stored. */
  static Answer answer(Exchange exchange, WarcDigest digest, String place) {
    String[] head = HttpBlock.archivedHead(exchange).toArray(String[]::new);
    Answer answer =
        answer(
            exchange.request(),
            head,
            exchange.body(),
            exchange.truncated(),
            exchange.at(),
            digest,
            place);
    return exchange.fileText().map(answer::with).orElse(answer);
  }

  private static Answer answer(
      PageRequest request,
      String[] head,
      byte[] body,
      boolean truncated,
      Instant at,
      WarcDigest digest,
      String place) {
    int status = Integer.parseInt(head[0].split(" ", 3)[1]);
    return new Answer(
        request,
        status,
        HttpBlock.header(head, "content-type").orElse(""),
        status / 100 == 3
            ? HttpBlock.header(head, "location")
                .flatMap(l -> Addresses.resolve(URI.create(request.url()), l))
            : Optional.empty(),
        body,
        truncated,
        at,
        HexFormat.of().formatHex(digest.bytes()),
        place);
  }

  private static Answered answered(
      WarcResponse record, byte[] block, Read before, String place, boolean proven)
      throws IOException {
    int end = HttpBlock.endOfHead(block);
    byte[] body = java.util.Arrays.copyOfRange(block, end, block.length);
    String said = record.headers().first("WARC-Payload-Digest").orElse("");
    WarcDigest digest = proven ? new WarcDigest(said) : digest(body);
    if (!proven && !said.equals(digest.prefixedBase32())) {
      throw new IOException("the record at " + place + " was altered: its digest does not agree");
    }
    Answer answer =
        answer(
            new PageRequest(record.target(), form(before)),
            head(block, end).toArray(String[]::new),
            body,
            record.truncated() != WarcTruncationReason.NOT_TRUNCATED,
            record.date(),
            digest,
            place);
    Exchange.Role role =
        record.headers().first(ROLE).map(Exchange.Role::valueOf).orElse(Exchange.Role.PAGE);
    return new Answered(answer, role, head(block, end));
  }

  private static Revisited revisited(WarcRevisit record, byte[] block, Read before) {
    return new Revisited(
        new PageRequest(record.target(), form(before)),
        record.headers().first(BACK).map(Long::parseLong).orElse(0L),
        head(block, HttpBlock.endOfHead(block)),
        record.profile().equals(WarcRevisit.SERVER_NOT_MODIFIED_1_0),
        record.date());
  }

  private static List<String> head(byte[] block, int end) {
    return List.of(new String(block, 0, end, StandardCharsets.UTF_8).split("\r\n"));
  }

  private static Optional<String> form(Read before) {
    return before instanceof Asked asked ? asked.form() : Optional.empty();
  }

  static WarcDigest digest(byte[] body) {
    return new WarcDigest("sha256", sha256().digest(body));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
