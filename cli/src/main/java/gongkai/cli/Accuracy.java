package gongkai.cli;

import gongkai.page.Addresses;
import gongkai.page.PageFacts;
import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often the page reader is right on labelled pages: {@code INDEX.tsv} names each file with what
 * a person reads on it. Articles only.
 */
public final class Accuracy {
  /** Later than every labelled page, so that no date of theirs lies in the future. */
  private static final Instant FETCHED = Instant.parse("2026-11-01T04:00:00Z");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Accuracy() {}

  /** {@code args[0]} is the folder that holds INDEX.tsv; exit 2 if it cannot be read. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 || !Files.isRegularFile(Path.of(args[0], "INDEX.tsv"))) {
      System.err.println("usage: accuracy DIR, a folder with INDEX.tsv and the pages it names");
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(args[0]);
    int articles = 0;
    int titles = 0;
    int dates = 0;
    int dated = 0;
    int invented = 0;
    List<String> misses = new ArrayList<>();
    for (Map<String, String> row : index(folder.resolve("INDEX.tsv"))) {
      if (!row.get("kind").strip().equals("article")) {
        continue;
      }
      articles++;
      String file = row.get("file");
      PageFacts facts = read(folder, row);
      if (key(facts.title()).equals(key(row.get("title")))) {
        titles++;
      } else {
        misses.add(line(file, "title", row.get("title"), facts.title(), facts.kind().toString()));
      }
      Matcher day = DAY.matcher(row.get("publish_date"));
      String expected = day.find() ? day.group() : "none";
      dated += expected.equals("none") ? 0 : 1;
      Optional<DateEvidence> decisive =
          facts.dates().stream().filter(date -> date.source() != DateSource.GENERATED).findFirst();
      String got = decisive.map(date -> date.date().toString()).orElse("none");
      if (got.equals(expected)) {
        dates++;
      } else {
        invented += expected.equals("none") ? 1 : 0;
        misses.add(line(file, "date", expected, got, source(decisive, facts)));
      }
    }
    if (articles == 0) {
      System.err.println(folder + "/INDEX.tsv names no article: nothing was measured");
      System.exit(2);
    }
    out.println("titles right " + titles + "/" + articles);
    out.println(
        "dates right " + dates + "/" + articles + " (" + dated + " dated, the others none)");
    out.println("invented " + invented + "/" + (articles - dated));
    misses.forEach(out::println);
  }

  private static String source(Optional<DateEvidence> decisive, PageFacts facts) {
    return decisive
        .map(date -> date.source().code() + ": " + date.text())
        .orElse(facts.kind() + " " + facts.dates());
  }

  private static String line(String file, String what, String expected, String got, String from) {
    return file + "\t" + what + "\texpected " + expected + "\tgot " + got + "\t" + from;
  }

  private static PageFacts read(Path folder, Map<String, String> row) throws IOException {
    String file = row.get("file");
    String url = row.get("original_url").strip();
    if (Addresses.canonical(url).isEmpty()) {
      url = "http://" + file;
    }
    byte[] body = Files.readAllBytes(folder.resolve(file));
    String type = file.endsWith(".xml") ? "text/xml" : "text/html";
    return PageReader.read(
        new Answer(
            PageRequest.get(Addresses.canonical(url).orElse("http://unknown.invalid/")),
            200,
            type,
            Optional.empty(),
            body,
            false,
            FETCHED,
            "",
            ""));
  }

  /** Titles are the same if they agree in NFKC without blanks. */
  private static String key(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static List<Map<String, String>> index(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    String[] header = lines.get(0).replace("\ufeff", "").split("\t", -1);
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank()) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    return rows;
  }
}
