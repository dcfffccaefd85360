package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program;
import gongkai.cli.Program.Run;
import gongkai.cli.report.SampleAudit;
import gongkai.cli.report.SampleOffices;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of hostile titles in a real Chromium ({@code -Pworld}; Debian: chromium). */
class ChromiumWorld {
  @TempDir private Path folder;
  private Path report;

  @BeforeEach
  void write() throws IOException {
    report = folder.resolve("report.html");
    Files.write(report, HtmlReport.bytes(SampleAudit.full(), Lang.ZH, "0.0.0"));
  }

  private Run chromium(Path page, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--virtual-time-budget=3000",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(more));
    command.add(page.toUri().toString());
    Run run = Program.execute(folder, Map.of(), command);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  @Test
  void noTitleRunsAndNoRequestLeaves() throws IOException {
    Path log = folder.resolve("net.json");
    Run run = chromium(report, "--dump-dom", "--log-net-log=" + log);
    Document dom = Jsoup.parse(run.out());
    assertThat(dom.title()).contains("示例市").isNotEqualTo("ran");
    assertThat(dom.select("script")).hasSize(1);
    assertThat(dom.select("h2")).hasSize(12);
    // our own script has run: the policy's hash is the script's
    assertThat(dom.select("#filter").hasAttr("hidden")).isFalse();
    assertThat(dom.select(".shown output").text()).isEqualTo("显示 11 个问题，共 11 个");
    String asked = Files.readString(log);
    assertThat(asked).contains("report.html");
    assertThat(asked.lines().filter(l -> l.contains("\"url\":\"http") && l.contains("example")))
        .isEmpty();
  }

  /** A copy that says its own width: the policy of the report itself lets no other script in. */
  @ParameterizedTest
  @CsvSource({"1280", "800"})
  void nothingIsWiderThanTheWindow(int width) throws IOException {
    String html =
        Files.readString(report)
            .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replace(
                "</body>",
                "<script>document.querySelectorAll('details').forEach(d => d.open = true);"
                    + "document.title = document.documentElement.scrollWidth + ' of '"
                    + " + innerWidth</script></body>");
    Path copy = Files.writeString(folder.resolve("copy.html"), html, StandardCharsets.UTF_8);
    Run run = chromium(copy, "--hide-scrollbars", "--window-size=" + width + ",1000", "--dump-dom");
    assertThat(Jsoup.parse(run.out()).title()).isEqualTo(width + " of " + width);
  }

  @Test
  void printsAndDraws() throws IOException {
    Path pdf = folder.resolve("report.pdf");
    chromium(report, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-")
        .contains("/Type /Page");
    Path picture = folder.resolve("report.png");
    chromium(report, "--window-size=1280,2000", "--screenshot=" + picture);
    assertThat(Files.size(picture)).isGreaterThan(50_000);
  }

  /**
   * A notice on A4 (794 pixels of CSS less the margins of 15 mm): nothing stands out of the sheet,
   * and its text is in the print.
   */
  @ParameterizedTest
  @CsvSource({"ZH", "EN"})
  void aNoticePrintsOnA4WithoutCutText(Lang lang) throws IOException {
    OfficeLists lists = new OfficeLists(SampleOffices.audit(), lang, "0.0.0");
    Path notice = Files.write(folder.resolve("notice.html"), OfficePages.page(lists.all().get(2)));
    Path pdf = folder.resolve("notice.pdf");
    chromium(notice, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
      List<String> outside = new ArrayList<>();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition at) {
              // 15 mm are 42.5 points; a glyph may be drawn a little over its cell
              if (at.getX() < 40 || at.getX() + at.getWidth() > 595 - 40) {
                outside.add(at.getUnicode());
              }
              super.processTextPosition(at);
            }
          };
      String text = stripper.getText(document).replaceAll("\\s", "");
      assertThat(outside).isEmpty();
      assertThat(text).contains(lists.all().get(2).notice(), "政策法规科");
      lists.all().get(2).lead().forEach(task -> assertThat(text).contains(task.id()));
    }
  }
}
