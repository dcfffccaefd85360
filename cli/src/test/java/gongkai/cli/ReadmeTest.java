package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Fixtures;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The README says what the code says. After an intended change run {@code mvn -q test
 * -Dgolden=write -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false} and read the
 * difference.
 */
class ReadmeTest {
  private static final Path ROOT = Fixtures.root().getParent();
  private static final Path FILE = ROOT.resolve("README.md");
  private static final Pattern CALL = Pattern.compile("(?m)^(?:\\$ )?scripts/gongkai (.*)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern PLACE =
      Pattern.compile("`((?:scripts|cli|audit-rules|fixtures|\\.ci)/[A-Za-z0-9_./-]+)`");

  private final Readme readme = new Readme();

  @Test
  void tablesAreThoseOfTheCode() throws IOException {
    String mended = readme.mend(Files.readString(FILE));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, mended);
    }
    assertThat(Files.readString(FILE))
        .as(
            "mend it with: mvn -q test -Dgolden=write -Dtest=ReadmeTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false")
        .isEqualTo(mended);
    assertThat(Readme.marked(mended)).containsExactlyInAnyOrderElementsOf(readme.names());
  }

  @Test
  void everyExitCodeIsExplained() {
    assertThat(readme.exitMeanings().keySet().stream().map(code -> Integer.parseInt(code.strip())))
        .containsExactlyElementsOf(Arrays.stream(ExitCode.values()).map(ExitCode::code).toList());
  }

  @Test
  void everyCallIsUnderstood() throws IOException {
    List<String> calls =
        CALL.matcher(Files.readString(FILE)).results().map(m -> m.group(1)).toList();
    assertThat(calls).isNotEmpty();
    for (String call : calls) {
      String words = call.replaceFirst("\\s+#.*", "").strip();
      Gongkai.commandLine(new Console(quiet(), quiet(), Lang.EN)).parseArgs(words.split(" +"));
    }
  }

  private static PrintStream quiet() {
    return new PrintStream(PrintStream.nullOutputStream());
  }

  @Test
  void everyFileItNamesIsThere() throws IOException {
    String text = Files.readString(FILE);
    List<String> files =
        java.util.stream.Stream.of(LINK, PLACE)
            .flatMap(pattern -> pattern.matcher(text).results())
            .map((MatchResult match) -> match.group(1))
            .toList();
    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
  }
}
