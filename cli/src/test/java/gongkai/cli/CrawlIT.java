package gongkai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.page.UnknownPath;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program crawling: killed, interrupted, twice at once, ordered wrongly. */
class CrawlIT {
  private static final int PAGES = 120;

  @TempDir Path temp;
  private WireMockServer server;

  @BeforeEach
  void serve() {
    server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    server.start();
    server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    StringBuilder links = new StringBuilder("<title>首页</title>");
    for (int i = 0; i < PAGES; i++) {
      links.append("<a href='/channel_" + i + "/'>栏目" + i + "</a>");
      page(
          "/channel_" + i + "/",
          "<title>栏目" + i + "</title><h1>第" + i + "号通知</h1><p>" + "正文。".repeat(50));
    }
    page("/", links.toString());
  }

  private void page(String path, String body) {
    server.stubFor(
        any(urlEqualTo(path))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withBody("<html><body>" + body + "</body></html>")));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Path out() {
    return temp.resolve("out");
  }

  /** A run of the program; its stderr in a file. */
  private record Run(Process process, Path out, Path err) {
    int exitCode() throws InterruptedException {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    }

    String stdout() throws IOException {
      return Files.readString(out, StandardCharsets.UTF_8);
    }

    String stderr() throws IOException {
      return Files.readString(err, StandardCharsets.UTF_8);
    }
  }

