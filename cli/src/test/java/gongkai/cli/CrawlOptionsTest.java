package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.message.Lang;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad options of a crawl are refused before the first request, each by its name. */
class CrawlOptionsTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Gongkai.run(
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Lang.EN),
        arguments);
  }

  @Test
  void aSiteThatIsNoAddressIsTwo() {
    assertThat(run("crawl", "ftp://example.org/")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("SITE").contains("http://");
    assertThat(run("crawl")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rate|-1|requests a second",
        "--rate|fast|requests a second",
        "--connections|0|--connections",
        "--max-pages|0|--max-pages",
        "--max-depth|-1|--max-depth",
        "--max-time|soon|30m",
        "--timeout|0s|20s",
        "--retries|99|--retries",
        "--max-body|much|10MB",
        "--allow-host|//|--allow-host",
        "--robots|maybe|obey, ignore",
        "--robots|ignore|--operator-consent",
        "--fetch|some|decisive, everything",
        "--progress|loud|auto, plain, none",
        "--header|nonsense|Name: value",
        "--proxy|socks5://x:1|http://host:port",
        "--ca-file|/no/such/file|PEM",
        "--seed|ftp://x/|--seed",
      })
  void badOptionsAreTwoBeforeTheFirstRequest(String option, String value, String said) {
    Path folder = temp.resolve("out");
    int code = run("crawl", "http://127.0.0.1:9/", "--out", folder.toString(), option, value);
    assertThat(code).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(said);
    assertThat(out.size()).isZero();
    // nothing was asked for and nothing written
    assertThat(folder).doesNotExist();
  }
}
