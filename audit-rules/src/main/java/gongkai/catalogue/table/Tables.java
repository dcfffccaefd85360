package gongkai.catalogue.table;

import gongkai.message.Message;
import java.util.List;

/**
 * What a file holds before anybody asks what it means.
 *
 * @param grids its tables in order
 * @param titles texts that stand above them and may name the bureau; empty list if none
 * @param warnings about reading the file
 */
public record Tables(List<Grid> grids, List<String> titles, List<Message> warnings) {
  public Tables {
    grids = List.copyOf(grids);
    titles = List.copyOf(titles);
    warnings = List.copyOf(warnings);
  }
}
