package gongkai.cli;

import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;

/**
 * The only door to stdout and stderr. What a command was asked for goes to stdout, everything else
 * to stderr; with {@code -q} only errors remain.
 */
public final class Console {
  /** How much is said. */
  public enum Loudness {
    /** Errors only. */
    QUIET,
    NORMAL,
    /** What each step does. */
    VERBOSE
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Lang byLocale;
  private final Terminal terminal;
  private Optional<Lang> asked = Optional.empty();
  private Loudness loudness = Loudness.NORMAL;

  /** Writes to pipes or files; speaks {@code byLocale} unless {@code --lang} asks for another. */
  public Console(PrintStream out, PrintStream err, Lang byLocale) {
    this(out, err, byLocale, Terminal.NONE);
  }

  /** The same; the streams may be a terminal. */
  public Console(PrintStream out, PrintStream err, Lang byLocale, Terminal terminal) {
    this.terminal = terminal;
    this.out = out;
    this.err = err;
    this.byLocale = byLocale;
  }

  void ask(Lang lang) {
    asked = Optional.of(lang);
  }

  void loudness(Loudness loudness) {
    this.loudness = loudness;
  }

  /** What the two streams are. */
  public Terminal terminal() {
    return terminal;
  }

  public Loudness loudness() {
    return loudness;
  }

  /** Language of messages: {@code --lang}, else the locale's, else Chinese. */
  public Lang lang() {
    return asked.orElse(byLocale);
  }

  /** Language of reports and CSV headers: {@code --lang}, else Chinese, whatever the locale. */
  public Lang fileLang() {
    return asked.orElse(Lang.ZH);
  }

  /** One line of what was asked for. */
  public void print(String line) {
    if (loudness != Loudness.QUIET) {
      String shown = clean(line);
      out.println(terminal.colours() ? Colours.paint(shown, lang()) : shown);
    }
  }

  public void print(Message message) {
    print(message.in(lang()));
  }

  /** Something worth knowing beside the result. */
  public void note(Message message) {
    if (loudness != Loudness.QUIET) {
      err.println(clean(message.in(lang())));
    }
  }

  /** What went wrong; said with {@code -q} too. */
  public void error(Message message) {
    err.println(clean(message.in(lang())));
  }

  /** For a progress line that rewrites itself, and for help texts. */
  public PrintStream err() {
    return err;
  }

  /** Stdout for help and version, in the stream's own encoding and not in the platform's. */
  PrintWriter outWriter() {
    return writer(out);
  }

  PrintWriter errWriter() {
    return writer(err);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            stream.print(new String(text, from, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            stream.flush();
          }
        },
        true);
  }

  /** Control characters, which may come from the web, become spaces; line feeds stay. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !bidirectional(c))
        .map(c -> Character.isISOControl(c) && c != '\n' ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean bidirectional(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E || c == 0x200F;
  }
}
