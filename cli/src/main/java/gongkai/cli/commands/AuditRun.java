package gongkai.cli.commands;

import gongkai.Audit;
import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.cli.Console;
import gongkai.cli.FailOn;
import gongkai.cli.OutClaim;
import gongkai.cli.Version;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.crawl.Photographs;
import gongkai.cli.report.OutputFolder;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.report.ReportInput;
import gongkai.cli.report.Summary;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.compare.Standing;
import gongkai.message.Message;
import gongkai.picture.Exhibits;
import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Why;
import gongkai.picture.Pictures;
import gongkai.site.Kept;
import gongkai.site.Site;
import gongkai.site.SiteBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An audit whose input has been checked: crawl, judge, write, say.
 *
 * @param policy what is fetched, and what it is judged by
 * @param baseline an earlier audit, to which this one is held
 * @param failOn which gaps count
 * @param followUp what is made of the audit once it is judged
 * @param out claimed by this process
 * @param steps say on stderr what is being done
 */
record AuditRun(
    Console console,
    DecisiveFetch policy,
    WorkingCalendar calendar,
    Optional<Standing> baseline,
    FailOn failOn,
    FollowUp followUp,
    List<ReportFormat> formats,
    Path out,
    boolean steps) {

  /** Takes the snapshot. */
  WarcSnapshot crawl(CrawlOptions options, Crawl.Options order, List<String> arguments) {
    CrawlRun.run(console, options, order, policy, arguments, out);
    try {
      return WarcSnapshot.open(order.snapshot());
    } catch (IOException e) {
      throw OutClaim.unwritable(out, e);
    }
  }

  /**
   * Judges a snapshot and writes the reports.
   *
   * @param read what the snapshot looks like, if that is known already
   * @param order of the crawl that has just taken the snapshot; with a browser pictures are taken
   * @param interrupted said when a signal ends the program meanwhile
   */
  AuditResult report(
      WarcSnapshot snapshot,
      Optional<Site> read,
      Optional<Crawl.Options> order,
      Message interrupted) {
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
      return report(snapshot, read, order);
    } finally {
      done.set(true);
    }
  }

  private AuditResult report(
      WarcSnapshot crawled, Optional<Site> read, Optional<Crawl.Options> order) {
    step(Message.of("audit.judging"));
    Site site = read.orElseGet(() -> SiteBuilder.build(crawled, policy.reader()));
    AuditResult judged = Audit.run(crawled, site, policy.terms(crawled.info()));
    WarcSnapshot snapshot =
        order
            .filter(o -> o.manners().browser().isPresent())
            .map(o -> pictured(judged, o))
            .orElse(crawled);
    AuditResult shown = judged.with(snapshot.pictures(), snapshot.digest());
    AuditResult compared = baseline.map(shown::since).orElse(shown);
    AuditResult audit = followUp.of(compared, calendar, out);
    step(Message.of("audit.writing", out));
    Map<String, OutputFolder.Content> files = new LinkedHashMap<>();
    ReportFormat.render(
            formats, new ReportInput(audit, failOn, console.fileLang(), Version.number()))
        .forEach((name, bytes) -> files.put(name, () -> bytes));
    Exhibits.of(audit)
        .files()
        .forEach((name, picture) -> files.put(name, () -> snapshot.picture(picture)));
    try {
      new OutputFolder(out).writeAll(files);
    } catch (OutputFolder.CannotWrite e) {
      throw OutClaim.unwritable(out, e);
    }
    return audit;
  }

  /** The snapshot with pictures of what decides the violations. */
  private WarcSnapshot pictured(AuditResult judged, Crawl.Options order) {
    List<Kept> wanted = Exhibits.of(judged).wanted();
    step(Message.of("audit.picturing", wanted.size()));
    try {
      Photographs.take(order, wanted);
      WarcSnapshot snapshot = WarcSnapshot.open(order.snapshot());
      sayWhatIsMissing(snapshot.pictures(), wanted);
      return snapshot;
    } catch (IOException e) {
      throw OutClaim.unwritable(out, e);
    }
  }

  private void sayWhatIsMissing(Pictures pictures, List<Kept> wanted) {
    Map<Why, List<NotTaken>> missing = new TreeMap<>();
    for (Kept page : wanted) {
      if (pictures.byPage().get(page.place()) instanceof NotTaken none) {
        missing.computeIfAbsent(none.why(), w -> new ArrayList<>()).add(none);
      }
    }
    missing.forEach(
        (why, none) ->
            console.note(
                Message.of(
                    "audit.notPictured",
                    none.size(),
                    Message.of("picture." + why.code(), none.get(0).detail()))));
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
