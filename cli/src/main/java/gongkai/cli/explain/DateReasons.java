package gongkai.cli.explain;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a page has its publication date, or has none. */
final class DateReasons {
  /** As the outputs spell the sources, most trusted first. */
  private static final List<String> TRUST =
      List.of("label", "meta", "head", "listing", "url", "table");

  private DateReasons() {}

  /** One date that was found and not used. */
  record Lost(Part date, Message because) {}

  /** Why the date used is the one. */
  static Message because(Part page) {
    Optional<Part> used = page.optional("published");
    List<Part> rivals = page.parts("rivals");
    if (used.isEmpty()) {
      return Message.of(rivals.isEmpty() ? "explain.undated" : "explain.undatedGenerated");
    }
    return rivals.isEmpty()
        ? Message.of("explain.onlyDate")
        : Message.of("explain.mostTrusted", source(used.get()));
  }

  /** The rivals, each with why it lost. */
  static List<Lost> lost(Part page) {
    Optional<Part> used = page.optional("published");
    List<Lost> lost = new ArrayList<>();
    for (Part rival : page.parts("rivals")) {
      lost.add(new Lost(rival, why(rival, used)));
    }
    return lost;
  }

  private static Message why(Part rival, Optional<Part> used) {
    if (used.isPresent() && used.get().text("date").equals(rival.text("date"))) {
      return Message.of("explain.agrees");
    }
    if (rival.flag("generated") || used.isEmpty()) {
      return Message.of("explain.lostGenerated");
    }
    boolean lower = TRUST.indexOf(rival.text("source")) > TRUST.indexOf(used.get().text("source"));
    return lower
        ? Message.of("explain.lostTrust", source(rival), source(used.get()))
        : Message.of("explain.lostSame", source(rival));
  }

  /** A source in words. */
  static Message source(Part date) {
    return Message.of(
        "date.source-" + (date.flag("generated") ? "generated" : date.text("source")));
  }
}
