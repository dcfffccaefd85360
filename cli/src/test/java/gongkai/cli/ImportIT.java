package gongkai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import gongkai.cli.Program.Run;
import gongkai.fixtures.Fixtures;
import gongkai.fixtures.MadeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program: {@code catalogue import}, its streams, files and exit codes. */
class ImportIT {
  private static final Path CATALOGUES = Fixtures.root().resolve("catalogues");
  private static final String TABLE = "公开事项,公开内容,公开时限,责任单位\n机构职能,职责,长期公开,办公室\n";

  @TempDir private Path folder;

  private Run run(String... arguments) {
    return Program.run(folder, arguments);
  }

  private Run importing(String... arguments) {
    return run(
        Stream.concat(Stream.of("catalogue", "import"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /**
   * Refused: exit code 2 with what was found, and nothing is written; files without a table say so
   * in both languages.
   */
  private void refused(String file, String chinese, String english, String... more) {
    // each run is a process: the way to both languages is proved by a few
    List<String> langs =
        file.startsWith("none") || file.startsWith("undated") ? List.of("zh", "en") : List.of("zh");
    for (String lang : langs) {
      Run run =
          importing(
              Stream.concat(Stream.of(file, "--out", "made.yaml", "--lang", lang), Stream.of(more))
                  .toArray(String[]::new));
      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .contains(lang.equals("zh") ? chinese : english)
          .doesNotContain("Exception", "\tat ");
      assertThat(folder.resolve("made.yaml")).doesNotExist();
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void theSeedCatalogueIsImportedCheckedAndShown() {
    String seed = CATALOGUES.resolve("liaocheng-hrss.tsv").toString();
    Run made = importing(seed, "--repairs", "liaocheng-hrss");
    assertThat(made.exit()).isZero();
    assertThat(made.lines()).hasSize(2).endsWith("liaocheng-hrss.yaml");
    assertThat(made.err()).contains("第 28 行", "已移回本列", "财政信息");
    assertThat(run("catalogue", "check", "liaocheng-hrss.yaml").exit()).isZero();
    Run show = run("catalogue", "show", "./liaocheng-hrss.yaml", "11.3");
    assertThat(show.out()).contains("财政信息 / 重点项目", "年度更新", "财务科");
    Run again = importing(seed);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("--overwrite");
    assertThat(importing(seed, "--overwrite", "-q")).isEqualTo(new Run(0, "", ""));
    Run strict = importing(seed, "--out", "rules", "--strict");
    assertThat(strict.exit()).isEqualTo(2);
    assertThat(strict.err()).contains("第 26 行", "10 跳到 12");
    assertThat(folder.resolve("rules")).doesNotExist();
  }

  @Test
  void aFolderTakesTheCatalogueAndAuditsByIt() throws IOException {
    write("a.csv", TABLE);
    assertThat(importing("a.csv", "--out", "rules", "--bureau", "Jia", "--strict").exit()).isZero();
    assertThat(Files.readString(folder.resolve("rules/catalogue.yaml")))
        .contains("bureau: Jia", "wording: 长期公开", "offices: [办公室]");
    Run sound = run("catalogue", "check", "rules");
    assertThat(sound.out()).contains("1 项、1 条要求");
  }

  @Test
  void theUsualEncodingsAndSeparatorsReadAlike() throws IOException {
    write("plain.csv", TABLE);
    importing("plain.csv");
    String expected = items("plain.yaml");
    Files.write(folder.resolve("gbk.csv"), TABLE.getBytes(Charset.forName("GBK")));
    write("bom.csv", "\uFEFF" + TABLE);
    Files.write(
        folder.resolve("wide.txt"), ("\uFEFF" + TABLE.replace(',', '\t')).getBytes("UTF-16LE"));
    Files.write(folder.resolve("bare.txt"), TABLE.replace(',', '\t').getBytes("UTF-16LE"));
    write("semicolon.csv", TABLE.replace(',', ';'));
    write("quoted.csv", TABLE.replaceAll("([^,\n]+)", "\"$1\"").replace("\n", "\r\n"));
    for (String file :
        List.of("gbk.csv", "bom.csv", "wide.txt", "bare.txt", "semicolon.csv", "quoted.csv")) {
      assertThat(importing(file, "--strict").exit()).as(file).isZero();
      assertThat(items(file.replaceFirst("\\..*", ".yaml"))).as(file).isEqualTo(expected);
    }
  }

  private String items(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    return text.substring(text.indexOf("items:"));
  }

  @Test
  void whatIsNoCatalogueIsRefused() throws IOException {
    write("none.html", "<p>没有表格</p>");
    refused("none.html", "没有找到表格", "no table was found");
    write("other.csv", "姓名,电话\n甲,1\n");
    refused("other.csv", "姓名 | 电话", "姓名 | 电话");
    write("undated.csv", "序号,公开事项,公开内容,责任单位\n1,甲,乙,丙\n");
    refused("undated.csv", "没有公开时限一列", "no column for the deadline");
    write("empty.csv", "");
    refused("empty.csv", "文件是空的", "the file is empty");
    write("headers.csv", "公开事项,公开内容,公开时限\n");
    refused("headers.csv", "没有事项", "no item");
    Files.createDirectory(folder.resolve("a-folder"));
    refused("a-folder", "文件夹", "folder");
    refused("missing.csv", "没有这个文件", "no such file");
    write("broken.xlsx", "no spreadsheet");
    refused("broken.xlsx", "文件损坏", "broken");
    Files.write(
        folder.resolve("cut.docx"), java.util.Arrays.copyOf(MadeFile.docx(List.of("甲")), 500));
    refused("cut.docx", "文件损坏", "broken");
    Files.write(folder.resolve("a.pdf"), MadeFile.pdf(List.of("甲")));
    refused("a.pdf", "PDF", "PDF");
    Files.write(folder.resolve("word.docx"), oldWord());
    refused("word.docx", "DOC 文件读不出表格", "DOC");
    write("page.html", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n");
    refused("page.html", "MHT", "MHT");
    Files.write(
        folder.resolve("photo.csv"),
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    refused("photo.csv", "不是文本、网页或表格文件", "this is no text");
    write("blank.csv", "\n\n");
    refused("blank.csv", "没有找到表格", "no table was found");
    write("ok.csv", TABLE);
    write("hint.yaml", "repairs: [{row: 没有, number: 2}]");
    refused("ok.csv", "没有名为", "there is no row", "--repairs", "hint.yaml");
    Run nowhere = importing("ok.csv", "--repairs", "nowhere.yaml");
    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err()).contains("nowhere.yaml");
  }

  @Test
  void aPasswordAndABombAreRefused() throws IOException {
    Files.write(folder.resolve("locked.xlsx"), locked(MadeFile.xlsx(List.of(List.of("甲")))));
    refused("locked.xlsx", "密码", "password");
    Files.write(folder.resolve("bomb.xlsx"), bomb());
    refused("bomb.xlsx", "展开后过大", "too large");
  }

  /** A file of the old Word whose name says it is of the new. */
  private static byte[] oldWord() throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      file.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "WordDocument");
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] locked(byte[] workbook) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var stream = encryptor.getDataStream(file)) {
        stream.write(workbook);
      } catch (java.security.GeneralSecurityException e) {
        throw new IOException(e);
      }
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** A sheet that unpacks to more than a gigabyte of texts. */
  private static byte[] bomb() throws IOException {
    byte[] sound = MadeFile.xlsx(List.of(List.of("甲")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(sound));
        var zip = new java.util.zip.ZipOutputStream(out)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] body = in.readAllBytes();
        zip.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
          int at = text.indexOf("</sheetData>");
          zip.write(text.substring(0, at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
          byte[] row =
              ("<row><c t=\"inlineStr\"><is><t>" + "x".repeat(1_000_000) + "</t></is></c></row>")
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          for (int i = 0; i < 1200; i++) {
            zip.write(row);
          }
          zip.write(text.substring(at).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
          zip.write(body);
        }
      }
    }
    return out.toByteArray();
  }

  @Test
  void anAddressIsAskedAsACrawlAsks() {
    WireMockServer server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    try {
      server.stubFor(
          get("/robots.txt").willReturn(aResponse().withBody("User-agent: *\nDisallow: /secret")));
      server.stubFor(
          get("/moved")
              .willReturn(aResponse().withStatus(302).withHeader("Location", "/mulu.html")));
      server.stubFor(
          get("/mulu.html")
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", "text/html; charset=gbk")
                      .withBody(
                          ("<table><tr><th>公开事项<th>公开内容<th>公开时限<tr><td>甲<td>乙<td>及时</table>")
                              .getBytes(Charset.forName("GBK")))));
      String base = "http://127.0.0.1:" + server.port();
      Run got = importing(base + "/moved");
      assertThat(got.exit()).as(got.err()).isZero();
      assertThat(got.lines()).endsWith("mulu.yaml");
      refused(base + "/nothing", "404", "404");
      refused(base + "/secret/a.html", "Disallow: /secret", "Disallow: /secret");
    } finally {
      server.stop();
    }
  }
}
