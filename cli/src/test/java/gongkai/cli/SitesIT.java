package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.Program.Run;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program audits every fixture site over HTTP, faults and all, as its truth says. */
class SitesIT {
  @TempDir private Path folder;

  private Run audit(FixtureSite site, FixtureServer server, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "audit",
                server.startUrl(),
                "--as-of",
                site.asOf().toString(),
                "--since",
                site.since().toString(),
                "--rate",
                "0",
                "--retries",
                "1",
                "--progress",
                "none",
                "--lang",
                "en",
                "--out",
                "out"));
    arguments.addAll(List.of(more));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("gongkai.fixtures.FixtureSite#names")
  void verdictsAndExitCodeAreTrue(String name) throws IOException {
    FixtureSite site = FixtureSite.load(name);
    try (FixtureServer server = FixtureServer.start(site)) {
      Run run =
          audit(
              site, server, "--catalogue", site.catalogue(), "--events", site.events().toString());
      assertThat(run.exit()).as(run.err()).isEqualTo(site.exit());
    }
    Map<String, String> expected = new TreeMap<>();
    for (Map<String, String> row : site.truth("requirements")) {
      expected.put(row.get("requirement_id"), row.get("verdict") + " " + row.get("severity"));
    }
    assertThat(verdicts()).isEqualTo(expected);
  }

  /**
   * A limit that cuts the crawl makes nothing MISSING or EMPTY that is not so on the whole site.
   */
  @ParameterizedTest
  @ValueSource(strings = {"--max-pages=40", "--max-depth=1", "--max-depth=2", "--max-body=2KB"})
  void aLimitNeverMakesAnythingMissing(String limit) throws IOException {
    FixtureSite site = FixtureSite.load("hanweb-gbk");
    try (FixtureServer server = FixtureServer.start(site)) {
      Run run = audit(site, server, limit);
      assertThat(run.exit()).as(run.err()).isIn(1, 3);
    }
    Set<String> absent =
        site.truth("requirements").stream()
            .filter(r -> Set.of("MISSING", "EMPTY").contains(r.get("verdict")))
            .map(r -> r.get("requirement_id"))
            .collect(Collectors.toSet());
    Map<String, String> found = verdicts();
    found.values().removeIf(v -> !v.startsWith("MISSING") && !v.startsWith("EMPTY"));
    assertThat(absent).containsAll(found.keySet());
    assertThat(verdicts().values()).anyMatch(v -> v.startsWith("UNREACHABLE"));
  }

  /** Everything that the rules ask for is there: exit code 0, and nothing in {@code gaps.csv}. */
  @Test
  void aSiteWithoutGapsEndsInZero() throws IOException {
    Files.writeString(
        folder.resolve("small.yaml"),
        """
        bureau: 青岚市人力资源和社会保障局
        items:
          - id: "1.1"
            category: 机构职能
            name: 机构概况
            wording: 根据变动及时更新
            form: full
            offices: [局办公室]
            cadence: {continuous: always}
        """);
    FixtureSite site = FixtureSite.load("trs");
    try (FixtureServer server = FixtureServer.start(site)) {
      Run run = audit(site, server, "--catalogue", "small.yaml");
      assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }
    assertThat(Table.parse(Files.readAllBytes(folder.resolve("out/gaps.csv"))).rows()).isEmpty();
  }

  private Map<String, String> verdicts() throws IOException {
    Table items = Table.parse(Files.readAllBytes(folder.resolve("out/items.csv")));
    int id = items.header().indexOf("requirement_id");
    int verdict = items.header().indexOf("verdict");
    int severity = items.header().indexOf("severity");
    Map<String, String> found = new TreeMap<>();
    items.rows().forEach(r -> found.put(r.get(id), r.get(verdict) + " " + r.get(severity)));
    return found;
  }
}
