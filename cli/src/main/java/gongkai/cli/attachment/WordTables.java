package gongkai.cli.attachment;

import gongkai.catalogue.table.Grid;
import gongkai.catalogue.table.TableHeading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** The cells of tables in DOCX files with the areas they take. */
final class WordTables {
  private WordTables() {}

  static OfficeTables.Document docx(byte[] body) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(body))) {
      List<OfficeTables.Laid> tables = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      WordNumbers numbers = new WordNumbers();
      String heading = "";
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFTable table) {
          tables.add(new OfficeTables.Laid("", heading, table(table, numbers)));
          heading = "";
        } else if (element instanceof XWPFParagraph paragraph) {
          String line = numbers.text(List.of(paragraph));
          heading = TableHeading.of(line, false).orElse(heading);
          if (tables.isEmpty()) {
            titles.add(line.strip());
          }
        }
      }
      // a title that breaks over two lines
      titles.add(String.join("", titles));
      return new OfficeTables.Document(titles, tables);
    }
  }

  private static List<Grid.Laid> table(XWPFTable table, WordNumbers numbers) {
    List<Grid.Laid> cells = new ArrayList<>();
    // place in the list of the cell that goes down a column
    Map<Integer, Integer> open = new HashMap<>();
    // text of the last merged cell of each column: a header that is repeated breaks the merge off
    Map<Integer, String> broken = new HashMap<>();
    int r = 0;
    for (XWPFTableRow row : table.getRows()) {
      int c = before(row);
      Map<Integer, Integer> still = new HashMap<>();
      for (ICell one : row.getTableICells()) {
        if (!(one instanceof XWPFTableCell cell)) {
          c++;
          continue;
        }
        CTTcPr properties = cell.getCTTc().getTcPr();
        int right = right(properties);
        if (goesOn(properties) && open.containsKey(c)) {
          int at = open.get(c);
          Grid.Laid above = cells.get(at);
          cells.set(
              at,
              new Grid.Laid(
                  above.row(), above.column(), r - above.row() + 1, above.right(), above.text()));
          still.put(c, at);
        } else {
          String text = numbers.text(cell.getParagraphs());
          boolean lost = goesOn(properties) && text.isBlank();
          cells.add(new Grid.Laid(r, c, 1, right, lost ? broken.getOrDefault(c, "") : text));
          if (properties != null && properties.isSetVMerge()) {
            still.put(c, cells.size() - 1);
            if (!text.isBlank() && r > 0) {
              broken.put(c, text);
            }
          }
        }
        c += right;
      }
      open = still;
      r++;
    }
    return cells;
  }

  /** Columns that a row leaves out at its beginning. */
  private static int before(XWPFTableRow row) {
    boolean said =
        row.getCtRow().isSetTrPr() && row.getCtRow().getTrPr().sizeOfGridBeforeArray() > 0;
    return said ? number(row.getCtRow().getTrPr().getGridBeforeArray(0)) : 0;
  }

  private static int right(CTTcPr properties) {
    boolean said = properties != null && properties.isSetGridSpan();
    return said ? Math.max(1, number(properties.getGridSpan())) : 1;
  }

  private static int number(CTDecimalNumber number) {
    BigInteger value = number.getVal();
    return value == null ? 0 : value.min(BigInteger.valueOf(1000)).intValue();
  }

  /** A cell that the one above reaches into: merged and not beginning anew. */
  private static boolean goesOn(CTTcPr properties) {
    return properties != null
        && properties.isSetVMerge()
        && properties.getVMerge().getVal() != STMerge.RESTART;
  }
}
