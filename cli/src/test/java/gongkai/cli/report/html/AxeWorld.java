package gongkai.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.crawl.OpenPage;
import gongkai.cli.report.SampleAudit;
import gongkai.cli.report.SampleOffices;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Accessibility (无障碍) of the report: every rule of axe-core, those of best practice too, in a real
 * Chromium.
 */
class AxeWorld {
  private static final String FINDINGS =
      "axe.run().then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.html)))";

  @TempDir private static Path folder;
  private static OpenPage page;
  private static String axe;

  @BeforeAll
  static void open() throws IOException {
    try (InputStream in = AxeWorld.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    page = OpenPage.of(report(Lang.ZH, SampleAudit.full()));
  }

  @AfterAll
  static void close() throws IOException {
    page.close();
  }

  private static Path report(Lang lang, AuditResult audit) throws IOException {
    return Files.write(
        folder.resolve(lang.code() + ".html"), HtmlReport.bytes(audit, lang, "0.0.0"));
  }

  private static List<?> findings() {
    page.run(axe + ";0");
    // what is skipped while it is not on the screen is looked at too
    page.run(
        "document.head.insertAdjacentHTML('beforeend',"
            + " '<style>*{content-visibility:visible!important}</style>'); 0");
    return (List<?>) page.run(FINDINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "ZH, 1280, light, false",
    "ZH, 1280, light, true",
    "ZH, 1280, dark, false",
    "ZH, 1280, dark, true",
    "ZH, 400, light, true",
    "ZH, 400, dark, false",
    "ZH, 400, dark, true",
    "EN, 1280, light, false",
    "EN, 1280, light, true",
    "EN, 1280, dark, true",
    "EN, 400, light, false",
    "EN, 400, light, true",
    "EN, 400, dark, true"
  })
  void axeFindsNothing(Lang lang, int width, String theme, boolean unfolded) throws IOException {
    page.window(width, 900);
    page.theme(theme);
    page.open(report(lang, SampleAudit.compared()));
    page.run("document.querySelectorAll('details').forEach(d => d.open = " + unfolded + ")");
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ZH, 1280, light", "ZH, 400, dark", "EN, 1280, dark", "EN, 400, light"})
  void axeFindsNothingInWhatOfficesGet(Lang lang, int width, String theme) throws IOException {
    OfficeLists lists = new OfficeLists(SampleOffices.audit(), lang, "0.0.0");
    List<byte[]> pages = new ArrayList<>(lists.all().stream().map(OfficePages::page).toList());
    pages.add(OfficePages.index(lists));
    pages.add(HtmlReport.bytes(SampleOffices.audit(), lang, "0.0.0"));
    page.window(width, 900);
    page.theme(theme);
    for (byte[] html : pages) {
      page.open(Files.write(folder.resolve("office.html"), html));
      assertThat(findings()).isEmpty();
    }
  }

  /** What the other tests rest on: a fault of each kind is found. */
  @Test
  void axeFindsWhatIsBroken() throws IOException {
    page.window(1280, 900);
    page.theme("light");
    page.open(report(Lang.ZH, SampleAudit.compared()));
    page.run("document.querySelector('.sentence').style.color = '#bbb'");
    page.run("document.querySelector('select').parentNode.firstChild.textContent = ''");
    page.run("document.querySelector('main').outerHTML = document.querySelector('main').innerHTML");
    assertThat(findings().stream().map(f -> f.toString().replaceFirst(":.*", "")))
        .contains("color-contrast", "select-name", "landmark-one-main");
  }
}
