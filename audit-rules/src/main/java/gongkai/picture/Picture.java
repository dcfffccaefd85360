package gongkai.picture;

import java.time.Instant;
import java.util.Locale;

/** What came of picturing a stored page. */
public sealed interface Picture {

  /**
   * A picture was taken.
   *
   * @param sha256 of the PNG, lower-case hex
   * @param width in pixels
   * @param height in pixels
   * @param whole height of the whole page; more than {@code height} where its end is cut off
   * @param missing how many things the page asked for and was not given: images, styles, scripts
   * @param takenAt when; the page itself is as it was fetched
   * @param place file and offset of the picture's WARC record
   */
  record Taken(
      String sha256, int width, int height, int whole, int missing, Instant takenAt, String place)
      implements Picture {
    /** The page goes on below the picture. */
    public boolean cut() {
      return whole > height;
    }
  }

  /**
   * There is none.
   *
   * @param detail in short words; empty string where {@code why} says it all
   */
  record NotTaken(Why why, String detail) implements Picture {
    NotTaken(Why why) {
      this(why, "");
    }
  }

  /** Why there is no picture of a page. */
  enum Why {
    /** The page is known from its listing only: nothing of it is stored. */
    LISTING_ONLY,
    /** It is a file, which a browser does not show as its reader would. */
    FILE,
    /** It shows numbers of persons: a picture would spread them. */
    PERSONAL_NUMBERS,
    /** More pictures than one audit takes, or more time. */
    LIMIT,
    /** The machine has no letters to write Chinese with. */
    NO_FONT,
    /** The browser did not show it. */
    FAILED,
    /** The snapshot holds none: its pictures were taken for other gaps. */
    NOT_ASKED;

    /** As outputs spell it; its words are the message {@code picture.<code>}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
