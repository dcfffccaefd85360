package gongkai.input;

import gongkai.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without BOM) by the names of its columns. The
 * apostrophe that our own tables put before a cell that a spreadsheet would take for a formula is
 * removed.
 */
public final class CsvReader {
  private final String text;
  private int at;
  private int line = 1;

  /** Line of a quote that is never closed; 0 if there is none. */
  private int openQuote;

  private CsvReader(String text) {
    this.text = text;
  }

  /** A row below the header. */
  public static final class Row {
    private final Map<String, String> cells;
    private final Header header;
    private final Place place;
    private final Complaints complaints;

    private Row(Map<String, String> cells, Header header, Place place, Complaints complaints) {
      this.cells = cells;
      this.header = header;
      this.place = place;
      this.complaints = complaints;
    }

    /** Of its first line. */
    public int line() {
      return place.line();
    }

    /** The stripped cell of a column; empty string if the file has no such column. */
    public String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    public void complain(String column, Message what, Message right) {
      complaints.add(place.key(header.own(column), place.line()), what, right);
    }
  }

  /**
   * @param columns by the names that are asked for
   * @param words as they stand in the file
   */
  private record Header(List<String> columns, List<String> words) {
    String own(String column) {
      int at = columns.indexOf(column);
      return at < 0 ? column : words.get(at);
    }
  }

  /**
   * The rows of a file, blank ones left out; empty after a complaint about the file as a whole.
   *
   * @param required columns that the header must name, in any order
   * @param optional columns that it may name; any other is complained of
   */
  public static Optional<List<Row>> read(
      Source source, List<String> required, List<String> optional, Complaints complaints) {
    return read(source, required, optional, Map.of(), complaints);
  }

  /**
   * As above, with further names that a header may have.
   *
   * @param names name of a column by another one
   */
  public static Optional<List<Row>> read(
      Source source,
      List<String> required,
      List<String> optional,
      Map<String, String> names,
      Complaints complaints) {
    Place file = new Place(source.name(), 0, "");
    Optional<String> text = source.text();
    if (text.isEmpty()) {
      complaints.add(file, Message.of("input.utf8"), Message.of("input.utf8Right"));
      return Optional.empty();
    }
    CsvReader reader = new CsvReader(text.get());
    List<Record> records = reader.records();
    if (reader.openQuote > 0) {
      complaints.add(
          new Place(source.name(), reader.openQuote, ""),
          Message.of("input.openQuote"),
          Message.of("input.openQuoteRight"));
      return Optional.empty();
    }
    String wanted = String.join(",", required);
    if (records.isEmpty()) {
      complaints.add(file, Message.of("input.noHeader"), Message.of("input.noHeaderRight", wanted));
      return Optional.empty();
    }
    List<String> words = filled(records.get(0).cells().stream().map(String::strip).toList());
    Header header = new Header(words.stream().map(w -> names.getOrDefault(w, w)).toList(), words);
    Place first = new Place(source.name(), records.get(0).line(), "");
    if (!headerIsSound(header, required, optional, first, complaints)) {
      return Optional.empty();
    }
    return Optional.of(
        records.stream().skip(1).map(r -> row(r, header, source.name(), complaints)).toList());
  }

  /** Without the empty cells that a spreadsheet leaves at the end of a row. */
  private static List<String> filled(List<String> cells) {
    int end = cells.size();
    while (end > 1 && cells.get(end - 1).isBlank()) {
      end--;
    }
    return cells.subList(0, end);
  }

  private static boolean headerIsSound(
      Header header,
      List<String> required,
      List<String> optional,
      Place place,
      Complaints complaints) {
    List<String> known = new ArrayList<>(required);
    known.addAll(optional);
    boolean sound = true;
    for (String column : required) {
      if (!header.columns().contains(column)) {
        complaints.add(
            place,
            Message.of("input.noColumn", column),
            Message.of("input.noHeaderRight", String.join(",", required)));
        sound = false;
      }
    }
    for (int i = 0; i < header.columns().size(); i++) {
      String column = header.columns().get(i);
      String word = header.words().get(i);
      if (header.columns().indexOf(column) != i) {
        complaints.add(
            place.key(word, place.line()),
            Message.of("input.columnTwice", word),
            Message.of("input.twiceRight"));
        sound = false;
      } else if (!known.contains(column)) {
        complaints.add(
            place.key(column, place.line()),
            Message.of("input.unknownColumn", column),
            Nearest.to(column, known)
                .map(near -> Message.of("input.unknownKeyNear", near))
                .orElseGet(() -> Message.of("input.unknownColumnRight", String.join(", ", known))));
        sound = false;
      }
    }
    return sound;
  }

  private static Row row(Record row, Header header, String file, Complaints complaints) {
    Place place = new Place(file, row.line(), "");
    List<String> given = filled(row.cells());
    int columns = header.columns().size();
    if (given.size() > columns) {
      complaints.add(
          place,
          Message.of("input.manyCells", given.size(), columns),
          Message.of("input.manyCellsRight"));
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.min(columns, given.size()); i++) {
      String plain = given.get(i).replaceFirst("^'(?='*[=+\\-@\\t\\r])", "");
      cells.put(header.columns().get(i), plain.strip());
    }
    return new Row(cells, header, place, complaints);
  }

  private record Record(List<String> cells, int line) {}

  private List<Record> records() {
    List<Record> records = new ArrayList<>();
    while (at < text.length()) {
      int first = line;
      List<String> cells = new ArrayList<>();
      do {
        cells.add(cell());
      } while (next(','));
      next('\r');
      next('\n');
      line++;
      if (!cells.stream().allMatch(String::isBlank)) {
        records.add(new Record(cells, first));
      }
    }
    return records;
  }

  private String cell() {
    if (!next('"')) {
      int start = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }
    int opened = line;
    StringBuilder cell = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && !next('"')) {
        // what follows a closing quote up to the comma belongs to the cell as it stands
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          cell.append(text.charAt(at++));
        }
        return cell.toString();
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    openQuote = opened;
    return cell.toString();
  }

  private boolean next(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
