package gongkai.cli.probe;

import gongkai.cli.crawl.RobotsSeen;
import gongkai.cli.crawl.RobotsSeen.SitemapSeen;
import gongkai.cli.crawl.Schemes.Certificate;
import gongkai.cli.crawl.Schemes.SchemeSeen;
import gongkai.cli.report.Lines;
import gongkai.message.Lang;
import gongkai.message.Message;
import gongkai.probe.Cms;
import gongkai.probe.DatesSeen;
import gongkai.probe.Probe;
import gongkai.probe.Probe.Trouble;
import gongkai.probe.Probe.UnknownPage;
import gongkai.probe.Volume;
import gongkai.snapshot.Access;
import gongkai.snapshot.Unread;
import java.util.List;
import java.util.Locale;

/** A probe as a table for a terminal of 80 columns; only the YAML at its end may be wider. */
public final class ProbeText {
  private static final int MOST_MARKS = 4;

  private final ProbeReport report;
  private final Probe probe;
  private final Lang lang;
  private final Lines out;

  private ProbeText(ProbeReport report, Lang lang) {
    this.report = report;
    this.probe = report.probe();
    this.lang = lang;
    this.out = new Lines(lang, "probe");
  }

  /** The lines in a language. */
  public static List<String> lines(ProbeReport report, Lang lang) {
    ProbeText text = new ProbeText(report, lang);
    text.head();
    text.system();
    text.schemes();
    text.robots();
    text.encodings();
    text.unknownPage();
    text.speed();
    text.volume();
    text.troubles();
    if (report.probe().pages() > 0) {
      text.dates();
      new SectionsText(report, text.out).write();
    } else {
      text.out.blank();
      text.out.text(text.out.say("nothing"));
    }
    text.sitePart();
    return text.out.all();
  }

  private void head() {
    out.text(probe.crawl().start());
    out.text(
        out.say(
            "against",
            report.catalogue().bureau(),
            report.catalogue().name(),
            probe.requirements().size()));
    out.text(out.say("sample", probe.pages(), report.maxPages()));
    out.blank();
  }

  private void system() {
    List<Cms> named = probe.systems().stream().filter(Cms::recognised).toList();
    if (named.isEmpty()) {
      out.field("system", out.say("systemUnknown"));
    }
    for (int i = 0; i < named.size(); i++) {
      Cms cms = named.get(i);
      if (i == 0) {
        out.field("system", cms.name(lang));
      } else {
        out.more(out.say("systemAlso", cms.name(lang)));
      }
      cms.marks().stream()
          .limit(i == 0 ? MOST_MARKS : 1)
          .forEach(m -> out.more(out.say("mark-" + m.place(), m.mark(), m.pages(), m.example())));
    }
    List<String> hints =
        probe.systems().stream()
            .filter(c -> !c.recognised())
            .map(c -> c.name(lang) + " (" + c.marks().get(0).mark() + ")")
            .toList();
    if (!hints.isEmpty()) {
      out.more(out.say("systemHints", String.join(out.say("comma"), hints)));
    }
  }

  private void schemes() {
    String key = "schemes";
    boolean plain = probe.crawl().start().startsWith("http:");
    if (plain && probe.startRead()) {
      out.field(key, out.say("schemeHttp"));
      key = "none";
    }
    for (SchemeSeen scheme : report.schemes()) {
      String text =
          scheme.status().isPresent()
              ? out.say("schemeAnswers", scheme.origin(), scheme.status().getAsInt())
              : out.say("schemeSilent", scheme.origin(), scheme.failure());
      out.field(key, text);
      key = "none";
      scheme.certificate().ifPresent(this::certificate);
    }
    if (report.schemes().isEmpty()) {
      out.field(key, out.say("schemeNotTried"));
    }
  }

  private void certificate(Certificate c) {
    out.more(
        out.say(
            c.distrust().isEmpty() ? "certificate" : "certificateBad",
            c.until().toString(),
            c.issuer(),
            c.distrust()));
    if (!c.nameFits()) {
      out.more(out.say("certificateName", c.subject()));
    }
  }

