package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.fixtures.Fixtures;
import gongkai.message.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ConfigFileTest {
  @TempDir private Path folder;

  private static CommandLine program() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Gongkai.commandLine(new Console(nowhere, nowhere, Lang.EN));
  }

  private List<String> apply(String yaml, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
    List<String> arguments = new ArrayList<>(List.of("audit", "--config", file.toString()));
    arguments.addAll(List.of(more));
    List<String> all = ConfigFile.apply(ConfigFileTest::program, arguments);
    assertThat(all.subList(all.size() - arguments.size() + 1, all.size()))
        .isEqualTo(arguments.subList(1, arguments.size()));
    return all.subList(1, all.size() - arguments.size() + 1);
  }

  @Test
  void everyKindOfOptionBecomesAWord() throws IOException {
    assertThat(
            apply(
                """
                site: http://a.example/
                rate: 0.5
                overwrite: true
                allow-host: [b.example, "c.example:8080"]
                header:
                  - "X-A: 1, 2"
                format: [csv, json]
                out: results
                catalogue: liaocheng-hrss
                calendar: days.yaml
                """))
        .containsExactlyInAnyOrder(
            "http://a.example/",
            "--rate=0.5",
            "--overwrite=true",
            "--allow-host=b.example",
            "--allow-host=c.example:8080",
            "--header=X-A: 1, 2",
            "--format=csv,json",
            "--out=" + folder.resolve("results"),
            "--catalogue=liaocheng-hrss",
            "--calendar=" + folder.resolve("days.yaml"));
  }

  @Test
  void theCommandLineWins() throws IOException {
    String yaml = "site: http://a.example/\nrate: 5\nallow-host: [x.example]\nretries: 1\n";
    assertThat(apply(yaml, "http://b.example/", "--rate", "1", "--allow-host=y.example"))
        .containsExactly("--retries=1");
  }

  @Test
  void otherCommandsAndBadCommandLinesAreLeftAlone() {
    List<String> crawl = List.of("crawl", "http://a.example/");
    assertThat(ConfigFile.apply(ConfigFileTest::program, crawl)).isEqualTo(crawl);
    List<String> bad = List.of("audit", "--nonsense");
    assertThat(ConfigFile.apply(ConfigFileTest::program, bad)).isEqualTo(bad);
  }

  @Test
  void everyComplaintIsSaidWithItsLine() {
    assertThatThrownBy(() -> apply("rte: 5\nas-of: 2026-02-30\nlang: fr\nmax-time: soon\n"))
        .isInstanceOfSatisfying(
            Failure.class,
            f -> {
              assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE);
              assertThat(f.messages().stream().map(m -> m.in(Lang.EN)))
                  .satisfiesExactly(
                      m -> assertThat(m).contains("a.yaml:1").contains("rate"),
                      m -> assertThat(m).contains("a.yaml:2").contains("2026-02-30"),
                      m -> assertThat(m).contains("a.yaml:3").contains("zh, en"),
                      m -> assertThat(m).contains("a.yaml:4").contains("2h"));
            });
  }

  @Test
  void theSchemaNamesEveryOptionAndNoOther() throws IOException {
    Path schema =
        Fixtures.root().resolveSibling("audit-rules/rules/schemas/config-file.schema.json");
    List<String> keys = new ArrayList<>();
    new ObjectMapper()
        .readTree(schema.toFile())
        .get("properties")
        .fieldNames()
        .forEachRemaining(keys::add);
    List<String> options = new ArrayList<>(List.of("site"));
    program().getSubcommands().get("audit").getCommandSpec().options().stream()
        .filter(o -> !o.usageHelp() && !o.versionHelp())
        .map(OptionSpec::longestName)
        .filter(name -> name.startsWith("--") && !name.equals("--config"))
        .forEach(name -> options.add(name.substring(2)));
    assertThat(keys).containsExactlyInAnyOrderElementsOf(options);
  }
}
