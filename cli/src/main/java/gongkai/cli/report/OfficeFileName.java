package gongkai.cli.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The name of an office's list: {@code 01-政策法规科}. The number is the office's place in the
 * catalogue, so that names stay from audit to audit and never meet; the rest is what of the
 * office's name Windows, Linux and an archive take alike.
 */
public final class OfficeFileName {
  /** Bytes in UTF-8: far below what any file system takes, also inside a long path. */
  static final int LONGEST = 120;

  private OfficeFileName() {}

  /** The name without an ending. */
  public static String of(int number, String office) {
    StringBuilder name = new StringBuilder();
    int bytes = 0;
    for (int c : PlainText.line(office).codePoints().toArray()) {
      String safe = safe(c);
      bytes += safe.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST) {
        break;
      }
      name.append(safe);
    }
    String two = String.format(Locale.ROOT, "%02d", number);
    String whole = two + "-" + name.toString().replaceFirst("[ .]+$", "").strip();
    return writable(whole) ? whole : two;
  }

  /** Java writes no Chinese name where the system's locale has no encoding for it (POSIX). */
  private static boolean writable(String name) {
    try {
      return Path.of(name).toString().equals(name);
    } catch (InvalidPathException notInThisLocale) {
      return false;
    }
  }

  private static String safe(int c) {
    boolean unsafe = "<>:\"/\\|?*".indexOf(c) >= 0 || Character.isISOControl(c);
    return unsafe ? "_" : Character.toString(c);
  }
}
