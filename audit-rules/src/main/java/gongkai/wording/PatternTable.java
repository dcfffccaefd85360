package gongkai.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of deadlines, {@code rules/wordings/deadlines.tsv}; its head says how a pattern is
 * written. A faulty row is a defect of the program's data and stops it at once, with the line.
 */
final class PatternTable {
  private static final String FILE = "rules/wordings/deadlines.tsv";
  private static final String GROUP = "词组";

  /** Matches nothing. */
  private static final String NOTHING = "(?!)";

  /** The group of letters that no {@link #NOUN} holds: those that speak of times and conditions. */
  private static final String NO_NOUN = "非词";

  private static final String NOUN = "词";

  /** The group of things that are disclosed, which may stand before a deadline. */
  private static final String SUBJECT = "件";

  /** What a pattern is made of, the first that fits. */
  private static final Pattern TOKEN =
      Pattern.compile("<(?<word>[^>]+)>|\\{(?<mark>[^}]+)}|(?<sign>[\\[\\]()|])|[^<{\\[\\]()|]+");

  private final Map<String, String> groups = new HashMap<>();
  private final List<WordingPattern> rows = new ArrayList<>();

  private PatternTable() {}

  /**
   * A table read.
   *
   * @param rows in the table's order
   * @param subject what may stand before a deadline (年度报告, 其他信息)
   */
  record Read(List<WordingPattern> rows, Pattern subject) {
    Read {
      rows = List.copyOf(rows);
    }
  }

  /** The bundled table. */
  static Read bundled() {
    return read(lines(FILE));
  }

  /** The cells of each row of a bundled table of words. */
  static List<String[]> rows(String file) {
    return lines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .toList();
  }

  private static List<String> lines(String file) {
    try (InputStream in = PatternTable.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in the program");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A table; groups of words stand before the patterns that use them. */
  static Read read(List<String> lines) {
    PatternTable table = new PatternTable();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        table.row(i + 1, line.split("\t"));
      }
    }
    String subject = table.groups.getOrDefault(SUBJECT, NOTHING);
    return new Read(table.rows, Pattern.compile(subject));
  }

  private void row(int line, String[] cells) {
    if (cells.length < 3) {
      throw new IllegalStateException(FILE + " line " + line + ": fewer than three cells");
    }
    if (cells[0].equals(GROUP)) {
      boolean letters = cells[1].equals(NO_NOUN);
      groups.put(cells[1], letters ? cells[2] : "(?:" + expression(line, cells[2]) + ")");
      return;
    }
    String before = "(?:" + group(line, "前缀") + "){0,3}";
    String after =
        "(?:" + group(line, "后缀") + "){0,5}(?:" + group(line, "公开") + "(?:年度)?" + noun(line) + ")?";
    String regex = before + "(?:" + expression(line, cells[0]) + ")" + after;
    String remark = cells.length > 3 ? cells[3] : "";
    rows.add(
        new WordingPattern(line, cells[0], cells[1], cells[2], remark, Pattern.compile(regex)));
  }

  private String expression(int line, String pattern) {
    StringBuilder regex = new StringBuilder();
    Matcher tokens = TOKEN.matcher(pattern);
    while (tokens.find()) {
      if (tokens.group("word") != null) {
        regex.append(group(line, tokens.group("word")));
      } else if (tokens.group("mark") != null) {
        regex.append(placeholder(line, tokens.group("mark")));
      } else if (tokens.group("sign") != null) {
        regex.append(sign(tokens.group("sign")));
      } else {
        regex.append(Pattern.quote(PlainWords.join(PlainWords.pieces(tokens.group()))));
      }
    }
    return regex.toString();
  }

  private static String sign(String sign) {
    return switch (sign) {
      case "[", "(" -> "(?:";
      case "]" -> ")?";
      default -> sign;
    };
  }

  private String group(int line, String name) {
    String group = groups.get(name);
    if (group == null) {
      throw new IllegalStateException(FILE + " line " + line + ": no group of words " + name);
    }
    return group;
  }

  /** A noun of one to twenty letters. */
  private String noun(int line) {
    return "[\\p{IsHan}&&[^" + group(line, NO_NOUN) + "]]{1,20}";
  }

  private String placeholder(int line, String name) {
    if (name.equals(NOUN)) {
      return noun(line);
    }
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.mark().equals("{" + name + "}")) {
        return placeholder.regex();
      }
    }
    throw new IllegalStateException(FILE + " line " + line + ": no placeholder {" + name + "}");
  }
}
