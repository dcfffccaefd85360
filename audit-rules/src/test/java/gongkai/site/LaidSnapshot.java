package gongkai.site;

import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A site of a few pages written down in a test. */
final class LaidSnapshot implements Snapshot {
  static final String ORIGIN = "http://rsj.fengshan.example";
  private static final Instant FETCHED = Instant.parse("2026-11-02T02:00:00Z");

  private final List<Answer> answers = new ArrayList<>();

  /** An answer of 200 with a body of HTML. */
  LaidSnapshot page(String path, String body) {
    String html = "<html><head><title>凤山市人社局</title></head><body>" + body + "</body></html>";
    return answer(path, 200, Optional.empty(), html);
  }

  /** A redirect to another path. */
  LaidSnapshot redirect(String path, String target) {
    return answer(path, 302, Optional.of(ORIGIN + target), "");
  }

  LaidSnapshot answer(String path, int status, Optional<String> location, String body) {
    answers.add(
        new Answer(
            PageRequest.get(ORIGIN + path),
            status,
            "text/html; charset=utf-8",
            location,
            body.getBytes(StandardCharsets.UTF_8),
            false,
            FETCHED,
            Integer.toHexString(body.hashCode()),
            "memory:" + answers.size()));
    return this;
  }

  Site site() {
    return SiteBuilder.build(this);
  }

  @Override
  public CrawlInfo info() {
    return new CrawlInfo(
        ORIGIN + "/", List.of("rsj.fengshan.example"), List.of(), FETCHED, "", true);
  }

  @Override
  public void forEach(Consumer<Answer> reader) {
    answers.forEach(reader);
  }

  @Override
  public List<Unread> unread() {
    return List.of();
  }

  @Override
  public String digest() {
    return "0".repeat(64);
  }
}
