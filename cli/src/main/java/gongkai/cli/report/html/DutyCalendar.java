package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.AuditResult.RequirementResult;
import gongkai.catalogue.Cadence;
import gongkai.judge.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calendar of duties: a row per periodic requirement, its periods in the month in which each
 * was due, and the next due day. Lengths are pixels of the drawing.
 *
 * @param months of the window, in order
 */
public record DutyCalendar(List<YearMonth> months, List<Row> rows) {
  public static final int LABEL = 200;
  public static final int MONTH = 54;
  public static final int NEXT = 104;
  public static final int HEAD = 30;
  public static final int ROW = 30;

  public DutyCalendar {
    months = List.copyOf(months);
    rows = List.copyOf(rows);
  }

  /**
   * One requirement.
   *
   * @param next first due day after the window
   */
  public record Row(RequirementResult of, int y, List<Cell> cells, Optional<LocalDate> next) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One period.
   *
   * @param label short name of the period; empty string where there is no room
   * @param anchor of its gap; empty string if it is none
   */
  public record Cell(Finding finding, int x, int width, String label, String anchor) {
    /** Answered by a statement that nothing happened (情况说明). */
    public boolean statement() {
      return finding.reason().key().endsWith(".statement");
    }
  }

  static DutyCalendar of(AuditResult audit, Map<Finding, String> anchors) {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(audit.asOf());
    for (YearMonth m = YearMonth.from(audit.since().plusDays(1));
        !m.isAfter(last);
        m = m.plusMonths(1)) {
      months.add(m);
    }
    List<Row> rows = new ArrayList<>();
    for (RequirementResult r : audit.requirements()) {
      if (r.requirement().cadence() instanceof Cadence.Periodic) {
        int y = HEAD + rows.size() * ROW;
        rows.add(new Row(r, y, cells(r, months, anchors), r.nextDue()));
      }
    }
    return new DutyCalendar(months, rows);
  }

  private static List<Cell> cells(
      RequirementResult r, List<YearMonth> months, Map<Finding, String> anchors) {
    Map<YearMonth, List<Finding>> byMonth = new LinkedHashMap<>();
    for (Finding f : r.findings()) {
      if (!f.period().isEmpty() && f.due().isPresent()) {
        byMonth.computeIfAbsent(YearMonth.from(f.due().get()), m -> new ArrayList<>()).add(f);
      }
    }
    List<Cell> cells = new ArrayList<>();
    byMonth.forEach(
        (month, findings) -> {
          int column = months.indexOf(month);
          if (column < 0) {
            return;
          }
          int width = MONTH / findings.size();
          for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            cells.add(
                new Cell(
                    f,
                    LABEL + column * MONTH + i * width,
                    width,
                    findings.size() == 1 ? label(f.period()) : "",
                    anchors.getOrDefault(f, "")));
          }
        });
    return cells;
  }

  /** {@code 2026-09} is 09, {@code 2026Q2} Q2, a year stays. */
  static String label(String period) {
    if (period.length() <= 4) {
      return period;
    }
    return period.charAt(4) == '-' ? period.substring(5) : period.substring(4);
  }

  public int width() {
    return LABEL + months.size() * MONTH + NEXT;
  }

  public int height() {
    return HEAD + rows.size() * ROW + 1;
  }

  /** Left edge of a month's column. */
  public int x(int month) {
    return LABEL + month * MONTH;
  }
}
