package gongkai.cli.commands;

import gongkai.cli.Amounts;
import gongkai.cli.Failure;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a site is crawled: {@code crawl} and {@code audit} share them. */
public final class CrawlOptions {
  @Mixin private SiteOptions site = new SiteOptions();

  @Option(names = "--out", paramLabel = "DIR")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--update", paramLabel = "DIR")
  private Optional<Path> update = Optional.empty();

  @Option(names = "--plan")
  private boolean plan;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--fetch", paramLabel = "decisive|everything")
  private String fetch = "decisive";

  @Option(names = "--max-pages", paramLabel = "N")
  private int maxPages = 20_000;

  @Option(names = "--max-depth", paramLabel = "N")
  private int maxDepth = 12;

  @Option(names = "--max-time", paramLabel = "TIME", converter = Amounts.Time.class)
  private Optional<Duration> maxTime = Optional.empty();

  Optional<Path> out() {
    return out;
  }

  boolean resume() {
    return resume;
  }

  /** Folder of the earlier snapshot, or of the audit it lies in. */
  Optional<Path> update() {
    return update;
  }

  boolean plan() {
    return plan;
  }

  /** Time between two requests as {@code --rate} has it. */
  Duration pace() {
    return site.rate() > 0 ? Duration.ofNanos((long) (1e9 / site.rate())) : Duration.ZERO;
  }

  boolean overwrite() {
    return overwrite;
  }

  String progress() {
    return site.progress();
  }

  /**
   * The crawl that the options order, checked: nothing has been asked of the network yet.
   *
   * @param start as the user or the rule file writes it
   * @param hosts further hosts of the bureau from the rule file
   * @param snapshot folder of the snapshot
   * @throws Failure with exit code 2 naming the option and what to write
   */
  Crawl.Options order(String start, List<String> hosts, Path snapshot) {
    SiteOptions.oneOf("--fetch", fetch, List.of("decisive", "everything"));
    SiteOptions.within("--max-pages", maxPages, 1, Integer.MAX_VALUE);
    SiteOptions.within("--max-depth", maxDepth, 0, 1000);
    site.check();
    if (plan && resume) {
      throw Failure.usage(Message.of("plan.resume"));
    }
    return new Crawl.Options(
        SiteOptions.address("SITE", start),
        site.seeds(),
        site.allowed(hosts),
        snapshot,
        resume,
        update.map(folder -> earlier(folder, snapshot)),
        fetch.equals("everything"),
        plan,
        site.manners(),
        site.limits(maxPages, maxDepth, maxTime));
  }

  /** The earlier snapshot's own folder, which must not be the one that is written. */
  private Path earlier(Path folder, Path snapshot) {
    WarcSnapshot earlier = open("--update", folder);
    if (!plan && same(earlier.folder(), snapshot)) {
      throw Failure.usage(Message.of("crawl.updateItself", folder, snapshot));
    }
    return earlier.folder();
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /** A snapshot's folder, or the folder of an audit with its snapshot inside. */
  static WarcSnapshot open(String option, Path folder) {
    Path inside = folder.resolve("snapshot");
    try {
      WarcSnapshot snapshot = WarcSnapshot.open(Files.isDirectory(inside) ? inside : folder);
      snapshot.info();
      return snapshot;
    } catch (IOException | UncheckedIOException e) {
      throw Failure.usage(Message.of("crawl.snapshot", option, folder, e.getMessage()));
    }
  }
}
