package gongkai.cli.commands;

import gongkai.AuditResult;
import gongkai.cadence.EventsReader;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.ExitDecision;
import gongkai.cli.FailOn;
import gongkai.cli.OutClaim;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.snapshot.ReadOnce;
import gongkai.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code gongkai demo}: serves the bundled bureau site on loopback and audits it as of its own day,
 * with its own known changes. Exit code 0 once the report is written, whatever it found.
 *
 * <p>The site answers on a fixed port if that is free, because addresses are part of the reports.
 */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "gongkai.demo.out")
  private Path out = Path.of("gongkai-demo");

  @Spec private CommandSpec spec;

  public DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (DemoSite site = DemoSite.start()) {
      if (site.port() != DemoSite.PORT) {
        console.note(Message.of("audit.demoPort", DemoSite.PORT, site.port()));
      }
      console.note(Message.of("audit.demoSite", site.startUrl()));
      Catalogue catalogue = RuleFiles.catalogue(site.catalogue());
      WorkingCalendar calendar = RuleFiles.calendar(Optional.empty());
      AuditRun run =
          new AuditRun(
              console,
              new DecisiveFetch(
                  catalogue,
                  calendar,
                  UserFiles.of(RuleFiles.sound(EventsReader.read(site.events(), catalogue))),
                  Optional.of(site.asOf()),
                  Optional.of(site.since()),
                  new ReadOnce()),
              calendar,
              Optional.empty(),
              FailOn.VIOLATION,
              FollowUp.NONE,
              ReportFormat.DEFAULT,
              out,
              true);
      OutClaim claim = OutClaim.take(out, false, true);
      try (claim) {
        AuditResult audit =
            run.report(
                run.crawl(new CrawlOptions(), order(site), CrawlCommand.arguments(spec)),
                Optional.empty(),
                Optional.empty(),
                Message.of("audit.interruptedOffline"));
        ExitDecision decision = ExitDecision.of(audit, FailOn.VIOLATION);
        run.say(audit, Message.of("audit.demoExit", decision.code().code(), decision.because()));
        return ExitCode.OK.code();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody has to be spared here, so there is no limit of rate and hardly a pause. */
  private Crawl.Options order(DemoSite site) {
    return new Crawl.Options(
        site.startUrl(),
        List.of(),
        List.of(),
        out.resolve("snapshot"),
        false,
        Optional.empty(),
        false,
        false,
        new Crawl.Manners(
            0,
            4,
            "",
            RequestOptions.defaultUserAgent(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new Crawl.Limits(
            20_000,
            12,
            Optional.empty(),
            Duration.ofSeconds(20),
            3,
            Duration.ofMillis(20),
            10_000_000));
  }
}
