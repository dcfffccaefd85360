package gongkai.cli.commands;

import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects everything that is wrong with the input, so that all of it is said at once. */
final class Problems {
  private final List<Message> found = new ArrayList<>();

  /** What a step gives; empty, and kept in mind, if it refuses its input. */
  <T> Optional<T> of(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (Failure refused) {
      if (refused.exitCode() != ExitCode.USAGE) {
        throw refused;
      }
      found.addAll(refused.messages());
      return Optional.empty();
    }
  }

  void add(Message problem) {
    found.add(problem);
  }

  /** Ends the command if anything was wrong. */
  void refuse() {
    if (!found.isEmpty()) {
      throw new Failure(ExitCode.USAGE, found);
    }
  }
}
