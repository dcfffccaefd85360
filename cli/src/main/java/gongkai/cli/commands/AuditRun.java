package gongkai.cli.commands;

import gongkai.Audit;
import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.Console;
import gongkai.cli.FailOn;
import gongkai.cli.OutClaim;
import gongkai.cli.Version;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.report.OutputFolder;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.report.ReportInput;
import gongkai.cli.report.Summary;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.compare.Standing;
import gongkai.message.Message;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An audit whose input has been checked: crawl, judge, write, say.
 *
 * @param files what the user adds to the rules
 * @param asOf empty for the day before the crawl began
 * @param since empty for one year before {@code asOf}
 * @param baseline an earlier audit, to which this one is held
 * @param failOn which gaps count
 * @param followUp what is made of the audit once it is judged
 * @param out claimed by this process
 * @param steps say on stderr what is being done
 */
record AuditRun(
    Console console,
    Catalogue catalogue,
    WorkingCalendar calendar,
    UserFiles files,
    Optional<LocalDate> asOf,
    Optional<LocalDate> since,
    Optional<Standing> baseline,
    FailOn failOn,
    FollowUp followUp,
    List<ReportFormat> formats,
    Path out,
    boolean steps) {

  /** Takes the snapshot. */
  WarcSnapshot crawl(CrawlOptions options, Crawl.Options order, List<String> arguments) {
    CrawlRun.run(console, options, order, policy(), arguments, out);
    try {
      return WarcSnapshot.open(order.snapshot());
    } catch (IOException e) {
      throw OutClaim.unwritable(out, e);
    }
  }

  DecisiveFetch policy() {
    return new DecisiveFetch(catalogue, calendar, files, asOf, since);
  }

  /**
   * Judges a snapshot and writes the reports.
   *
   * @param read what the snapshot looks like, if that is known already
   * @param interrupted said when a signal ends the program meanwhile
   */
  AuditResult report(WarcSnapshot snapshot, Optional<Site> read, Message interrupted) {
    AtomicBoolean done = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!done.get()) {
                    console.error(interrupted);
                  }
                }));
    try {
      return report(snapshot, read);
    } finally {
      done.set(true);
    }
  }

  private AuditResult report(WarcSnapshot snapshot, Optional<Site> read) {
    step(Message.of("audit.judging"));
    Site site = read.orElseGet(() -> SiteBuilder.build(snapshot));
    AuditResult judged = Audit.run(snapshot, site, policy().terms(snapshot.info()));
    AuditResult compared = baseline.map(judged::since).orElse(judged);
    AuditResult audit = followUp.of(compared, calendar, out);
    step(Message.of("audit.writing", out));
    try {
      new OutputFolder(out)
          .write(
              ReportFormat.render(
                  formats, new ReportInput(audit, failOn, console.fileLang(), Version.number())));
    } catch (OutputFolder.CannotWrite e) {
      throw OutClaim.unwritable(out, e);
    }
    return audit;
  }

  /**
   * Says what came of it: at most ten lines.
   *
   * @param why the line about the exit code
   */
  void say(AuditResult audit, Message why) {
    if (!audit.coverage().startReadable()) {
      console.error(Message.of("audit.noStart", audit.crawl().start()));
    }
    Summary.lines(audit, why, console.lang()).forEach(console::print);
    console.print(file().toString());
  }

  /** What to open: the page to read, else the folder. */
  private Path file() {
    return formats.contains(ReportFormat.HTML) ? out.resolve("report.html") : out;
  }

  private void step(Message message) {
    if (steps) {
      console.note(message);
    }
  }
}
