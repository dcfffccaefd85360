package gongkai.cli.report;

import gongkai.AuditResult;
import gongkai.cli.Columns;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code audit.xlsx}: the tables as sheets of a workbook, their dates dates, their numbers numbers
 * and their addresses links. A text is kept as text, so that no cell can be a formula.
 */
final class Spreadsheet {
  /** What a cell holds at most, in UTF-16 units; a longer text is cut and ends with …. */
  static final int LONGEST = 32_767;

  /** What a sheet holds at most; further addresses are text. */
  private static final int LINKS = 65_000;

  /** A longer address cannot be a link. */
  private static final int LONGEST_LINK = 2_000;

  private static final double WIDEST = 60;

  /** A spreadsheet would take it for an escape of its own. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private final ReportInput of;

  /** On the sheet being made. */
  private int links;

  private Spreadsheet(ReportInput of) {
    this.of = of;
  }

  static byte[] bytes(ReportInput of) {
    return new Spreadsheet(of).bytes();
  }

  private byte[] bytes() {
    AuditResult audit = of.audit();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // the version of an application has two parts; ours stands in the description
    try (Workbook book = new Workbook(bytes, "gongkai", "1.0")) {
      book.properties()
          .setTitle(of.say(Message.of("summary.title", audit.catalogue().bureau())))
          .setSubject(audit.since().plusDays(1) + " – " + audit.asOf())
          .setDescription("gongkai " + of.version() + ", SHA-256 " + audit.snapshotDigest());
      for (Map.Entry<String, Table> table : new Tables(audit, of.lang()).all().entrySet()) {
        String name = table.getKey();
        String[] columns = Message.of("report.csv-" + name).in(Lang.EN).split(",");
        Worksheet sheet = book.newWorksheet(of.say(Message.of("xlsx." + name)));
        sheet(sheet, columns, table.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return FixedZip.of(bytes.toByteArray(), audit.asOf());
  }

  private void sheet(Worksheet sheet, String[] columns, Table table) {
    links = 0;
    int rows = Math.min(table.rows().size(), Worksheet.MAX_ROWS - 1);
    for (int c = 0; c < columns.length; c++) {
      text(sheet, 0, c, table.header().get(c));
    }
    for (int c = 0; c < columns.length; c++) {
      column(sheet, c, Kind.of(columns[c]), table, rows);
    }
    sheet
        .range(0, 0, 0, columns.length - 1)
        .style()
        .bold()
        .fillColor("FFE8EEF4")
        .verticalAlignment("top")
        .wrapText(true)
        .set();
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, rows, columns.length - 1);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(0);
  }

  private void column(Worksheet sheet, int c, Kind kind, Table table, int rows) {
    // room for the arrow of the filter
    double width = Columns.width(table.header().get(c)) + 4;
    for (int r = 0; r < rows; r++) {
      String cell = table.rows().get(r).get(c);
      if (!cell.isEmpty()) {
        if (kind == Kind.LINK && linkable(cell)) {
          // the library keeps equal links once: this one is shown as its cell's number
          sheet.hyperlink(r + 1, c, new HyperLink(WebUri.of(cell), r + "," + c));
          text(sheet, r + 1, c, cell);
          links++;
        } else {
          kind.put(sheet, r + 1, c, cell);
        }
        width = Math.max(width, Columns.width(cell) + 2);
      }
    }
    sheet.width(c, Math.min(width, kind.widest));
    if (rows > 0) {
      var style = sheet.range(1, c, rows, c).style().verticalAlignment("top");
      if (!kind.format.isEmpty()) {
        style.format(kind.format);
      }
      if (kind == Kind.LINK) {
        style.fontColor("FF0B5394");
      }
      style.wrapText(kind == Kind.TEXT).set();
    }
  }

  private boolean linkable(String cell) {
    return WebUri.web(cell) && cell.length() <= LONGEST_LINK && links < LINKS;
  }

  private static void text(Worksheet sheet, int r, int c, String text) {
    sheet.value(r, c, ESCAPE.matcher(cut(text)).replaceAll("_x005F_"));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST - 2));
    return text.substring(0, LONGEST - (pair ? 2 : 1)) + "…";
  }

  /** What the cells of a column are. What does not read as such stays text. */
  private enum Kind {
    TEXT("", WIDEST),
    /** Text that is not broken into lines. */
    CODE("", 24),
    LINK("", 40),
    DAY("yyyy-mm-dd", 14) {
      @Override
      void value(Worksheet sheet, int r, int c, String cell) {
        sheet.value(r, c, LocalDate.parse(cell));
      }
    },
    /** In China's time, as the cell says. */
    TIME("yyyy-mm-dd hh:mm:ss", 20) {
      @Override
      void value(Worksheet sheet, int r, int c, String cell) {
        LocalDateTime time = OffsetDateTime.parse(cell).toLocalDateTime();
        sheet.value(r, c, time);
      }
    },
    NUMBER("0", 14) {
      @Override
      void value(Worksheet sheet, int r, int c, String cell) {
        sheet.value(r, c, new BigDecimal(cell));
      }
    },
    /** As many decimals as it has. */
    DECIMAL("", 14) {
      @Override
      void value(Worksheet sheet, int r, int c, String cell) {
        sheet.value(r, c, new BigDecimal(cell));
      }
    },
    SCORE("0.00", 14) {
      @Override
      void value(Worksheet sheet, int r, int c, String cell) {
        sheet.value(r, c, new BigDecimal(cell));
      }
    };

    private static final List<String> DAYS =
        List.of("newest", "next_due", "trigger_date", "due", "published", "document_date");
    private static final List<String> NUMBERS =
        List.of("gaps", "pages", "days_late", "http_status");

    private static final List<String> DECIMALS = List.of("points", "deducted", "lowest", "highest");

    private final String format;
    private final double widest;

    Kind(String format, double widest) {
      this.format = format;
      this.widest = widest;
    }

    /** By the column's English name, which never changes. */
    static Kind of(String column) {
      if (column.equals("url") || column.endsWith("_url") || column.equals("found_on")) {
        return LINK;
      }
      if (column.startsWith("score")) {
        return SCORE;
      }
      if (column.equals("fetched_at")) {
        return TIME;
      }
      if (column.equals("sha256")) {
        return CODE;
      }
      if (DECIMALS.contains(column)) {
        return DECIMAL;
      }
      return DAYS.contains(column) ? DAY : NUMBERS.contains(column) ? NUMBER : TEXT;
    }

    void put(Worksheet sheet, int r, int c, String cell) {
      try {
        value(sheet, r, c, cell);
      } catch (DateTimeException | NumberFormatException noneOfThese) {
        text(sheet, r, c, cell);
      }
    }

    void value(Worksheet sheet, int r, int c, String cell) {
      text(sheet, r, c, cell);
    }
  }
}
