package gongkai.cli.report;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as our CSV files carry it: UTF-8 with BOM, CRLF, RFC 4180, and no cell that a spreadsheet
 * would take for a formula.
 *
 * <p>A cell that begins with = + - @ TAB or CR and is no number gets a leading apostrophe. So does
 * a cell that already begins with apostrophes before such a character, or the reader could not tell
 * the two apart. {@link #parse} removes what {@link #bytes} added: what was written is what is
 * read.
 *
 * @param header column names
 * @param rows each as long as the header; cells without control characters ({@link #row})
 */
public record Table(List<String> header, List<List<String>> rows) {
  private static final String BOM = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r]");
  private static final Pattern DEFUSED = Pattern.compile("'+[=+\\-@\\t\\r]");
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row.size() + " cells under " + header.size());
      }
    }
  }

  /** Cells made fit for a table: control characters to spaces, bidirectional controls removed. */
  static List<String> row(Object... cells) {
    List<String> row = new ArrayList<>(cells.length);
    for (Object cell : cells) {
      row.add(PlainText.line(cell.toString()));
    }
    return row;
  }

  /** The file. */
  public byte[] bytes() {
    StringWriter text = new StringWriter();
    text.write(BOM);
    try (ICSVWriter csv = new CSVWriter(text, ',', '"', '"', "\r\n")) {
      csv.writeNext(header.toArray(String[]::new), false);
      for (List<String> row : rows) {
        csv.writeNext(row.stream().map(Table::defuse).toArray(String[]::new), false);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #bytes} wrote, or the same file saved again by a spreadsheet (with or without
   * BOM, LF or CRLF). Short rows are filled with empty cells.
   *
   * @throws IOException when it is no CSV; the message names the line
   */
  public static Table parse(byte[] file) throws IOException {
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.startsWith(BOM)) {
      text = text.substring(1);
    }
    List<List<String>> rows = new ArrayList<>();
    try (CSVReader csv =
        new CSVReaderBuilder(new StringReader(text))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .build()) {
      String[] header = csv.readNext();
      if (header == null) {
        throw new IOException("line 1: no header");
      }
      for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
        if (cells.length > header.length) {
          throw new IOException(
              "line "
                  + csv.getLinesRead()
                  + ": "
                  + cells.length
                  + " cells under "
                  + header.length
                  + " headers");
        }
        List<String> row = new ArrayList<>(header.length);
        for (int i = 0; i < header.length; i++) {
          row.add(i < cells.length ? undefuse(cells[i]) : "");
        }
        rows.add(row);
      }
      return new Table(List.of(header), rows);
    } catch (CsvValidationException invalid) {
      throw new IOException(
          "line " + invalid.getLineNumber() + ": " + invalid.getMessage(), invalid);
    }
  }

  static String defuse(String cell) {
    return FORMULA.matcher(cell).lookingAt() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String undefuse(String cell) {
    return DEFUSED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
