package gongkai.picture;

import gongkai.picture.Picture.Taken;
import gongkai.site.Kept;
import java.util.Locale;
import java.util.Optional;

/**
 * What an inspector lays before an office for a gap: a page and its picture.
 *
 * @param url of the page
 * @param page where it is kept; empty if it is not
 * @param file the picture's name in {@code --out}; empty string if there is none
 */
public record Exhibit(Of of, String url, Optional<Kept> page, Picture picture, String file) {
  /** What the page is to the gap. */
  public enum Of {
    /** The page judged, or the one that answers it too late. */
    PAGE,
    /** The first page of the section where it stands, or where it should stand. */
    LISTING,
    /** The start page: the site has no such section. */
    START;

    /** As outputs spell it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The picture; empty if there is none. */
  public Optional<Taken> taken() {
    return picture instanceof Taken taken ? Optional.of(taken) : Optional.empty();
  }
}
