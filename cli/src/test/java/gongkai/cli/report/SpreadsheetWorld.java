package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.FailOn;
import gongkai.cli.Program;
import gongkai.cli.Program.Run;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tables of hostile titles in programs that are not ours ({@code -Pworld}): a spreadsheet, for
 * what it takes for a formula (Debian: gnumeric, a tenth of LibreOffice's size), and Python's
 * strict reader, for every cell as RFC 4180 has it (Debian: python3).
 */
class SpreadsheetWorld {
  private static final String READER =
      "import csv, json, sys\n"
          + "with open(sys.argv[1], encoding='utf-8-sig', newline='') as f:\n"
          + "    print(json.dumps(list(csv.reader(f, strict=True))))\n";

  @TempDir private Path folder;

  private String said(String... command) {
    Run run = Program.execute(folder, Map.of("LC_ALL", "C.UTF-8"), List.of(command));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  /** The cells of a file as the spreadsheet keeps them; a formula has no type of value. */
  private List<Element> cells(Path csv) throws IOException {
    Path sheet = folder.resolve("sheet.gnumeric");
    said("ssconvert", csv.toString(), sheet.toString());
    try (GZIPInputStream xml = new GZIPInputStream(Files.newInputStream(sheet))) {
      Document read = Jsoup.parse(xml, "UTF-8", "", Parser.xmlParser());
      return read.getElementsByTag("gnm:Cell");
    }
  }

  @ParameterizedTest
  @EnumSource
  void noCellIsAFormula(Lang lang) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : tables(lang).entrySet()) {
      Table table = Table.parse(file.getValue());
      List<Element> cells = cells(Files.write(folder.resolve(file.getKey()), file.getValue()));
      assertThat(cells)
          .as(file.getKey())
          .isNotEmpty()
          .allMatch(cell -> cell.hasAttr("ValueType"), "a value");
      assertThat(cells.stream().limit(table.header().size()).map(Element::text))
          .isEqualTo(table.header());
      cells.forEach(cell -> texts.add(cell.text()));
    }
    assertThat(texts).anyMatch(text -> text.contains("=HYPERLINK("));
  }

  /** The workbook: no formula, every day shown as a day, every number as a number. */
  @ParameterizedTest
  @EnumSource
  void theWorkbookIsReadAsItWasWritten(Lang lang) throws IOException {
    ReportInput of = new ReportInput(SampleAudit.full(), FailOn.VIOLATION, lang, "0.0.0");
    Path book = Files.write(folder.resolve("audit.xlsx"), Spreadsheet.bytes(of));
    assertThat(cells(book)).isNotEmpty().allMatch(cell -> cell.hasAttr("ValueType"), "a value");
    said("ssconvert", "-S", book.toString(), folder.resolve("sheet-%n.csv").toString());
    int number = 0;
    List<String> texts = new ArrayList<>();
    for (Table table : new Tables(SampleAudit.full(), lang).all().values()) {
      Table shown = Table.parse(Files.readAllBytes(folder.resolve("sheet-" + number++ + ".csv")));
      assertThat(shown.header()).isEqualTo(table.header());
      assertThat(shown.rows()).hasSameSizeAs(table.rows());
      for (int r = 0; r < table.rows().size(); r++) {
        assertThat(alike(shown.rows().get(r))).isEqualTo(alike(table.rows().get(r)));
      }
      shown.rows().forEach(texts::addAll);
    }
    // this is how it writes a day: a text would have kept its dashes
    assertThat(texts).contains("2026/04/09", "2026/03/16", "24", "0.93");
  }

  /** Days, moments and scores in one form. */
  private static List<String> alike(List<String> row) {
    return row.stream()
        .map(cell -> cell.replaceAll("^(\\d{4})/(\\d\\d)/(\\d\\d)(?= |$)", "$1-$2-$3"))
        .map(cell -> cell.replaceAll("^(0\\.\\d)0$", "$1"))
        .map(cell -> cell.replaceAll("^(\\S{10})T(\\S{8})\\+08:00$", "$1 $2"))
        .toList();
  }

  @Test
  void thisSpreadsheetKnowsAFormula() throws IOException {
    Path csv = Files.writeString(folder.resolve("formula.csv"), "title\r\n=1+1\r\n");
    assertThat(cells(csv)).filteredOn(cell -> !cell.hasAttr("ValueType")).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyCellIsReadAsItWasWritten(Lang lang) throws IOException {
    for (Map.Entry<String, byte[]> file : tables(lang).entrySet()) {
      Path csv = Files.write(folder.resolve(file.getKey()), file.getValue());
      Table table = Table.parse(file.getValue());
      List<List<String>> expected = new ArrayList<>(List.of(table.header()));
      table.rows().forEach(r -> expected.add(r.stream().map(Table::defuse).toList()));
      List<List<String>> read = new ArrayList<>();
      for (JsonNode row :
          new ObjectMapper().readTree(said("python3", "-c", READER, csv.toString()))) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.asText()));
        read.add(cells);
      }
      assertThat(read).as(file.getKey()).isEqualTo(expected);
    }
  }

  private static Map<String, byte[]> tables(Lang lang) {
    return ReportFormat.CSV.files(
        new ReportInput(SampleAudit.full(), FailOn.VIOLATION, lang, "0.0.0"));
  }
}
