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
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
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
import org.apache.poi.xssf.model.StylesTable;
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

  /**
   * Formats that Chinese programs leave out of their files, for a number names them (ECMA-376 part
   * 1, 18.8.30, zh-cn): without them a day shows as the number of days since 1900.
   */
  private static final Map<Integer, String> CHINESE_DAYS =
      Map.ofEntries(
          Map.entry(27, "yyyy年m月"),
          Map.entry(28, "m月d日"),
          Map.entry(29, "m月d日"),
          Map.entry(31, "yyyy年m月d日"),
          Map.entry(36, "yyyy年m月"),
          Map.entry(50, "yyyy年m月"),
          Map.entry(51, "m月d日"),
          Map.entry(52, "yyyy年m月"),
          Map.entry(53, "m月d日"),
          Map.entry(54, "m月d日"),
          Map.entry(57, "yyyy年m月"),
          Map.entry(58, "m月d日"));

  /** Shows days as Chinese programs do; the library keeps the quotes of {@code m"月"d"日"}. */
  private static final class Formatter extends DataFormatter {
    Formatter() {
      super(Locale.CHINA);
      setUseCachedValuesForFormulaCells(true);
    }

    String shown(Cell cell) {
      CellStyle style = cell.getCellStyle();
      String format =
          CHINESE_DAYS.getOrDefault((int) style.getDataFormat(), style.getDataFormatString());
      return cell.getCellType() == CellType.NUMERIC && format != null
          ? formatRawCellContents(cell.getNumericCellValue(), style.getDataFormat(), format)
          : formatCellValue(cell);
    }

    @Override
    public String formatRawCellContents(double value, int index, String format, boolean since1904) {
      String bare = format.replaceAll("\"([年月日时分秒]+)\"", "$1");
      return super.formatRawCellContents(value, index, bare, since1904);
    }
  }

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
      StylesTable styles = reader.getStylesTable();
      CHINESE_DAYS.forEach((number, format) -> styles.putNumberFormat(number.shortValue(), format));
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        Cells cells = new Cells();
        try (InputStream sheet = sheets.next()) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new Merges(
                  new XSSFSheetXMLHandler(
                      styles, strings, new Contents(cells), new Formatter(), false),
                  cells));
          parser.parse(new InputSource(sheet));
        }
        tables.add(new OfficeTables.Laid(sheets.getSheetName(), "", cells.laid()));
      }
    } catch (OpenXML4JException | SAXException | ParserConfigurationException damaged) {
      throw new IOException(damaged);
    }
    return new OfficeTables.Document(List.of(), tables);
  }

  /** XLS and ET. */
  static OfficeTables.Document xls(byte[] body) throws IOException {
    List<OfficeTables.Laid> tables = new ArrayList<>();
    Formatter formatter = new Formatter();
    try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(body))) {
      for (Sheet sheet : book) {
        Cells cells = new Cells();
        for (Row row : sheet) {
          for (Cell cell : row) {
            cells.text(cell.getAddress(), formatter.shown(cell));
          }
        }
        sheet.getMergedRegions().forEach(cells::merged);
        tables.add(new OfficeTables.Laid(sheet.getSheetName(), "", cells.laid()));
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
