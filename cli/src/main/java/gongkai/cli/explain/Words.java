package gongkai.cli.explain;

import gongkai.cli.report.Lines;
import gongkai.cli.report.PlainText;
import gongkai.cli.report.html.Phrases;
import gongkai.judge.Verdict;
import gongkai.match.WouldMatch;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What both kinds of explanation say alike. */
final class Words {
  private static final int FEW = 6;

  private final Lines out;
  private final Lang lang;

  Words(Lines out, Lang lang) {
    this.out = out;
    this.lang = lang;
  }

  /** Sign and word of the verdict of a requirement or finding. */
  String verdict(Part of) {
    String name = of.text("verdict");
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(name)) {
        return Phrases.sign(verdict) + " " + out.say(Message.of("report.verdict-" + name));
      }
    }
    return name;
  }

  String day(LocalDate day) {
    return new Phrases(lang).day(day);
  }

  /** An address, which is copied and therefore never broken. */
  void address(String url) {
    out.verbatim(List.of("            " + PlainText.line(url)));
  }

  /** A section with how many pages it lists and whether it was read to its end. */
  String section(Part section) {
    String cut = section.textOrEmpty("cut");
    String path = String.join(" > ", section.texts("path"));
    String state =
        cut.isEmpty()
            ? out.say("sectionRead", section.count("pages"))
            : out.say(
                "sectionCut",
                section.count("pages"),
                out.say(gongkai.snapshot.Access.inWords(cut)));
    return path + " " + state + (section.flag("learnt") ? " " + out.say("sectionLearnt") : "");
  }

  void notes(String label, List<Part> notes) {
    for (int i = 0; i < notes.size(); i++) {
      String note = notes.get(i).text(lang.code());
      if (i == 0) {
        out.field(label, note);
      } else {
        out.more(note);
      }
    }
  }

  /** A page with its decision, score and pieces for one requirement. */
  void scored(Part page, String requirementId) {
    String date =
        page.optional("published")
            .map(d -> d.text("date"))
            .orElseGet(() -> out.say(Message.of("report.undated")));
    String title = page.text("title").isBlank() ? page.text("url") : page.text("title");
    ReadAudit.match(page, requirementId)
        .ifPresentOrElse(
            m -> {
              out.row(List.of(1, 78), List.of("", decision(m) + "  " + date + "  " + title));
              address(page.text("url"));
              pieces(m);
            },
            () -> {
              out.row(List.of(1, 78), List.of("", date + "  " + title));
              address(page.text("url"));
            });
  }

  /** {@code matched 0.90}. */
  String decision(Part match) {
    return out.say(Message.of("report.decision-" + match.text("decision")))
        + " "
        + score(match.number("score"));
  }

  /** The parts of a score, each with its weight. */
  void pieces(Part match) {
    for (Part piece : match.parts("pieces")) {
      double weight = piece.number("weight");
      String sign = weight < 0 ? "" : "+";
      out.row(List.of(11, 5, 60), List.of("", sign + score(weight), piece.said("because", lang)));
    }
  }

  /** What would have carried a page further. */
  void changes(List<WouldMatch> changes) {
    for (WouldMatch w : changes) {
      out.row(
          List.of(11, 66),
          List.of(
              "",
              "→ "
                  + out.say(
                      "would",
                      out.say(w.change()),
                      score(w.score()),
                      out.say(Message.of("report.decision-" + w.decision().code())))));
    }
  }

  /** The first few of many names, and a mark where there are more. */
  static String few(List<String> names) {
    String first = names.stream().limit(FEW).collect(Collectors.joining(" / "));
    return names.size() > FEW ? first + " / …" : first;
  }

  static String score(double score) {
    return BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
