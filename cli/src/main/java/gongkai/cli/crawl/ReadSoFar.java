package gongkai.cli.crawl;

import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Snapshot;
import gongkai.snapshot.Unread;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one run has read by now, as if its crawl were over. A resumed run sees what it has taken
 * again and not what else its file holds, so that it decides as the run before it did.
 *
 * @param taken {@link WarcSnapshot#exactly} of the requests answered in this run
 */
record ReadSoFar(WarcSnapshot file, Set<String> taken, List<Unread> unread) implements Snapshot {
  @Override
  public CrawlInfo info() {
    CrawlInfo info = file.info();
    return new CrawlInfo(
        info.start(),
        info.hosts(),
        info.allowedHosts(),
        info.startedAt(),
        info.robotsConsent(),
        true);
  }

  @Override
  public void forEach(Consumer<Answer> reader) {
    Consumer<Answer> ofThisRun =
        answer -> {
          if (taken.contains(WarcSnapshot.exactly(answer.request()))) {
            reader.accept(answer);
          }
        };
    file.forEach(ofThisRun);
  }

  @Override
  public String digest() {
    return file.digest();
  }
}
