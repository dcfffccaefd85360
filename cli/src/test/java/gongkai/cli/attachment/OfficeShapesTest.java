package gongkai.cli.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.table.CatalogueImport;
import gongkai.catalogue.table.Published;
import gongkai.input.Reading;
import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** What spreadsheets and text documents do to a catalogue beyond one plain table. */
class OfficeShapesTest {
  private static List<String> items(FileFormat format, byte[] body) {
    return published(format, body).items().stream()
        .map(
            i ->
                String.join(
                    " / ",
                    i.id(),
                    i.category(),
                    i.name(),
                    i.content().replace("\n", " "),
                    i.wording()))
        .toList();
  }

  private static Published published(FileFormat format, byte[] body) {
    FileText read = ReaderMain.tables(format, body);
    assertThat(read.state()).isEqualTo(FileText.State.READ);
    Reading<Published> published =
        CatalogueImport.read("x", OfficeTables.read(read.text()), List.of());
    return ((Reading.Sound<Published>) published).value();
  }

  private static void sheet(Workbook book, String name, String... rows) {
    Sheet sheet = book.createSheet(name);
    for (int r = 0; r < rows.length; r++) {
      Row row = sheet.createRow(r);
      String[] texts = rows[r].split("\\|", -1);
      for (int c = 0; c < texts.length; c++) {
        if (texts[c].matches("\\d+(\\.\\d+)?")) {
          row.createCell(c).setCellValue(Double.parseDouble(texts[c]));
        } else if (!texts[c].isEmpty()) {
          row.createCell(c).setCellValue(texts[c]);
        }
      }
    }
  }

