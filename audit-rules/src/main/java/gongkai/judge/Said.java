package gongkai.judge;

import gongkai.match.Words;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one page says about the validity of a document.
 *
 * @param from the first day without validity, or of what else is said; empty if nothing tells
 * @param words the line that says it
 */
record Said(SitePage page, Mode mode, Optional<LocalDate> from, String words) {
  private static final Pattern SINCE_WHEN =
      Pattern.compile("自" + ValidityWords.DATE + "起[^。；]{0,10}(?:废止|失效|停止执行)");
  private static final Pattern CELL = Pattern.compile("(已|予以|宣布)?(废止|失效|停止执行)|(继续|现行)?有效|保留|修改|修订");
  private static final int LONGEST_HEADING = 40;

  /** The clause a line of a list stands under. */
  enum Mode {
    ENDS,
    STAYS,
    OTHER
  }

  /**
   * What a page's lines say about a document: each line by its own words, else by the heading it
   * stands under.
   */
  static List<Said> in(SitePage page, DocumentNames names) {
    Mode mode = byTitle(page.title());
    List<Said> said = new ArrayList<>();
    boolean pending = false;
    for (String line : ValidityWords.folded(page.text()).split("(?<=[。；;\\n])")) {
      String bare = line.strip();
      boolean mentions = names.in(Words.normal(bare));
      boolean anyMention = DocumentNames.any(bare);
      if (!anyMention && CELL.matcher(Words.normal(bare)).matches() && pending) {
        said.add(new Said(page, mode(bare, mode), from(page, bare), bare));
        pending = false;
        continue;
      }
      if (!anyMention && !mentions && bare.length() <= LONGEST_HEADING) {
        mode = mode(bare, mode);
        continue;
      }
      if (mentions) {
        Mode own = clause(bare, mode);
        pending = own == Mode.OTHER;
        if (own != Mode.OTHER) {
          said.add(new Said(page, own, from(page, bare), bare));
        }
      } else if (anyMention) {
        pending = false;
      }
    }
    return said;
  }

  private static Mode byTitle(String title) {
    if (ValidityWords.stays(title) && !ValidityWords.ends(title)) {
      return Mode.STAYS;
    }
    boolean ends = ValidityWords.ends(title) && !title.contains("清理");
    return ends && !ValidityWords.stays(title) && !ValidityWords.changes(title)
        ? Mode.ENDS
        : Mode.OTHER;
  }

  private static Mode mode(String heading, Mode before) {
    if (ValidityWords.stays(heading) || heading.matches(".{0,4}有效.{0,8}")) {
      return Mode.STAYS;
    }
    if (ValidityWords.ends(heading)) {
      return Mode.ENDS;
    }
    return ValidityWords.changes(heading) ? Mode.OTHER : before;
  }

  /** The words of the line itself speak louder than its heading; a date before 废止 belongs to it. */
  private static Mode clause(String line, Mode heading) {
    if (ValidityWords.stays(line)) {
      return Mode.STAYS;
    }
    return ValidityWords.ends(line) ? Mode.ENDS : heading;
  }

  /**
   * Since when: the date beside 废止, else the repealing document's own start, else its publication.
   */
  private static Optional<LocalDate> from(SitePage page, String line) {
    Matcher since = SINCE_WHEN.matcher(line);
    if (since.find()) {
      return ValidityWords.date(since);
    }
    if (line.contains("同时") || line.contains("即行")) {
      Optional<LocalDate> start = ValidityWords.start(ValidityWords.folded(page.text()));
      if (start.isPresent()) {
        return start;
      }
    }
    return page.day().or(() -> page.documentDate().map(d -> d.date()));
  }
}
