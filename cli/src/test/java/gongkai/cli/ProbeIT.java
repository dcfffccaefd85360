package gongkai.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gongkai.cli.Program.Run;
import gongkai.cli.probe.ProbeReportTest;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged program probes: fixture sites, a dead host, a forbidden one. */
class ProbeIT {
  @TempDir private Path folder;

  private Run probe(String site, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-Djava.io.tmpdir=" + folder, "-jar", System.getProperty("gongkai.jar")));
    arguments.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    arguments.addAll(List.of("probe", site, "--rate", "0", "--retries", "0", "--progress", "none"));
    arguments.addAll(List.of(more));
    return Program.execute(folder, Map.of(), arguments);
  }

  private JsonNode json(Run run) throws IOException {
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(ProbeReportTest.schema().validate(json)).isEmpty();
    return json;
  }

  @Test
  void aHostThatIsDownIsOneAddressThatWasNotRead() {
    Run run = Program.run(folder, "probe", "http://127.0.0.1:1/", "--retries", "0", "--rate", "0");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).containsOnlyOnce("未读（读取失败）").doesNotContain("no-such-page");
  }

  /** The default sample says of a site what the whole site would say. */
  @ParameterizedTest
  @CsvSource({
    "liaocheng-demo, liaocheng, links, head, UTF-8 (strict)",
    "hanweb-gbk, hanweb-jcms, hanweb, meta, GB18030 (meta gb2312)",
    "trs, trs-wcm, links, label, UTF-8 (strict)",
    "hard, liaocheng, links, head, UTF-8 (strict)"
  })
  void aSampleShowsTheWholeSite(
      String name, String cms, String mechanism, String source, String charset) throws IOException {
    FixtureSite site = FixtureSite.load(name);
    try (FixtureServer server = FixtureServer.start(site)) {
      Run run = probe(server.startUrl(), "--format", "json");
      assertThat(run.exit()).as(run.err()).isZero();
      JsonNode json = json(run);
      assertThat(json.at("/systems/0/code").asText()).isEqualTo(cms);
      List<String> without = new ArrayList<>();
      json.get("requirements")
          .forEach(
              r -> {
                if (!r.get("found").asBoolean()) {
                  without.add(r.get("id").asText());
                }
              });
      assertThat(without).isEmpty();
      assertThat(texts(json, "sections", "/list/mechanism")).contains(mechanism);
      assertThat(texts(json.get("dates"), "sources", "/source")).contains(source);
      assertThat(texts(json, "encodings", "/charset")).contains(charset);
      assertThat(json.at("/unknownPage/told").asBoolean()).isTrue();
      assertThat(json.at("/speed/answers").asInt()).isPositive();
      assertThat(json.at("/pages").asInt()).isBetween(30, 60);
      assertThat(server.asked().stream().filter(p -> !p.equals("/robots.txt")).toList())
          .as("quick and polite: pages, the sitemap, the page that cannot exist")
          .hasSizeLessThanOrEqualTo(62);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).as("nothing is kept").isEmpty();
    }
  }

  private static TreeSet<String> texts(JsonNode node, String list, String place) {
    TreeSet<String> texts = new TreeSet<>();
    node.get(list).forEach(entry -> texts.add(entry.at(place).asText()));
    return texts;
  }

  @Test
  void theTableIsTheOutputAndTheSnapshotIsKeptWhenAsked() throws IOException {
    FixtureSite site = FixtureSite.load("liaocheng-demo");
    try (FixtureServer server = FixtureServer.start(site)) {
      Run run = probe(server.startUrl(), "--out", "kept", "--lang", "en", "--max-pages", "20");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains("Liaocheng city and county platform").contains("site:");
      assertThat(run.err()).isEmpty();
      List<String> table = run.lines();
      assertThat(table.subList(0, table.indexOf("site:")))
          .allSatisfy(l -> assertThat(Columns.width(l)).isLessThanOrEqualTo(80));
      assertThat(folder.resolve("kept/snapshot/crawl.warc.gz")).exists();
      assertThat(probe(server.startUrl(), "--out", "kept").exit()).isEqualTo(2);
    }
  }

  @Test
  void aDeadHostIsThree() throws IOException {
    Run run = probe("http://127.0.0.1:9/");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("no connection");
    assertThat(run.err()).contains("http://127.0.0.1:9/");
    assertThat(json(probe("http://127.0.0.1:9/", "--format", "json")).get("startRead").asBoolean())
        .isFalse();
  }

  @Test
  void aSiteThatForbidsEverythingIsSaidToAndNotRead() throws IOException {
    try (FixtureServer server = FixtureServer.start(FixtureSite.load("trs"))) {
      server
          .wireMock()
          .stubFor(
              any(urlEqualTo("/robots.txt"))
                  .atPriority(1)
                  .willReturn(
                      aResponse()
                          .withHeader("Content-Type", "text/plain")
                          .withBody("User-agent: *\nDisallow: /\n")));
      Run run = probe(server.startUrl());
      assertThat(run.exit()).isEqualTo(3);
      assertThat(run.out())
          .contains("Disallow: /")
          .contains("--operator-consent")
          .doesNotContain("2.2c");
      assertThat(server.asked()).containsOnly("/robots.txt");
      JsonNode json = json(probe(server.startUrl(), "--format", "json"));
      assertThat(json.at("/robots/0/shut").asBoolean()).isTrue();
    }
  }

  @Test
  void whatTheOptionsRefuseIsTwo() {
    Run run = probe("http://127.0.0.1:9/", "--format", "xml", "--catalogue", "none.yaml");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("table, json").contains("none.yaml");
    assertThat(probe("ftp://x/").exit()).isEqualTo(2);
    assertThat(probe("http://127.0.0.1:9/", "--max-pages", "2").exit()).isEqualTo(2);
  }

  @Test
  void helpHasAnExampleInBothLanguages() {
    for (String lang : List.of("zh", "en")) {
      Run help = Program.run(folder, "probe", "--help", "--lang", lang);
      assertThat(help.exit()).isZero();
      assertThat(help.out()).contains("gongkai probe http://rsj.example.gov.cn/");
    }
  }
}
