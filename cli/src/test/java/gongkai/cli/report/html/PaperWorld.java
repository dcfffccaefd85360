package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.crawl.OpenPage;
import gongkai.cli.report.LargeAudit;
import gongkai.cli.report.SampleAudit;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on paper: what a real Chromium prints of it. */
class PaperWorld {
  private static final float POINTS_PER_MM = 72 / 25.4f;

  @TempDir private static Path folder;
  private static OpenPage page;

  @BeforeAll
  static void open() throws IOException {
    page = OpenPage.of(report(SampleAudit.full()));
  }

  @AfterAll
  static void close() throws IOException {
    page.close();
  }

  private static Path report(AuditResult audit) throws IOException {
    return Files.write(folder.resolve("report.html"), HtmlReport.bytes(audit, Lang.ZH, "0.0.0"));
  }

  private static PDDocument printed(AuditResult audit) throws IOException {
    page.open(report(audit));
    return Loader.loadPDF(page.paper());
  }

  /** Every glyph of a document with its place. */
  private static final class Glyphs extends PDFTextStripper {
    private final List<TextPosition> all = new ArrayList<>();

    @Override
    protected void processTextPosition(TextPosition text) {
      all.add(text);
      super.processTextPosition(text);
    }
  }

  private static List<String> texts(PDDocument paper) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= paper.getNumberOfPages(); i++) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(i);
      stripper.setEndPage(i);
      texts.add(stripper.getText(paper));
    }
    return texts;
  }

  private static int count(String text, String what) {
    int count = 0;
    Matcher found = Pattern.compile(what).matcher(text);
    while (found.find()) {
      count++;
    }
    return count;
  }

  @Test
  void sheetsAreA4AndCarryTheirHead() throws IOException {
    try (PDDocument paper = printed(SampleAudit.full())) {
      for (PDPage sheet : paper.getPages()) {
        assertThat(sheet.getMediaBox().getWidth() / POINTS_PER_MM).isBetween(209f, 211f);
        assertThat(sheet.getMediaBox().getHeight() / POINTS_PER_MM).isBetween(296f, 298f);
      }
      List<String> texts = texts(paper);
      assertThat(texts).hasSizeGreaterThan(3);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(texts.get(i))
            .contains("示例市人力资源和社会保障局 · 主动公开审计")
            .contains(i + 1 + " / " + texts.size());
      }
    }
  }

  /**
   * Neither cut at the edge nor shrunk as a whole, which is what Chromium does to pages that hold
   * something too wide.
   */
  @Test
  void nothingIsTooWideForTheSheet() throws IOException {
    for (AuditResult audit : List.of(SampleAudit.compared(), LargeAudit.of(120, 20))) {
      try (PDDocument paper = printed(audit)) {
        Glyphs glyphs = new Glyphs();
        glyphs.getText(paper);
        // a closing mark ends in half a blank, which may stand in the margin
        float right = (210 - 15) * POINTS_PER_MM;
        assertThat(glyphs.all).isNotEmpty();
        assertThat(
                glyphs.all.stream()
                    .filter(g -> g.getXDirAdj() + g.getWidthDirAdj() > right + 4)
                    .map(g -> g.getUnicode() + " at " + g.getXDirAdj() + ", " + g.getYDirAdj()))
            .isEmpty();
        float largest =
            (float) glyphs.all.stream().mapToDouble(TextPosition::getYScale).max().orElse(0);
        // h1 is 1.75 rem of 16 CSS pixels, 21 points
        assertThat(largest).isBetween(20.9f, 21.1f);
      }
    }
  }

  @Test
  void onlyViolationsAreUnfolded() throws IOException {
    AuditResult audit = SampleAudit.full();
    long violations =
        audit.requirements().stream()
            .flatMap(r -> r.findings().stream())
            .filter(f -> f.severity() == gongkai.judge.Severity.VIOLATION)
            .count();
    try (PDDocument paper = printed(audit)) {
      String text = String.join("", texts(paper));
      assertThat(count(text, "目录原文")).isEqualTo((int) violations);
      // the sum, the raw words of its date and where it is kept
      assertThat(text).contains("第 20 个工作日为").contains("发布时间：2026-04-09 10:20");
      assertThat(text.replaceAll("\\s", "")).contains("00000.warc.gz:1234");
      // of a finding to review the card is there, its proof not
      assertThat(text).contains("两者不一致，请人工核实");
      assertThat(text).doesNotContain("显示 11 个问题").doesNotContain("全部显示");
      // where a link leads
      assertThat(text.replaceAll("\\s", ""))
          .contains("<http://rsj.example.gov.cn/channel_a/doc_1.html>");
    }
  }

  /** A card ends on the sheet on which it begins. */
  @Test
  void cardsAreNotBroken() throws IOException {
    try (PDDocument paper = printed(LargeAudit.of(120, 20))) {
      int cards = 0;
      for (String text : texts(paper)) {
        int begun = count(text, "严重程度 违规");
        assertThat(count(text, "整改：")).isEqualTo(begun);
        cards += begun;
      }
      assertThat(cards).isEqualTo(20);
    }
  }

  /** What a filter leaves out is not on paper, and the paper says so. */
  @Test
  void aFilteredReportSaysWhatItShows() throws IOException {
    page.open(report(SampleAudit.full()));
    page.run(
        "(() => { const form = document.getElementById('filter'); form.elements.verdict.value ="
            + " 'LATE'; form.dispatchEvent(new Event('input')); })()");
    try (PDDocument paper = Loader.loadPDF(page.paper())) {
      String text = String.join("", texts(paper));
      assertThat(text).contains("逾期发布 · 显示 2 个问题，共 11 个");
      assertThat(count(text, "严重程度")).isLessThan(5);
    }
  }
}
