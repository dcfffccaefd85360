package gongkai.cli.commands;

import gongkai.AuditResult;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.cli.Console;
import gongkai.cli.ExitDecision;
import gongkai.cli.Failure;
import gongkai.cli.OutClaim;
import gongkai.cli.RuleFiles;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.report.AuditFile;
import gongkai.cli.report.ReportFormat;
import gongkai.cli.snapshot.ReadOnce;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.compare.Standing;
import gongkai.message.Message;
import gongkai.page.Addresses;
import gongkai.rectify.Earlier;
import gongkai.site.Site;
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

  @Parameters(arity = "0..1", paramLabel = "SITE", descriptionKey = "gongkai.audit.site")
  private Optional<String> site = Optional.empty();

  @Mixin private CrawlOptions crawl;
  @Mixin private AuditOptions options;
  @Mixin private OfficeOptions offices;
  @Spec private CommandSpec spec;

  public AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Problems problems = new Problems();
    Optional<Catalogue> catalogue = problems.of(options::rules);
    Optional<WorkingCalendar> calendar = problems.of(() -> RuleFiles.calendar(options.calendar()));
    UserFiles files = UserFiles.read(options, catalogue, problems);
    Optional<WarcSnapshot> snapshot =
        options
            .snapshot()
            .flatMap(folder -> problems.of(() -> CrawlOptions.open("--snapshot", folder)));
    Optional<String> start = start(catalogue, snapshot, problems);
    LocalDate asOf =
        options
            .asOf()
            .orElseGet(
                () -> dayBefore(snapshot.map(s -> s.info().startedAt()).orElseGet(Instant::now)));
    LocalDate since = options.since().orElse(asOf.minusYears(1));
    if (!since.isBefore(asOf)) {
      problems.add(Message.of("audit.since", since.toString(), asOf.toString()));
    }
    if (options.snapshot().isPresent() && crawl.resume()) {
      problems.add(Message.of("audit.notWithSnapshot", "--resume"));
    }
    if (options.snapshot().isPresent() && crawl.update().isPresent()) {
      problems.add(Message.of("audit.notWithSnapshot", "--update"));
    }
    Optional<Earlier> earlier =
        options.baseline().flatMap(given -> problems.of(() -> AuditFile.earlier(given)));
    Optional<Standing> baseline = earlier.map(Earlier::standing);
    if (baseline.isPresent() && catalogue.isPresent()) {
      problems.of(
          () -> {
            Baseline.check(
                "--baseline " + options.baseline().get(),
                baseline.get(),
                "--catalogue " + options.catalogue(),
                catalogue.get().bureau(),
                "--as-of",
                asOf);
            return true;
          });
    }
    FollowUp followUp =
        new FollowUp(
            problems.of(offices::notices).orElse(Optional.empty()),
            earlier,
            offices.replies().stream()
                .flatMap(file -> problems.of(() -> RuleFiles.source(file)).stream())
                .toList(),
            catalogue.flatMap(
                c -> offices.scheme().flatMap(n -> problems.of(() -> RuleFiles.scheme(n, c)))));
    problems.of(() -> followUp.checked(asOf, options.snapshot().isPresent()));
    if (followUp.notices().isPresent()
        && !options.formats().contains(ReportFormat.HTML)
        && !options.formats().contains(ReportFormat.CSV)) {
      problems.add(Message.of("rectify.splitFormats"));
    }
    Optional<Path> out = crawl.out().or(() -> start.flatMap(s -> folder(s, asOf)));
    Optional<Crawl.Options> order =
        options.snapshot().isPresent() || start.isEmpty()
            ? Optional.empty()
            : problems.of(
                () ->
                    crawl.order(
                        start.get(),
                        hosts(catalogue, start.get()),
                        out.orElse(Path.of("")).resolve("snapshot")));
    Optional<Site> ruledOn = files.ruledOn(snapshot, options, problems);
    problems.refuse();

    AuditRun run =
        new AuditRun(
            console,
            new DecisiveFetch(
                catalogue.orElseThrow(),
                calendar.orElseThrow(),
                files,
                options.asOf(),
                options.since(),
                new ReadOnce()),
            calendar.orElseThrow(),
            baseline,
            options.failOn(),
            followUp,
            options.formats(),
            out.orElseThrow(),
            !crawl.progress().equals("none"));
    if (crawl.plan()) {
      Plan plan = new Plan(console, crawl, run.policy(), CrawlCommand.arguments(spec));
      return snapshot
          .map(plan::ofSnapshot)
          .orElseGet(() -> plan.ofSite(order.orElseThrow()))
          .code();
    }
    boolean goesOn = crawl.resume() || inside(out.orElseThrow());
    OutClaim claim = OutClaim.take(out.orElseThrow(), goesOn, crawl.overwrite());
    try (claim) {
      AuditResult audit =
          run.report(
              snapshot.isPresent()
                  ? snapshot.get()
                  : run.crawl(crawl, order.orElseThrow(), CrawlCommand.arguments(spec)),
              ruledOn,
              order,
              snapshot.isPresent()
                  ? Message.of("audit.interruptedOffline")
                  : Message.of(
                      "audit.interrupted",
                      CrawlRun.resumeCommand(CrawlCommand.arguments(spec), out.orElseThrow())));
      ExitDecision decision = ExitDecision.of(audit, options.failOn());
      run.say(audit, Message.of("audit.exit", decision.code().code(), decision.because()));
      return decision.code().code();
    }
  }

  /** The snapshot to judge lies in the folder to write to: a crawl is made an audit. */
  private boolean inside(Path out) {
    Path folder = out.toAbsolutePath().normalize();
    return options
        .snapshot()
        .map(s -> s.toAbsolutePath().normalize())
        .filter(s -> s.equals(folder) || s.equals(folder.resolve("snapshot")))
        .isPresent();
  }

  /**
   * The start address: of the snapshot, else as given, else that of the earlier snapshot, else the
   * catalogue's; else a problem.
   */
  private Optional<String> start(
      Optional<Catalogue> catalogue, Optional<WarcSnapshot> snapshot, Problems problems) {
    if (options.snapshot().isPresent()) {
      Optional<String> start = snapshot.map(s -> s.info().start());
      if (site.isPresent()
          && start.isPresent()
          && !problems.of(() -> sameHost(site.get(), start.get())).orElse(true)) {
        problems.add(Message.of("audit.otherSite", site.get(), start.get()));
      }
      return start;
    }
    Optional<String> start =
        site.or(() -> crawl.update().flatMap(folder -> problems.of(() -> earlierStart(folder))))
            .or(() -> catalogue.flatMap(Catalogue::start));
    if (start.isEmpty() && catalogue.isPresent()) {
      problems.add(Message.of("audit.noSite", options.catalogue()));
    }
    return start;
  }

  private static String earlierStart(Path folder) {
    return CrawlOptions.open("--update", folder).info().start();
  }

  private static boolean sameHost(String site, String start) {
    return Addresses.host(SiteOptions.address("SITE", site)).equals(Addresses.host(start));
  }

  /** The bureau's other hosts, if it is the bureau's own site that is audited. */
  private static List<String> hosts(Optional<Catalogue> catalogue, String start) {
    return catalogue
        .filter(c -> c.start().filter(own -> sameHost(start, own)).isPresent())
        .map(Catalogue::hosts)
        .orElse(List.of());
  }

  /** The default folder; empty for an address that is refused elsewhere. */
  private static Optional<Path> folder(String start, LocalDate asOf) {
    try {
      return Optional.of(CrawlCommand.folder(start, asOf));
    } catch (Failure saidByTheOrder) {
      return Optional.empty();
    }
  }

  static LocalDate dayBefore(Instant began) {
    return LocalDate.ofInstant(began, ZONE).minusDays(1);
  }
}
