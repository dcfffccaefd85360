package gongkai.cli.attachment;

import java.io.Writer;

/** Takes the lines of a file up to a limit. */
final class TextSink extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int limit;

  /** Enough was read: no failure, so it carries no stack. */
  static final class Full extends RuntimeException {
    Full() {
      super("full", null, false, false);
    }
  }

  TextSink(int limit) {
    this.limit = limit;
  }

  /** Adds a line; throws {@link Full} when there is no more room. */
  void line(String line) {
    append(line);
    append("\n");
  }

  @Override
  public TextSink append(CharSequence words) {
    int room = limit - text.length();
    text.append(words, 0, Math.min(room, words.length()));
    if (words.length() >= room) {
      throw new Full();
    }
    return this;
  }

  @Override
  public void write(char[] buffer, int from, int length) {
    append(new String(buffer, from, length));
  }

  @Override
  public void write(String words) {
    append(words);
  }

  @Override
  public void flush() {
    // nothing is held back
  }

  @Override
  public void close() {
    // nothing to give back
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
