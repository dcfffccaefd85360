package gongkai.input;

import java.util.List;

/** A YAML value with the line it stands on, from 1. */
public sealed interface Node {
  int line();

  /**
   * A single value, as written: {@code 06-30} and {@code 1.10} stay text.
   *
   * @param quoted in quotes, so that {@code ""} is an empty text and no missing value
   */
  record Scalar(String text, boolean quoted, int line) implements Node {
    /** Nothing, {@code ~} or {@code null}. */
    public boolean absent() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }
  }

  /** A list. */
  record Sequence(List<Node> entries, int line) implements Node {
    public Sequence {
      entries = List.copyOf(entries);
    }
  }

  /** Keys with their values, in the order of the file; no key occurs twice. */
  record Mapping(List<Entry> entries, int line) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One key with its value. */
  record Entry(String key, int line, Node value) {}
}
