package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.crawl.OpenPage;
import gongkai.cli.report.TrendReportTest;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code trend.html} in a real Chromium: accessible, and no wider than the window. */
class TrendWorld {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ZH, 3, 1280, light",
    "EN, 3, 1280, dark",
    "ZH, 40, 1280, dark",
    "EN, 12, 400, light"
  })
  void axeFindsNothingAndNothingIsTooWide(Lang lang, int audits, int width, String theme)
      throws IOException {
    Path file =
        Files.write(
            folder.resolve("trend.html"), TrendHtml.bytes(TrendReportTest.trend(audits), lang));
    try (OpenPage page = OpenPage.of(file);
        InputStream in = TrendWorld.class.getResourceAsStream("/axe.min.js")) {
      page.window(width, 900);
      page.theme(theme);
      page.open(file);
      page.run(new String(in.readAllBytes(), StandardCharsets.UTF_8) + ";0");
      assertThat(
              (List<?>)
                  page.run(
                      "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' +"
                          + " n.html)))"))
          .isEmpty();
      assertThat(((Number) page.run("document.documentElement.scrollWidth")).intValue())
          .isLessThanOrEqualTo(width);
    }
  }
}
