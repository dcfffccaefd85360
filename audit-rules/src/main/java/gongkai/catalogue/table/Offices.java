package gongkai.catalogue.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The offices of a cell (责任单位), those that answer and those that help.
 *
 * @param lead 牵头, or all where the cell makes no difference
 * @param support 配合; empty list if there are none
 */
record Offices(List<String> lead, List<String> support) {
  private static final String SEPARATORS = "、；;，,/\n";

  Offices {
    lead = List.copyOf(lead);
    support = List.copyOf(support);
  }

  static Offices of(String cell) {
    List<String> waiting = new ArrayList<>();
    List<String> lead = new ArrayList<>();
    List<String> support = new ArrayList<>();
    // the group that a heading inside the cell has opened (牵头单位：…)
    Optional<List<String>> open = Optional.empty();
    for (String part : glued(parts(cell))) {
      String rest = part;
      int colon = rest.replace(':', '：').indexOf('：');
      if (colon > 0) {
        Optional<List<String>> begins = group(rest.substring(0, colon), lead, support);
        if (begins.isPresent()) {
          open = begins;
          rest = rest.substring(colon + 1).strip();
        }
      }
      Optional<Marked> marked = marked(rest);
      if (marked.isPresent()) {
        waiting.add(marked.get().office());
        List<String> into = marked.get().leads() ? lead : support;
        waiting.stream().filter(o -> !o.isEmpty()).forEach(into::add);
        waiting.clear();
      } else if (open.isPresent()) {
        open.get().add(rest);
      } else {
        waiting.add(rest);
      }
    }
    if (lead.isEmpty() && support.isEmpty()) {
      return new Offices(waiting, List.of());
    }
    // named without a word beside those that lead
    (lead.isEmpty() ? lead : support).addAll(waiting);
    return new Offices(lead, support);
  }

  /** An office with the word that says what it does. */
  private record Marked(String office, boolean leads) {}

  private static Optional<Marked> marked(String part) {
    for (String kind : List.of("lead", "support")) {
      for (String word : WordTable.of(kind)) {
        for (String end : List.of("（" + word + "）", "(" + word + ")", word)) {
          if (part.endsWith(end) && part.length() > end.length()) {
            String office = part.substring(0, part.length() - end.length()).strip();
            return Optional.of(new Marked(office, kind.equals("lead")));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> group(
      String heading, List<String> lead, List<String> support) {
    String plain = heading.strip();
    return WordTable.of("lead").contains(plain)
        ? Optional.of(lead)
        : WordTable.of("support").contains(plain) ? Optional.of(support) : Optional.empty();
  }

  /** Cut at separators outside brackets. */
  private static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= cell.length(); i++) {
      char c = i == cell.length() ? '\n' : cell.charAt(i);
      depth += "（(".indexOf(c) >= 0 ? 1 : "）)".indexOf(c) >= 0 && depth > 0 ? -1 : 0;
      boolean end = i == cell.length() || depth == 0 && SEPARATORS.indexOf(c) >= 0;
      if (end) {
        String part = cell.substring(from, i).strip();
        if (!part.isEmpty()) {
          parts.add((from > 0 ? cell.charAt(from - 1) : ' ') + part);
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** 所有科室、单位 is one answer, not two. Each part comes with the separator before it. */
  private static List<String> glued(List<String> parts) {
    List<String> generic = WordTable.of("generic");
    List<String> glued = new ArrayList<>();
    for (String part : parts) {
      String words = part.substring(1);
      int last = glued.size() - 1;
      boolean goesOn =
          last >= 0
              && generic.stream().anyMatch(glued.get(last)::endsWith)
              && part.charAt(0) != '\n'
              && generic.contains(marked(words).map(Marked::office).orElse(words));
      if (goesOn) {
        glued.set(last, glued.get(last) + part);
      } else {
        glued.add(words);
      }
    }
    return glued;
  }
}
