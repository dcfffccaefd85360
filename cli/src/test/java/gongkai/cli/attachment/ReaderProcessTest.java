package gongkai.cli.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.attachment.ReaderProcess.Limits;
import gongkai.fixtures.MadeFile;
import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import gongkai.snapshot.FileText.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Files of every kind, made here, read in the other process: good ones and hostile ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderProcessTest {
  private static final List<String> NOTICE =
      List.of(
          "关于印发2026年稳岗扩岗实施方案的通知",
          "各县（市、区）人力资源和社会保障局：",
          "现将方案印发给你们，请认真贯彻执行。",
          "聊城市人力资源和社会保障局",
          "2026年3月2日");

  private ReaderProcess reader;

  @BeforeAll
  void start() {
    reader = new ReaderProcess(Limits.USUAL);
  }

  @AfterAll
  void end() {
    reader.close();
  }

  private FileText read(FileFormat format, byte[] body) throws IOException {
    return reader.read(format, body);
  }

  /** One good file more: the process still reads. */
  private void stillReads() throws IOException {
    assertThat(read(FileFormat.DOCX, MadeFile.docx(NOTICE)).state()).isEqualTo(State.READ);
  }

  @Test
  void readsWhatOfficeProgramsWrite() throws IOException {
    String notice = String.join("\n", NOTICE) + "\n";
    assertThat(read(FileFormat.PDF, MadeFile.pdf(NOTICE))).isEqualTo(FileText.read(notice));
    assertThat(read(FileFormat.DOCX, MadeFile.docx(NOTICE))).isEqualTo(FileText.read(notice));
    List<List<String>> rows = List.of(List.of("2026年部门预算收支总表"), List.of("收入", "1,200.50"));
    assertThat(read(FileFormat.XLSX, MadeFile.xlsx(rows)))
        .isEqualTo(FileText.read("2026年部门预算收支总表\n收入\t1,200.50\n"));
    try (HSSFWorkbook book = new HSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.createSheet("收支").createRow(0).createCell(0).setCellValue("2025年部门决算");
      book.write(out);
      assertThat(read(FileFormat.XLS, out.toByteArray()).text()).contains("2025年部门决算");
    }
  }

  @Test
  void aPasswordIsSaid() throws IOException {
    byte[] locked = MadeFile.encryptedPdf(NOTICE, "secret");
    assertThat(read(FileFormat.PDF, locked)).isEqualTo(FileText.unread(State.ENCRYPTED, ""));
    // nobody is asked for a password: only printing is forbidden
    assertThat(read(FileFormat.PDF, MadeFile.encryptedPdf(NOTICE, "")).text()).contains("稳岗扩岗实施方案");
    stillReads();
  }

  @Test
  void whatIsBrokenIsDamagedAndNotEmpty() throws IOException {
    for (FileFormat format : List.of(FileFormat.PDF, FileFormat.DOCX, FileFormat.XLSX)) {
      byte[] whole =
          switch (format) {
            case PDF -> MadeFile.pdf(NOTICE);
            case DOCX -> MadeFile.docx(NOTICE);
            default -> MadeFile.xlsx(List.of(NOTICE));
          };
      assertThat(read(format, Arrays.copyOf(whole, whole.length / 3)).state())
          .as(format.name())
          .isEqualTo(State.DAMAGED);
    }
    for (FileFormat format : FileFormat.values()) {
      State expected = format.readable() ? State.DAMAGED : State.NOT_READ;
      byte[] noise = "<html>404</html>".getBytes(StandardCharsets.US_ASCII);
      assertThat(read(format, noise).state()).as(format.name()).isEqualTo(expected);
    }
    stillReads();
  }

  @Test
  void aZipBombIsOverTheLimit() throws IOException {
    byte[] bomb = docx("<w:t>" + " ".repeat(60_000_000) + "</w:t>");
    assertThat(bomb.length).isLessThan(200_000);
    assertThat(read(FileFormat.DOCX, bomb))
        .isEqualTo(FileText.unread(State.OVER_LIMIT, "unpacked size"));
    stillReads();
  }

  @Test
  void entitiesAreNotUnfolded() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"哈哈哈哈哈哈哈哈\">");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
    }
    byte[] docx =
        zip(
            Map.of(
                "[Content_Types].xml",
                TYPES,
                "_rels/.rels",
                RELATIONS,
                "word/document.xml",
                laughs
                    + "]><w:document xmlns:w=\""
                    + W
                    + "\"><w:body><w:p><w:r><w:t>&a11;"
                    + "</w:t></w:r></w:p></w:body></w:document>"));
    assertThat(read(FileFormat.DOCX, docx).state()).isIn(State.DAMAGED, State.OVER_LIMIT);
    stillReads();
  }

  @Test
  void aMillionRowsAreReadUpToTheLimit() throws IOException {
    byte[] huge = sheet(1_000_000);
    FileText text = read(FileFormat.XLSX, huge);
    assertThat(text.state()).isEqualTo(State.READ);
    assertThat(text.text()).hasSize(40_000).startsWith("第1行\n第2行\n");
    stillReads();
  }

  @Test
  void aDimensionThatLiesCostsNothing() throws IOException {
    FileText text = read(FileFormat.XLSX, sheet(2));
    assertThat(text).isEqualTo(FileText.read("第1行\n第2行\n"));
  }

  @Test
  void aNestThatIsTooDeepEndsNothing() throws IOException {
    String deep = "[".repeat(2_000_000);
    byte[] pdf =
        ("%PDF-1.4\n1 0 obj\n" + deep + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(read(FileFormat.PDF, pdf).state()).isIn(State.DAMAGED, State.OVER_LIMIT);
    stillReads();
  }

  @Test
  void memoryAndTimeEndTheProcessAndTheNextFileGetsANewOne() throws IOException {
    try (ReaderProcess small =
        new ReaderProcess(new Limits(24, Duration.ofSeconds(60), 32_000_000))) {
      byte[] large = docx("<w:t>" + "字".repeat(9_000_000) + "</w:t>");
      assertThat(small.read(FileFormat.DOCX, large).state()).isEqualTo(State.OVER_LIMIT);
      assertThat(small.read(FileFormat.DOCX, MadeFile.docx(NOTICE)).state()).isEqualTo(State.READ);
    }
    try (ReaderProcess hasty =
        new ReaderProcess(new Limits(256, Duration.ofMillis(1), 32_000_000))) {
      assertThat(hasty.read(FileFormat.PDF, MadeFile.pdf(NOTICE)))
          .isEqualTo(FileText.unread(State.OVER_LIMIT, "time"));
    }
  }

  @Test
  void bytesBeyondTheLimitAreNotEvenSent() throws IOException {
    assertThat(read(FileFormat.PDF, new byte[32_000_001]))
        .isEqualTo(FileText.unread(State.OVER_LIMIT, "32MB"));
  }

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPES =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
          + "</Types>";
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>"
          + "</Relationships>";

  private static byte[] docx(String run) throws IOException {
    return zip(
        Map.of(
            "[Content_Types].xml",
            TYPES,
            "_rels/.rels",
            RELATIONS,
            "word/document.xml",
            "<w:document xmlns:w=\""
                + W
                + "\"><w:body><w:p><w:r>"
                + run
                + "</w:r></w:p></w:body></w:document>"));
  }

  /** A sheet that says it is as large as a sheet can be. */
  private static byte[] sheet(int rows) throws IOException {
    byte[] small = MadeFile.xlsx(List.of(List.of("x")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (java.util.zip.ZipInputStream in =
            new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(small));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          zip.write(
              ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                      + "<dimension ref=\"A1:XFD1048576\"/><sheetData>")
                  .getBytes(StandardCharsets.UTF_8));
          for (int i = 1; i <= rows; i++) {
            String row =
                "<row r=\""
                    + i
                    + "\"><c r=\"A"
                    + i
                    + "\" t=\"inlineStr\"><is><t>第"
                    + i
                    + "行</t></is></c></row>";
            zip.write(row.getBytes(StandardCharsets.UTF_8));
          }
          zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        } else {
          in.transferTo(zip);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : entries.keySet().stream().sorted().toList()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(entries.get(name).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
