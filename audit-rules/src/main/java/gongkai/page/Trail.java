package gongkai.page;

import java.util.ArrayList;
import java.util.List;

/**
 * The breadcrumb (当前位置): names from the outermost section to the innermost, less 首页, the site and
 * generic words, with the links that they have.
 *
 * @param line index of the line on which it begins; -1 if the page has none
 * @param end index behind its last line
 */
record Trail(List<String> names, List<Link> links, int line, int end) {
  private static final String SEPARATORS = ">＞»›→﹥/／｜|·\\—-";
  private static final String[] CLASSES = {
    "crumb",
    "bread",
    "position",
    "location",
    "weizhi",
    "dqwz",
    "curpos",
    "mbx",
    "currentpath",
    "sitepath",
    "nav_path",
    "navpath"
  };

  /** The longest trail on the page. */
  static Trail of(Scan scan, Place place, String site) {
    Trail best = new Trail(List.of(), List.of(), -1, -1);
    for (int i = 0; i < scan.lines.size(); i++) {
      Scan.Line line = scan.lines.get(i);
      if (line.text.length() > 400) {
        continue;
      }
      int from = marker(line.text);
      Trail found = null;
      if (from >= 0) {
        found = read(scan, place, i, from, site);
      } else if (startsAtHome(line.text) || i < 200 && isClassed(scan, line)) {
        found = read(scan, place, i, 0, site);
      }
      if (found != null && (best.line < 0 || found.names.size() > best.names.size())) {
        best = found;
      }
    }
    return best;
  }

  /** The same trail without a last name that is the article's own title; a link is a section. */
  Trail without(String title) {
    if (names.isEmpty() || title.isEmpty()) {
      return this;
    }
    String name = names.get(names.size() - 1);
    String last = Texts.key(name);
    String own = Texts.key(title);
    String stem = last.replaceAll("[.…]+$", "");
    boolean same = last.equals(own) || stem.length() < last.length() && own.startsWith(stem);
    boolean section =
        names.size() == 1 || links.stream().anyMatch(link -> link.text().equals(name));
    return same && !section
        ? new Trail(names.subList(0, names.size() - 1), links, line, end)
        : this;
  }

