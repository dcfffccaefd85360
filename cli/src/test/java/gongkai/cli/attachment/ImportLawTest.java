package gongkai.cli.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.table.CatalogueFile;
import gongkai.catalogue.table.CatalogueImport;
import gongkai.catalogue.table.Published;
import gongkai.catalogue.table.Tables;
import gongkai.input.Reading;
import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A catalogue reads the same from every kind of file, however its merged cells are kept. */
class ImportLawTest {
  private static final List<String> DEADLINES =
      List.of("形成之日起20个工作日内", "年度更新", "每年1月31日前", "实时更新", "长期公开");
  private static final List<String> OFFICES = List.of("办公室", "人事科、财务科", "法规科");

  /** A cell with the rows and columns that it takes. */
  private record Cell(int row, int column, int down, int right, String text) {}

  /** A table of the national standard's shape, and what it says. */
  private record Made(List<Cell> cells, int rows, List<String> items) {}

  private static Made made(Random random) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(0, 0, 1, 10, "甲县民政局政府信息主动公开基本目录"));
    String[] single = {"序号", "", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "", ""};
    for (int c = 0; c < single.length; c++) {
      if (!single[c].isEmpty()) {
        cells.add(new Cell(1, c, 2, 1, single[c]));
      }
    }
    cells.add(new Cell(1, 1, 1, 2, "公开事项"));
    cells.add(new Cell(2, 1, 1, 1, "一级事项"));
    cells.add(new Cell(2, 2, 1, 1, "二级事项"));
    cells.add(new Cell(1, 8, 1, 2, "公开方式"));
    cells.add(new Cell(2, 8, 1, 1, "主动"));
    cells.add(new Cell(2, 9, 1, 1, "依申请"));
    List<String> items = new ArrayList<>();
    int row = 3;
    for (int category = 0; category < 1 + random.nextInt(5); category++) {
      int size = 1 + random.nextInt(4);
      String name = "类别" + (char) ('甲' + category);
      String deadline = pick(random, DEADLINES);
      String office = pick(random, OFFICES);
      cells.add(new Cell(row, 1, size, 1, name));
      cells.add(new Cell(row, 5, size, 1, deadline));
      cells.add(new Cell(row, 6, size, 1, office));
      for (int i = 0; i < size; i++, row++) {
        String number = String.valueOf(row - 2);
        String item = "事项" + number + (random.nextBoolean() ? "（试行）" : "");
        String content = "公开\"内容\"" + number + (random.nextBoolean() ? ", 说明; 附件" : "");
        cells.add(new Cell(row, 0, 1, 1, number));
        cells.add(new Cell(row, 2, 1, 1, item));
        cells.add(new Cell(row, 3, 1, 1, content));
        cells.add(new Cell(row, 4, 1, 1, "条例"));
        cells.add(new Cell(row, 7, 1, 1, "政府网站"));
        cells.add(new Cell(row, 8, 1, 1, "√"));
        items.add(
            String.join(" / ", number, name, item, content, deadline, office.replace('、', ',')));
      }
    }
    return new Made(cells, row, items);
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<String> items(Tables tables) {
    Reading<Published> read = CatalogueImport.read("x", tables, List.of());
    Published published = ((Reading.Sound<Published>) read).value();
    assertThat(published.bureau()).contains("甲县民政局");
    return published.items().stream()
        .map(
            i ->
                String.join(
                    " / ",
                    i.id(),
                    i.category(),
                    i.name(),
                    i.content(),
                    i.wording(),
                    String.join(",", i.lead())))
        .toList();
  }

  private static List<String> office(FileFormat format, byte[] body) {
    FileText read = ReaderMain.tables(format, body);
    assertThat(read.state()).isEqualTo(FileText.State.READ);
    return items(OfficeTables.read(read.text()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyKindOfFileReadsAlike(long seed) throws IOException {
    Made made = made(new Random(seed));
    assertThat(items(CatalogueFile.text(html(made).getBytes(StandardCharsets.UTF_8), "")))
        .as("html")
        .isEqualTo(made.items());
    for (String separator : List.of("\t", ",", ";")) {
      byte[] text = delimited(made, separator).getBytes(Charset.forName("GB18030"));
      assertThat(items(CatalogueFile.text(text, ""))).as(separator).isEqualTo(made.items());
    }
    try (Workbook xlsx = new XSSFWorkbook();
        Workbook xls = new HSSFWorkbook()) {
      assertThat(office(FileFormat.XLSX, workbook(xlsx, made))).as("xlsx").isEqualTo(made.items());
      assertThat(office(FileFormat.XLS, workbook(xls, made))).as("xls").isEqualTo(made.items());
    }
    assertThat(office(FileFormat.DOCX, docx(made))).as("docx").isEqualTo(made.items());
  }

  private static String html(Made made) {
    StringBuilder html = new StringBuilder("<table>");
    for (int r = 0; r < made.rows(); r++) {
      html.append("<tr>");
      for (Cell cell : row(made, r)) {
        html.append("<td rowspan=%d colspan=%d>".formatted(cell.down(), cell.right()));
        html.append(cell.text());
      }
    }
    return html.toString();
  }

  private static List<Cell> row(Made made, int row) {
    List<Cell> cells = new ArrayList<>(made.cells().stream().filter(c -> c.row() == row).toList());
    // a browser puts cells one beside the other, so the empty ones must be there
    for (int c = 0; c < 10; c++) {
      int column = c;
      boolean taken =
          made.cells().stream()
              .anyMatch(
                  o ->
                      o.row() <= row
                          && row < o.row() + o.down()
                          && o.column() <= column
                          && column < o.column() + o.right());
      if (!taken) {
        cells.add(new Cell(row, c, 1, 1, ""));
      }
    }
    cells.sort(java.util.Comparator.comparingInt(Cell::column));
    return cells;
  }

  private static String delimited(Made made, String separator) {
    String[][] texts = new String[made.rows()][10];
    made.cells().forEach(c -> texts[c.row()][c.column()] = c.text());
    StringBuilder text = new StringBuilder();
    for (String[] row : texts) {
      text.append(
          java.util.Arrays.stream(row)
              .map(cell -> cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"")
              .collect(Collectors.joining(separator, "", "\r\n")));
    }
    return text.toString();
  }

  private static byte[] workbook(Workbook book, Made made) throws IOException {
    Sheet sheet = book.createSheet("目录");
    for (Cell cell : made.cells()) {
      Row row = sheet.getRow(cell.row());
      (row == null ? sheet.createRow(cell.row()) : row)
          .createCell(cell.column())
          .setCellValue(cell.text());
      if (cell.down() > 1 || cell.right() > 1) {
        sheet.addMergedRegion(
            new CellRangeAddress(
                cell.row(),
                cell.row() + cell.down() - 1,
                cell.column(),
                cell.column() + cell.right() - 1));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static byte[] docx(Made made) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.createParagraph().createRun().setText("甲县民政局政府信息主动公开基本目录");
      XWPFTable table = document.createTable(made.rows(), 10);
      for (Cell cell : made.cells()) {
        table.getRow(cell.row()).getCell(cell.column()).setText(cell.text());
        if (cell.down() > 1) {
          for (int i = 0; i < cell.down(); i++) {
            properties(table.getRow(cell.row() + i).getCell(cell.column()))
                .addNewVMerge()
                .setVal(i == 0 ? STMerge.RESTART : STMerge.CONTINUE);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    }
  }

  private static CTTcPr properties(XWPFTableCell cell) {
    return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
  }
}
