package gongkai.cli.attachment;

import gongkai.catalogue.table.Grid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** The cells of spreadsheets with the areas they take. */
final class OfficeGrids {
  private static final int MOST_CELLS = 200_000;

  private OfficeGrids() {}

  /** Collects the cells of one sheet. */
  private static final class Cells {
    private final Map<CellAddress, String> texts = new HashMap<>();
    private final Map<CellAddress, CellRangeAddress> areas = new HashMap<>();

    void text(CellAddress at, String text) throws TooMany {
      if (!text.isBlank()) {
        texts.put(at, text);
      }
      if (texts.size() > MOST_CELLS) {
        throw new TooMany();
      }
    }

    void merged(CellRangeAddress area) throws TooMany {
      areas.put(new CellAddress(area.getFirstRow(), area.getFirstColumn()), area);
      if (areas.size() > MOST_CELLS) {
        throw new TooMany();
      }
    }

    List<Grid.Laid> laid() {
      List<Grid.Laid> laid = new ArrayList<>();
      texts.keySet().stream()
          .sorted()
          .forEach(
              at -> {
                CellRangeAddress area = areas.get(at);
                int down = area == null ? 1 : area.getLastRow() - area.getFirstRow() + 1;
                int right = area == null ? 1 : area.getLastColumn() - area.getFirstColumn() + 1;
                laid.add(new Grid.Laid(at.getRow(), at.getColumn(), down, right, texts.get(at)));
              });
      return laid;
    }
  }

  /** More cells than a catalogue has. */
  static final class TooMany extends RuntimeException {
    TooMany() {
      super("too many cells", null, false, false);
    }
  }

  /** XLSX: as the file is unpacked, so that empty rows to the sheet's end need no room. */
  static OfficeTables.Document xlsx(byte[] body) throws IOException {
    List<OfficeTables.Laid> tables = new ArrayList<>();
    // from the packed bytes: a stream would be unpacked whole
    try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel(body);
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(bytes).get();
        OPCPackage file = OPCPackage.open(new ZipFileZipEntrySource(zip))) {
      XSSFReader reader = new XSSFReader(file);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file, false);
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        Cells cells = new Cells();
        try (InputStream sheet = sheets.next()) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new Merges(
                  new XSSFSheetXMLHandler(
                      reader.getStylesTable(),
                      strings,
                      new Contents(cells),
                      new DataFormatter(Locale.CHINA),
                      false),
                  cells));
          parser.parse(new InputSource(sheet));
        }
        tables.add(new OfficeTables.Laid(sheets.getSheetName(), cells.laid()));
      }
    } catch (OpenXML4JException | SAXException | ParserConfigurationException damaged) {
      throw new IOException(damaged);
    }
    return new OfficeTables.Document(List.of(), tables);
  }

  /** XLS and ET. */
  static OfficeTables.Document xls(byte[] body) throws IOException {
    List<OfficeTables.Laid> tables = new ArrayList<>();
    DataFormatter formatter = new DataFormatter(Locale.CHINA);
    formatter.setUseCachedValuesForFormulaCells(true);
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(body))) {
      for (Sheet sheet : book) {
        Cells cells = new Cells();
        for (Row row : sheet) {
          for (Cell cell : row) {
            cells.text(cell.getAddress(), formatter.formatCellValue(cell));
          }
        }
        sheet.getMergedRegions().forEach(cells::merged);
        tables.add(new OfficeTables.Laid(sheet.getSheetName(), cells.laid()));
      }
    }
    return new OfficeTables.Document(List.of(), tables);
  }

  private static final class Contents implements SheetContentsHandler {
    private final Cells cells;

    Contents(Cells cells) {
      this.cells = cells;
    }

    @Override
    public void startRow(int row) {
      // cells know their rows
    }

    @Override
    public void endRow(int row) {
      // likewise
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      if (reference != null && value != null) {
        cells.text(new CellAddress(reference), value);
      }
    }
  }

  /**
   * Hands everything on, and notes merged areas, which stand behind the cells. Cells that do not
   * say where they are stand beside the one before.
   */
  private static final class Merges extends XMLFilterImpl {
    private final Cells cells;
    private int row = -1;
    private int column;

    Merges(XSSFSheetXMLHandler contents, Cells cells) {
      this.cells = cells;
      setContentHandler(contents);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes said)
        throws SAXException {
      Attributes attributes = said;
      if (name.equals("mergeCell") && said.getValue("ref") != null) {
        cells.merged(CellRangeAddress.valueOf(said.getValue("ref")));
      } else if (name.equals("row")) {
        row = said.getValue("r") == null ? row + 1 : Integer.parseInt(said.getValue("r")) - 1;
        column = -1;
      } else if (name.equals("c")) {
        String reference = said.getValue("r");
        column = reference == null ? column + 1 : new CellAddress(reference).getColumn();
        AttributesImpl placed = new AttributesImpl(said);
        if (reference == null) {
          String here = new CellAddress(row, column).formatAsString();
          placed.addAttribute("", "r", "r", "CDATA", here);
        }
        attributes = placed;
      }
      super.startElement(uri, name, qualified, attributes);
    }
  }
}
