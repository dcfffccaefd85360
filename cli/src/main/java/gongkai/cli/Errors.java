package gongkai.cli;

import gongkai.input.Nearest;
import gongkai.message.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said, and which exit code is given, when a command does not end by itself. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Console console;
  private final List<String> arguments;

  Errors(Console console, List<String> arguments) {
    this.console = console;
    this.arguments = List.copyOf(arguments);
  }

  /** Bad usage: exit code 2, with the command whose help would say more. */
  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    CommandLine line = problem.getCommandLine();
    console.error(usage(problem));
    console.error(Message.of("cli.help", line.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.code();
  }

  /** What a command threw: a {@link Failure} as it says, anything else is a defect of ours. */
  @Override
  public int handleExecutionException(Exception problem, CommandLine line, ParseResult result) {
    if (problem instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    if (problem instanceof Failure failure) {
      failure.messages().forEach(console::error);
      return failure.exitCode().code();
    }
    return defect(problem);
  }

  /** A defect of ours: exit code 4, and where the log is. */
  int defect(Throwable problem) {
    console.error(logged(problem));
    return ExitCode.DEFECT.code();
  }

  private static Message usage(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String words = String.join(" ", unmatched.getUnmatched());
      String near = near(unmatched);
      return near.isEmpty()
          ? Message.of("cli.unmatched", words)
          : Message.of("cli.unmatchedNear", words, near);
    }
    if (problem instanceof MissingParameterException missing) {
      return Message.of(
          "cli.missing",
          missing.getMissing().stream().map(Errors::name).collect(Collectors.joining(", ")));
    }
    ArgSpec argument = problem.getArgSpec();
    if (problem instanceof OverwrittenOptionException && argument != null) {
      return Message.of("cli.twice", name(argument));
    }
    if (argument == null) {
      boolean without = problem.getMessage().startsWith("Missing required subcommand");
      return without ? Message.of("cli.noCommand") : Message.of("cli.bad", problem.getMessage());
    }
    return badValue(problem)
        .map(reason -> Message.of("cli.value", name(argument), reason))
        .orElseGet(() -> Message.of("cli.bad", problem.getMessage()));
  }

  /** The command or option that was probably meant; empty string if none is near. */
  private static String near(UnmatchedArgumentException unmatched) {
    String typed = unmatched.getUnmatched().get(0).split("=", 2)[0];
    CommandLine line = unmatched.getCommandLine();
    Set<String> known =
        typed.startsWith("-")
            ? line.getCommandSpec().optionsMap().keySet()
            : line.getSubcommands().keySet();
    return Nearest.to(typed, known).orElseGet(() -> String.join(", ", unmatched.getSuggestions()));
  }

  static java.util.Optional<Message> badValue(ParameterException problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof BadValue bad) {
        return java.util.Optional.of(bad.reason());
      }
    }
    return java.util.Optional.empty();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private Message logged(Throwable problem) {
    StringWriter trace = new StringWriter();
    trace.append("gongkai ").append(Version.number()).append(" ").append(arguments.toString());
    trace.append('\n');
    problem.printStackTrace(new PrintWriter(trace, true));
    try {
      Path log = Files.createTempFile("gongkai-", ".log");
      Files.writeString(log, trace.toString(), StandardCharsets.UTF_8);
      return Message.of("cli.defect", problem.toString(), log);
    } catch (IOException unwritable) {
      console.err().print(trace);
      return Message.of("cli.defectHere", problem.toString(), unwritable.toString());
    }
  }
}
