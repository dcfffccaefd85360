package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.report.ReportFormat;
import gongkai.fixtures.Fixtures;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The examples for pipelines say what the program understands. */
class CiExamplesTest {
  private static final Path FOLDER = Fixtures.root().getParent().resolve("scripts/ci");
  private static final String PROGRAM = "gongkai/bin/gongkai ";

  private static Map<?, ?> read(String file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(Files.readString(FOLDER.resolve(file)));
  }

  /** Every text in a document. */
  private static Stream<String> texts(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(CiExamplesTest::texts);
    }
    return node instanceof List<?> list
        ? list.stream().flatMap(CiExamplesTest::texts)
        : Stream.of(String.valueOf(node));
  }

  /** The program's commands, each as its arguments, the shell's variables filled in. */
  private static List<List<String>> commands(Object document) {
    List<List<String>> commands = new ArrayList<>();
    texts(document)
        .flatMap(text -> text.replace("\\\n", " ").lines())
        .filter(line -> line.contains(PROGRAM))
        .map(line -> line.substring(line.indexOf(PROGRAM) + PROGRAM.length()))
        .map(line -> line.replaceAll("\\|\\|.*", "").replace("\"", ""))
        .map(line -> line.replace("$SITE", "https://staging.example.gov.cn/"))
        .map(line -> line.replace("$CATALOGUE", "liaocheng-hrss"))
        .map(line -> line.replace("$UPDATE", "--update before"))
        .forEach(line -> commands.add(Arrays.asList(line.strip().split("\\s+"))));
    return commands;
  }

  private static ParseResult audit(String file) throws IOException {
    List<List<String>> commands = commands(read(file));
    assertThat(commands).hasSize(1);
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    CommandLine program = Gongkai.commandLine(new Console(nowhere, nowhere, Lang.EN));
    ParseResult parsed = program.parseArgs(commands.get(0).toArray(String[]::new)).subcommand();
    assertThat(parsed.commandSpec().name()).isEqualTo("audit");
    return parsed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitlab-ci.yml", "github-actions.yml"})
  void theCommandIsOneOfOurs(String file) throws IOException {
    ParseResult audit = audit(file);
    for (String option :
        List.of("--baseline", "--fail-on", "--format", "--out", "--update", "--catalogue")) {
      assertThat(audit.hasMatchedOption(option)).as(option).isTrue();
    }
    List<String> formats =
        Arrays.asList(audit.matchedOption("--format").originalStringValues().get(0).split(","));
    assertThat(formats).contains("junit", "sarif", "md", "html", "json", "csv");
    String out = audit.matchedOption("--out").originalStringValues().get(0);
    List<String> written =
        formats.stream()
            .flatMap(f -> ReportFormat.of(f).orElseThrow().names().stream())
            .map(name -> out + "/" + name)
            .toList();
    // every file of ours that the example goes on with is one that this command writes
    List<String> used =
        texts(read(file))
            .flatMap(t -> Stream.of(t.split("[^\\w./-]+")))
            .filter(word -> word.matches("audit/[\\w-]+\\.\\w+"))
            .distinct()
            .toList();
    assertThat(used).isNotEmpty();
    assertThat(written).containsAll(used);
  }

  @Test
  void gitlabKeepsTheReportsShowsTheTestsAndTellsThreeFromOne() throws IOException {
    Map<?, ?> job = (Map<?, ?>) read("gitlab-ci.yml").get("disclosure");
    Map<?, ?> artifacts = (Map<?, ?>) job.get("artifacts");
    assertThat(artifacts.get("when")).isEqualTo("always");
    assertThat((List<?>) artifacts.get("paths")).first().isEqualTo("audit/");
    assertThat(((Map<?, ?>) artifacts.get("reports")).get("junit")).isEqualTo("audit/junit.xml");
    assertThat(((Map<?, ?>) job.get("allow_failure")).get("exit_codes"))
        .isEqualTo(List.of(ExitCode.INCOMPLETE.code()));
  }

  @Test
  void githubKeepsTheReportsAndTellsThreeFromOne() throws IOException {
    Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) read("github-actions.yml").get("jobs")).get("audit");
    List<Map<?, ?>> steps = new ArrayList<>();
    ((List<?>) job.get("steps")).forEach(step -> steps.add((Map<?, ?>) step));
    assertThat(steps)
        .filteredOn(step -> String.valueOf(step.get("uses")).startsWith("actions/upload-artifact@"))
        .singleElement()
        .satisfies(step -> assertThat(step.get("if")).isEqualTo("always()"));
    String last = (String) steps.get(steps.size() - 1).get("run");
    assertThat(last)
        .contains("0) ;;", ExitCode.INCOMPLETE.code() + ") echo \"::warning", "*) exit");
  }
}
