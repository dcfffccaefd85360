package gongkai.cli.explain;

import gongkai.cli.report.Lines;
import gongkai.cli.report.PlainText;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a page matched or did not match, and why it has its date, for a terminal of 80 columns; only
 * addresses may be wider.
 */
final class PageText {
  private final ReadAudit audit;
  private final Part page;
  private final Lang lang;
  private final Lines out;
  private final Words words;

  private PageText(ReadAudit audit, Part page, Lang lang) {
    this.audit = audit;
    this.page = page;
    this.lang = lang;
    this.out = new Lines(lang, "explain");
    this.words = new Words(out, lang);
  }

  static List<String> lines(ReadAudit audit, Part page, Lang lang) {
    PageText text = new PageText(audit, page, lang);
    text.head();
    new Dates(text.words, text.out, lang).write(page);
    text.place();
    text.requirements();
    text.findings();
    return text.out.all();
  }

  private void head() {
    out.text(page.text("title").isBlank() ? out.say("untitled") : page.text("title"));
    out.verbatim(List.of(PlainText.line(page.text("url"))));
    out.blank();
    List<String> section = page.texts("section");
    out.field("section", section.isEmpty() ? out.say("noSection") : String.join(" > ", section));
    if (!page.text("documentNumber").isEmpty()) {
      out.field("number", page.text("documentNumber"));
    }
  }

  /** Where its publication date comes from, and its document date. */
  record Dates(Words words, Lines out, Lang lang) {
    void write(Part page) {
      Optional<Part> used = page.optional("published");
      if (used.isPresent()) {
        out.field("date", date(used.get()));
        out.more(out.say(DateReasons.because(page)));
      } else {
        out.field("date", out.say(DateReasons.because(page)));
      }
      for (DateReasons.Lost rival : DateReasons.lost(page)) {
        out.field("rival", date(rival.date()));
        out.more(out.say(rival.because()));
      }
      page.optional("documentDate")
          .ifPresent(
              d ->
                  out.field(
                      "documentDate",
                      d.day("date").map(words::day).orElse("") + "  " + quoted(d.text("text"))));
      words.notes("notes", page.parts("notes"));
    }

    private String date(Part d) {
      return d.day("date").map(words::day).orElse("")
          + "  "
          + out.say(DateReasons.source(d))
          + "  "
          + quoted(d.text("text"));
    }

    private String quoted(String words) {
      return lang == Lang.ZH ? "“" + words + "”" : "\"" + words + "\"";
    }
  }

  private void place() {
    if (page.textOrEmpty("place").isEmpty()) {
      out.field("evidence", out.say(Message.of("report.listing-only")));
      return;
    }
    out.field(
        "evidence",
        out.say(
            "warc",
            page.text("place"),
            page.node().path("httpStatus").asText(),
            page.textOrEmpty("fetchedAt")));
    out.more("SHA-256");
    out.verbatim(List.of("            " + page.textOrEmpty("sha256")));
    for (Part file : page.parts("files")) {
      out.field(
          "file",
          file.text("name") + " (" + file.text("format") + ") " + file.textOrEmpty("detail"));
    }
  }

  private void requirements() {
    out.blank();
    List<Part> matches = page.parts("matches");
    List<Part> below = page.parts("below");
    if (matches.isEmpty() && below.isEmpty()) {
      out.text(out.say("nothingSpeaks", audit.requirements().size()));
      return;
    }
    boolean matched = matches.stream().anyMatch(m -> m.text("decision").equals("matched"));
    if (!matched) {
      out.text(out.say("matchesNothing"));
    }
    Stream.concat(matches.stream(), below.stream())
        .sorted(Comparator.comparingDouble(m -> -m.number("score")))
        .forEach(m -> match(m, !matched || m.text("decision").equals("candidate")));
  }

  /** One score; what would have carried it further is of interest where nothing else did. */
  private void match(Part match, boolean changes) {
    String id = match.text("requirementId");
    Optional<Part> requirement = audit.requirement(id);
    String name = requirement.map(r -> r.text("requirement")).orElse("");
    out.row(List.of(1, 78), List.of("", words.decision(match) + "  " + id + " " + name));
    words.pieces(match);
    requirement.filter(r -> changes).ifPresent(r -> words.changes(RunnerUp.changes(match, r)));
  }

  private void findings() {
    boolean first = true;
    for (Part requirement : audit.requirements()) {
      for (Part finding : requirement.parts("findings")) {
        String role = role(finding);
        if (!role.isEmpty()) {
          if (first) {
            out.blank();
            out.text(out.say("decides"));
            first = false;
          }
          String id = requirement.text("requirementId");
          out.row(
              List.of(1, 78),
              List.of("", id + "  " + words.verdict(finding) + "  " + out.say(role)));
          out.row(List.of(11, 66), List.of("", finding.said("reason", lang)));
        }
      }
    }
  }

  /** What the page is to a finding; empty string if nothing. */
  private String role(Part finding) {
    String identity = ReadAudit.identity(page.text("url"));
    if (!finding.text("url").isEmpty()
        && ReadAudit.identity(finding.text("url")).equals(identity)) {
      return "roleJudged";
    }
    boolean open =
        finding.texts("open").stream().anyMatch(u -> ReadAudit.identity(u).equals(identity));
    return open ? "roleOpen" : "";
  }
}
