package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.FailOn;
import gongkai.message.Lang;
import gongkai.message.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code audit.xlsx} as another library reads it. */
class SpreadsheetTest {
  private static XSSFWorkbook book(AuditResult audit, Lang lang) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(bytes(audit, lang)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(AuditResult audit, Lang lang) {
    return Spreadsheet.bytes(new ReportInput(audit, FailOn.VIOLATION, lang, "0.0.0"));
  }

  private static int column(Sheet sheet, String header) {
    for (Cell cell : sheet.getRow(0)) {
      if (cell.getStringCellValue().equals(header)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError(header);
  }

  /** What a cell holds, as the CSV file of the same table writes it. */
  private static String asInCsv(Cell cell) {
    if (cell == null || cell.getCellType() == CellType.BLANK) {
      return "";
    }
    if (cell.getCellType() == CellType.STRING) {
      return cell.getStringCellValue();
    }
    assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
    if (!DateUtil.isCellDateFormatted(cell)) {
      return cell.getCellStyle().getDataFormatString().equals("0.00")
          ? Tables.score(cell.getNumericCellValue())
          : BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
    }
    LocalDateTime time = cell.getLocalDateTimeCellValue();
    return cell.getCellStyle().getDataFormatString().contains("hh")
        ? time + "+08:00"
        : time.toLocalDate().toString();
  }

  @ParameterizedTest
  @EnumSource
  void everyTableIsASheetWithTheSameCells(Lang lang) throws IOException {
    for (AuditResult audit :
        List.of(SampleAudit.full(), SampleAudit.compared(), SampleOffices.audit())) {
      Map<String, Table> tables = new Tables(audit, lang).all();
      try (XSSFWorkbook book = book(audit, lang)) {
        assertThat(book.getNumberOfSheets()).isEqualTo(tables.size());
        int number = 0;
        for (Map.Entry<String, Table> table : tables.entrySet()) {
          XSSFSheet sheet = book.getSheetAt(number++);
          assertThat(sheet.getSheetName()).isEqualTo(Message.of("xlsx." + table.getKey()).in(lang));
          List<List<String>> rows = new ArrayList<>();
          for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < table.getValue().header().size(); c++) {
              cells.add(asInCsv(row.getCell(c)));
            }
            rows.add(cells);
          }
          List<List<String>> expected = new ArrayList<>(List.of(table.getValue().header()));
          expected.addAll(table.getValue().rows());
          assertThat(rows).as(sheet.getSheetName()).isEqualTo(expected);
          assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
          assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
          assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        }
      }
    }
  }

  /** Points with half ones are to be added up. */
  @Test
  void scoresAreNumbers() throws IOException {
    try (XSSFWorkbook book = book(SampleOffices.audit(), Lang.EN)) {
      Sheet scores = book.getSheet("Scores");
      List<CellType> types = new ArrayList<>();
      for (String name : List.of("points", "deducted", "lowest", "highest")) {
        Cell cell = scores.getRow(1).getCell(column(scores, name));
        types.add(cell.getCellType());
      }
      assertThat(types).containsOnly(CellType.NUMERIC);
      assertThat(scores.getRow(1).getCell(column(scores, "id")).getCellType())
          .isNotEqualTo(CellType.NUMERIC);
    }
  }

  @Test
  void datesAndNumbersAreNoTextAndIdsAre() throws IOException {
    try (XSSFWorkbook book = book(SampleAudit.full(), Lang.EN)) {
      Row late = book.getSheet("Gaps").getRow(1);
      Sheet gaps = book.getSheet("Gaps");
      Cell due = late.getCell(column(gaps, "due"));
      assertThat(DateUtil.isCellDateFormatted(due)).isTrue();
      assertThat(due.getLocalDateTimeCellValue()).isEqualTo("2026-03-16T00:00");
      assertThat(late.getCell(column(gaps, "days_late")).getNumericCellValue()).isEqualTo(24);
      assertThat(late.getCell(column(gaps, "requirement_id")).getStringCellValue())
          .isEqualTo("2.1");
      Sheet pages = book.getSheet("Pages");
      Cell fetched = pages.getRow(1).getCell(column(pages, "fetched_at"));
      assertThat(fetched.getLocalDateTimeCellValue()).isEqualTo("2026-11-01T01:31:07");
      assertThat(pages.getRow(1).getCell(column(pages, "score")).getNumericCellValue())
          .isEqualTo(0.93);
    }
  }

  @Test
  void addressesOfTheWebAreLinksAndNothingElseIs() throws IOException {
    try (XSSFWorkbook book = book(SampleAudit.full(), Lang.EN)) {
      Sheet pages = book.getSheet("Pages");
      assertThat(pages.getRow(1).getCell(0).getHyperlink().getAddress())
          .isEqualTo(pages.getRow(1).getCell(0).getStringCellValue());
      for (Sheet sheet : book) {
        sheet
            .getHyperlinkList()
            .forEach(link -> assertThat(link.getAddress()).matches("http://rsj\\.example\\..*"));
      }
      List<String> judged = new ArrayList<>();
      Sheet gaps = book.getSheet("Gaps");
      gaps.forEach(row -> judged.add(row.getCell(column(gaps, "url")).toString()));
      assertThat(judged).contains("javascript:document.title='ran'");
    }
  }

  @Test
  void noTextIsAFormulaAnEscapeOrTooLong() throws IOException {
    String long1 = "长".repeat(40_000);
    String pair = "a" + "𠀀".repeat(20_000);
    List<String> titles =
        List.of("=1+1", "_x0041_ _x000D_", "-1", "007", "2026-01-01", long1, pair);
    try (XSSFWorkbook book = book(Altered.titled(SampleAudit.full(), titles), Lang.EN)) {
      Sheet pages = book.getSheet("Pages");
      List<Cell> cells = new ArrayList<>();
      for (int r = 1; r <= titles.size(); r++) {
        cells.add(pages.getRow(r).getCell(column(pages, "title")));
      }
      assertThat(cells).allMatch(cell -> cell.getCellType() == CellType.STRING);
      assertThat(cells.subList(0, 5).stream().map(Cell::getStringCellValue))
          .isEqualTo(titles.subList(0, 5));
      assertThat(cells.get(5).getStringCellValue())
          .isEqualTo("长".repeat(Spreadsheet.LONGEST - 1) + "…");
      assertThat(cells.get(6).getStringCellValue())
          .isEqualTo("a" + "𠀀".repeat((Spreadsheet.LONGEST - 2) / 2) + "…");
    }
  }

  @Test
  void aHostileAddressIsALinkToItself() throws IOException {
    String url = "http://rsj.example.gov.cn/x?a=1&b='2\"<3>政 |#c#d";
    try (XSSFWorkbook book =
        book(
            Altered.linked(SampleAudit.full(), List.of(url, "http://" + "a".repeat(3_000))),
            Lang.ZH)) {
      Sheet links = book.getSheet("链接");
      assertThat(links.getRow(1).getCell(0).getStringCellValue()).isEqualTo(url);
      assertThat(links.getRow(1).getCell(0).getHyperlink().getAddress())
          .isEqualTo("http://rsj.example.gov.cn/x?a=1&b='2%22%3C3%3E%E6%94%BF%20%7C#c%23d");
      assertThat(links.getRow(2).getCell(0).getHyperlink()).isNull();
    }
  }

  /** Excel opens no sheet with more. */
  @Test
  void noSheetHasMoreLinksThanItMay() throws IOException {
    List<String> urls = Collections.nCopies(40_000, "http://a.example/");
    try (XSSFWorkbook book = book(Altered.linked(SampleAudit.full(), urls), Lang.EN)) {
      assertThat(book.getSheet("Links").getHyperlinkList()).hasSizeBetween(60_000, 65_530);
      assertThat(book.getSheet("Links").getLastRowNum()).isEqualTo(40_000);
    }
  }

  @Test
  void columnsAreAsWideAsTheirChinese() throws IOException {
    try (XSSFWorkbook book = book(SampleAudit.full(), Lang.ZH)) {
      Sheet items = book.getSheet("事项");
      double name = items.getColumnWidth(column(items, "要求")) / 256.0;
      // 政府工作报告执行落实情况 takes 24 cells
      assertThat(name).isBetween(24.0, 30.0);
      assertThat(items.getColumnWidth(column(items, "说明")) / 256.0).isLessThanOrEqualTo(61);
    }
  }

  /** With the opacity in front, which a spreadsheet asks for. */
  @Test
  void coloursAreWhole() throws IOException {
    try (XSSFWorkbook book = book(SampleAudit.full(), Lang.ZH)) {
      assertThat(
              book.getSheetAt(0)
                  .getRow(0)
                  .getCell(0)
                  .getCellStyle()
                  .getFillForegroundXSSFColor()
                  .getCTColor()
                  .getRgb())
          .hasSize(4);
      assertThat(
              book.getSheet("页面")
                  .getRow(1)
                  .getCell(0)
                  .getCellStyle()
                  .getFont()
                  .getXSSFColor()
                  .getCTColor()
                  .getRgb())
          .hasSize(4);
    }
  }

  @Test
  void noClockAndNoCompressorShows() throws IOException {
    byte[] bytes = bytes(SampleAudit.full(), Lang.ZH);
    assertThat(bytes(SampleAudit.full(), Lang.ZH)).isEqualTo(bytes);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).isEqualTo(SampleAudit.AS_OF.atStartOfDay());
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      }
    }
    try (XSSFWorkbook book = book(SampleAudit.full(), Lang.ZH)) {
      assertThat(book.getProperties().getCoreProperties().getCreated().toInstant())
          .isEqualTo("2026-10-31T00:00:00Z");
      assertThat(book.getProperties().getCoreProperties().getTitle()).contains("主动公开审计");
    }
  }
}
