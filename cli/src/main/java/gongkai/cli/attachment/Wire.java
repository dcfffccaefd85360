package gongkai.cli.attachment;

import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What goes between the program and the process that reads files. */
final class Wire {
  /** An answer that claims to be longer comes from a process gone mad. */
  private static final int LONGEST_ANSWER = 50_000_000;

  private Wire() {}

  /**
   * A file to be read.
   *
   * @param tables its tables are wanted, not its text
   */
  record Question(boolean tables, FileFormat format, byte[] body) {}

  static void ask(DataOutputStream out, Question question) throws IOException {
    out.writeBoolean(question.tables());
    out.writeByte(question.format().ordinal());
    out.writeInt(question.body().length);
    out.write(question.body());
    out.flush();
  }

  static Question question(DataInputStream in) throws IOException {
    boolean tables = in.readBoolean();
    FileFormat format = FileFormat.values()[in.readUnsignedByte()];
    byte[] body = new byte[in.readInt()];
    in.readFully(body);
    return new Question(tables, format, body);
  }

  static void answer(DataOutputStream out, FileText text) throws IOException {
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    out.writeByte(text.state().ordinal());
    out.writeUTF(text.detail());
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  static FileText answer(DataInputStream in) throws IOException {
    int state = in.readUnsignedByte();
    String detail = in.readUTF();
    int length = in.readInt();
    if (state >= FileText.State.values().length || length < 0 || length > LONGEST_ANSWER) {
      throw new IOException("no answer: " + state + ", " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new FileText(
        FileText.State.values()[state], detail, new String(bytes, StandardCharsets.UTF_8));
  }
}
