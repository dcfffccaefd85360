package gongkai.cli.probe;

import gongkai.cli.Columns;
import gongkai.cli.report.PlainText;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.probe.Probe;
import gongkai.probe.SectionSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The beginning of a rule file's {@code site} part, as YAML that {@code catalogue check} accepts;
 * what a person has to decide stands in comments.
 */
final class SitePart {
  private SitePart() {}

  static List<String> lines(Probe probe, Lang lang) {
    List<String> lines = new ArrayList<>();
    lines.add("site:");
    lines.add("  start: " + quoted(probe.crawl().start()));
    Set<String> further = new TreeSet<>(probe.crawl().hosts());
    further.addAll(probe.crawl().allowedHosts());
    further.remove(gongkai.page.Addresses.host(probe.crawl().start()));
    lines.add(
        "  hosts: ["
            + further.stream().map(SitePart::quoted).collect(Collectors.joining(", "))
            + "]");
    probe
        .otherHosts()
        .forEach(
            (host, names) ->
                comment(
                    lines,
                    Message.of(
                        "probe.yamlHost",
                        PlainText.line(host),
                        String.join(Message.of("probe.comma").in(lang), names)),
                    lang));
    List<SectionSeen> unknown = unknown(probe);
    if (!unknown.isEmpty()) {
      comment(lines, Message.of("probe.yamlUnknown"), lang);
      unknown.forEach(section -> suggestion(lines, section, lang));
    }
    return lines;
  }

  /** Sections of unknown name that list something, or show a text. */
  static List<SectionSeen> unknown(Probe probe) {
    return probe.sections().stream()
        .filter(s -> s.kind() == SectionSeen.Kind.UNKNOWN && !s.learnt())
        .filter(s -> s.state() == SectionSeen.State.READ)
        .toList();
  }

  private static void suggestion(List<String> lines, SectionSeen section, Lang lang) {
    lines.add("#   - " + quoted(section.name()) + "  # " + PlainText.line(section.url()));
    section
        .hints()
        .forEach(
            (id, count) ->
                comment(lines, Message.of("probe.yamlHint", count, section.shown(), id), lang));
  }

  private static void comment(List<String> lines, Message message, Lang lang) {
    for (String line : Columns.wrap(PlainText.line(message.in(lang)), Columns.WIDTH - 4)) {
      lines.add("# " + line);
    }
  }

  /** A YAML text in double quotes. */
  private static String quoted(String text) {
    return '"' + PlainText.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
