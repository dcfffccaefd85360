package gongkai.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an answer, and why they were read so. Order: byte order mark, strict UTF-8, the
 * header, the page's own meta, GB18030. A page that says gb2312 or gbk holds GB18030 (朱镕基 would
 * lose 镕).
 *
 * @param text the characters, without a byte order mark
 * @param charset the encoding and the reason, disagreeing declarations included
 */
public record Decoded(String text, String charset) {
  private static final Pattern META =
      Pattern.compile(
          "(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)"
              + "|<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)");
  private static final Pattern HEADER =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");

  /** Declarations beyond this many bytes are not looked for (browsers stop at 1024). */
  private static final int HEAD = 8192;

  private static final Charset GB18030 = Charset.forName("GB18030");

  /**
   * @param cut the body ends at the limit, perhaps inside a character
   */
  public static Decoded of(byte[] body, String contentType, boolean cut) {
    Decoded marked = byMark(body);
    if (marked != null) {
      return marked;
    }
    String header = first(HEADER.matcher(contentType));
    String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    String meta = first(META.matcher(head));
    String utf8 = strict(body, cut);
    if (utf8 != null) {
      String odd = "";
      if (!header.isEmpty() && charset(header) != StandardCharsets.UTF_8) {
        odd += ", header says " + header;
      }
      if (!meta.isEmpty() && charset(meta) != StandardCharsets.UTF_8) {
        odd += ", meta says " + meta;
      }
      return new Decoded(utf8, "UTF-8 (strict" + odd + ")");
    }
    for (String[] said : new String[][] {{"header", header}, {"meta", meta}}) {
      Charset declared = charset(said[1]);
      // not valid UTF-8: a declaration of UTF-8 is proven wrong, unless almost everything is
      if (declared != null && declared != StandardCharsets.UTF_8) {
        String other = said[0].equals("header") && !meta.isEmpty() ? meta : "";
        String odd =
            other.isEmpty() || declared.equals(charset(other)) ? "" : ", meta says " + other;
        String text = new String(body, declared);
        return new Decoded(text, declared.name() + " (" + said[0] + " " + said[1] + odd + ")");
      }
    }
    String lenient = new String(body, StandardCharsets.UTF_8);
    if (mostlyReadable(lenient)) {
      return new Decoded(lenient, "UTF-8 (with broken characters)");
    }
    String odd = header.isEmpty() ? meta : header;
    return new Decoded(
        new String(body, GB18030),
        "GB18030 (fallback" + (odd.isEmpty() ? "" : ", declared " + odd) + ")");
  }

  private static Decoded byMark(byte[] body) {
    if (starts(body, 0xef, 0xbb, 0xbf)) {
      String text = new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
      return new Decoded(text, "UTF-8 (BOM)");
    }
    if (starts(body, 0xff, 0xfe)) {
      String text = new String(body, 2, body.length - 2, StandardCharsets.UTF_16LE);
      return new Decoded(text, "UTF-16LE (BOM)");
    }
    if (starts(body, 0xfe, 0xff)) {
      String text = new String(body, 2, body.length - 2, StandardCharsets.UTF_16BE);
      return new Decoded(text, "UTF-16BE (BOM)");
    }
    return null;
  }

  private static boolean starts(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The text if the bytes are UTF-8 to the last one (to the last whole character if cut). */
  private static String strict(byte[] body, boolean cut) {
    String quick = new String(body, StandardCharsets.UTF_8);
    if (quick.indexOf('\ufffd') < 0) {
      return quick;
    }
    for (int end = body.length; end >= 0 && end > body.length - (cut ? 4 : 1); end--) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(body, 0, end))
            .toString();
      } catch (CharacterCodingException notUtf8) {
        continue;
      }
    }
    return body.length == 0 ? "" : null;
  }

  private static boolean mostlyReadable(String text) {
    int broken = 0;
    int wide = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd') {
        broken++;
      } else if (c >= 0x2e80) {
        wide++;
      }
    }
    return broken * 50 < wide;
  }

  private static Charset charset(String name) {
    if (name.isEmpty()) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("gb") || lower.equals("x-gbk") || lower.equals("hz-gb-2312")) {
      return GB18030;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }

  private static String first(Matcher m) {
    if (!m.find()) {
      return "";
    }
    return m.group(1) != null ? m.group(1) : m.groupCount() > 1 ? m.group(2) : "";
  }
}
