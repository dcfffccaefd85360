package gongkai.cli.probe;

import gongkai.cli.report.Lines;
import gongkai.probe.Probe;
import gongkai.probe.RequirementSeen;
import gongkai.probe.SectionSeen;
import gongkai.probe.SectionSeen.Goes;
import gongkai.probe.SectionSeen.Kind;
import gongkai.probe.SectionSeen.ListSeen;
import gongkai.probe.SectionSeen.State;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of sections: which requirements they stand for, how their lists go on. */
final class SectionsText {
  private static final List<Integer> WIDTHS = List.of(24, 19, 5, 6, 9, 12);

  private final ProbeReport report;
  private final Probe probe;
  private final Lines out;

  SectionsText(ProbeReport report, Lines out) {
    this.report = report;
    this.probe = report.probe();
    this.out = out;
  }

  void write() {
    mapped();
    missing();
    unknown();
    others();
    stuck();
  }

  private void mapped() {
    List<String> order = report.catalogue().requirements().stream().map(r -> r.id()).toList();
    List<SectionSeen> mapped =
        of(Kind.MAPPED).stream()
            .sorted(
                Comparator.comparing(
                    (SectionSeen s) -> order.indexOf(s.roles().keySet().iterator().next())))
            .toList();
    long found = probe.requirements().stream().filter(RequirementSeen::found).count();
    out.blank();
    out.text(out.say("mapped", mapped.size(), found, probe.requirements().size()));
    if (!mapped.isEmpty()) {
      head();
      mapped.forEach(s -> row(s, String.join(" ", s.roles().keySet())));
    }
  }

  private List<SectionSeen> of(Kind kind) {
    return probe.sections().stream().filter(s -> s.kind() == kind).toList();
  }

  private void head() {
    out.row(
        WIDTHS,
        List.of(
            out.say("colSection"),
            out.say("colRequirements"),
            out.say("colRows"),
            out.say("colAnnounced"),
            out.say("colMechanism"),
            out.say("colGoes")));
  }

  private void row(SectionSeen s, String requirements) {
    Optional<ListSeen> list = s.list();
    String goes =
        s.state() == State.READ
            ? list.map(l -> out.say("goes-" + l.goes())).orElse(out.say("noList"))
            : out.say("state-" + s.state());
    out.row(
        WIDTHS,
        List.of(
            s.name() + (s.learnt() ? out.say("learnt") : ""),
            requirements,
            list.map(l -> Integer.toString(l.rows())).orElse(""),
            list.flatMap(ListSeen::announced).map(n -> Integer.toString(n)).orElse(""),
            list.map(ListSeen::mechanism).orElse(""),
            goes));
  }

  private void missing() {
    List<String> shared =
        probe.requirements().stream()
            .filter(r -> r.found() && r.own().isEmpty())
            .map(RequirementSeen::id)
            .toList();
    if (!shared.isEmpty()) {
      out.blank();
      out.text(out.say("sharedOnly", shared.size(), String.join(" ", shared)));
    }
    List<RequirementSeen> without = probe.requirements().stream().filter(r -> !r.found()).toList();
    if (without.isEmpty()) {
      return;
    }
    out.blank();
    out.text(out.say("missing", without.size()));
    without.forEach(r -> out.row(List.of(1, 9, 66), List.of("", r.id(), r.name())));
  }

  private void unknown() {
    List<SectionSeen> unknown = of(Kind.UNKNOWN);
    if (unknown.isEmpty()) {
      return;
    }
    out.blank();
    out.text(out.say("unknown", unknown.size()));
    head();
    for (SectionSeen s : unknown) {
      StringBuilder hints = new StringBuilder();
      s.hints().forEach((id, n) -> hints.append(n).append("→").append(id).append(' '));
      row(s, hints.toString());
    }
  }

  private void others() {
    for (Kind kind : List.of(Kind.HUB, Kind.GENERAL)) {
      List<String> names = of(kind).stream().map(SectionSeen::name).distinct().toList();
      if (!names.isEmpty()) {
        out.blank();
        out.text(out.say("kind-" + kind, names.size(), String.join(out.say("comma"), names)));
      }
    }
  }

  /** Why lists do not go on, sections of one reason together. */
  private void stuck() {
    Map<String, List<SectionSeen>> reasons = new LinkedHashMap<>();
    for (SectionSeen s : probe.sections()) {
      if (s.state() == State.FAILED) {
        reasons.computeIfAbsent(s.failure(), r -> new java.util.ArrayList<>()).add(s);
      }
      s.list()
          .filter(l -> l.goes() == Goes.UNREAD || l.goes() == Goes.NEXT_FAILED)
          .ifPresent(
              l -> reasons.computeIfAbsent(l.detail(), r -> new java.util.ArrayList<>()).add(s));
    }
    if (reasons.isEmpty()) {
      return;
    }
    out.blank();
    out.text(out.say("stuck"));
    reasons.forEach(
        (reason, sections) ->
            out.row(
                List.of(1, 77),
                List.of(
                    "",
                    out.say(
                        "stuckFor",
                        reason,
                        sections.size(),
                        sections.get(0).name(),
                        sections.get(0).url()))));
  }
}
