package gongkai.catalogue.table;

import gongkai.catalogue.Item;
import gongkai.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * A row of a published catalogue, mended, its words as they were published.
 *
 * @param table name of its table; empty string if the file has only one
 * @param row as its reader counts
 * @param id {@code 2.2} where a number stands for a category, {@code 7} where it stands for a row
 * @param category its outer levels, from the outermost, {@code " / "} between them; empty string if
 *     it has none
 * @param content empty string if there is none
 * @param wording the deadline's words; empty string if the table has none for this row
 * @param form empty if the table does not say
 * @param section 网站所属栏目; empty string if the table does not say
 * @param basis 公开依据; empty string if the table does not say
 * @param repaired what was mended in the row
 */
public record PublishedItem(
    String table,
    int row,
    String id,
    String category,
    String name,
    String content,
    String wording,
    Optional<Item.Form> form,
    List<String> lead,
    List<String> support,
    String section,
    String basis,
    List<Message> repaired) {
  public PublishedItem {
    lead = List.copyOf(lead);
    support = List.copyOf(support);
    repaired = List.copyOf(repaired);
  }

  /** The same item with another id. */
  PublishedItem called(String other) {
    return with(table, other, category);
  }

  /**
   * The same item in a table of several.
   *
   * @param heading category of items that have none of their own
   */
  PublishedItem in(String name, String heading) {
    return with(name, id, category.isEmpty() ? heading : category);
  }

  private PublishedItem with(String inTable, String called, String under) {
    return new PublishedItem(
        inTable, row, called, under, name, content, wording, form, lead, support, section, basis,
        repaired);
  }
}
