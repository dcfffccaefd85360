package gongkai.catalogue;

import gongkai.input.Complaints;
import gongkai.input.Fields;
import gongkai.input.Fields.Placed;
import gongkai.input.Nearest;
import gongkai.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code match:} of a requirement; {@code $name} stands for a list of that name. */
final class MatchReader {
  private final Map<String, List<String>> lists;
  private final Complaints complaints;

  MatchReader(Map<String, List<String>> lists, Complaints complaints) {
    this.lists = lists;
    this.complaints = complaints;
  }

  MatchRule read(Fields match) {
    match.only(
        "sections",
        "shared",
        "fallback",
        "titles",
        "not",
        "not-inside",
        "says",
        "leaders",
        "proposed");
    return new MatchRule(
        words(match, "sections"),
        words(match, "shared"),
        match.flag("fallback", false),
        words(match, "titles"),
        words(match, "not"),
        match.flag("not-inside", true),
        words(match, "says"),
        match.text("leaders").orElse(""),
        match.flag("proposed", false));
  }

  List<String> words(Fields fields, String key) {
    List<String> words = new ArrayList<>();
    for (Placed word : fields.placedTexts(key)) {
      // a dollar at the end is part of a pattern
      if (!word.text().startsWith("$")) {
        if (word.text().matches("[+*^$#\\s]*")) {
          complaints.add(
              word.place(),
              Message.of("catalogue.pattern", word.text()),
              Message.of("catalogue.patternRight"));
        }
        words.add(word.text());
        continue;
      }
      String name = word.text().substring(1);
      List<String> list = lists.get(name);
      if (list == null) {
        complaints.add(
            word.place(),
            Message.of("catalogue.list", word.text()),
            Nearest.to(name, lists.keySet())
                .map(near -> Message.of("input.unknownKeyNear", "$" + near))
                .orElseGet(() -> Message.of("catalogue.listRight", name)));
      } else {
        words.addAll(list);
      }
    }
    return words;
  }

  /**
   * The rule of a requirement that has none: the section and the titles that bear its name. Its
   * item's name is a section of its own only if no other requirement shares the item.
   */
  static MatchRule byName(String requirement, String item, boolean alone) {
    Set<String> own = new LinkedHashSet<>(plain(requirement));
    Set<String> shared = new LinkedHashSet<>();
    (alone ? own : shared).addAll(plain(item));
    own.removeAll(shared);
    return new MatchRule(
        List.copyOf(own),
        List.copyOf(shared),
        false,
        plain(requirement),
        List.of(),
        true,
        List.of(),
        "",
        false);
  }

  /** A name, and the same without what stands in brackets; no pattern's signs in it. */
  private static List<String> plain(String name) {
    String word = name.replaceAll("[+*^$]", "");
    String bare = word.replaceAll("[(（][^)）]*[)）]", "").strip();
    return bare.isEmpty() || bare.equals(word) ? List.of(word) : List.of(word, bare);
  }
}