  private void robots() {
    if (report.robots().isEmpty()) {
      out.field("robots", out.say("robotsUnanswered"));
    }
    for (RobotsSeen file : report.robots()) {
      String delay =
          file.delay().map(d -> out.say("robotsDelay", seconds(d.toMillis()))).orElse("");
      String text =
          !file.present()
              ? out.say("robotsNone", file.status())
              : file.shut() ? out.say("robotsShut") : out.say("robotsRules", file.rules());
      out.field("robots", text + delay + " · " + file.url());
    }
    List<SitemapSeen> maps = report.sitemaps().stream().filter(map -> map.addresses() > 0).toList();
    if (maps.isEmpty()) {
      out.field("sitemap", out.say("sitemapNone"));
    }
    maps.forEach(map -> out.field("sitemap", out.say("sitemapSeen", map.url(), map.addresses())));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
  }

  private void encodings() {
    String key = "encodings";
    for (var encoding : probe.encodings().entrySet()) {
      out.field(key, out.say("pagesOf", encoding.getKey(), encoding.getValue()));
      key = "none";
    }
  }

  private void unknownPage() {
    if (probe.unknownPage().isEmpty()) {
      return;
    }
    UnknownPage page = probe.unknownPage().get();
    String text;
    if (page.status().isEmpty()) {
      text = out.say("unknownFailed", page.failure());
    } else if (!page.location().isEmpty()) {
      text = out.say("unknownMoved", page.status().getAsInt(), page.location());
    } else {
      String key = page.status().getAsInt() / 100 == 2 ? "unknownSoft" : "unknownGone";
      String known = page.told() || page.status().getAsInt() / 100 != 2 ? "" : "Not";
      text = out.say(key + known, page.status().getAsInt(), page.title());
    }
    out.field("unknownPage", text);
  }

  private void speed() {
    Speed.Measured m = report.speed();
    if (m.answers() > 0) {
      out.field(
          "speed",
          out.say("speedIs", Long.toString(m.median()), m.answers(), Long.toString(m.slowest())));
    }
  }

  private void volume() {
    Volume v = probe.volume();
    if (v.lists() == 0) {
      return;
    }
    String open = v.openLists() > 0 ? out.say("volumeOpen", v.openLists()) : "";
    out.field("volume", out.say("volumeIs", v.lists(), Long.toString(v.entries())) + open);
    double rate = report.rate() > 0 ? report.rate() : ProbeReport.DEFAULT_RATE;
    out.more(
        out.say(
            "volumeTime",
            Long.toString(v.decisive()),
            Long.toString(report.minutes(v.decisive())),
            Long.toString(v.everything()),
            Long.toString(report.minutes(v.everything())),
            rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate)));
  }

  private void troubles() {
    String key = "troubles";
    for (Trouble t : probe.troubles()) {
      Object what =
          t.detail().isEmpty()
              ? words(t.what())
              : Message.of("probe.troubleBy", words(t.what()), Access.inWords(t.detail()));
      out.field(key, out.say("trouble", what, t.count(), t.example()));
      key = "none";
    }
  }

  /** A code as people say it: why an address was not read, or why an answer shows no content. */
  private static Object words(String code) {
    if (code.equals("script")) {
      return Access.NEEDS_SCRIPT.words();
    }
    String kebab = code.replace('_', '-');
    for (Unread.Why why : Unread.Why.values()) {
      if (why.code().equals(kebab)) {
        return Message.of("report.why-" + kebab);
      }
    }
    return Access.of(code).<Object>map(Access::words).orElse(code);
  }

  private void dates() {
    DatesSeen dates = probe.dates();
    if (dates.articles() == 0) {
      out.field("dates", out.say("datesNone"));
      return;
    }
    out.field("dates", out.say("datesOf", dates.articles(), dates.undated()));
    for (DatesSeen.Source source : dates.sources()) {
      out.more(
          out.say(
              "dateSource",
              sourceName(source.source().name().toLowerCase(Locale.ROOT)),
              source.present(),
              source.chosen(),
              source.conflicts()));
      source
          .example()
          .ifPresent(
              c ->
                  out.more(
                      out.say(
                          "dateConflict",
                          sourceName(c.chosen().source().name().toLowerCase(Locale.ROOT)),
                          c.chosen().date().toString(),
                          sourceName(c.other().source().name().toLowerCase(Locale.ROOT)),
                          c.other().date().toString(),
                          c.url())));
    }
  }

  private String sourceName(String code) {
    return Message.of("date.source-" + code).in(lang);
  }

  private void sitePart() {
    out.blank();
    out.text(out.say("sitePart"));
    out.verbatim(SitePart.lines(probe, lang));
  }
}
