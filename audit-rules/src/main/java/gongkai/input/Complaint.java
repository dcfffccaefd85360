package gongkai.input;

import gongkai.message.Message;

/**
 * One thing wrong in a file.
 *
 * @param file name of the {@link Source}
 * @param line from 1; 0 when the file as a whole is meant
 * @param field where in the file, such as {@code items[2.2].requirements[2.2c].cadence.due}; empty
 *     string when the file as a whole is meant
 * @param what what is wrong
 * @param right what would be right
 */
public record Complaint(String file, int line, String field, Message what, Message right) {
  /** The complaint as one line. */
  public Message message() {
    if (line == 0) {
      return Message.of("input.complaintFile", file, what, right);
    }
    return field.isEmpty()
        ? Message.of("input.complaintLine", file, line, what, right)
        : Message.of("input.complaint", file, line, field, what, right);
  }
}
