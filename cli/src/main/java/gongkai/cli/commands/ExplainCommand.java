package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.explain.Explanation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gongkai explain}: why, and what would have changed it. */
@Command(name = "explain")
public final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "AUDIT", descriptionKey = "explain.audit")
  private Path audit;

  @Parameters(index = "1", paramLabel = "WHAT", descriptionKey = "explain.what")
  private String what;

  @Option(names = "--format", paramLabel = "table|json", descriptionKey = "explain.format")
  private String format = "table";

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteOptions.oneOf("--format", format, List.of("table", "json"));
    Explanation explanation = Explanation.of(audit, what);
    if (format.equals("json")) {
      console.print(explanation.json().stripTrailing());
    } else {
      explanation.lines(console.lang()).forEach(console::print);
    }
    return ExitCode.OK.code();
  }
}
