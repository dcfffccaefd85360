package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/monthly} with the packaged program, as cron would run it. */
class MonthlyIT {
  private static final Path ROOT = Fixtures.root().getParent();
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private Path home;
  private Path folder;
  private Path program;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectory(home.resolve("the bureau"));
    program = home.resolve("gongkai");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        "#!/bin/sh\nexec '%s' -jar '%s' \"$@\"\n"
            .formatted(java, Path.of(System.getProperty("gongkai.jar")).toAbsolutePath()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Run monthly(String... arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("scripts/monthly").toString()));
    command.addAll(Arrays.asList(arguments));
    return Program.execute(home, Map.of("GONGKAI", program.toString(), "LANG", "C.UTF-8"), command);
  }

  private Run month(String asOf) {
    return monthly("--as-of", asOf, "--notify", "cat >>told.txt", "the bureau");
  }

  private void site(String address) throws IOException {
    Files.writeString(
        folder.resolve("gongkai.yaml"), "site: %s\nrate: 0\nretries: 0\n".formatted(address));
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void eachMonthIsHeldToTheLastAndOnlyChangesAreTold() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      site(server.startUrl());
      Run first = month("2026-08-31");
      assertThat(first.exit()).as(first.err()).isEqualTo(1);
      assertThat(first.out() + first.err()).isEmpty();
      // nothing to compare with: the summary is told
      assertThat(file("told.txt")).contains("audits/2026-08-31/report.html");
      assertThat(file("log/2026-08-31.log")).contains("exit code 1");

      Files.delete(folder.resolve("told.txt"));
      Run second = month("2026-11-01");
      assertThat(second.exit()).as(second.err()).isEqualTo(1);
      assertThat(file("told.txt"))
          .isEqualTo(file("changes/2026-11-01.txt"))
          .contains("新增", "截至2026年8月31日 → 截至2026年11月1日")
          .doesNotContain("\n未整改");
      assertThat(file("log/2026-11-01.log")).contains("--update audits/2026-08-31");

      // nothing changed: nothing new fails, nobody is told
      Files.delete(folder.resolve("told.txt"));
      Run third = month("2026-11-02");
      assertThat(third.exit()).as(third.err()).isZero();
      assertThat(folder.resolve("told.txt")).doesNotExist();
      assertThat(file("changes/2026-11-02.txt")).isEmpty();
      // the site is down: its audit says so, and is no baseline
      site("http://127.0.0.1:1/");
      Run down = month("2026-11-03");
      assertThat(down.exit()).isEqualTo(3);
      // what was said, in few lines, and not that nothing of it can be told now
      assertThat(file("told.txt")).contains("audits/2026-11-03/report.html").hasLineCount(8);
      assertThat(folder.resolve("changes/2026-11-03.txt")).doesNotExist();
      assertThat(
              new ObjectMapper()
                  .readTree(folder.resolve("audits/2026-11-03/audit.json").toFile())
                  .at("/coverage/access/0/addresses")
                  .asInt())
          .as("a host under two schemes is one address")
          .isEqualTo(1);
      assertThat(file("log/2026-11-03.log")).contains("--baseline audits/2026-11-02");
      site(server.startUrl());
      Run up = month("2026-11-04");
      assertThat(up.exit()).as(up.err()).isEqualTo(1);
      assertThat(file("log/2026-11-04.log")).contains("--baseline audits/2026-11-02");
      // what the outage hid is not new
      assertThat(file("changes/2026-11-04.txt")).contains("新增 1、").contains("\n新增 1\n");
    }
  }

  @Test
  void whatFailsIsToldAndPrinted() throws IOException {
    Files.writeString(folder.resolve("gongkai.yaml"), "sight: http://x/\n");
    Run run = month("2026-10-31");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("log/2026-10-31.log");
    assertThat(file("log/2026-10-31.log")).contains("sight");
    assertThat(file("told.txt")).contains("sight");
    Run deaf = monthly("--as-of", "2026-10-31", "--notify", "exit 7", "the bureau");
    assertThat(deaf.err()).contains("the notification command failed");
  }

  /** Java that cannot start says 1, as an audit that found gaps does. */
  @Test
  void aProgramThatDoesNotStartIsNoAuditWithGaps() throws IOException {
    Files.writeString(program, "#!/bin/sh\necho broken >&2\nexit 1\n");
    Run run = month("2026-10-31");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("log/2026-10-31.log");
    assertThat(file("told.txt")).contains("broken");
  }

  @Test
  void twoRunsNeverMeet() throws IOException {
    Path lock = folder.resolve(".monthly.lock");
    Files.writeString(lock, "4711\n");
    Run refused = null;
    // a lock of flock(1) and one of Java are not the same: another shell holds it
    Path ready = home.resolve("ready");
    ProcessBuilder holder =
        new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo > '" + ready + "'; read x");
    Process process = holder.start();
    try {
      while (!Files.exists(ready)) {
        Thread.onSpinWait();
      }
      refused = month("2026-10-31");
    } finally {
      process.destroy();
    }
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("4711", "the bureau");
    assertThat(folder.resolve("audits")).doesNotExist();
  }

  @Test
  void wrongUseIsSaid() {
    assertThat(monthly().exit()).isEqualTo(2);
    assertThat(monthly("nowhere").err()).contains("nowhere");
    assertThat(monthly("--as-of", "gestern", "the bureau").err()).contains("gestern");
    assertThat(monthly("--rate", "the bureau").err()).contains("--rate");
  }
}
