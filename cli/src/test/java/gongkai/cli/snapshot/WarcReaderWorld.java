package gongkai.cli.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program;
import gongkai.cli.Program.Run;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.FixtureSite.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crawl of the bundled site as another web-archive reader sees it ({@code -Pworld}; npm: warcio):
 * what was served is what was stored, byte for byte.
 */
class WarcReaderWorld {
  @TempDir private Path folder;

  private List<JsonNode> records(Path warc) throws IOException {
    String modules = said(List.of("npm", "root", "--global"), Map.of()).strip();
    Path script = folder.resolve("list.cjs");
    Files.write(
        script, Objects.requireNonNull(getClass().getResourceAsStream("list.cjs")).readAllBytes());
    String listed =
        said(List.of("node", script.toString(), warc.toString()), Map.of("NODE_PATH", modules));
    List<JsonNode> records = new ArrayList<>();
    for (String line : listed.lines().toList()) {
      records.add(new ObjectMapper().readTree(line));
    }
    return records;
  }

  private String said(List<String> command, Map<String, String> environment) {
    Run run = Program.execute(folder, environment, command);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out();
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void everyRecordIsReadAndEveryResponseIsWhatTheSiteServed() throws Exception {
    FixtureSite site = FixtureSite.load("liaocheng-demo");
    Map<String, Resource> resources = site.resources();
    List<JsonNode> records;
    Set<String> asked;
    String base;
    try (FixtureServer server = FixtureServer.start(site)) {
      base = server.base();
      String[] crawl = {
        "crawl",
        server.startUrl(),
        "--out",
        "out",
        "--fetch",
        "everything",
        "--rate",
        "0",
        "--progress",
        "none"
      };
      Run run = Program.run(folder, crawl);
      assertThat(run.exit()).as(run.err()).isIn(0, 3);
      asked = new HashSet<>(server.asked());
      records = records(folder.resolve("out/snapshot/crawl.warc.gz"));
    }
    assertThat(records).allMatch(r -> r.get("version").asText().equals("WARC/1.0"));
    assertThat(records.get(0).get("type").asText()).isEqualTo("warcinfo");
    Set<String> requests = new HashSet<>();
    Set<String> answered = new HashSet<>();
    int pages = 0;
    for (JsonNode record : records) {
      switch (record.get("type").asText()) {
        case "request" -> requests.add(record.get("id").asText());
        case "response" -> {
          String path = record.get("url").asText().substring(base.length());
          answered.add(path);
          assertThat(requests).contains(record.get("belongsTo").asText());
          assertThat(record.get("declared")).as(path).isEqualTo(record.get("computed"));
          assertThat(record.get("said").asInt()).as(path).isEqualTo(record.get("length").asInt());
          if (record.get("status").asInt() == 200) {
            pages++;
            assertThat(record.get("sha256").asText())
                .as(path)
                .isEqualTo(sha256(resources.get(path).bytes()));
          }
        }
        default ->
            assertThat(record.get("type").asText()).isIn("warcinfo", "metadata", "conversion");
      }
    }
    // of most attachments only their existence is asked
    asked.removeIf(
        path ->
            resources.containsKey(path)
                && path.startsWith("/resources/")
                && !answered.contains(path));
    site.faults().stream()
        .filter(fault -> fault.kind() == FixtureSite.Fault.Kind.UNAVAILABLE)
        .forEach(fault -> asked.remove(fault.path()));
    assertThat(answered).containsExactlyInAnyOrderElementsOf(asked);
    assertThat(pages).isGreaterThan(300);
  }

  @Test
  void everyPictureRefersToThePageBesideIt() throws Exception {
    try (FixtureServer server =
        FixtureServer.start(FixtureSite.load("liaocheng-demo"), "", List.of())) {
      List<String> audit = new ArrayList<>(List.of("audit", server.startUrl(), "--rate", "0"));
      audit.addAll(List.of("--as-of", "2026-10-31", "--since", "2025-10-31", "--render"));
      audit.addAll(List.of("--progress", "none", "--out", "out"));
      Run run = Program.run(folder, audit.toArray(String[]::new));
      assertThat(run.exit()).as(run.err()).isEqualTo(1);
    }
    Map<String, JsonNode> responses = new HashMap<>();
    int pictures = 0;
    for (JsonNode record : records(folder.resolve("out/snapshot/crawl.warc.gz"))) {
      if (record.get("type").asText().equals("response")) {
        responses.put(record.get("id").asText(), record);
      } else if (record.get("contentType").asText().equals("image/png")) {
        pictures++;
        assertThat(record.get("type").asText()).isEqualTo("conversion");
        JsonNode page = responses.get(record.get("refersTo").asText());
        assertThat(page).as(record.toString()).isNotNull();
        assertThat(record.get("url")).isEqualTo(page.get("url"));
        assertThat(record.get("date")).isEqualTo(page.get("date"));
        assertThat(record.get("declared")).isEqualTo(record.get("computed"));
      }
    }
    assertThat(pictures).isGreaterThan(10);
  }

  @Test
  void everyRevisitNamesAResponseBesideIt() throws Exception {
    try (FixtureServer server = FixtureServer.start(FixtureSite.load("trs"), "", List.of())) {
      for (String[] more : new String[][] {{"first"}, {"second", "--update", "first"}}) {
        List<String> crawl = new ArrayList<>(List.of("crawl", server.startUrl(), "--rate", "0"));
        crawl.addAll(List.of("--progress", "none", "--out"));
        crawl.addAll(List.of(more));
        Run run = Program.run(folder, crawl.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isIn(0, 3);
      }
    }
    Map<String, JsonNode> responses = new HashMap<>();
    int revisits = 0;
    for (JsonNode record : records(folder.resolve("second/snapshot/crawl.warc.gz"))) {
      if (record.get("type").asText().equals("response")) {
        responses.put(record.get("id").asText(), record);
        assertThat(record.get("declared")).isEqualTo(record.get("computed"));
      } else if (record.get("type").asText().equals("revisit")) {
        revisits++;
        JsonNode named = responses.get(record.get("refersTo").asText());
        assertThat(named).as(record.toString()).isNotNull();
        assertThat(record.get("refersToUrl")).isEqualTo(named.get("url"));
        assertThat(record.get("url")).isEqualTo(named.get("url"));
        assertThat(record.get("declared")).isEqualTo(named.get("computed"));
      }
    }
    assertThat(revisits).isGreaterThan(20);
    assertThat(responses).hasSizeGreaterThan(revisits);
  }
}
