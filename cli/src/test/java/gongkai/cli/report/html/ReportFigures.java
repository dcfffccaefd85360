package gongkai.cli.report.html;

import gongkai.AuditResult;
import gongkai.cli.crawl.OpenPage;
import gongkai.cli.report.LargeAudit;
import gongkai.cli.report.SampleAudit;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * How large a report gets and how long a Chromium takes to open it; {@code scripts/benchmark
 * report}.
 */
public final class ReportFigures {
  private static final int RUNS = 5;
  private static final String LOADED =
      "(() => { const n = performance.getEntriesByType('navigation')[0];"
          + " return Math.round(n.loadEventEnd - n.startTime); })()";
  private static final String PAINTED =
      "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
          + " done(Math.round(performance.getEntriesByName('first-contentful-paint')"
          + ".map(p => p.startTime).concat([0])[0])))))";

  private ReportFigures() {}

  /**
   * Prints a line per report.
   *
   * @param args a folder to write into
   */
  public static void main(String... args) throws IOException {
    Path folder = Path.of(args[0]);
    Path small = write(folder, "sample", SampleAudit.full());
    Path large = write(folder, "large", LargeAudit.of(10_000, 500));
    System.out.println("report             MB    made ms    painted ms    loaded ms");
    try (OpenPage page = OpenPage.of(small)) {
      page.window(1280, 900);
      line(page, "sample", small, SampleAudit.full());
      line(page, "10000 / 500", large, LargeAudit.of(10_000, 500));
    }
  }

  private static Path write(Path folder, String name, AuditResult audit) throws IOException {
    return Files.write(folder.resolve(name + ".html"), HtmlReport.bytes(audit, Lang.ZH, "0.0.0"));
  }

  private static void line(OpenPage page, String name, Path file, AuditResult audit)
      throws IOException {
    long[] made = new long[RUNS];
    long[] painted = new long[RUNS];
    long[] loaded = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      HtmlReport.bytes(audit, Lang.ZH, "0.0.0");
      made[i] = (System.nanoTime() - start) / 1_000_000;
      page.open(file);
      painted[i] = ((Number) page.run(PAINTED)).longValue();
      loaded[i] = ((Number) page.run(LOADED)).longValue();
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %6.2f %10d %13d %12d%n",
        name,
        Files.size(file) / 1e6,
        median(made),
        median(painted),
        median(loaded));
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
