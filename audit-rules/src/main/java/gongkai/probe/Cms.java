package gongkai.probe;

import gongkai.message.Lang;
import java.util.List;

/**
 * A content management system (网站内容管理系统) by which a site may be made, and by what it was
 * recognised.
 *
 * @param code as in {@code rules/cms/fingerprints.tsv}
 * @param weight sum of the marks' weights
 * @param marks heaviest first
 */
public record Cms(String code, int weight, List<Mark> marks) {
  /** From this sum of weights on a system is named. */
  public static final int ENOUGH = 3;

  public Cms {
    marks = List.copyOf(marks);
  }

  /** What the system is called. */
  public String name(Lang lang) {
    return Fingerprint.NAMES.get(code).get(lang == Lang.ZH ? 0 : 1);
  }

  /** The marks suffice to say so. */
  public boolean recognised() {
    return weight >= ENOUGH;
  }

  /**
   * A mark that was found.
   *
   * @param place {@code page} or {@code url}
   * @param mark text or expression of the row
   * @param weight of the row
   * @param pages in how many pages, or addresses, it was found
   * @param example address of the first such page, or the address itself
   */
  public record Mark(String place, String mark, int weight, int pages, String example) {}
}
