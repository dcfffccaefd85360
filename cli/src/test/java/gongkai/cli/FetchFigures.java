package gongkai.cli;

import gongkai.cli.Program.Run;
import gongkai.cli.report.Table;
import gongkai.fixtures.FixtureServer;
import gongkai.fixtures.FixtureSite;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    out.printf("%-16s %9s %11s  %s%n", "requests of", "decisive", "everything", "verdicts");
    List<Path> sites;
    try (Stream<Path> folders = Files.list(Fixtures.root().resolve("sites"))) {
      sites = folders.filter(Files::isDirectory).sorted().toList();
    }
    for (Path site : sites) {
      FixtureSite fixture = FixtureSite.load(site);
      Outcome decisive = audit(fixture, "decisive");
      Outcome everything = audit(fixture, "everything");
      out.printf(
          "%-16s %9d %11d  %s%n",
          fixture.name(),
          decisive.requests(),
          everything.requests(),
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
