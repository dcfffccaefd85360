package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.report.AuditFile;
import gongkai.cli.report.TrendJson;
import gongkai.cli.report.TrendText;
import gongkai.cli.report.html.TrendHtml;
import gongkai.compare.Standing;
import gongkai.compare.Trend;
import gongkai.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai trend}: the verdicts of many audits over time. */
@Command(name = "trend")
public final class TrendCommand implements Callable<Integer> {
  private static final String AUDIT = "audit.json";

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "DIR", descriptionKey = "trend.audits")
  private List<Path> given = new ArrayList<>();

  @Option(names = "--format", paramLabel = "table|json|html", descriptionKey = "trend.format")
  private String format = "table";

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "trend.out")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--overwrite", descriptionKey = "trend.overwrite")
  private boolean overwrite;

  public TrendCommand(Console console) {
    this.console = console;
  }

  private record Read(Path from, Standing standing) {}

  @Override
  public Integer call() {
    SiteOptions.oneOf("--format", format, List.of("table", "json", "html"));
    Problems problems = new Problems();
    List<Read> audits = new ArrayList<>();
    for (Path each : given.stream().flatMap(TrendCommand::audits).toList()) {
      problems.of(() -> AuditFile.read(each)).ifPresent(s -> audits.add(new Read(each, s)));
    }
    for (Read other : audits) {
      Read first = audits.get(0);
      if (!other.standing().bureau().equals(first.standing().bureau())) {
        problems.add(
            Message.of(
                "compare.otherBureau",
                first.from(),
                first.standing().bureau(),
                other.from(),
                other.standing().bureau()));
      }
    }
    Optional<Path> target =
        out.or(() -> format.equals("html") ? Optional.of(Path.of("trend.html")) : Optional.empty());
    target.ifPresent(
        file ->
            problems.of(
                () -> {
                  WholeFile.free(file, overwrite);
                  return file;
                }));
    problems.refuse();
    String text = text(Trend.of(oneADay(audits)));
    if (target.isPresent()) {
      WholeFile.write(target.get(), text.getBytes(StandardCharsets.UTF_8));
      console.print(target.get().toString());
    } else {
      console.print(text.stripTrailing());
    }
    return ExitCode.OK.code();
  }

  /** The audit itself, or the audits in a folder that holds some. */
  private static Stream<Path> audits(Path given) {
    if (!Files.isDirectory(given) || Files.exists(given.resolve(AUDIT))) {
      return Stream.of(given);
    }
    try (Stream<Path> inside = Files.list(given)) {
      List<Path> audits = inside.filter(f -> Files.exists(f.resolve(AUDIT))).sorted().toList();
      return audits.isEmpty() ? Stream.of(given) : audits.stream();
    } catch (IOException saidByTheReader) {
      return Stream.of(given);
    }
  }

  /** Of audits of the same day the one given last, which is said. */
  private List<Standing> oneADay(List<Read> audits) {
    Map<LocalDate, Read> byDay = new TreeMap<>();
    for (Read audit : audits) {
      Read before = byDay.put(audit.standing().asOf(), audit);
      if (before != null) {
        console.note(
            Message.of("trend.same-day", audit.standing().asOf(), audit.from(), before.from()));
      }
    }
    return byDay.values().stream().map(Read::standing).toList();
  }

  private String text(Trend trend) {
    return switch (format) {
      case "json" -> TrendJson.text(trend);
      case "html" -> new String(TrendHtml.bytes(trend, console.fileLang()), StandardCharsets.UTF_8);
      default -> String.join("\n", TrendText.lines(trend, console.lang())) + "\n";
    };
  }
}
