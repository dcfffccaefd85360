package gongkai.cli;

import gongkai.page.PageReader;
import gongkai.page.PageRequest;
import gongkai.snapshot.Answer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reading alone costs: {@code scripts/benchmark read} reads the pages of a folder on one
 * thread again and again and prints the processor time a page of the first round and the median of
 * the others.
 */
final class ReadFigures {
  private static final int MOST_PAGES = 1000;
  private static final int ROUNDS = 9;
  private static final Instant FETCHED = Instant.parse("2026-11-02T02:00:00Z");

  private ReadFigures() {}

  public static void main(String[] args) throws IOException {
    List<Answer> pages = pages(Path.of(args[0]));
    List<Double> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long began = cpuNanos();
      pages.forEach(PageReader::read);
      rounds.add((cpuNanos() - began) / 1e6 / pages.size());
    }
    double first = rounds.remove(0);
    double warm = rounds.stream().sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
    System.out.printf(
        "reading alone, ms CPU a page: %.2f the first time, %.2f warm, over %d pages%n",
        first, warm, pages.size());
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Answer> pages(Path folder) throws IOException {
    List<Answer> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> some =
          files.filter(f -> f.toString().endsWith(".html")).sorted().limit(MOST_PAGES).toList();
      for (Path file : some) {
        String url = "http://127.0.0.1/" + folder.relativize(file).toString().replace('\\', '/');
        pages.add(
            new Answer(
                PageRequest.get(url),
                200,
                "text/html",
                Optional.empty(),
                Files.readAllBytes(file),
                false,
                FETCHED,
                "",
                ""));
      }
    }
    return pages;
  }
}
