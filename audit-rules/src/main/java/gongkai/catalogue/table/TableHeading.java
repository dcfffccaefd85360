package gongkai.catalogue.table;

import java.util.Optional;
import java.util.regex.Pattern;

/** Lines between tables: which of them say what the next table is about (二、义务教育). */
public final class TableHeading {
  private static final int LONGEST = 40;

  private static final Pattern MARK =
      Pattern.compile("^(?:附件\\d*[:：]?|[(（]?[一二三四五六七八九十\\d]+[)）]?[、.．:：]|[(（][一二三四五六七八九十]+[)）])+");

  private static final Pattern ENDING = Pattern.compile("(?:目录|清单|事项|领域|类)(?:表|一览表)?$");

  /** What says that a table goes on, or how it is counted. */
  private static final Pattern ASIDE = Pattern.compile("续|^单位[:：]|^第?\\d+页|填报|联系");

  private static final Pattern KIND =
      Pattern.compile("(?:基层)?(?:政府|政务)?(?:信息)?(?:主动)?公开(?:事项)?(?:基本|标准)?(?:目录|清单)(?:表|一览表)?$");

  /** What programs call a sheet that nobody has named, and what only dates it. */
  private static final Pattern UNNAMED = Pattern.compile("(?i)(?:sheet|工作表|表)\\d*|\\d{4}年?度?");

  private TableHeading() {}

  /**
   * The heading in one line.
   *
   * @param marked it is set as a heading; other lines must have a number before them or end as
   *     headings do
   * @return empty if the line is none
   */
  public static Optional<String> of(String text, boolean marked) {
    String line = PlainCell.line(text);
    boolean fits = line.length() >= 2 && line.length() <= LONGEST;
    boolean sentence = line.matches(".*[。；;].*") || ASIDE.matcher(line).find();
    boolean told = marked || MARK.matcher(line).find() || ENDING.matcher(line).find();
    return fits && !sentence && told && line.codePoints().anyMatch(Character::isIdeographic)
        ? Optional.of(line)
        : Optional.empty();
  }

  /** The category that a table's heading, or its sheet's name, gives its items; empty if none. */
  static String category(String heading) {
    String bare = MARK.matcher(heading.strip()).replaceFirst("").strip();
    String category = KIND.matcher(bare).replaceFirst("").replaceFirst("(?:目录|清单)$", "");
    boolean bureau = Titles.bureau(bare).isPresent();
    return bureau || UNNAMED.matcher(category).matches() ? "" : category;
  }
}