  /** Index behind a marker such as 当前位置：; -1 if the text has none near its start. */
  static int marker(String text) {
    int at = text.indexOf("位置");
    if (at < 0 || at > 14) {
      int spaced = text.indexOf("位 置");
      if (spaced < 0 || spaced > 14) {
        return -1;
      }
      at = spaced + 1;
    }
    int start = 0;
    while (start < at && !Texts.han(text.charAt(start))) {
      start++;
    }
    String lead = Texts.squeeze(text.substring(start, at + 2));
    // 位置：市政府北侧 is an address: alone the word needs a path behind it
    if (!Wordings.of("trail").contains(lead) && !(lead.equals("位置") && isPath(text, at + 2))) {
      return -1;
    }
    int from = at + 2;
    while (from < text.length() && "是为： :>》】]".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return from;
  }

  private static boolean isPath(String text, int from) {
    return from < text.length()
        && "：:".indexOf(text.charAt(from)) >= 0
        && (text.chars().skip(from).anyMatch(c -> ">＞»›→﹥".indexOf(c) >= 0)
            || Wordings.starts("home", text.substring(from + 1)));
  }

  private static boolean startsAtHome(String text) {
    return startsAtHome(text, ">＞»›→﹥");
  }

  private static boolean startsAtHome(String text, String separators) {
    int home = text.indexOf("页");
    if (home < 0 || home > 8) {
      return false;
    }
    String squeezed = Texts.squeeze(text);
    for (String word : Wordings.of("home")) {
      if (squeezed.startsWith(word) && squeezed.length() > word.length() + 1) {
        char next = squeezed.charAt(word.length());
        return separators.indexOf(next) >= 0
            || next == '-' && squeezed.charAt(word.length() + 1) == '>';
      }
    }
    return false;
  }

  private static boolean isClassed(Scan scan, Scan.Line line) {
    Scan.Block block = scan.block(line);
    for (int up = 0; up < 2 && block != null; up++) {
      for (String known : CLASSES) {
        if (block.names().contains(known)) {
          return block.endLink > block.firstLink && block.chars < 300;
        }
      }
      block = block.parent < 0 ? null : scan.blocks.get(block.parent);
    }
    return false;
  }

  private static Trail read(Scan scan, Place place, int first, int from, String site) {
    Scan.Block block = scan.block(scan.lines.get(first));
    String rest = scan.lines.get(first).text.substring(from);
    boolean whole =
        rest.chars().anyMatch(c -> ">＞»›→﹥".indexOf(c) >= 0) && rest.length() > 3
            || startsAtHome(rest, SEPARATORS);
    while (!whole && block.parent >= 0 && block.endLink - linksBefore(scan, block, first) < 2) {
      Scan.Block parent = scan.blocks.get(block.parent);
      if (parent.chars > 300 || parent.to - first > 14) {
        break;
      }
      block = parent;
    }
    char stroke = stroke(rest);
    List<String> names = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = first; i < Math.max(block.to, first + 1); i++) {
      int at = i == first ? from : 0;
      Scan.Line line = scan.lines.get(i);
      boolean prose = line.text.length() > 40 && line.linkChars * 2 < line.text.length();
      if (i > first && (prose || Labels.any(line.text) || line.heading > 0)) {
        break;
      }
      for (int a = line.firstLink; a < scan.anchors.size(); a++) {
        Scan.Anchor anchor = scan.anchors.get(a);
        if (anchor.line > i) {
          break;
        }
        if (anchor.line < i
            || anchor.start < at
            || anchor.endLine != i && anchor.endLine != i + 1) {
          continue;
        }
        int end =
            anchor.endLine == i ? Math.min(anchor.end, line.text.length()) : line.text.length();
        split(line.text.substring(at, Math.min(anchor.start, line.text.length())), stroke, names);
        String name = trimmed(line.text.substring(Math.min(anchor.start, end), end));
        boolean root = place.isHome(anchor.href);
        if (!name.isEmpty() && !(root && names.isEmpty())) {
          names.add(name);
          if (!place.naming(anchor.href, name).isEmpty()) {
            place.resolve(anchor.href).ifPresent(url -> links.add(new Link(url, name)));
          }
        }
        at = end;
      }
      if (at < line.text.length()) {
        split(line.text.substring(at), stroke, names);
      }
    }
    names.removeIf(
        name ->
            Wordings.is("home", name)
                || Wordings.is("generic", name)
                || name.equals(site)
                || name.length() > 60);
    links.removeIf(link -> !names.contains(link.text()));
    return new Trail(List.copyOf(names), List.copyOf(links), first, Math.max(block.to, first + 1));
  }

  private static int linksBefore(Scan scan, Scan.Block block, int line) {
    int at = block.firstLink;
    while (at < block.endLink && scan.anchors.get(at).line < line) {
      at++;
    }
    return at;
  }

  /** The stroke behind 首页 (首页/机关职能/局领导) separates the other names too; 0 if there is none. */
  private static char stroke(String rest) {
    if (startsAtHome(rest, "/／|｜")) {
      for (char c : rest.toCharArray()) {
        if ("/／|｜".indexOf(c) >= 0) {
          return c;
        }
      }
    }
    return 0;
  }

  private static void split(String text, char stroke, List<String> names) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      // a stroke inside a name (2023-2025年规划) is no separator, one between blanks is
      boolean ends =
          i == text.length()
              || text.charAt(i) == stroke
              || ">＞»›→﹥｜|\\".indexOf(text.charAt(i)) >= 0
              || "-—/／·".indexOf(text.charAt(i)) >= 0
                  && (i == 0
                      || text.charAt(i - 1) == ' '
                      || i + 1 == text.length()
                      || text.charAt(i + 1) == ' '
                      || text.charAt(i + 1) == '>');
      if (ends) {
        String name = trimmed(text.substring(start, i));
        if (!name.isEmpty()) {
          names.add(name);
        }
        start = i + 1;
      }
    }
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to
        && (text.charAt(from) == ' '
            || SEPARATORS.indexOf(text.charAt(from)) >= 0
            || "：:".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    while (to > from
        && (text.charAt(to - 1) == ' ' || SEPARATORS.indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return text.substring(from, to);
  }
}
