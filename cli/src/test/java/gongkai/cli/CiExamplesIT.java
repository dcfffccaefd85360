package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The GitLab example, run by a shell as a runner runs it, against a fixture site. */
class CiExamplesIT {
  private static final FixtureSite SITE = FixtureSite.load("siblings");

  @TempDir private Path folder;

  private static String script(String part) throws IOException {
    Path file = Fixtures.root().getParent().resolve("scripts/ci/gitlab-ci.yml");
    Map<?, ?> document = new Yaml().load(Files.readString(file));
    List<String> lines = new ArrayList<>();
    for (Object line : (List<?>) ((Map<?, ?>) document.get("disclosure")).get(part)) {
      // the program is there already
      if (!line.toString().contains("GONGKAI_ARCHIVE")) {
        lines.add(line.toString());
      }
    }
    return String.join("\n", lines);
  }

  private Run run(String part, String site) throws IOException {
    Map<String, String> variables = Map.of("SITE", site, "CATALOGUE", "liaocheng-hrss");
    return Program.execute(folder, variables, List.of("sh", "-e", "-c", script(part)));
  }

  @Test
  void whatIsKnownPassesAndWhatIsGoneIsAStateOfItsOwn() throws IOException {
    Path program = Files.createDirectories(folder.resolve("gongkai/bin")).resolve("gongkai");
    Files.writeString(
        program,
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -jar '"
            + System.getProperty("gongkai.jar")
            + "' \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String site;
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      site = server.startUrl();
      String[] first = {"audit", site, "--rate", "0", "--out", "baseline", "-q"};
      assertThat(Program.run(folder, first).exit()).isEqualTo(1);

      Run same = run("script", site);
      assertThat(same.exit()).as(same.err()).isZero();
      for (String report : List.of("junit.xml", "audit.sarif", "summary.md", "report.html")) {
        assertThat(folder.resolve("audit").resolve(report)).isNotEmptyFile();
      }
      assertThat(run("after_script", site).exit()).isZero();
      assertThat(folder.resolve("before/snapshot")).isNotEmptyDirectory();

      // the next pipeline goes on from the snapshot that the cache kept
      Run next = run("script", site);
      assertThat(next.exit()).as(next.err()).isZero();
    }
    // the site is gone: that is no finding, and no pass either
    Run gone = run("script", site);
    assertThat(gone.exit()).as(gone.err()).isEqualTo(ExitCode.INCOMPLETE.code());
    assertThat(Files.readString(folder.resolve("audit/junit.xml"))).contains("<error ");
  }
}
