package gongkai.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What stands behind stdout and stderr: only a terminal is given colours and a line that rewrites
 * itself, and each of the two is asked for itself, because either may be a file.
 *
 * @param out stdout is a terminal
 * @param err stderr is a terminal that can rewrite a line
 * @param colours stdout may be coloured: a terminal, without {@code NO_COLOR} and not {@code
 *     TERM=dumb}
 * @param columns how wide it is, as the launcher found it; {@link Columns#WIDTH} where that is not
 *     known or it is wider
 */
public record Terminal(boolean out, boolean err, boolean colours, int columns) {
  /** Narrower ones are none that a person works with. */
  private static final int NARROWEST = 20;

  /** As wide as is usual. */
  public Terminal(boolean out, boolean err, boolean colours) {
    this(out, err, colours, Columns.WIDTH);
  }

  /** Pipes and files. */
  public static final Terminal NONE = new Terminal(false, false, false);

  /** Of this process. */
  static Terminal of(Map<String, String> environment) {
    return of(environment, isTerminal(1), isTerminal(2), windows());
  }

  static Terminal of(Map<String, String> environment, boolean out, boolean err, boolean windows) {
    boolean able = !environment.getOrDefault("TERM", "").equals("dumb");
    // a console of old Windows would print the codes
    boolean knowsCodes =
        !windows || environment.containsKey("WT_SESSION") || environment.containsKey("TERM");
    boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        out, err && able, out && able && knowsCodes && wanted, columns(environment));
  }

  private static int columns(Map<String, String> environment) {
    String said = environment.getOrDefault("COLUMNS", "");
    return said.matches("[1-9][0-9]{0,3}")
        ? Math.max(NARROWEST, Math.min(Columns.WIDTH, Integer.parseInt(said)))
        : Columns.WIDTH;
  }

  private static boolean windows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  /** Linux tells of each descriptor; elsewhere Java knows only whether both ends are terminals. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
    if (!Files.isSymbolicLink(link)) {
      return System.console() != null && !onlyInName();
    }
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** From Java 22 on there is a console in a pipe too, which says so itself. */
  private static boolean onlyInName() {
    try {
      return Boolean.FALSE.equals(
          java.io.Console.class.getMethod("isTerminal").invoke(System.console()));
    } catch (NoSuchMethodException beforeJava22) {
      return false;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return true;
    }
  }
}
