package gongkai.cli;

import gongkai.message.Message;
import java.util.List;

/**
 * Ends a command with an exit code and what the user must know. Thrown by commands only, and caught
 * in one place ({@link Gongkai#run}); what may be expected inside a function is a value instead.
 */
public final class Failure extends RuntimeException {
  private final ExitCode exitCode;
  private final transient List<Message> messages;

  /** One message per line on stderr, in order. */
  public Failure(ExitCode exitCode, List<Message> messages) {
    super(messages.isEmpty() ? exitCode.name() : messages.get(0).key());
    this.exitCode = exitCode;
    this.messages = List.copyOf(messages);
  }

  /** Bad usage or bad input: exit code 2. */
  public static Failure usage(Message message) {
    return new Failure(ExitCode.USAGE, List.of(message));
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public List<Message> messages() {
    return messages;
  }
}
