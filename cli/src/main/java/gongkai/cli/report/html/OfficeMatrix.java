package gongkai.cli.report.html;

import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Item;
import gongkai.judge.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items by office: who answers for what, and how it stands.
 *
 * @param offices in the order in which the catalogue names them
 */
public record OfficeMatrix(List<String> offices, List<Row> rows) {
  public OfficeMatrix {
    offices = List.copyOf(offices);
    rows = List.copyOf(rows);
  }

  /** What an office has to do with an item. */
  public enum Part {
    NONE,
    /** 牵头. */
    LEAD,
    /** 配合. */
    SUPPORT
  }

  /**
   * One item.
   *
   * @param worst its requirement with the worst verdict, which is the item's
   * @param parts one for each office
   */
  public record Row(Item item, RequirementResult worst, List<Part> parts) {
    public Row {
      parts = List.copyOf(parts);
    }

    public Verdict verdict() {
      return worst.verdict();
    }
  }

  static OfficeMatrix of(List<RequirementResult> requirements) {
    Set<String> offices = new LinkedHashSet<>();
    Map<String, List<RequirementResult>> byItem = new LinkedHashMap<>();
    for (RequirementResult r : requirements) {
      offices.addAll(r.item().offices());
      byItem.computeIfAbsent(r.item().id(), id -> new ArrayList<>()).add(r);
    }
    List<Row> rows = new ArrayList<>();
    for (List<RequirementResult> own : byItem.values()) {
      RequirementResult worst =
          own.stream()
              .max(
                  Comparator.comparing(RequirementResult::verdict)
                      .thenComparing(RequirementResult::severity))
              .orElseThrow();
      Item item = worst.item();
      rows.add(new Row(item, worst, offices.stream().map(o -> part(item, o)).toList()));
    }
    return new OfficeMatrix(List.copyOf(offices), rows);
  }

  private static Part part(Item item, String office) {
    if (item.lead().contains(office)) {
      return Part.LEAD;
    }
    return item.support().contains(office) ? Part.SUPPORT : Part.NONE;
  }
}
