package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.catalogue.table.CatalogueFile.Kind;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
  private static final String TABLE = "公开事项\t公开内容\t公开时限\n一\t公开\t长期公开\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void aTableIsTextInEveryEncoding(String charset) {
    assertThat(CatalogueFile.kind(TABLE.getBytes(Charset.forName(charset)))).isEqualTo(Kind.TEXT);
  }

  @Test
  void aPictureIsNoText() {
    byte[] png = {
      (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0
    };
    assertThat(CatalogueFile.kind(png)).isEqualTo(Kind.BINARY);
    assertThat(CatalogueFile.kind(new byte[] {'P', 'K', 1, 2})).isEqualTo(Kind.BINARY);
  }
}