  private Run start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.exists(Path.of("/proc/self"))) {
      // a shell that runs the tests in the background hands down a SIGINT that is ignored
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("gongkai.jar"),
            "--lang",
            "en"));
    command.addAll(List.of(arguments));
    Path stdout = Files.createTempFile(temp, "run", ".out");
    Path stderr = Files.createTempFile(temp, "run", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    return new Run(process, stdout, stderr);
  }

  private Run crawl(String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("crawl", site(), "--out", out().toString()));
    arguments.addAll(List.of(more));
    return start(arguments.toArray(String[]::new));
  }

  private String site() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /** Until so many pages have been asked for; the server's journal is the only clock. */
  private void untilAsked(int requests) {
    while (server.getAllServeEvents().size() < requests) {
      Thread.onSpinWait();
    }
  }

  private Set<String> stored() throws IOException {
    Set<String> stored = new HashSet<>();
    WarcSnapshot.open(out().resolve("snapshot"))
        .forEach((Answer a) -> stored.add(a.request().url()));
    // what the host answers for an address that cannot exist is no page of the site
    stored.removeIf(UnknownPath::is);
    return stored;
  }

  private Set<String> asked() {
    return server.getAllServeEvents().stream()
        .map(e -> e.getRequest().getAbsoluteUrl())
        .filter(url -> !url.endsWith("/sitemap.xml") && !url.endsWith("/robots.txt"))
        .filter(url -> !UnknownPath.is(url))
        .collect(Collectors.toSet());
  }

  @Test
  void killedInTheMiddleItGoesOnWithoutAskingAgain() throws Exception {
    Run killed = crawl("--rate", "100");
    untilAsked(40);
    killed.process().destroyForcibly();
    killed.exitCode();
    Set<String> before = stored();
    Set<String> askedBefore = asked();
    assertThat(before).hasSizeBetween(10, PAGES);
    server.resetRequests();
    Run resumed = crawl("--rate", "0", "--resume");
    assertThat(resumed.exitCode()).as(resumed.stderr()).isZero();
    assertThat(stored()).hasSize(PAGES + 1);
    assertThat(asked()).doesNotContainAnyElementsOf(before);
    Set<String> twice = new HashSet<>(asked());
    twice.retainAll(askedBefore);
    assertThat(twice).hasSizeLessThanOrEqualTo(2 * 2);
  }

  @ParameterizedTest
  @CsvSource({"crawl,INT,130", "crawl,TERM,143", "audit,INT,130", "audit,TERM,143"})
  void aSignalKeepsTheSnapshotAndSaysHowToGoOn(String command, String signal, int code)
      throws Exception {
    Run run = start(command, site(), "--out", out().toString(), "--rate", "20");
    untilAsked(10);
    new ProcessBuilder("kill", "-" + signal, String.valueOf(run.process().pid())).start().waitFor();
    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.stderr())
        .contains("go on with: gongkai --lang en " + command + " " + site() + " --out " + out())
        .contains("--resume");
    assertThat(stored()).isNotEmpty();
    assertThat(out().resolve("report.html")).doesNotExist();
    assertThat(crawl("--rate", "0", "--resume").exitCode()).isZero();
    assertThat(stored()).hasSize(PAGES + 1);
  }

  @Test
  void twoRunsNeverMeetAndTheLockDiesWithItsProcess() throws Exception {
    Run first = crawl("--rate", "5");
    untilAsked(3);
    Run second = crawl();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.stderr()).contains("in use by process " + first.process().pid());
    first.process().destroyForcibly();
    first.exitCode();
    Run third = crawl();
    assertThat(third.exitCode()).isEqualTo(2);
    assertThat(third.stderr()).contains("unfinished").contains("--resume");
    assertThat(crawl("--resume", "--rate", "0").exitCode()).isZero();
    Run fourth = crawl();
    assertThat(fourth.exitCode()).isEqualTo(2);
    assertThat(fourth.stderr()).contains("finished snapshot").contains("--overwrite");
    assertThat(crawl("--overwrite", "--rate", "0").exitCode()).isZero();
  }

  @Test
  void whatWasCutIsThreeAndNamesTheOption() throws Exception {
    Run run = crawl("--rate", "0", "--max-pages", "20");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.stderr()).contains("--max-pages 20 cut 101 addresses");
    assertThat(run.stdout().lines()).hasSizeLessThanOrEqualTo(10);
    assertThat(run.stdout()).contains("20 pages stored.");
  }

  @Test
  void anUnavailableRobotsFileIsThreeAndNamed() throws Exception {
    server.stubFor(any(urlEqualTo("/robots.txt")).willReturn(aResponse().withStatus(503)));
    Run run = crawl();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.stderr()).contains("robots.txt");
    assertThat(asked()).isEmpty();
  }

  @Test
  void quietAndWithoutProgressNothingIsSaid() throws Exception {
    Run quiet = crawl("-q", "--rate", "0");
    assertThat(quiet.exitCode()).isZero();
    assertThat(quiet.stdout()).isEmpty();
    assertThat(quiet.stderr()).isEmpty();
    Run silent = crawl("--overwrite", "--progress", "none", "--rate", "0");
    assertThat(silent.exitCode()).isZero();
    assertThat(silent.stderr()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsFourAndNamed() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");
    Run run = start("crawl", site(), "--out", file.resolve("out").toString());
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.stderr()).contains(file.toString());
    assertThat(asked()).isEmpty();
  }

  @Test
  void aFullDiskIsFourNamesThePathAndKeepsTheSnapshot() throws Exception {
    // the system's limit on the size of a file stands for the disk that is full
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty("gongkai.jar");
    Path stderr = temp.resolve("full.err");
    Process full =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 24; exec \"$@\"",
                "sh",
                java,
                "-XX:-UsePerfData",
                "-jar",
                jar,
                "--lang",
                "en",
                "crawl",
                site(),
                "--out",
                out().toString(),
                "--rate",
                "0",
                "--progress",
                "none")
            .redirectError(stderr.toFile())
            .start();
    assertThat(full.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(full.exitValue()).isEqualTo(4);
    assertThat(Files.readString(stderr))
        .contains("Cannot write " + out().resolve("snapshot"))
        .contains("File too large")
        .contains("--resume");
    int kept = stored().size();
    assertThat(kept).isBetween(5, PAGES);
    server.resetRequests();
    assertThat(crawl("--resume", "--rate", "0").exitCode()).isZero();
    assertThat(stored()).hasSize(PAGES + 1);
    assertThat(asked()).hasSize(PAGES + 1 - kept);
  }

  @Test
  void nothingToResumeIsTwo() throws Exception {
    Run run = crawl("--resume");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.stderr()).contains("no snapshot to go on with");
  }
}
