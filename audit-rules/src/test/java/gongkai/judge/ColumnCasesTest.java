package gongkai.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit.Terms;
import gongkai.AuditResult.RequirementResult;
import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.fixtures.Cases;
import gongkai.input.Source;
import gongkai.match.Matcher;
import gongkai.site.Section;
import gongkai.site.Site;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Columns judged each by itself, and how many of them are a violation. */
class ColumnCasesTest {
  private static final String RULES =
      """
      bureau: 某市林业局
      items:
        - {id: news, name: 动态, wording: w, cadence: {columns: 14d}, match: {sections: ["*动态"]}}
        - id: notice
          name: 公告
          wording: w
          cadence: {columns: 6m, level: first}
          match: {sections: ["*公告", "*文件"]}
        - {id: blank, name: 空白, wording: w, cadence: {columns: filled}}
        - {id: two, name: 合计, wording: w, cadence: {total: [news, notice], at-least: 2}}
        - {id: blanks, name: 空白数量, wording: w, cadence: {total: [blank], at-least: 2}}
      """;

  private static final Catalogue CATALOGUE =
      RulesOnDisk.sound(CatalogueReader.read("cases", List.of(Source.of("rules.yaml", RULES))));

  private static final Terms TERMS =
      new Terms(
          CATALOGUE,
          Desk.CALENDAR,
          LocalDate.parse("2025-10-31"),
          LocalDate.parse("2026-10-31"),
          List.of());

  @Test
  void cases() {
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : Cases.read("columns.csv")) {
      Map<String, String> found = found(row);
      boolean asked = false;
      for (String id : found.keySet()) {
        String wanted = row.get(id);
        asked |= !wanted.isEmpty();
        if (!wanted.isEmpty() && !wanted.equals(found.get(id))) {
          misses.add(row.get("name") + ": " + id + " wanted " + wanted + "; " + found.get(id));
        }
      }
      if (!asked) {
        misses.add(row.get("name") + ": asks nothing");
      }
    }
    assertThat(misses).isEmpty();
  }

  private static Map<String, String> found(Map<String, String> row) {
    List<Section> sections = JudgeCasesTest.sections(row.get("sections"));
    List<SitePage> pages = new ArrayList<>();
    for (String words : Desk.cells(row.get("pages"))) {
      pages.add(page(pages.size() + 1, words, sections));
    }
    Site site =
        new Site(
            sections,
            pages,
            List.of(),
            List.of(),
            true,
            List.of(),
            row.get("navigation"),
            row.get("limit"),
            Set.of(),
            Map.of(),
            List.of());
    Matcher matcher = new Matcher(CATALOGUE);
    Judge judge = new Judge(TERMS, site, matcher.sections(), matcher.match(site), true);
    Map<String, String> found = new HashMap<>();
    for (RequirementResult r : judge.judge()) {
      found.put(
          r.requirement().id(),
          r.findings().stream()
              .map(f -> f.verdict() + "/" + f.severity().code() + " " + f.title())
              .map(String::strip)
              .collect(Collectors.joining(" + ")));
    }
    return found;
  }

  /** A page in the sections that its words say it stands at. */
  private static SitePage page(int n, String words, List<Section> sections) {
    List<String> parts = List.of(words.split(";"));
    List<Section> at =
        parts.stream()
            .filter(p -> p.startsWith("at "))
            .map(p -> sections.get(Integer.parseInt(p.substring(3)) - 1))
            .toList();
    String rest = parts.stream().filter(p -> !p.startsWith("at ")).collect(Collectors.joining(";"));
    SitePage p = Laid.page("http://a.example/p%02d.html".formatted(n), rest).page();
    return new SitePage(
        p.url(),
        p.facts(),
        p.status(),
        p.title(),
        p.rawTitle(),
        at,
        p.published(),
        p.mark(),
        p.before(),
        p.external(),
        p.dead(),
        p.failed(),
        p.truncated(),
        p.fetchedAt(),
        p.sha256(),
        p.place());
  }

  @Test
  void oneListAtTwoAddressesIsOneColumn() {
    Section first = LaidSection.of(1, "动态;rows 2");
    Section again = at("http://a.example/column1/index.html", first);
    Section other = at("http://a.example/mirror/", first);
    Section elsewhere = LaidSection.of(2, "动态;rows 2");
    List<Section> columns = columns(List.of(first, again, other, elsewhere));
    assertThat(columns).containsExactly(first, elsewhere);
  }

  private static List<Section> columns(List<Section> sections) {
    Site site =
        new Site(
            sections, List.of(), List.of(), List.of(), true, List.of(), "", "", Set.of(), Map.of(),
            List.of());
    Matcher matcher = new Matcher(CATALOGUE);
    return new Sections(site, matcher.sections(), List.of(), true).columns();
  }

  private static Section at(String url, Section s) {
    return new Section(
        url,
        s.names(),
        s.path(),
        s.entries(),
        s.ownText(),
        s.cut(),
        s.listed(),
        s.refused(),
        s.saysEmpty());
  }

  /** Each word of the table is one that is known: a misspelt one would ask nothing. */
  @Test
  void verdictsAreSpeltRight() {
    for (Map<String, String> row : Cases.read("columns.csv")) {
      for (String id : List.of("news", "notice", "blank", "two", "blanks")) {
        Arrays.stream(row.get(id).split(" \\+ "))
            .filter(w -> !w.isEmpty())
            .forEach(w -> Verdict.valueOf(w.substring(0, w.indexOf('/'))));
      }
    }
  }
}
