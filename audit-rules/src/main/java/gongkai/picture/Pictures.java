package gongkai.picture;

import gongkai.site.Kept;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures that a snapshot holds.
 *
 * @param start where the start page is kept; empty if it was not read
 * @param asked pictures were asked for ({@code --render}): where one is missing, that is said
 * @param byPage what came of picturing a page, by the place of its record
 */
public record Pictures(Optional<Kept> start, boolean asked, Map<String, Picture> byPage) {
  /** Nobody asked for any. */
  public static final Pictures NONE = new Pictures(Optional.empty(), false, Map.of());

  public Pictures {
    byPage = Map.copyOf(byPage);
  }

  /** The same pictures of a site with that start page. */
  public Pictures of(Optional<Kept> startPage) {
    return new Pictures(startPage, asked, byPage);
  }
}
