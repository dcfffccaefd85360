package gongkai.site;

import gongkai.page.PageFacts;
import gongkai.page.PageKind;

/**
 * An error with status 200 in words that nobody lists: a listing promises an article, and the
 * answer is a bare page of another title without date, text, file or frame.
 */
final class ErrorPage {
  static final String WHY = "broken answer: another title and no text";

  /** An error page leads back, and hardly anywhere else. */
  private static final int MOST_LINKS = 4;

  /** So many letters in a row of a title are no chance. */
  private static final int LEAST_COMMON = 4;

  private ErrorPage() {}

  /**
   * @param promised title in the listing; empty string if it has none
   */
  static boolean inPlaceOf(String promised, PageFacts page) {
    boolean bare =
        page.kind() != PageKind.ATTACHMENT
            && page.thin()
            && page.dates().isEmpty()
            && page.documentNumber().isEmpty()
            && page.attachments().isEmpty()
            && !page.media()
            && page.listing().filter(l -> !l.entries().isEmpty()).isEmpty()
            && page.redirect().isEmpty()
            && page.links().size() <= MOST_LINKS;
    return bare
        && !promised.isBlank()
        && !alike(letters(promised), letters(page.title() + page.heading() + page.text()));
  }

  private static String letters(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static boolean alike(String promised, String title) {
    int least = Math.min(LEAST_COMMON, promised.length());
    for (int i = 0; i + least <= promised.length(); i++) {
      if (title.contains(promised.substring(i, i + least))) {
        return true;
      }
    }
    return false;
  }
}
