package gongkai.page;

import java.util.List;

/**
 * A link to another page of http or https.
 *
 * @param url absolute and canonical
 * @param text what the reader sees; the {@code title} attribute where the text is cut off with dots
 * @param path names of the columns down to the one it leads to, where a tree of columns says so;
 *     empty list for every other link
 */
public record Link(String url, String text, List<String> path) {
  public Link {
    path = List.copyOf(path);
  }

  /** A link that stands in no tree. */
  public Link(String url, String text) {
    this(url, text, List.of());
  }
}
