package gongkai.cli.crawl;

import gongkai.page.ListReading;
import java.util.List;

/**
 * A section's listing that is being read.
 *
 * @param section names of its section from the outside in
 */
record OpenList(ListReading reading, List<String> section) {
  OpenList {
    section = List.copyOf(section);
  }
}
