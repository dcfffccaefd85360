package gongkai.cli.commands;

import gongkai.catalogue.Catalogue;
import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.OutClaim;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.probe.ProbeJson;
import gongkai.cli.probe.ProbeReport;
import gongkai.cli.probe.ProbeRun;
import gongkai.cli.probe.ProbeText;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai probe}: what kind of site is this? */
@Command(name = "probe")
public final class ProbeCommand implements Callable<Integer> {
  private static final int MAX_DEPTH = 12;

  private final Console console;

  @Parameters(paramLabel = "SITE", descriptionKey = "site")
  private String site;

  @Option(names = "--catalogue", paramLabel = "NAME|FILE")
  private String catalogue = RuleFiles.DEFAULT;

  @Option(names = "--tailor", paramLabel = "FILE")
  private Optional<Path> tailor = Optional.empty();

  @Option(names = "--format", paramLabel = "table|json")
  private String format = "table";

  @Option(names = "--max-pages", paramLabel = "N")
  private int maxPages = 60;

  @Option(names = "--out", paramLabel = "DIR")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Mixin private SiteOptions options = new SiteOptions();

  public ProbeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<Catalogue> rules = problems.of(() -> RuleFiles.catalogue(catalogue, tailor));
    Optional<Crawl.Options> checked =
        problems.of(() -> order(rules.map(this::hosts).orElse(List.of())));
    problems.refuse();
    Progress progress = Progress.of(console, options.progress());
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  progress.requestStop();
                  CrawlRun.await(over);
                }));
    try {
      return probe(rules.orElseThrow(), checked.orElseThrow(), progress);
    } finally {
      over.countDown();
    }
  }

  private int probe(Catalogue rules, Crawl.Options order, Progress progress) {
    if (out.isEmpty()) {
      return inPassing(rules, order, progress);
    }
    try (OutClaim claim = OutClaim.take(out.get(), false, overwrite)) {
      return probe(rules, order, claim.snapshot(), progress);
    }
  }

  /** A catalogue's further hosts belong to the catalogue's own site. */
  private List<String> hosts(Catalogue rules) {
    String host = Addresses.host(SiteOptions.address("SITE", site));
    boolean own = rules.start().filter(start -> Addresses.host(start).equals(host)).isPresent();
    return own ? rules.hosts() : List.of();
  }

  private Crawl.Options order(List<String> hosts) {
    SiteOptions.oneOf("--format", format, List.of("table", "json"));
    SiteOptions.within("--max-pages", maxPages, 5, 20_000);
    options.check();
    return new Crawl.Options(
        SiteOptions.address("SITE", site),
        options.seeds(),
        options.allowed(hosts),
        Path.of(""),
        false,
        Optional.empty(),
        false,
        false,
        options.manners(),
        options.limits(maxPages, MAX_DEPTH, Optional.empty()));
  }

  /** With a folder for the snapshot that is gone afterwards. */
  private int inPassing(Catalogue rules, Crawl.Options order, Progress progress) {
    try {
      Path folder = Files.createTempDirectory("gongkai-probe-");
      try {
        return probe(rules, order, folder, progress);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      throw OutClaim.unwritable(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(all::add);
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }

  private int probe(Catalogue rules, Crawl.Options order, Path snapshot, Progress progress) {
    Optional<ProbeReport> probed;
    try {
      probed = ProbeRun.run(rules, ProbeRun.into(order, snapshot), progress);
    } catch (IOException e) {
      throw OutClaim.unwritable(snapshot, e);
    } finally {
      progress.end();
    }
    if (probed.isEmpty()) {
      // the signal decides the exit code
      console.error(Message.of("probe.interrupted"));
      return ExitCode.INTERRUPTED.code();
    }
    ProbeReport report = probed.get();
    if (format.equals("json")) {
      console.print(ProbeJson.text(report));
    } else {
      ProbeText.lines(report, console.lang()).forEach(console::print);
    }
    if (!report.probe().startRead()) {
      console.error(Message.of("crawl.noStart", order.start()));
      return ExitCode.INCOMPLETE.code();
    }
    return ExitCode.OK.code();
  }
}
