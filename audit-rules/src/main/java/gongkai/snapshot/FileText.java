package gongkai.snapshot;

/**
 * The text of a stored file that is no HTML, read once when it was fetched: judging the snapshot on
 * another machine sees the same words.
 *
 * @param state what came of reading
 * @param detail in short words what kept it from being read ({@code memory}, {@code 20MB}); empty
 *     string if nothing did
 * @param text its lines; empty string if it was not read, or shows pictures only
 */
public record FileText(State state, String detail, String text) {
  /** What came of reading a file. */
  public enum State {
    READ,
    /** It asks for a password. */
    ENCRYPTED,
    /** It is not what it says it is, or broken. */
    DAMAGED,
    /** Reading it takes more memory, time or bytes than one file may have. */
    OVER_LIMIT,
    /** Files of its format are not read. */
    NOT_READ
  }

  /** A file that was read. */
  public static FileText read(String text) {
    return new FileText(State.READ, "", text);
  }

  /** A file that could not be read. */
  public static FileText unread(State state, String detail) {
    return new FileText(state, detail, "");
  }
}
