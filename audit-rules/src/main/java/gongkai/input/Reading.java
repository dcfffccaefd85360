package gongkai.input;

import java.util.List;

/** What came of reading files: a value, or everything that is wrong with them. */
public sealed interface Reading<T> {
  /** The files are sound. */
  record Sound<T>(T value) implements Reading<T> {}

  /**
   * The files are refused.
   *
   * @param complaints in the order of the files and their lines, at least one
   */
  record Refused<T>(List<Complaint> complaints) implements Reading<T> {
    public Refused {
      complaints = List.copyOf(complaints);
    }
  }
}
