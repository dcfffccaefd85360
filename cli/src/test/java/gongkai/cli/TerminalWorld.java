package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a real pseudo terminal, made by {@code script} of util-linux. */
class TerminalWorld {
  private static final String ESCAPE = "\u001B";
  private static final String REDRAWN = "(?s).*\r[^\n\r].*";
  private static final Map<String, String> TERM = Map.of("TERM", "xterm-256color");

  @TempDir private Path folder;

  private static String program() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return java + " -jar " + System.getProperty("gongkai.jar");
  }

  /** What a person sees of a shell's line; both streams are the terminal. */
  private String seen(Map<String, String> environment, String line) {
    Run run =
        Program.execute(
            folder,
            environment,
            List.of("script", "-q", "-e", "-c", "stty cols 80; " + line, "/dev/null"));
    return run.out();
  }

  @Test
  void aTerminalHasColoursAndOneLineThatRewritesItselfWithinItsWidth() throws IOException {
    try (FixtureServer server = FixtureServer.start(FixtureSite.load("gkmlpt"), "", List.of())) {
      String audit = program() + " audit " + server.startUrl() + " --rate 0 --overwrite --out ";
      String seen = seen(TERM, audit + "a");
      assertThat(seen).matches(REDRAWN).contains("抓取 [", ESCAPE + "[");
      List<String> lines = seen.replaceAll("\u001B\\[[0-9;]*m", "").lines().toList();
      assertThat(lines).hasSizeGreaterThan(10);
      assertThat(lines)
          .allSatisfy(l -> assertThat(Columns.width(l.strip())).as(l).isLessThanOrEqualTo(80));

      assertThat(seen(Map.of("TERM", "xterm", "NO_COLOR", "1"), audit + "b"))
          .matches(REDRAWN)
          .contains("● 合规")
          .doesNotContain(ESCAPE);
      assertThat(seen(Map.of("TERM", "dumb"), audit + "c"))
          .doesNotMatch(REDRAWN)
          .contains("● 合规")
          .doesNotContain(ESCAPE);
      assertThat(seen(TERM, audit + "d --progress plain")).doesNotMatch(REDRAWN).contains("已读");
      assertThat(seen(TERM, audit + "e -q")).isBlank();

      // each stream is asked for itself: the other one is still a terminal
      seen(TERM, audit + "f 2>err.txt");
      assertThat(Files.readString(folder.resolve("err.txt")))
          .contains("已读")
          .doesNotContain("\r", ESCAPE);
      seen(TERM, audit + "g >out.txt");
      assertThat(Files.readString(folder.resolve("out.txt")))
          .contains("● 合规")
          .doesNotContain("\r", ESCAPE);
    }
  }

  @Test
  void helpIsColouredOnATerminalOnly() {
    String help = program() + " audit --help";
    assertThat(seen(TERM, help)).contains(ESCAPE + "[", "--as-of");
    assertThat(seen(TERM, help + " | cat")).contains("--as-of").doesNotContain(ESCAPE);
    assertThat(seen(Map.of("TERM", "xterm", "NO_COLOR", "1"), help)).doesNotContain(ESCAPE);
  }
}
