package gongkai.catalogue.table;

import gongkai.input.Place;
import java.util.Map;

/**
 * What a person knows about one row that its table lost: a row of a repairs file.
 *
 * @param row the row's name (事项名称), with or without what stands in brackets
 * @param cells what belongs in its places, by key of the file
 * @param reason why; empty string if not said
 * @param place where the hint stands
 */
public record Hint(String row, Map<String, String> cells, String reason, Place place) {
  public Hint {
    cells = Map.copyOf(cells);
  }
}
