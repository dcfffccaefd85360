package gongkai.cli;

import gongkai.cli.Program.Run;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import gongkai.fixtures.GeneratedBureau;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * For every fixture site: how many requests {@code --fetch decisive} and {@code --fetch everything}
 * make, and whether their verdicts agree ({@code scripts/benchmark fetch}).
 */
final class FetchFigures {
  private FetchFigures() {}

  private record Outcome(int requests, Map<String, String> verdicts) {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| site | decisive | everything | share | verdicts |");
    out.println("| --- | --- | --- | --- | --- |");
    List<Path> sites;
    try (Stream<Path> folders = Files.list(Fixtures.root().resolve("sites"))) {
      sites = folders.filter(Files::isDirectory).sorted().toList();
    }
    List<FixtureSite> fixtures = new ArrayList<>(sites.stream().map(FixtureSite::load).toList());
    fixtures.add(GeneratedBureau.write(Files.createTempDirectory("bureau").resolve("generated")));
    for (FixtureSite fixture : fixtures) {
      Outcome decisive = audit(fixture, "decisive");
      Outcome everything = audit(fixture, "everything");
      out.printf(
          "| `%s` | %d | %d | %.2f | %s |%n",
          fixture.name(),
          decisive.requests(),
          everything.requests(),
          (double) decisive.requests() / everything.requests(),
          difference(decisive.verdicts(), everything.verdicts()));
    }
    // the web server's threads would keep the process
    System.exit(0);
  }

  private static Outcome audit(FixtureSite site, String fetch) throws IOException {
    Path folder = Files.createTempDirectory("fetch");
    try (FixtureServer server = FixtureServer.start(site)) {
      List<String> arguments =
          List.of(
              "audit",
              server.startUrl(),
              "--fetch",
              fetch,
              "--catalogue",
              site.catalogue(),
              "--as-of",
              site.asOf().toString(),
              "--since",
              site.since().toString(),
              "--events",
              site.events().toString(),
              "--rate",
              "0",
              "--lang",
              "en",
              "--format",
              "csv",
              "--progress",
              "none",
              "--out",
              "out");
      Run run = Program.run(folder, arguments.toArray(String[]::new));
      Table items = Table.parse(Files.readAllBytes(folder.resolve("out/items.csv")));
      Map<String, String> verdicts = new TreeMap<>();
      verdicts.put("exit code", String.valueOf(run.exit()));
      for (List<String> row : items.rows()) {
        verdicts.put(
            row.get(items.header().indexOf("requirement_id")),
            row.get(items.header().indexOf("verdict"))
                + " "
                + row.get(items.header().indexOf("severity"))
                + " "
                + row.get(items.header().indexOf("gaps")));
      }
      return new Outcome(server.asked().size(), verdicts);
    }
  }

  private static String difference(Map<String, String> decisive, Map<String, String> everything) {
    List<String> differ =
        everything.keySet().stream()
            .filter(id -> !everything.get(id).equals(decisive.get(id)))
            .map(id -> id + ": " + decisive.get(id) + ", not " + everything.get(id))
            .toList();
    return differ.isEmpty() ? "equal" : String.join("; ", differ);
  }
}
