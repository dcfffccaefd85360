package gongkai.judge;

import gongkai.Audit.KnownChange;
import gongkai.Audit.Terms;
import gongkai.AuditResult.RequirementResult;
import gongkai.RulesOnDisk;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Cadence.Days;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.input.Source;
import gongkai.match.PageMatches;
import gongkai.match.SectionMap;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The judge with pages laid before it as records. The catalogue has the requirement under test
 * ({@code r}), documents it may follow or mark ({@code d}, within 20wd) and the list of results
 * ({@code c}, 清理结果).
 */
final class Desk {
  static final WorkingCalendar CALENDAR = RulesOnDisk.calendar();

  private static final String RULES =
      """
      bureau: 某市人力资源和社会保障局
      general: [新闻动态]
      items:
        - id: d
          name: 文件
          wording: w
          requirements:
            - {id: d, name: 文件, cadence: {within: 20wd, of: document}, match: {sections: [文件栏]}}
        - id: c
          name: 清理结果
          wording: w
          requirements:
            - {id: c, name: 清理结果, cadence: {continuous: 36m}, match: {sections: [清理栏]}}
        - id: r
          name: 事项
          wording: w
          form: %s
          requirements:
            - id: r
              name: 事项
              cadence: {%s}
              match: {sections: [本栏], shared: [共栏]}
      """;

  private final Catalogue catalogue;
  private final Window window;
  private final List<KnownChange> events;

  /**
   * @param cadence the rule file's braces
   * @param options {@code event}, {@code statement}, {@code summary}; may be empty
   * @param window {@code since..as-of}; empty for the usual one
   * @param events {@code date[ within]} of known changes, separated by {@code |}; may be empty
   */
  Desk(String cadence, String options, String window, String events) {
    String rules = RULES.formatted(options.contains("summary") ? "summary" : "full", cadence);
    rules += options.contains("event") ? "        arises: event\n" : "";
    rules += options.contains("statement") ? "        statement: yes\n" : "";
    catalogue =
        RulesOnDisk.sound(CatalogueReader.read("cases", List.of(Source.of("rules.yaml", rules))));
    String[] days = (window.isEmpty() ? "2025-10-31..2026-10-31" : window).split("\\.\\.");
    this.window = new Window(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    this.events = cells(events).stream().map(Desk::event).toList();
  }

  private static KnownChange event(String words) {
    String[] parts = words.split(" ");
    String within = parts.length > 1 ? parts[1] : "20wd";
    return new KnownChange(LocalDate.parse(parts[0]), "r", "变动", Days.parse(within).orElseThrow());
  }

  /** Cells of a list: separated by {@code |}, blanks around them dropped, empty ones left out. */
  static List<String> cells(String list) {
    return Arrays.stream(list.split("\\|")).map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Window window() {
    return window;
  }

  /** The result of the requirement under test on a site that was read to its end. */
  RequirementResult judge(List<PageMatches> pages) {
    return judge(pages, List.of(), "", "", true);
  }

  RequirementResult judge(
      List<PageMatches> pages,
      List<Section> sections,
      String navigationCut,
      String limitCut,
      boolean complete) {
    List<SitePage> all = pages.stream().map(PageMatches::page).toList();
    List<Section> known = new ArrayList<>(sections);
    Site site =
        new Site(
            known,
            all,
            List.of(),
            List.of(),
            true,
            List.of(),
            navigationCut,
            limitCut,
            Set.of(),
            Map.of(),
            List.of());
    Terms terms = new Terms(catalogue, CALENDAR, window.since(), window.asOf(), events);
    return new Judge(terms, site, new SectionMap(catalogue), pages, complete)
        .judge().stream().filter(x -> x.requirement().id().equals("r")).findFirst().orElseThrow();
  }

  /** The finding of a period, a trigger day, or a page's title; the only one for an empty word. */
  static Optional<Finding> finding(RequirementResult result, String of) {
    Stream<Finding> found =
        result.findings().stream()
            .filter(
                f ->
                    of.isEmpty()
                        || of.equals(f.period())
                        || of.equals(f.title())
                        || of.equals(f.trigger().map(LocalDate::toString).orElse("")));
    List<Finding> all = found.toList();
    if (all.size() > 1) {
      throw new AssertionError("more than one finding of '" + of + "': " + all);
    }
    return all.stream().findFirst();
  }
}
