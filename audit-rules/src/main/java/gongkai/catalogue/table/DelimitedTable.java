package gongkai.catalogue.table;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvException;
import gongkai.message.Message;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A table in a text file: TSV, CSV with commas or semicolons. */
final class DelimitedTable {
  private static final List<Character> SEPARATORS = List.of('\t', ',', ';', '|', '，', '；');

  private DelimitedTable() {}

  /** The table by the separator that makes most headings of it. */
  static Tables read(String text) {
    List<Tables> ways = new ArrayList<>();
    for (char separator : SEPARATORS) {
      if (text.indexOf(separator) >= 0) {
        ways.add(split(text, separator));
      }
    }
    return ways.stream()
        .max(Comparator.comparingInt(DelimitedTable::headings))
        .orElseGet(() -> split(text, '\t'));
  }

  private static int headings(Tables way) {
    return Layout.mostHeadings(way.grids().get(0));
  }

  private static Tables split(String text, char separator) {
    try {
      return new Tables(List.of(rows(text, separator, false)), List.of(), List.of());
    } catch (CsvException | IOException openQuote) {
      try {
        return new Tables(
            List.of(rows(text, separator, true)),
            List.of(),
            List.of(Message.of("import.openQuote")));
      } catch (CsvException | IOException never) {
        throw new UncheckedIOException(new IOException(never));
      }
    }
  }

  private static Grid rows(String text, char separator, boolean quotesAreText)
      throws CsvException, IOException {
    List<Grid.Row> rows = new ArrayList<>();
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(text))
            .withCSVParser(
                new CSVParserBuilder()
                    .withSeparator(separator)
                    // a backslash is a backslash
                    .withEscapeChar('\0')
                    .withIgnoreQuotations(quotesAreText)
                    .build())
            .withKeepCarriageReturn(false)
            .build()) {
      long line = 1;
      for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
        List<Grid.Cell> row = new ArrayList<>();
        for (int i = 0; i < Math.min(cells.length, Grid.MOST_COLUMNS); i++) {
          row.add(new Grid.Cell(cells[i].strip(), Grid.Origin.OWN));
        }
        rows.add(new Grid.Row((int) line, row));
        line = reader.getLinesRead() + 1;
      }
    }
    return new Grid("", "", even(rows));
  }

  /** Every row as wide as the widest: exports leave empty cells at the end out. */
  private static List<Grid.Row> even(List<Grid.Row> rows) {
    int width = rows.stream().mapToInt(r -> r.cells().size()).max().orElse(0);
    List<Grid.Row> even = new ArrayList<>();
    int room = Grid.MOST_CELLS;
    for (Grid.Row row : rows) {
      room -= width;
      if (room < 0) {
        break;
      }
      List<Grid.Cell> cells = new ArrayList<>(row.cells());
      while (cells.size() < width) {
        cells.add(Grid.Cell.EMPTY);
      }
      even.add(new Grid.Row(row.number(), cells));
    }
    return even;
  }
}
