package gongkai.match;

import gongkai.Audit;
import gongkai.Audit.Terms;
import gongkai.FolderSnapshot;
import gongkai.RulesOnDisk;
import gongkai.cadence.EventsReader;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.fixtures.FixtureSite;
import gongkai.input.Source;
import gongkai.judge.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well an untuned catalogue audits: the bundled one with its matching rules replaced by the
 * proposed ones, on every fixture site against its truth ({@code scripts/benchmark proposals}).
 */
public final class ProposalFigures {
  private static final Set<Verdict> ABSENT = EnumSet.of(Verdict.MISSING, Verdict.EMPTY);

  private ProposalFigures() {}

  /**
   * Verdicts of a site's requirements counted against its truth.
   *
   * @param equal verdicts that are true
   * @param review untrue ones that only ask a person
   * @param falseAbsent MISSING or EMPTY where the truth is neither
   * @param falseCompliant COMPLIANT or NOT_DUE where the truth is a proven gap
   * @param untrue each as {@code 2.1 LATE, not COMPLIANT}
   */
  record Figures(
      int all, int equal, int review, int falseAbsent, int falseCompliant, List<String> untrue) {
    Figures plus(Figures o) {
      List<String> both = new ArrayList<>(untrue);
      both.addAll(o.untrue);
      return new Figures(
          all + o.all,
          equal + o.equal,
          review + o.review,
          falseAbsent + o.falseAbsent,
          falseCompliant + o.falseCompliant,
          both);
    }

    double share() {
      return (double) equal / all;
    }
  }

  static final Figures NONE = new Figures(0, 0, 0, 0, 0, List.of());

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(
        "| site | tuned | proposed | asks a person | false MISSING, EMPTY | false COMPLIANT |");
    out.println("| --- | --- | --- | --- | --- | --- |");
    Figures tuned = NONE;
    Figures proposed = NONE;
    // the bundled catalogue that was tuned by hand; others may themselves be imported ones
    for (String name : FixtureSite.names()) {
      FixtureSite site = FixtureSite.load(name);
      if (!site.catalogue().equals("liaocheng-hrss")) {
        continue;
      }
      Figures t = of(site, RulesOnDisk.catalogue(site.catalogue()));
      Figures p = of(site, untuned(site.catalogue()));
      row(out, "`" + name + "`", t, p);
      tuned = tuned.plus(t);
      proposed = proposed.plus(p);
    }
    row(out, "all", tuned, proposed);
    proposed.untrue().forEach(out::println);
  }

  private static void row(PrintStream out, String name, Figures tuned, Figures proposed) {
    out.printf(
        "| %s | %.3f | %.3f | %d of %d | %d | %d |%n",
        name,
        tuned.share(),
        proposed.share(),
        proposed.review(),
        proposed.all(),
        proposed.falseAbsent(),
        proposed.falseCompliant());
  }

  /** The bundled catalogue as an import would leave it. */
  static Catalogue untuned(String name) {
    Catalogue tuned = RulesOnDisk.catalogue(name);
    List<Source> sources = new ArrayList<>(RulesOnDisk.sources(name));
    sources.removeIf(s -> s.name().endsWith("matching.yaml"));
    String text =
        MatchingText.of(
            ProposedMatch.general(), ProposedMatch.lists(tuned.bureau()), ProposedMatch.of(tuned));
    sources.add(new Source(name + "/matching.yaml", text.getBytes(StandardCharsets.UTF_8)));
    return RulesOnDisk.sound(CatalogueReader.read(name, sources));
  }

  static Figures of(FixtureSite site, Catalogue catalogue) {
    Map<String, Verdict> got = new TreeMap<>();
    Audit.run(new FolderSnapshot(site), terms(site, catalogue))
        .requirements()
        .forEach(r -> got.put(r.requirement().id(), r.verdict()));
    Figures figures = NONE;
    for (Map<String, String> row : site.truth("requirements")) {
      if (!row.get("verdict").equals("?")) {
        Verdict truth = Verdict.valueOf(row.get("verdict"));
        String id = row.get("requirement_id");
        figures = figures.plus(one(site.name() + " " + id, got.get(id), truth));
      }
    }
    return figures;
  }

  private static Figures one(String where, Verdict is, Verdict truth) {
    boolean equal = is == truth;
    boolean proven = truth.gap() && truth != Verdict.REVIEW && truth != Verdict.UNREACHABLE;
    return new Figures(
        1,
        equal ? 1 : 0,
        !equal && is == Verdict.REVIEW ? 1 : 0,
        ABSENT.contains(is) && !ABSENT.contains(truth) ? 1 : 0,
        !is.gap() && proven ? 1 : 0,
        equal ? List.of() : List.of(where + " " + is + ", not " + truth));
  }

  private static Terms terms(FixtureSite site, Catalogue catalogue) {
    try {
      Source events = new Source("events.csv", Files.readAllBytes(site.events()));
      return new Terms(
          catalogue,
          RulesOnDisk.calendar(),
          site.since(),
          site.asOf(),
          RulesOnDisk.sound(EventsReader.read(events, catalogue)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
