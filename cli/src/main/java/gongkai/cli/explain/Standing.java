package gongkai.cli.explain;

import gongkai.message.Lang;
import gongkai.message.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a gap: what became of it since the baseline, who has excused it, which offices
 * were asked to cure it, what they replied and how it was ruled on.
 */
final class Standing {
  private final ReadAudit audit;
  private final Lang lang;

  Standing(ReadAudit audit, Lang lang) {
    this.audit = audit;
    this.lang = lang;
  }

  /** A line with the key of its label. */
  record Line(String label, String text) {}

  /** In the order in which they are asked for; empty for a finding that nothing stands beside. */
  List<Line> of(Part finding) {
    List<Line> lines = new ArrayList<>();
    status(finding).ifPresent(text -> lines.add(new Line("status", text)));
    finding.optional("waiver").ifPresent(w -> lines.add(new Line("waiver", waiver(w))));
    asked(finding).forEach(text -> lines.add(new Line("asked", text)));
    replies(finding).forEach(text -> lines.add(new Line("reply", text)));
    return List.copyOf(lines);
  }

  /** The notices about a requirement, such as a waiver that has ended. */
  List<String> notices(String requirementId) {
    return audit.root().parts("notices").stream()
        .filter(
            n ->
                n.text("subject").equals(requirementId)
                    || n.text("subject").startsWith(requirementId + " "))
        .map(
            n ->
                say(Message.of("notice." + n.text("kind")))
                    + say(Message.of("report.colon"))
                    + n.said("because", lang))
        .toList();
  }

  private Optional<String> status(Part finding) {
    String status = finding.textOrEmpty("status");
    return status.isEmpty()
        ? Optional.empty()
        : audit
            .root()
            .optional("comparison")
            .flatMap(c -> c.day("baselineAsOf"))
            .map(
                day ->
                    say(
                        Message.of(
                            "explain.statusSince", Message.of("compare.status-" + status), day)));
  }

  private String waiver(Part waiver) {
    Message excuse =
        Message.of(
            "waiver.short",
            waiver.text("approver"),
            waiver.day("expires").map(Object.class::cast).orElse(""),
            waiver.text("reason"));
    return say(excuse) + " (" + waiver.text("file") + ":" + waiver.count("line") + ")";
  }

  /** The notices that ask to cure a gap, each as it stands in the audit. */
  List<Part> orders(Part finding) {
    List<Part> orders = new ArrayList<>();
    for (Part notice : rectification("notices")) {
      notice.parts("asked").stream()
          .filter(a -> a.text("gapId").equals(id(finding)))
          .forEach(a -> orders.add(notice));
    }
    return orders;
  }

  /** The replies to a gap, each as it stands in the audit. */
  List<Part> replied(Part finding) {
    return rectification("replies").stream()
        .filter(r -> r.text("gapId").equals(id(finding)))
        .toList();
  }

  private List<Part> rectification(String key) {
    return audit.root().optional("rectification").map(r -> r.parts(key)).orElse(List.of());
  }

  private static String id(Part finding) {
    String id = finding.textOrEmpty("gapId");
    return id.isEmpty() ? "-" : id;
  }

  private List<String> asked(Part finding) {
    return orders(finding).stream()
        .map(
            notice -> {
              Part asked =
                  notice.parts("asked").stream()
                      .filter(a -> a.text("gapId").equals(id(finding)))
                      .findFirst()
                      .orElseThrow();
              return say(
                  Message.of(
                      "explain.askedOf",
                      notice.text("office"),
                      Message.of("explain.role-" + asked.text("role")),
                      day(asked, "by"),
                      day(asked, "first")));
            })
        .toList();
  }

  private List<String> replies(Part finding) {
    List<String> lines = new ArrayList<>();
    for (Part r : replied(finding)) {
      if (!r.text("reply").isEmpty()) {
        lines.add(
            say(
                Message.of(
                    "explain.replied",
                    r.text("office"),
                    r.text("repliedBy"),
                    day(r, "repliedOn"),
                    r.text("reply"))));
      }
      String ruling = r.textOrEmpty("ruling");
      if (!ruling.isEmpty()) {
        lines.add(
            say(
                Message.of(
                    "explain.ruled",
                    Message.of("reply.ruling-" + ruling),
                    r.text("ruledBy"),
                    day(r, "ruledOn"),
                    r.text("comment"))));
      }
    }
    return lines;
  }

  private static Object day(Part of, String key) {
    Optional<LocalDate> day = of.day(key);
    return day.isPresent() ? day.get() : "";
  }

  private String say(Message message) {
    return message.in(lang).strip();
  }
}