  private static byte[] written(Workbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    book.close();
    return out.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(names = {"XLSX", "XLS"})
  void everySheetIsReadByItsOwnHeader(FileFormat format) throws IOException {
    Workbook book = format == FileFormat.XLSX ? new XSSFWorkbook() : new HSSFWorkbook();
    sheet(book, "封面", "甲县财政局", "主动公开基本目录", "编制：办公室||二〇二五年");
    sheet(book, "预算", "序号|公开事项|公开内容|公开时限", "1|部门预算|说明|批复后20日内", "2.0|决算|表|每年9月底前");
    sheet(book, "采购", "编号|时限要求|公开项目|承办科室", "1|同意后公开|公告|采购办", "2|2个工作日内|合同|采购办", "备注：无");
    sheet(book, "通讯录", "姓名|科室|电话|手机", "甲|乙|1|2", "丙|丁|3|4");
    byte[] body = written(book);
    assertThat(items(format, body))
        .containsExactly(
            "1-1 / 预算 / 部门预算 / 说明 / 批复后20日内",
            "1-2 / 预算 / 决算 / 表 / 每年9月底前",
            "2-1 / 采购 / 公告 /  / 同意后公开",
            "2-2 / 采购 / 合同 /  / 2个工作日内");
    assertThat(published(format, body).warnings())
        .anySatisfy(w -> assertThat(w.table()).isEqualTo("采购"))
        .anySatisfy(w -> assertThat(w.what().in(gongkai.message.Lang.ZH)).contains("通讯录", "未采用"));
  }

  /** 3月31日 typed into a cell is stored as a number and a format, which may only have a number. */
  @ParameterizedTest
  @EnumSource(names = {"XLSX", "XLS"})
  void daysAreReadAsTheyAreShown(FileFormat format) throws IOException {
    Workbook book = format == FileFormat.XLSX ? new XSSFWorkbook() : new HSSFWorkbook();
    sheet(book, "目录", "序号|公开事项|公开时限", "1|甲|", "2|乙|", "3|丙|");
    short own = book.createDataFormat().getFormat("m\"月\"d\"日\";@");
    short whole = book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\"");
    List<Short> formats = List.of((short) 58, own, whole);
    for (int r = 0; r < formats.size(); r++) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(formats.get(r));
      Cell cell = book.getSheetAt(0).getRow(r + 1).createCell(2);
      cell.setCellValue(LocalDate.of(2026, 3, 31));
      cell.setCellStyle(style);
    }
    assertThat(items(format, written(book)))
        .extracting(item -> item.replaceFirst(".* / ", ""))
        .containsExactly("3月31日", "3月31日", "2026年3月31日");
  }

  private static BigInteger list(XWPFDocument document, int id, String format, String text) {
    XWPFNumbering numbering = document.createNumbering();
    CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
    kind.setAbstractNumId(BigInteger.valueOf(id));
    CTLvl level = kind.addNewLvl();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStart().setVal(BigInteger.ONE);
    level.addNewNumFmt().setVal(STNumberFormat.Enum.forString(format));
    level.addNewLvlText().setVal(text);
    return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
  }

  /** A row's cells; a text that is a list's id before # is a numbered paragraph. */
  private static void row(XWPFTable table, int at, Object... texts) {
    while (table.getNumberOfRows() <= at) {
      table.createRow();
    }
    for (int c = 0; c < texts.length; c++) {
      while (table.getRow(at).getTableCells().size() <= c) {
        table.getRow(at).createCell();
      }
      XWPFTableCell cell = table.getRow(at).getCell(c);
      String[] parts = String.valueOf(texts[c]).split("\n", -1);
      for (int i = 0; i < parts.length; i++) {
        XWPFParagraph paragraph = i == 0 ? cell.getParagraphArray(0) : cell.addParagraph();
        String[] marked = parts[i].split("#", 2);
        if (marked.length == 2) {
          paragraph.setNumID(new BigInteger(marked[0]));
          paragraph.setNumILvl(BigInteger.ZERO);
        }
        paragraph.createRun().setText(marked[marked.length - 1]);
      }
    }
  }

  private static void merged(XWPFTable table, int row, int column, boolean begins) {
    var cell = table.getRow(row).getCell(column).getCTTc();
    var properties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
    properties.addNewVMerge().setVal(begins ? STMerge.RESTART : STMerge.CONTINUE);
  }

  private static byte[] written(XWPFDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    document.close();
    return out.toByteArray();
  }

  @Test
  void whatWordCountsItselfIsRead() throws IOException {
    XWPFDocument document = new XWPFDocument();
    BigInteger rows = list(document, 1, "decimal", "%1");
    BigInteger parts = list(document, 2, "chineseCounting", "（%1）");
    XWPFTable table = document.createTable();
    row(table, 0, "序号", "类别", "公开事项", "公开内容", "公开时限");
    row(table, 1, rows + "#", "政策", "文件", parts + "#公开文件\n" + parts + "#公布清单", "实时更新");
    row(table, 2, rows + "#", "", "解读", parts + "#公开解读\n" + parts + "#公布问答", "实时更新");
    row(table, 3, rows + "#", "财政", parts + "#预算", "说明", "批复后20日内");
    merged(table, 1, 1, true);
    merged(table, 2, 1, false);
    assertThat(items(FileFormat.DOCX, written(document)))
        .containsExactly(
            "1 / 政策 / 文件 / （一）公开文件 （二）公布清单 / 实时更新",
            "2 / 政策 / 解读 / （一）公开解读 （二）公布问答 / 实时更新",
            "3 / 财政 / （五）预算 / 说明 / 批复后20日内");
  }

  @Test
  void aHeaderRepeatedOnTheNextPageBreaksNoMergedCell() throws IOException {
    XWPFDocument document = new XWPFDocument();
    document.createParagraph().createRun().setText("甲县司法局主动公开目录");
    XWPFTable table = document.createTable();
    row(table, 0, "一级事项", "二级事项", "公开内容", "公开时限");
    row(table, 1, "法律援助", "条件", "条件", "长期公开");
    row(table, 2, "一级事项", "二级事项", "公开内容", "公开时限");
    row(table, 3, "", "结果", "结果", "10日内");
    row(table, 4, "填表人：甲", "", "", "");
    merged(table, 1, 0, true);
    merged(table, 3, 0, false);
    assertThat(items(FileFormat.DOCX, written(document)))
        .containsExactly("1.1 / 法律援助 / 条件 / 条件 / 长期公开", "1.2 / 法律援助 / 结果 / 结果 / 10日内");
  }

  @Test
  void linesBetweenTablesNameTheirFields() throws IOException {
    XWPFDocument document = new XWPFDocument();
    for (String field : List.of("一、就业", "二、社会保险")) {
      document.createParagraph().createRun().setText(field);
      XWPFTable table = document.createTable();
      row(table, 0, "公开事项", "公开内容", "公开时限");
      row(table, 1, field.substring(2) + "登记", "指南", "20个工作日内");
    }
    assertThat(items(FileFormat.DOCX, written(document)))
        .containsExactly("1-1 / 就业 / 就业登记 / 指南 / 20个工作日内", "2-1 / 社会保险 / 社会保险登记 / 指南 / 20个工作日内");
  }

  @Test
  void aTextThatUnpacksWithoutEndIsOverTheLimit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');
    try (ZipInputStream sound = new ZipInputStream(new ByteArrayInputStream(empty()));
        ZipOutputStream bomb = new ZipOutputStream(out)) {
      for (ZipEntry part = sound.getNextEntry(); part != null; part = sound.getNextEntry()) {
        bomb.putNextEntry(new ZipEntry(part.getName()));
        bomb.write(sound.readAllBytes());
        for (int i = 0; i < 200 && part.getName().equals("word/document.xml"); i++) {
          bomb.write(blanks);
        }
      }
    }
    assertThat(ReaderMain.tables(FileFormat.DOCX, out.toByteArray()).state())
        .isEqualTo(FileText.State.OVER_LIMIT);
  }

  private static byte[] empty() throws IOException {
    return written(new XWPFDocument());
  }
}
