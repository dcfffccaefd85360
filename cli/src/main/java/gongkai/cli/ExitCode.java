package gongkai.cli;

/**
 * Every exit code of the program, in one place. Where several would apply, the first constant of
 * {@link #INTERRUPTED}, {@link #USAGE}, {@link #DEFECT}, {@link #INCOMPLETE} (start page
 * unreadable), {@link #FINDINGS}, {@link #INCOMPLETE} (something UNREACHABLE), {@link #OK} holds.
 */
public enum ExitCode {
  /** Done, and nothing counts as a finding. */
  OK(0),
  /** At least one finding that counts. */
  FINDINGS(1),
  /** Bad usage or bad input, found before the first request. */
  USAGE(2),
  /** The start page could not be read, or nothing counts but something is UNREACHABLE. */
  INCOMPLETE(3),
  /** A defect of ours, or a file that could not be written. */
  DEFECT(4),
  /** SIGINT. */
  INTERRUPTED(130),
  /** SIGTERM. */
  TERMINATED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  public int code() {
    return code;
  }
}
