package gongkai.catalogue.table;

import gongkai.page.Decoded;
import gongkai.page.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tables of a file that is text; what kind of file it is, is told by its bytes. */
public final class CatalogueFile {
  private CatalogueFile() {}

  /**
   * The format of a file that is no text; {@link FileFormat#OTHER} for a text.
   *
   * @param name the file's name or address
   */
  public static FileFormat format(byte[] body, String contentType, String name) {
    return FileFormat.of(body, contentType, name);
  }

  /** The tables of a text: HTML if it has its marks, else TSV or CSV. */
  public static Tables text(byte[] body, String contentType) {
    String text = characters(body, contentType);
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    boolean html = start.startsWith("<") || start.contains("<table") || start.contains("<html");
    return html ? HtmlTables.read(text) : DelimitedTable.read(text);
  }

  private static String characters(byte[] body, String contentType) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < Math.min(body.length, 4096); i++) {
      boolean zero = body[i] == 0;
      even += zero && i % 2 == 0 ? 1 : 0;
      odd += zero && i % 2 == 1 ? 1 : 0;
    }
    boolean marked = body.length > 1 && (body[0] & 0xfe) == 0xfe && (body[1] & 0xfe) == 0xfe;
    if (!marked && even + odd > 0) {
      // UTF-16 without a mark: its separators and line ends have a zero byte
      Charset wide = odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      return new String(body, wide);
    }
    return Decoded.of(body, contentType, false).text();
  }
}
