package gongkai.cli.commands;

import gongkai.cli.Completion;
import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gongkai completion}: what a shell needs to complete commands, options and values. */
@Command(name = "completion")
public final class CompletionCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "bash|zsh", descriptionKey = "completion.shell")
  private String shell;

  @Spec private CommandSpec spec;

  public CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SiteOptions.oneOf("completion", shell, List.of("bash", "zsh"));
    CommandSpec root = spec.root();
    String script = shell.equals("bash") ? Completion.bash(root) : Completion.zsh(root);
    script.lines().forEach(console::print);
    return ExitCode.OK.code();
  }
}
