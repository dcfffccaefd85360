package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    // environment, stdout and stderr are terminals, Windows, colours, a line that rewrites itself
    "TERM=xterm-256color,true,true,false,true,true",
    "TERM=xterm;NO_COLOR=1,true,true,false,false,true",
    "TERM=xterm;NO_COLOR=,true,true,false,true,true",
    "TERM=dumb,true,true,false,false,false",
    "TERM=xterm,false,true,false,false,true",
    "TERM=xterm,true,false,false,true,false",
    "TERM=xterm;CLICOLOR_FORCE=1,false,false,false,false,false",
    "'',true,true,true,false,true",
    "WT_SESSION=1,true,true,true,true,true"
  })
  void onlyATerminalIsColouredAndRewritten(
      String set, boolean out, boolean err, boolean windows, boolean colours, boolean rewritten) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String pair : set.split(";")) {
      String[] parts = pair.split("=", 2);
      environment.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    environment.remove("");
    assertThat(Terminal.of(environment, out, err, windows))
        .isEqualTo(new Terminal(out, rewritten, colours));
  }

  @ParameterizedTest
  @CsvSource({"40,40", "200,80", "80,80", "1,20", "0,80", "'',80", "wide,80", "-40,80", "99999,80"})
  void aNarrowTerminalIsKnownByItsColumns(String said, int columns) {
    Map<String, String> environment = Map.of("TERM", "xterm", "COLUMNS", said);
    assertThat(Terminal.of(environment, true, true, false).columns()).isEqualTo(columns);
  }

  private static String printed(Terminal terminal, String line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Console(stream, stream, Lang.ZH, terminal).print(line);
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void coloursAddNothingButThemselves() {
    String line = "● 合规 27    ✕ 未公开 6  \u001B[31m";
    String plain = printed(Terminal.NONE, line);
    assertThat(plain).isEqualTo("● 合规 27    ✕ 未公开 6   [31m");
    String coloured = printed(new Terminal(true, true, true), line);
    assertThat(coloured).contains("\u001B[31m✕ 未公开\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }
}
