package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.cli.report.AuditFile;
import gongkai.cli.report.ComparisonJson;
import gongkai.cli.report.ComparisonText;
import gongkai.compare.Comparison;
import gongkai.compare.Shrinking;
import gongkai.compare.Standing;
import gongkai.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai diff}: what became of each gap between two audits. */
@Command(name = "diff")
public final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "diff.old")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "diff.new")
  private Path now;

  @Option(names = "--format", paramLabel = "table|json", descriptionKey = "diff.format")
  private String format = "table";

  @Option(names = "--changed", descriptionKey = "diff.changed")
  private boolean changed;

  @Option(names = "--shrink", paramLabel = "FILE", descriptionKey = "diff.shrink")
  private Optional<Path> shrink = Optional.empty();

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteOptions.oneOf("--format", format, List.of("table", "json"));
    if (changed && format.equals("json")) {
      throw Failure.usage(Message.of("compare.changedTable"));
    }
    Problems problems = new Problems();
    Optional<Standing> earlier = problems.of(() -> AuditFile.read(old));
    Optional<Standing> later = problems.of(() -> AuditFile.read(now));
    problems.refuse();
    Comparison comparison =
        Baseline.compare(
            old.toString(), earlier.orElseThrow(), now.toString(), later.orElseThrow());
    shrink.ifPresent(file -> shrink(file, earlier.get(), later.get()));
    print(comparison, earlier.get(), later.get());
    boolean worse = comparison.changes().stream().anyMatch(c -> c.status().counts() && !c.waived());
    return (worse ? ExitCode.FINDINGS : ExitCode.OK).code();
  }

  /** Writes what is left of the old audit as a baseline; one that is there may only get smaller. */
  private void shrink(Path file, Standing earlier, Standing later) {
    Shrinking shrinking = Shrinking.of(earlier, later);
    if (Files.exists(file)) {
      int added = shrinking.added(AuditFile.read(file)).size();
      if (added > 0) {
        throw Failure.usage(Message.of("compare.would-grow", file, added, old));
      }
    }
    WholeFile.write(
        Files.isDirectory(file) ? file.resolve("audit.json") : file,
        AuditFile.shrunk(old, shrinking, later.asOf()));
    console.note(
        Message.of("compare.shrunk", file, shrinking.dropped().size(), shrinking.kept().size()));
  }

  private void print(Comparison comparison, Standing earlier, Standing later) {
    if (format.equals("json")) {
      console.print(ComparisonJson.text(comparison, earlier, later).stripTrailing());
    } else {
      (changed
              ? ComparisonText.changed(comparison, earlier, later, console.lang())
              : ComparisonText.lines(comparison, earlier, later, console.lang()))
          .forEach(console::print);
    }
  }
}
