package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult;
import gongkai.cli.Columns;
import gongkai.cli.FailOn;
import gongkai.compare.Comparison;
import gongkai.compare.Standing;
import gongkai.fixtures.Fixtures;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every file of the sample audit, byte for byte, alone and held to an earlier one. After an
 * intended change run once with {@code -Dgolden=write} and read the difference before committing
 * it.
 */
class GoldenTest {
  private static Map<String, byte[]> render(Lang lang) {
    return render(SampleAudit.full(), lang);
  }

  private static Map<String, byte[]> render(AuditResult audit, Lang lang) {
    return ReportFormat.render(
        List.of(ReportFormat.values()), new ReportInput(audit, FailOn.VIOLATION, lang, "0.0.0"));
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void filesAreAsExpected(Lang lang) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(render(lang));
    // nobody can read its differences; SpreadsheetTest reads what it holds
    files.remove("audit.xlsx");
    check("sample-audit", lang, files);
  }

  /** What a baseline adds, and the two audits on a terminal. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void comparedFilesAreAsExpected(Lang lang) throws IOException {
    AuditResult audit = SampleAudit.compared();
    Standing earlier = SampleAudit.earlier();
    Standing later = Standing.of(audit);
    Comparison comparison = audit.comparison().orElseThrow();
    Map<String, byte[]> files = new LinkedHashMap<>(render(audit, lang));
    files
        .keySet()
        .retainAll(
            List.of(
                "gaps.csv", "report.html", "junit.xml", "audit.sarif", "summary.md", "chat.txt"));
    List<String> lines = ComparisonText.lines(comparison, earlier, later, lang);
    assertThat(lines.stream().filter(line -> !line.contains("http")))
        .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(Columns.WIDTH));
    files.put("diff.txt", bytes(String.join("\n", lines) + "\n"));
    files.put("diff.json", bytes(ComparisonJson.text(comparison, earlier, later)));
    check("sample-compared", lang, files);
  }

  /** What offices and inspectors get on top. */
  @ParameterizedTest
  @EnumSource(Lang.class)
  void filesOfOfficesAreAsExpected(Lang lang) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>(render(SampleOffices.audit(), lang));
    files.keySet().removeIf(name -> !name.startsWith("offices/") && !name.equals("scores.csv"));
    assertThat(files).hasSize(9);
    check("sample-offices", lang, files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void check(String folder, Lang lang, Map<String, byte[]> files)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path expected =
          Fixtures.root()
              .resolve("expected")
              .resolve(folder)
              .resolve(lang.code())
              // Chinese names are no good in a repository: some locales cannot check them out
              .resolve(file.getKey().replaceFirst("^(offices/\\d+)-[^.]*", "$1"));
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(expected.getParent());
        Files.write(expected, file.getValue());
      }
      assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
          .as(expected.toString())
          .isEqualTo(Files.readString(expected));
    }
  }

  @Test
  void auditJsonIsTheSameInEveryLanguage() {
    assertThat(render(Lang.ZH).get("audit.json")).isEqualTo(render(Lang.EN).get("audit.json"));
  }

  @Test
  void noLocaleAndNoZoneShows() {
    Map<String, byte[]> here = render(Lang.ZH);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Map<String, byte[]> there = render(Lang.ZH);
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((name, bytes) -> assertThat(there.get(name)).as(tag + name).isEqualTo(bytes));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
