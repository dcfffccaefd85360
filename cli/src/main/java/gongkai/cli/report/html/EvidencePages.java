package gongkai.cli.report.html;

import gongkai.AuditResult.PageResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.judge.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every page that a gap rests on, described once however many gaps it concerns.
 *
 * @param shared the pages considered for requirements with many gaps, in the catalogue's order
 * @param pages by address
 */
public record EvidencePages(List<Shared> shared, List<Entry> pages, Map<String, String> anchors) {
  public EvidencePages {
    shared = List.copyOf(shared);
    pages = List.copyOf(pages);
    anchors = Map.copyOf(anchors);
  }

  /**
   * A page and its place in the list.
   *
   * @param violation a violation rests on it: it is printed
   */
  public record Entry(PageResult page, String anchor, boolean violation) {}

  /** The pages considered for all gaps of a requirement. */
  public record Shared(RequirementResult of, Considered considered) {
    public boolean violation() {
      return of.severity() == Severity.VIOLATION;
    }
  }

  static EvidencePages of(List<Gap> gaps, List<Shared> shared) {
    Map<String, PageResult> byAddress = new TreeMap<>();
    Set<String> ofViolations = new HashSet<>();
    for (Gap gap : gaps) {
      Stream.concat(gap.dated().stream(), gap.considered().pages())
          .forEach(page -> add(page, gap.violation(), byAddress, ofViolations));
    }
    for (Shared list : shared) {
      list.considered()
          .pages()
          .forEach(page -> add(page, list.violation(), byAddress, ofViolations));
    }
    List<Entry> pages = new ArrayList<>();
    Map<String, String> anchors = new HashMap<>();
    byAddress.forEach(
        (url, page) -> {
          String anchor = "p" + (pages.size() + 1);
          anchors.put(url, anchor);
          pages.add(new Entry(page, anchor, ofViolations.contains(url)));
        });
    return new EvidencePages(shared, pages, anchors);
  }

  private static void add(
      PageResult page, boolean violation, Map<String, PageResult> all, Set<String> ofViolations) {
    all.put(page.url(), page);
    if (violation) {
      ofViolations.add(page.url());
    }
  }

  /** Anchor of a page that a gap rests on. */
  public String anchor(PageResult page) {
    return anchors.get(page.url());
  }
}
