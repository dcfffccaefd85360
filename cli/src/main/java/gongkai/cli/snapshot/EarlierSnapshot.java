package gongkai.cli.snapshot;

import gongkai.cli.snapshot.WarcSnapshot.Stretch;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The snapshot that an update starts from. Its answers are taken over into the new one, so that
 * this one is not needed any more: an answer that was not asked for again as it lies here, one that
 * the site has confirmed as the original of a revisit.
 */
public final class EarlierSnapshot {
  private final WarcSnapshot file;
  private final Map<String, Filed> filed = new HashMap<>();
  private final Set<String> unread = new HashSet<>();

  /** An answer without its body. */
  private record Filed(
      Stretch stretch, int status, String sha256, boolean file, List<String> conditions) {}

  private EarlierSnapshot(WarcSnapshot file) {
    this.file = file;
    file.filed(
        (answered, stretch) -> {
          Answer a = answered.answer();
          if (answered.role() == Exchange.Role.PAGE && !WarcSnapshot.textLost(a)) {
            filed.put(
                WarcSnapshot.exactly(a.request()),
                new Filed(
                    stretch,
                    a.status(),
                    a.sha256(),
                    a.fileText().isPresent(),
                    conditions(answered)));
          }
        });
    for (Unread u : file.unread()) {
      unread.add(u.request().key());
    }
  }

  public static EarlierSnapshot of(WarcSnapshot file) {
    return new EarlierSnapshot(file);
  }

  /**
   * What the site gave for asking whether an answer is still the same (RFC 9110, 13.1). Nothing for
   * a file: its text stands beside its bytes, and is stored with them again.
   */
  private static List<String> conditions(Records.Answered answered) {
    if (answered.answer().status() != 200
        || answered.answer().truncated()
        || answered.answer().fileText().isPresent()) {
      return List.of();
    }
    String[] head = answered.head().toArray(String[]::new);
    List<String> conditions = new ArrayList<>();
    HttpBlock.header(head, "etag").ifPresent(tag -> conditions.add("If-None-Match: " + tag));
    HttpBlock.header(head, "last-modified")
        .ifPresent(day -> conditions.add("If-Modified-Since: " + day));
    return conditions;
  }

  private Optional<Filed> filed(PageRequest request) {
    return Optional.ofNullable(filed.get(WarcSnapshot.exactly(request)));
  }

  public boolean has(PageRequest request) {
    return filed(request).isPresent();
  }

  /** It was wanted then and not got. */
  public boolean lacks(PageRequest request) {
    return unread.contains(request.key());
  }

  /** Headers of a conditional request, {@code name: value}; empty list where none is possible. */
  public List<String> conditions(PageRequest request) {
    return filed(request).map(Filed::conditions).orElse(List.of());
  }

  /** The digest of the body; empty if there is no answer. */
  public Optional<String> sha256(PageRequest request) {
    return filed(request).map(Filed::sha256);
  }

  /** The answer itself. */
  public Answer answer(PageRequest request) {
    Stretch stretch = filed(request).orElseThrow().stretch();
    return file.at(WarcStore.FILE + ":" + stretch.answerAt(), request.form());
  }

  /** Takes an answer over as it lies here. */
  public Answer carry(PageRequest request, WarcStore store) throws IOException {
    Stretch stretch = filed(request).orElseThrow().stretch();
    String place = store.write(file.bytes(stretch), stretch.answerAt() - stretch.from());
    return store.snapshot().at(place, request.form());
  }

  /** True for "not modified", and for the same body with the same status once more. */
  public boolean confirmedBy(Exchange exchange) {
    Optional<Filed> before = filed(exchange.request());
    int status = Integer.parseInt(exchange.statusLine().split(" ", 3)[1]);
    return before.isPresent()
        && (status == 304
            || status == 200
                && before.get().status() == 200
                && !before.get().file()
                && !exchange.truncated()
                && before.get().sha256().equals(hex(exchange.body())));
  }

  private static String hex(byte[] body) {
    return HexFormat.of().formatHex(Records.sha256().digest(body));
  }

  /** Stores an answer that confirms what lies here, as a revisit beside its original. */
  public Answer revisit(Exchange exchange, WarcStore store) throws IOException {
    Stretch stretch = filed(exchange.request()).orElseThrow().stretch();
    Records.Pair records = Records.revisit(exchange, file.member(stretch.original()));
    String place = store.write(records.bytes(), records.answerAt());
    return store.snapshot().at(place, exchange.request().form());
  }
}
