package gongkai.wording;

import java.util.List;
import java.util.Optional;

/**
 * One duty of a content cell (公开内容), to become one requirement.
 *
 * @param id the item's id, followed by a letter if the item has several duties
 * @param name proposed for the requirement: what is to be disclosed (规范性文件备案信息)
 * @param words the part of the content that states it, as it stands, without its number
 * @param own the deadline in its own words, if they have one; else the item's holds
 * @param facets what its words enumerate inside it; empty if nothing
 */
public record Duty(
    String id, String name, String words, Optional<Deadline> own, List<String> facets) {
  public Duty {
    facets = List.copyOf(facets);
  }
}
