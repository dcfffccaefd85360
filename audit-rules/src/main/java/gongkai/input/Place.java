package gongkai.input;

/**
 * A place in a file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param field path of keys, as {@code items[2.2].name}; empty string for the file as a whole
 */
public record Place(String file, int line, String field) {
  /** The place of a key below this one. */
  Place key(String key, int line) {
    return new Place(file, line, field.isEmpty() ? key : field + "." + key);
  }

  /** The place of an entry of a list that stands here. */
  Place entry(String name, int line) {
    return new Place(file, line, field + "[" + name + "]");
  }
}
