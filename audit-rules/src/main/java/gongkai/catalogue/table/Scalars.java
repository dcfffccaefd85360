package gongkai.catalogue.table;

/** Texts as YAML values: plain where that reads back the same, else in double quotes. */
final class Scalars {
  private Scalars() {}

  /** A value that has its line to itself. */
  static String block(String text) {
    String clean = clean(text);
    return plain(clean) ? clean : quoted(clean);
  }

  /** A value between brackets or braces. */
  static String flow(String text) {
    String clean = clean(text);
    boolean free = clean.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0);
    return free && plain(clean) ? clean : quoted(clean);
  }

  static String quoted(String text) {
    String escaped = clean(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }

  /** Without control characters; those that turn the direction of writing go. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && c != 0xFFFE && c != 0xFFFF)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .map(
            c -> c != '\n' && Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** True when the text is read back as it stands, and as a text. */
  private static boolean plain(String text) {
    return !text.isEmpty()
        && !text.matches("(?s).*(:\\s|:$|\\s#|\\n).*")
        && !text.matches("([-?:](\\s.*)?|[#!&*|>'%@`,\\[\\]{}\"<=~].*)")
        // what another reader of YAML could take for a number, a date or a switch
        && !text.matches("[-+.\\d:_,xeEoTZ ]+")
        && !text.matches("(?i)(true|false|yes|no|on|off|null|y|n)");
  }
}
