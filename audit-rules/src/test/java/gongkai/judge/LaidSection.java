package gongkai.judge;

import gongkai.page.ListingEntry;
import gongkai.site.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A section in one line: its path, then {@code rows N}, {@code text T}, {@code cut WHY}, {@code
 * says empty}.
 */
final class LaidSection {
  private LaidSection() {}

  static Section of(int n, String words) {
    String[] parts = words.split(";");
    List<String> path = List.of(parts[0].strip().split(">"));
    String text = "";
    String cut = "";
    boolean refused = false;
    boolean empty = false;
    List<ListingEntry> rows = new ArrayList<>();
    for (String part : Arrays.stream(parts).skip(1).map(String::strip).toList()) {
      String value = part.substring(part.indexOf(' ') + 1);
      if (part.startsWith("rows ")) {
        for (int i = 0; i < Integer.parseInt(value); i++) {
          rows.add(
              new ListingEntry(
                  "http://a.example/%d/%d.html".formatted(n, i),
                  "别的事" + i,
                  false,
                  Optional.empty(),
                  "",
                  ""));
        }
      } else if (part.startsWith("text ")) {
        text = value;
      } else if (part.startsWith("cut ")) {
        cut = value;
      } else if (part.equals("says empty")) {
        empty = true;
      } else if (part.equals("refused")) {
        refused = true;
      } else {
        throw new IllegalArgumentException(part);
      }
    }
    return new Section(
        "http://a.example/column%d/".formatted(n),
        List.of(path.get(path.size() - 1)),
        path,
        rows,
        text,
        cut,
        true,
        refused,
        empty);
  }
}
