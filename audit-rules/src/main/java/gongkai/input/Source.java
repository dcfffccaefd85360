package gongkai.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file as it lies on the disk.
 *
 * @param name what complaints call it: the path as the user gave it
 * @param bytes its content, never changed
 */
public record Source(String name, byte[] bytes) {
  /** A file with this text. */
  public static Source of(String name, String text) {
    return new Source(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its name without the folder it lies in. */
  public String fileName() {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /** The text without a byte order mark; empty if it is not UTF-8. */
  public Optional<String> text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * The same in UTF-8, where a spreadsheet has saved it in the old encoding of Chinese systems
   * (GB18030); as it is where it is neither.
   */
  public Source asSpreadsheetsSave() {
    if (text().isPresent()) {
      return this;
    }
    try {
      ByteBuffer saved = ByteBuffer.wrap(bytes);
      return of(name, Charset.forName("GB18030").newDecoder().decode(saved).toString());
    } catch (CharacterCodingException e) {
      return this;
    }
  }
}
