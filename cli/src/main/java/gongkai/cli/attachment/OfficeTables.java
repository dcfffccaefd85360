package gongkai.cli.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gongkai.catalogue.table.Grid;
import gongkai.catalogue.table.Tables;
import java.util.List;

/** The tables of an office document on their way between the two processes. */
public final class OfficeTables {
  private static final JsonMapper JSON = new JsonMapper();

  private OfficeTables() {}

  /**
   * A table.
   *
   * @param name of its sheet; empty string if it has none
   * @param heading the line above it that says what it is about; empty string if there is none
   */
  public record Laid(String name, String heading, List<Grid.Laid> cells) {
    public Laid {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A document.
   *
   * @param titles what stands above its first table
   */
  public record Document(List<String> titles, List<Laid> tables) {
    public Document {
      titles = List.copyOf(titles);
      tables = List.copyOf(tables);
    }
  }

  static String text(Document document) throws JsonProcessingException {
    return JSON.writeValueAsString(document);
  }

  /**
   * The tables that the other process wrote.
   *
   * @throws IllegalStateException if it wrote something else, which is a defect
   */
  public static Tables read(String text) {
    try {
      Document document = JSON.readValue(text, Document.class);
      return new Tables(
          document.tables().stream().map(t -> Grid.of(t.name(), t.heading(), t.cells())).toList(),
          document.titles(),
          List.of());
    } catch (JsonProcessingException defect) {
      throw new IllegalStateException(defect);
    }
  }
}
