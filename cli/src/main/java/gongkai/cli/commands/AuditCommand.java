package gongkai.cli.commands;

import gongkai.Audit.KnownChange;
import gongkai.cadence.EventsReader;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.Console;
import gongkai.cli.FailOn;
import gongkai.cli.Failure;
import gongkai.cli.OutClaim;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.message.Message;
import gongkai.page.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code gongkai audit}: crawls (or reads a snapshot), judges, reports.
 *
 * <p>Everything the user gave is read and checked first, and everything wrong with it is said at
 * once; then one folder is claimed, the site is crawled, and {@link AuditRun} judges and writes.
 *
 * <p>Without SITE the catalogue's own start address is audited. With a SITE on another host the
 * catalogue's {@code hosts} do not apply: they are the bureau's other hosts, not a test server's.
 */
@Command(name = "audit")
public final class AuditCommand implements Callable<Integer> {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "SITE", descriptionKey = "site")
  private Optional<String> site = Optional.empty();

  @Mixin private CrawlOptions crawl;
  @Mixin private AuditOptions options;
  @Spec private CommandSpec spec;

  public AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<Catalogue> catalogue =
        problems.of(() -> RuleFiles.catalogue(options.catalogue()));
    Optional<WorkingCalendar> calendar =
        problems.of(() -> RuleFiles.calendar(options.calendar()));
    Optional<FailOn> failOn = problems.of(options::failOn);
    Optional<List<ReportFormat>> formats = problems.of(options::formats);
    List<KnownChange> events =
        catalogue.flatMap(c -> problems.of(() -> events(c))).orElse(List.of());
    Optional<WarcSnapshot> snapshot =
        options.snapshot().flatMap(folder -> problems.of(() -> open(folder)));
    Optional<String> start = catalogue.flatMap(c -> problems.of(() -> start(c, snapshot)));
    LocalDate asOf =
        options
            .asOf()
            .orElseGet(
                () -> dayBefore(snapshot.map(s -> s.info().startedAt()).orElseGet(Instant::now)));
    LocalDate since = options.since().orElse(asOf.minusYears(1));
    if (!since.isBefore(asOf)) {
      problems.add(Message.of("audit.since", since, asOf));
    }
    if (options.snapshot().isPresent() && crawl.resume()) {
      problems.add(Message.of("audit.resumeSnapshot"));
    }
    Optional<Path> out =
        crawl.out().or(() -> start.flatMap(s -> problems.of(() -> CrawlCommand.folder(s, asOf))));
    Optional<Crawl.Options> order =
        options.snapshot().isPresent() || start.isEmpty()
            ? Optional.empty()
            : problems.of(
                () ->
                    crawl.order(
                        start.get(),
                        hosts(catalogue.orElseThrow(), start.get()),
                        out.orElseThrow().resolve("snapshot")));
    problems.refuse();

    AuditRun run =
        new AuditRun(
            console,
            catalogue.orElseThrow(),
            calendar.orElseThrow(),
            events,
            options.asOf(),
            options.since(),
            formats.orElseThrow(),
            failOn.orElseThrow(),
            out.orElseThrow(),
            !crawl.progress().equals("none"));
    try (OutClaim claim =
        OutClaim.take(out.orElseThrow(), crawl.resume(), crawl.overwrite())) {
      return run.finish(
              snapshot.isPresent()
                  ? snapshot.get()
                  : run.crawl(crawl, order.orElseThrow(), CrawlCommand.arguments(spec)))
          .code();
    }
  }

  private List<KnownChange> events(Catalogue catalogue) {
    return options
        .events()
        .map(file -> RuleFiles.sound(EventsReader.read(RuleFiles.source(file), catalogue)))
        .orElse(List.of());
  }

  /** The start address: of the snapshot, else as given, else the catalogue's. */
  private String start(Catalogue catalogue, Optional<WarcSnapshot> snapshot) {
    if (options.snapshot().isPresent()) {
      String start =
          snapshot
              .map(s -> s.info().start())
              .orElse("http://unknown.invalid/"); // the unreadable snapshot has been said already
      if (site.isPresent() && snapshot.isPresent() && !sameHost(site.get(), start)) {
        throw Failure.usage(Message.of("audit.otherSite", site.get(), start));
      }
      return start;
    }
    return site.or(catalogue::start)
        .orElseThrow(() -> Failure.usage(Message.of("audit.noSite", options.catalogue())));
  }

  private static boolean sameHost(String site, String start) {
    return Addresses.host(CrawlOptions.address("SITE", site)).equals(Addresses.host(start));
  }

  /** The bureau's other hosts, if it is the bureau's own site that is audited. */
  private static List<String> hosts(Catalogue catalogue, String start) {
    return catalogue.start().filter(own -> sameHost(start, own)).isPresent()
        ? catalogue.hosts()
        : List.of();
  }

  /** A snapshot's folder, or the folder of an audit with its snapshot inside. */
  private static WarcSnapshot open(Path folder) {
    Path inside = folder.resolve("snapshot");
    try {
      WarcSnapshot snapshot = WarcSnapshot.open(Files.isDirectory(inside) ? inside : folder);
      snapshot.info();
      return snapshot;
    } catch (IOException | UncheckedIOException e) {
      throw Failure.usage(Message.of("audit.snapshot", folder, e.getMessage()));
    }
  }

  static LocalDate dayBefore(Instant began) {
    return LocalDate.ofInstant(began, ZONE).minusDays(1);
  }
}
