package gongkai.cli.explain;

import gongkai.cli.ExitCode;
import gongkai.cli.Failure;
import gongkai.input.Nearest;
import gongkai.message.Message;
import gongkai.notice.PersonalNumbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user asks about: requirements, or a page. */
sealed interface What {
  int NEAREST = 3;

  /** One requirement, or all of an item. */
  record Requirements(List<Part> all) implements What {
    public Requirements {
      all = List.copyOf(all);
    }
  }

  /** A page of the audit. */
  record Page(Part page) implements What {}

  /**
   * Finds it by the id of a requirement or an item, else by its address.
   *
   * @throws Failure exit code 2: the audit does not hold it, why, and what is near
   */
  static What find(ReadAudit audit, String word) {
    Optional<Part> requirement = audit.requirement(word);
    if (requirement.isPresent()) {
      return new Requirements(List.of(requirement.get()));
    }
    List<Part> ofItem =
        audit.requirements().stream().filter(r -> r.text("itemId").equals(word)).toList();
    if (!ofItem.isEmpty()) {
      return new Requirements(ofItem);
    }
    // an audit shows no number of a person, not in an address either
    Optional<Part> page = audit.page(word).or(() -> audit.page(PersonalNumbers.masked(word)));
    if (page.isPresent()) {
      return new Page(page.get());
    }
    throw new Failure(ExitCode.USAGE, word.contains("/") ? noPage(audit, word) : noId(audit, word));
  }

  private static List<Message> noId(ReadAudit audit, String word) {
    Set<String> ids = new LinkedHashSet<>();
    audit.requirements().forEach(r -> ids.add(r.text("requirementId")));
    audit.requirements().forEach(r -> ids.add(r.text("itemId")));
    String near = String.join(", ", Nearest.first(NEAREST, word, ids));
    boolean off =
        audit
            .root()
            .part("catalogue")
            .node()
            .path("tailoring")
            .path("changes")
            .findValuesAsText("id")
            .contains(word);
    return List.of(Message.of(off ? "explain.switchedOff" : "explain.noRequirement", word, near));
  }

  private static List<Message> noPage(ReadAudit audit, String word) {
    List<Message> said = new ArrayList<>();
    said.add(Message.of("explain.noPage", word));
    String identity = ReadAudit.identity(word);
    audit.coverage().parts("unread").stream()
        .filter(u -> ReadAudit.identity(u.text("url")).equals(identity))
        .forEach(
            u -> said.add(Message.of("explain.notRead", Unread.why(u), from(u.text("foundOn")))));
    audit.root().parts("deadLinks").stream()
        .filter(d -> ReadAudit.identity(d.text("url")).equals(identity))
        .forEach(
            d -> said.add(Message.of("explain.dead", d.text("reason"), from(d.text("foundOn")))));
    audit
        .section(word)
        .ifPresent(
            s ->
                said.add(
                    Message.of(
                        "explain.isSection",
                        String.join(" > ", s.texts("path")),
                        s.count("pages"),
                        s.texts("requirementIds").isEmpty()
                            ? "—"
                            : String.join(", ", s.texts("requirementIds")))));
    if (said.size() == 1) {
      List<String> near = near(audit, word);
      if (!near.isEmpty()) {
        said.add(Message.of("explain.near"));
        near.forEach(n -> said.add(Message.of("judge.note.plain", "  " + n)));
      }
    }
    return said;
  }

  /** Pages of the same host, where there are some. */
  private static List<String> near(ReadAudit audit, String word) {
    List<String> all = audit.pages().stream().map(p -> p.text("url")).toList();
    List<String> ofHost = all.stream().filter(u -> host(u).equals(host(word))).toList();
    return Nearest.first(NEAREST, word, ofHost.isEmpty() ? all : ofHost);
  }

  private static String host(String address) {
    return ReadAudit.identity(address).split("/", 2)[0];
  }

  private static String from(String foundOn) {
    return foundOn.isEmpty() ? "—" : foundOn;
  }
}
