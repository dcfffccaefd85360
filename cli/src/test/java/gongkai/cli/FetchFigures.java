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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For every fixture site: how many requests {@code --plan} announces, {@code --fetch decisive} and
 * {@code --fetch everything} make, {@code --update} makes of a site that did not change, and
 * whether all verdicts agree ({@code scripts/benchmark fetch}).
 */
final class FetchFigures {
  private FetchFigures() {}

  private record Outcome(int requests, Map<String, String> verdicts) {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("| site | plan | decisive | everything | share | update | verdicts |");
    out.println("| --- | --- | --- | --- | --- | --- | --- |");
    List<Path> sites;
    try (Stream<Path> folders = Files.list(Fixtures.root().resolve("sites"))) {
      sites = folders.filter(Files::isDirectory).sorted().toList();
    }
    List<FixtureSite> fixtures = new ArrayList<>(sites.stream().map(FixtureSite::load).toList());
    fixtures.add(GeneratedBureau.write(Files.createTempDirectory("bureau").resolve("generated")));
    for (FixtureSite fixture : fixtures) {
      out.println(row(fixture));
    }
    // the web server's threads would keep the process
    System.exit(0);
  }

  private static String row(FixtureSite site) throws IOException {
    Path folder = Files.createTempDirectory("fetch");
    try (FixtureServer server = FixtureServer.start(site)) {
      Run plan = run(folder, site, server, "--plan");
      Outcome decisive = audit(folder, site, server, "decisive");
      Outcome everything = audit(folder, site, server, "everything", "--fetch", "everything");
      Outcome update = audit(folder, site, server, "update", "--update", "decisive");
      Map<String, Map<String, String>> others = new LinkedHashMap<>();
      others.put("decisive", decisive.verdicts());
      others.put("update", update.verdicts());
      return String.format(
          "| `%s` | %s | %d | %d | %.2f | %d | %s |",
          site.name(),
          plan.out().replaceAll("(?s).*in all about (\\d+) .*", "$1"),
          decisive.requests(),
          everything.requests(),
          (double) decisive.requests() / everything.requests(),
          update.requests(),
          others.entrySet().stream()
              .map(other -> difference(other.getKey(), other.getValue(), everything.verdicts()))
              .filter(difference -> !difference.isEmpty())
              .reduce((one, two) -> one + "; " + two)
              .orElse("equal"));
    }
  }

  private static Run run(Path folder, FixtureSite site, FixtureServer server, String... more) {
    server.forget();
    List<String> arguments =
        new ArrayList<>(List.of("audit", server.startUrl(), "--catalogue", site.catalogue()));
    arguments.addAll(List.of("--as-of", site.asOf().toString()));
    arguments.addAll(List.of("--since", site.since().toString()));
    arguments.addAll(List.of("--events", site.events().toString()));
    arguments.addAll(List.of("--rate", "0", "--lang", "en", "--format", "csv"));
    arguments.addAll(List.of("--progress", "none"));
    arguments.addAll(List.of(more));
    return Program.run(folder, arguments.toArray(String[]::new));
  }

  private static Outcome audit(
      Path folder, FixtureSite site, FixtureServer server, String out, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--out", out));
    Run run = run(folder, site, server, arguments.toArray(String[]::new));
    Table items = Table.parse(Files.readAllBytes(folder.resolve(out).resolve("items.csv")));
    Map<String, String> verdicts = new TreeMap<>();
    verdicts.put("exit code", String.valueOf(run.exit()));
    for (List<String> row : items.rows()) {
      String requirement = row.get(items.header().indexOf("requirement_id"));
      verdicts.put(
          requirement,
          Stream.of("verdict", "severity", "gaps")
              .map(column -> row.get(items.header().indexOf(column)))
              .collect(Collectors.joining(" ")));
    }
    return new Outcome(server.asked().size(), verdicts);
  }

  private static String difference(
      String way, Map<String, String> verdicts, Map<String, String> everything) {
    return everything.keySet().stream()
        .filter(id -> !everything.get(id).equals(verdicts.get(id)))
        .map(id -> way + " " + id + ": " + verdicts.get(id) + ", not " + everything.get(id))
        .collect(Collectors.joining("; "));
  }
}
