package gongkai.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as every output of ours writes it: indented, and harmless to look at. */
public final class JsonText {
  private JsonText() {}

  /** The text of a tree of plain values, a line feed at its end. */
  public static String of(JsonNode root) {
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indent);
    printer.indentArraysWith(indent);
    ObjectMapper mapper = new ObjectMapper(new JsonFactory().setCharacterEscapes(new Escapes()));
    try {
      String text = mapper.writer(printer).writeValueAsString(root);
      return text + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of plain values", impossible);
    }
  }

  /**
   * Escapes what an editor or terminal would obey instead of show: controls beyond ASCII, line
   * separators, bidirectional controls, and surrogates, so that half a pair from a broken page
   * survives too.
   */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
      codes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      boolean escape =
          Character.isISOControl(c)
              || c == 0x2028
              || c == 0x2029
              || c == 0xFEFF
              || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
              || PlainText.bidi(c);
      return escape ? new SerializedString("\\u" + hex(c)) : null;
    }

    private static String hex(int c) {
      String digits = Integer.toHexString(c);
      return "0".repeat(4 - digits.length()) + digits;
    }
  }
}
