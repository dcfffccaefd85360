package gongkai.cli.snapshot;

import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import gongkai.snapshot.FileText;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads each answer once in a process: the crawl follows its links, {@code --fetch decisive} weighs
 * it, the audit judges it. Reading is most of what a page costs. Safe for several threads.
 */
public final class ReadOnce implements Function<Answer, PageFacts> {
  /** All that what a page says can depend on; the digest stands for the body. */
  private record Key(
      PageRequest request,
      int status,
      String contentType,
      Optional<String> location,
      boolean truncated,
      Instant fetchedAt,
      String sha256,
      Optional<FileText> fileText) {
    static Key of(Answer answer) {
      return new Key(
          answer.request(),
          answer.status(),
          answer.contentType(),
          answer.location(),
          answer.truncated(),
          answer.fetchedAt(),
          answer.sha256(),
          answer.fileText());
    }
  }

  private final Map<Key, PageFacts> known = new ConcurrentHashMap<>();

  @Override
  public PageFacts apply(Answer answer) {
    return known.computeIfAbsent(Key.of(answer), k -> PageReader.read(answer));
  }
}
