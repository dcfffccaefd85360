package gongkai.catalogue.table;

import gongkai.message.Message;

/**
 * Something that was mended, left out or not understood.
 *
 * @param table name of the table; empty string if the file has only one
 * @param row as its reader counts; 0 if the table as a whole is meant
 * @param what with what was done about it
 */
public record Warning(String table, int row, Message what) {
  /** The place and what was done there, as one sentence. */
  public Message message() {
    Message inTable = row == 0 ? what : Message.of("import.atRow", row, what);
    return table.isEmpty() ? inTable : Message.of("import.inTable", table, inTable);
  }
}
