package gongkai.cli.explain;

import gongkai.cli.report.html.Unchecked;
import gongkai.message.Message;
import gongkai.snapshot.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be read before an unreachable requirement can be judged, and how to get it read. */
final class Unread {
  private static final int MOST = 8;

  private Unread() {}

  /** The requirement's sections that were cut; where none was, everything that was not read. */
  static List<Change> of(ReadAudit audit, Part requirement) {
    Map<String, Change> reads = new LinkedHashMap<>();
    List<Part> own =
        audit.sections(requirement.text("requirementId")).stream()
            .filter(s -> !s.textOrEmpty("cut").isEmpty())
            .toList();
    List<Part> unread =
        audit.coverage().parts("unread").stream().filter(u -> cut(u.text("why"))).toList();
    own.forEach(s -> section(s, unread, reads));
    if (reads.isEmpty()) {
      unread.forEach(u -> reads.putIfAbsent(u.text("url"), read(u)));
      audit.unknownCut().forEach(s -> section(s, unread, reads));
    }
    List<Change> all = new ArrayList<>(reads.values());
    if (all.size() > MOST) {
      int more = all.size() - MOST;
      all = new ArrayList<>(all.subList(0, MOST));
      all.add(Change.of("explain.readMore", more));
    }
    return all.isEmpty() ? List.of(Change.of("explain.readAgain")) : all;
  }

  private static boolean cut(String why) {
    return !why.equals("not-decisive") && !why.equals("aside");
  }

  private static void section(Part section, List<Part> unread, Map<String, Change> reads) {
    String url = section.text("url");
    String cut = section.text("cut");
    List<Part> below =
        unread.stream()
            .filter(
                u ->
                    cut.contains(u.text("url"))
                        || same(u.text("url"), url)
                        || same(u.text("foundOn"), url))
            .toList();
    if (below.isEmpty()) {
      reads.putIfAbsent(
          url,
          Change.at(
              url,
              "explain.readSection",
              String.join(" > ", section.texts("path")),
              Access.inWords(cut),
              next("failed", Access.of(cut))));
    }
    below.forEach(u -> reads.putIfAbsent(u.text("url"), read(u)));
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && ReadAudit.identity(one).equals(ReadAudit.identity(other));
  }

  private static Change read(Part unread) {
    return Change.at(
        unread.text("url"),
        "explain.read",
        Access.inWords(unread.text("detail")),
        next(unread.text("why"), access(unread)));
  }

  /** Why an address was not read, and how it would be read the next time. */
  static Message why(Part unread) {
    String why = unread.text("why");
    return cut(why)
        ? Message.of(
            "explain.whyCut",
            Message.of("report.why-" + why),
            unread.text("detail").isEmpty() ? "-" : Access.inWords(unread.text("detail")),
            next(why, access(unread)))
        : Message.of("explain.why-" + why, unread.text("detail"));
  }

  private static Optional<Access> access(Part unread) {
    String code = unread.textOrEmpty("access");
    return List.of(Access.values()).stream().filter(a -> a.code().equals(code)).findFirst();
  }

  private static Message next(String why, Optional<Access> access) {
    return access
        .map(a -> Message.of("report.next-access-" + Unchecked.remedy(a)))
        .orElseGet(() -> Message.of("report.next-" + why));
  }
}
