package gongkai.cli.commands;

import gongkai.cli.Console;
import gongkai.cli.ExitCode;
import gongkai.cli.ManualPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gongkai manual}: the manual page, for {@code man -l -} and for packages. */
@Command(name = "manual")
public final class ManualCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  public ManualCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ManualPage.of(spec.root(), console.lang()).lines().forEach(console::print);
    return ExitCode.OK.code();
  }
}
