package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
  /** What each random cell is made of: everything that CSV, spreadsheets or terminals obey. */
  private static final String[] PIECES = {
    "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r", "\n", " ", "0", "1.5", "公开", "a", "\u202E",
    "\u0000", "\u0085", "\u2028", "😀", "\uD83D", "\\", "|", "\uFEFF"
  };

  @Test
  void whatWasWrittenIsWhatIsRead() throws IOException {
    Random random = new Random(20261031);
    for (int round = 0; round < 2000; round++) {
      int width = 1 + random.nextInt(4);
      List<List<String>> rows = new ArrayList<>();
      for (int r = 0; r < 1 + random.nextInt(4); r++) {
        Object[] cells = new Object[width];
        for (int c = 0; c < width; c++) {
          cells[c] = cell(random);
        }
        rows.add(Table.row(cells));
      }
      List<String> header = new ArrayList<>();
      for (int c = 0; c < width; c++) {
        header.add("h" + c);
      }
      Table table = new Table(header, rows);
      assertThat(Table.parse(table.bytes())).as("round %d", round).isEqualTo(table);
    }
  }

  @Test
  void noCellIsAFormulaToASpreadsheet() {
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      String shown = Table.defuse(PlainText.line(cell(random)));
      boolean number = shown.matches("[+-]?[0-9]+(\\.[0-9]+)?");
      assertThat(number || shown.isEmpty() || "=+-@\t\r".indexOf(shown.charAt(0)) < 0)
          .as(shown)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          =1+1, '=1+1
          +86 635, '+86 635
          -, '-
          -1, -1
          -0.25, -0.25
          +3, +3
          -1-1, '-1-1
          @x, '@x
          '=x, ''=x
          'x, 'x
          公开, 公开
          """)
  void defuses(String cell, String written) {
    assertThat(Table.defuse(cell)).isEqualTo(written);
    assertThat(Table.undefuse(written)).isEqualTo(cell);
  }

  @Test
  void bytesAreThoseOfTheContract() {
    Table table = new Table(List.of("a", "b"), List.of(Table.row("公开 \"x\", y\n", "=A1")));
    assertThat(new String(table.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFa,b\r\n\"公开 \"\"x\"\", y \",'=A1\r\n");
  }

  @Test
  void readsWhatASpreadsheetSavedAgain() throws IOException {
    byte[] saved = "a,b,c\n1,\"x\ny\",\n2\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Table.parse(saved).rows())
        .containsExactly(List.of("1", "x\ny", ""), List.of("2", "", ""));
  }

  @Test
  void saysWhichLineIsWrong() {
    assertThatThrownBy(() -> Table.parse("a\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("line 2: 2 cells under 1 headers");
    assertThatThrownBy(() -> Table.parse(new byte[0])).hasMessageContaining("no header");
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      cell.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return cell.toString();
  }
}
