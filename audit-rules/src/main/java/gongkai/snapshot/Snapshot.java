package gongkai.snapshot;

import gongkai.picture.Pictures;
import java.util.List;
import java.util.function.Consumer;

/** A site as fetched. Reading it twice gives the same, in the same order. */
public interface Snapshot {
  CrawlInfo info();

  /**
   * Every stored answer in the order of storing, each body dropped after the call: memory does not
   * grow with the site.
   *
   * @throws java.io.UncheckedIOException when the snapshot cannot be read
   */
  void forEach(Consumer<Answer> reader);

  /**
   * What was wanted and not got, in the order of the records; a later success for the same request
   * removes it.
   */
  List<Unread> unread();

  /** What is wrong with the way to the site although it was read, in the order of the records. */
  default List<Trouble> troubles() {
    return List.of();
  }

  /** The pictures of its pages. */
  default Pictures pictures() {
    return Pictures.NONE;
  }

  /** SHA-256 over the snapshot's files, lower-case hex. */
  String digest();
}
