package gongkai.catalogue.table;

import gongkai.page.Decoded;
import gongkai.page.FileFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tables of a file that is text; what kind of file it is, is told by its bytes. */
public final class CatalogueFile {
  private static final int LOOKED_AT = 4096;

  /** Separators of two bytes that a picture does not have by chance. */
  private static final int LEAST_WIDE = 3;

  /** Control characters that texts have: tab, line ends, form feed, end of an old file, escape. */
  private static final String SPACES = "\t\n\u000b\f\r\u001a\u001b";

  private CatalogueFile() {}

  /**
   * The format of a file that is no text; {@link FileFormat#OTHER} for a text.
   *
   * @param name the file's name or address
   */
  public static FileFormat format(byte[] body, String contentType, String name) {
    return FileFormat.of(body, contentType, name);
  }

  /** What bytes without a known format are. */
  public enum Kind {
    TEXT,
    /** A page with all its parts in one file, as Word saves it. */
    MHT,
    BINARY
  }

  /** Tells a text from what no editor shows, by its beginning. */
  public static Kind kind(byte[] body) {
    int zeros = 0;
    int control = 0;
    int wide = 0;
    int end = Math.min(body.length, LOOKED_AT);
    for (int i = 0; i < end; i++) {
      zeros += body[i] == 0 ? 1 : 0;
      control += body[i] > 0 && body[i] < ' ' && SPACES.indexOf(body[i]) < 0 ? 1 : 0;
      // 开 and 一 have a zero byte too, on the other side: what separates cells tells UTF-16
      boolean pair = i % 2 == 0 && i + 1 < end;
      wide += pair && (separates(body[i], body[i + 1]) || separates(body[i + 1], body[i])) ? 1 : 0;
    }
    boolean utf16 = marked(body) || wide >= LEAST_WIDE;
    if (!utf16 && zeros + control > 0) {
      return Kind.BINARY;
    }
    String start = new String(body, 0, Math.min(end, 1000), StandardCharsets.ISO_8859_1);
    boolean mht = start.contains("MIME-Version:") && start.contains("multipart/related");
    return mht ? Kind.MHT : Kind.TEXT;
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
    for (int i = 0; i < Math.min(body.length, LOOKED_AT); i++) {
      boolean zero = body[i] == 0;
      even += zero && i % 2 == 0 ? 1 : 0;
      odd += zero && i % 2 == 1 ? 1 : 0;
    }
    if (!marked(body) && even + odd > 0) {
      // UTF-16 without a mark: its separators and line ends have a zero byte
      Charset wide = odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      return new String(body, wide);
    }
    return Decoded.of(body, contentType, false).text();
  }

  private static boolean separates(byte mark, byte other) {
    return other == 0 && mark > 0 && "\t\n,;|<>".indexOf(mark) >= 0;
  }

  /** With the mark of UTF-16. */
  private static boolean marked(byte[] body) {
    return body.length > 1 && (body[0] & 0xfe) == 0xfe && (body[1] & 0xfe) == 0xfe;
  }
}
