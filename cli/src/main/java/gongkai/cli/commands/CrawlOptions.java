package gongkai.cli.commands;

import gongkai.cli.Amounts;
import gongkai.cli.Failure;
import gongkai.cli.crawl.Crawl;
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
    return new Crawl.Options(
        SiteOptions.address("SITE", start),
        site.seeds(),
        site.allowed(hosts),
        snapshot,
        resume,
        fetch.equals("everything"),
        site.manners(),
        site.limits(maxPages, maxDepth, maxTime));
  }
}
