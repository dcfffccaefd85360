package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program explains an audit of the bundled site, every verdict of it. */
class ExplainIT {
  private static final FixtureSite SITE = FixtureSite.load("liaocheng-demo");

  @TempDir private Path folder;

  private Run explain(String what, String... more) {
    List<String> words = new ArrayList<>(List.of("explain", "a", what));
    words.addAll(List.of(more));
    return Program.run(folder, words.toArray(String[]::new));
  }

  @Test
  void everyVerdictHasItsReasonAndWhatWouldHaveChangedIt() throws IOException {
    try (FixtureServer server = FixtureServer.start(SITE, "", List.of())) {
      String[] audit = {
        "audit", server.startUrl(), "--rate", "0", "--as-of", "2026-10-31", "--out", "a", "-q"
      };
      assertThat(Program.run(folder, audit).exit()).isEqualTo(1);
    }
    JsonNode audit = new ObjectMapper().readTree(folder.resolve("a/audit.json").toFile());
    List<String> verdicts = new ArrayList<>();
    for (JsonNode r : audit.get("requirements")) {
      String verdict = r.get("verdict").asText();
      if (!verdicts.contains(verdict)) {
        verdicts.add(verdict);
        Run run = explain(r.get("requirementId").asText());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("怎样改变").doesNotContain("\u001B");
        for (JsonNode f : r.get("findings")) {
          // the sentence is broken into lines: its beginning is enough
          assertThat(run.out()).contains(f.at("/reason/zh").asText().substring(0, 8));
        }
      }
    }
    assertThat(verdicts).hasSizeGreaterThanOrEqualTo(7);
    pages(audit);
  }

  private void pages(JsonNode audit) throws IOException {
    for (String decision : List.of("matched", "candidate", "none")) {
      for (JsonNode p : audit.get("pages")) {
        if (p.get("decision").asText().equals(decision) && !p.get("place").isNull()) {
          Run run = explain(p.get("url").asText(), "--lang", "en");
          assertThat(run.exit()).as(run.err()).isZero();
          assertThat(run.out())
              .contains(p.get("sha256").asText(), p.get("place").asText(), "published");
          break;
        }
      }
    }
    Run json = explain("2.2", "--format", "json");
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.get("requirements")).hasSize(5);
    assertThat(explain("2.2", "--format", "json").out()).isEqualTo(json.out());
  }

  @Test
  void whatIsNotThereIsBadInput() throws IOException {
    Run none = explain("2.1", "--lang", "en");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("a holds no audit");
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/audit.json"), "{\"schemaVersion\": \"1.2\"}");
    Run broken = explain("2.1", "--lang", "en");
    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("a/audit.json", "/requirements");
  }
}
