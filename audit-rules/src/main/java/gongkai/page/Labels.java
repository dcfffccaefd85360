package gongkai.page;

import gongkai.page.date.ChineseDates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Labels and their values in a range of lines: {@code 发布时间：2024-05-06}, {@code 索 引 号 | …}. */
final class Labels {
  /**
   * A label with its value.
   *
   * @param role of the label in the table of labels
   * @param label without blanks
   * @param value as the page has it, blanks folded; may be empty
   * @param raw label and value as they stand, a blank between lines
   * @param line of the label
   * @param valueLine of the value; the label's own if they share it
   */
  record Field(String role, String label, String value, String raw, int line, int valueLine) {}

  private record Known(String label, String role) {}

  private record Hit(Known known, int start, int end, int valueStart, boolean colon) {}

  private static final Map<Character, List<Known>> BY_FIRST = byFirst();

  private final Scan scan;

  Labels(Scan scan) {
    this.scan = scan;
  }

  /** The fields whose label begins in {@code [from, to)}, in the order of the page. */
  List<Field> fields(int from, int to) {
    List<Field> fields = new ArrayList<>();
    int last = Math.min(to, scan.lines.size());
    for (int i = from; i < last; i++) {
      String line = scan.lines.get(i).spaced();
      if (line.length() > 400) {
        continue;
      }
      List<Hit> hits = hits(line);
      for (int h = 0; h < hits.size(); h++) {
        Hit hit = hits.get(h);
        int end = h + 1 < hits.size() ? hits.get(h + 1).start() : line.length();
        String value = line.substring(hit.valueStart(), Math.max(end, hit.valueStart())).strip();
        String raw = line.substring(hit.start(), Math.max(end, hit.valueStart())).strip();
        int valueLine = i;
        if (value.isEmpty() && h + 1 == hits.size() && i + 1 < scan.lines.size()) {
          int below = below(i);
          int next = below >= 0 ? below : i + 1;
          String following = scan.lines.get(next).spaced();
          List<Hit> inside = below >= 0 ? List.of() : hits(following);
          int stop = inside.isEmpty() ? following.length() : inside.get(0).start();
          String lead = following.substring(0, stop).strip();
          if (lead.startsWith("：") || lead.startsWith(":")) {
            lead = lead.substring(1).strip();
          }
          if (!lead.isEmpty()) {
            value = lead;
            raw = raw + " " + following.substring(0, stop).strip();
            valueLine = next;
          }
        }
        fields.add(new Field(hit.known().role(), hit.known().label(), value, raw, i, valueLine));
      }
    }
    return fields;
  }

  /** The role of the label that the line consists of or begins with; empty string if none. */
  static String roleAtStart(String line) {
    if (line.length() > 200) {
      return "";
    }
    String folded = ChineseDates.fold(line);
    for (int i = 0; i < Math.min(2, folded.length()); i++) {
      Hit hit = at(folded, i);
      if (hit != null) {
        return hit.known().role();
      }
    }
    return "";
  }

  /** True if a label with a colon, or a label alone, stands in the line. */
  static boolean any(String line) {
    return line.length() <= 200 && !hits(line).isEmpty();
  }

  /** For a label in a row of labels only: the line of the cell below it; else -1. */
  private int below(int i) {
    Element cell = scan.block(scan.lines.get(i)).element;
    Element row = cell.parent();
    if (row == null || !row.normalName().equals("tr") || row.childrenSize() < 2) {
      return -1;
    }
    for (Element other : row.children()) {
      String text = other.text();
      if (text.length() > 20 || hits(text).isEmpty()) {
        return -1;
      }
    }
    Element next = row.nextElementSibling();
    int column = cell.elementSiblingIndex();
    if (next == null || next.childrenSize() != row.childrenSize()) {
      return -1;
    }
    Element value = next.child(column);
    for (int j = i + 1; j < scan.lines.size() && j < i + 60; j++) {
      if (scan.block(scan.lines.get(j)).element == value) {
        return j;
      }
    }
    return -1;
  }

  private static List<Hit> hits(String text) {
    List<Hit> hits = new ArrayList<>(2);
    String folded = ChineseDates.fold(text);
    int i = 0;
    while (i < folded.length()) {
      Hit hit = at(folded, i);
      if (hit == null) {
        i++;
      } else {
        hits.add(hit);
        i = Math.max(hit.valueStart(), hit.end());
      }
    }
    return hits;
  }

  private static Hit at(String text, int start) {
    char first = text.charAt(start);
    List<Known> candidates = first < 0x4e00 ? null : BY_FIRST.get(first);
    if (candidates == null) {
      return null;
    }
    boolean afterHan = start > 0 && Texts.han(text.charAt(start - 1));
    for (Known known : candidates) {
      int end = end(text, start, known.label());
      if (end < 0) {
        continue;
      }
      int value = end;
      boolean closed = false;
      while (value < text.length() && " ]】)>|".indexOf(text.charAt(value)) >= 0) {
        closed |= text.charAt(value) != ' ';
        value++;
      }
      boolean colon = value < text.length() && text.charAt(value) == ':';
      if (colon) {
        value++;
        while (value < text.length() && " :".indexOf(text.charAt(value)) >= 0) {
          value++;
        }
      }
      boolean dated = known.role().startsWith("published") || known.role().equals("updated");
      // 发布时间 may stand glued to the name before it, 时间 may not: 活动时间, 成文日期
      if (afterHan && !(colon && dated && known.label().length() >= 4)) {
        return null;
      }
      boolean alone = start <= 1 && value == text.length();
      boolean beforeDigit = value < text.length() && isDateStart(text.charAt(value));
      if (colon || alone || closed && start > 0 || beforeDigit && known.label().length() > 2) {
        return new Hit(known, start, end, value, colon);
      }
      return null;
    }
    return null;
  }

  private static boolean isDateStart(char c) {
    return c == '1' || c == '2' || c == '二' || c == '(';
  }

  private static int end(String text, int start, String label) {
    int at = start;
    for (int i = 0; i < label.length(); i++) {
      while (i > 0 && at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != label.charAt(i)) {
        return -1;
      }
      at++;
    }
    return at;
  }

  private static Map<Character, List<Known>> byFirst() {
    Map<Character, List<Known>> byFirst = new HashMap<>();
    Wordings.LABELS.forEach(
        (label, role) ->
            byFirst
                .computeIfAbsent(label.charAt(0), c -> new ArrayList<>())
                .add(new Known(label, role)));
    // the longest label that fits is the one that stands there
    byFirst.values().forEach(list -> list.sort((a, b) -> b.label().length() - a.label().length()));
    return byFirst;
  }
}
