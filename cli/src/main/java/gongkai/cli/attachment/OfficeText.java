package gongkai.cli.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hssf.extractor.EventBasedExcelExtractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Lines of office documents; the cells of a row stand in one line, a tab between them. */
final class OfficeText {
  /** The name that a sheet has when nobody gave it one. */
  private static final String UNNAMED = "(?i)sheet ?\\d+|工作表 ?\\d*";

  private OfficeText() {}

  /** DOCX: the body, without the headers and footers of its printed pages. */
  static void docx(byte[] body, TextSink sink) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(body))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          sink.line(paragraph.getText());
        } else if (element instanceof XWPFTable table) {
          sink.line(table.getText());
        } else if (element instanceof XWPFSDT content) {
          sink.line(content.getContent().getText());
        }
      }
    }
  }

  /** XLSX: row by row as the file is unpacked, so that a million rows need no room. */
  static void xlsx(byte[] body, TextSink sink) throws IOException {
    // from the packed bytes: a stream would be unpacked whole
    try (SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel(body);
        ZipFile zip = ZipFile.builder().setSeekableByteChannel(bytes).get();
        OPCPackage file = OPCPackage.open(new ZipFileZipEntrySource(zip))) {
      XSSFReader reader = new XSSFReader(file);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file, false);
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(),
                  strings,
                  new Rows(sink),
                  new DataFormatter(Locale.CHINA),
                  false));
          parser.parse(new InputSource(sheet));
        }
        if (!sheets.getSheetName().matches(UNNAMED)) {
          sink.line(sheets.getSheetName());
        }
      }
    } catch (OpenXML4JException | SAXException | ParserConfigurationException damaged) {
      throw new IOException(damaged);
    }
  }

  /** DOC and WPS. */
  static void doc(byte[] body, TextSink sink) throws IOException {
    try (WordExtractor extractor = new WordExtractor(new ByteArrayInputStream(body))) {
      for (String paragraph : extractor.getParagraphText()) {
        sink.line(WordExtractor.stripFields(paragraph).replace('\u0007', '\t').strip());
      }
    }
  }

  /** XLS and ET. */
  static void xls(byte[] body, TextSink sink) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(body));
        EventBasedExcelExtractor extractor = new EventBasedExcelExtractor(file)) {
      extractor.setIncludeSheetNames(false);
      sink.line(extractor.getText());
    }
  }

  private static final class Rows implements SheetContentsHandler {
    private final TextSink sink;
    private boolean inRow;

    Rows(TextSink sink) {
      this.sink = sink;
    }

    @Override
    public void startRow(int row) {
      inRow = false;
    }

    @Override
    public void endRow(int row) {
      if (inRow) {
        sink.append("\n");
      }
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      if (value != null && !value.isBlank()) {
        sink.append(inRow ? "\t" : "").append(value.replace('\n', ' '));
        inRow = true;
      }
    }
  }
}
