package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.OutClaim;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.snapshot.ReadOnce;
import gongkai.cli.snapshot.WarcStore;
import gongkai.message.Message;
import gongkai.page.Addresses;
import gongkai.page.PageReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongkai crawl}: takes a snapshot of a site and stops. */
@Command(name = "crawl")
public final class CrawlCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SITE", descriptionKey = "site")
  private String site;

  @Mixin private CrawlOptions options;

  @Option(names = "--catalogue", paramLabel = "NAME|FILE")
  private String catalogue = RuleFiles.DEFAULT;

  @Option(names = "--beside", paramLabel = "NAME|FILE")
  private List<String> beside = List.of();

  @Option(names = "--tailor", paramLabel = "FILE")
  private Optional<Path> tailor = Optional.empty();

  @Spec private CommandSpec spec;

  public CrawlCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
    Path out = options.out().orElseGet(() -> folder(site, yesterday));
    Crawl.Options order = options.order(site, List.of(), out.resolve("snapshot"));
    DecisiveFetch policy =
        new DecisiveFetch(
            RuleFiles.beside(catalogue, RuleFiles.catalogue(catalogue, tailor), beside),
            RuleFiles.calendar(Optional.empty()),
            UserFiles.NONE,
            Optional.empty(),
            Optional.empty(),
            // nobody asks again for what a crawl of everything has read
            order.everything() ? PageReader::read : new ReadOnce());
    if (options.plan()) {
      return new Plan(console, options, policy, arguments(spec)).ofSite(order).code();
    }
    try (OutClaim claim = OutClaim.take(out, options.resume(), options.overwrite())) {
      Crawl.Outcome outcome = CrawlRun.run(console, options, order, policy, arguments(spec), out);
      if (!outcome.startRead()) {
        console.error(Message.of("crawl.noStart", order.start()));
      }
      console.print(Message.of("crawl.done", outcome.pages()));
      console.print(claim.snapshot().resolve(WarcStore.FILE).toString());
      return (outcome.cut() || !outcome.startRead() ? ExitCode.INCOMPLETE : ExitCode.OK).code();
    }
  }

  /**
   * {@code audit-<host>-<as-of>}; the colon before a port is no letter of a file name everywhere.
   */
  static Path folder(String site, LocalDate asOf) {
    String host = Addresses.host(SiteOptions.address("SITE", site));
    return Path.of("audit-" + host.replace(':', '_') + "-" + asOf);
  }

  static List<String> arguments(CommandSpec spec) {
    CommandSpec root = spec.root();
    return root.commandLine().getParseResult().originalArgs();
  }
}
