package gongkai.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Fixtures;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every file of the sample audit, byte for byte. After an intended change run once with {@code
 * -Dgolden=write} and read the difference before committing it.
 */
class GoldenTest {
  private static final Path FOLDER = Fixtures.root().resolve("expected/sample-audit");

  private static Map<String, byte[]> render(Lang lang) {
    return ReportFormat.render(List.of(ReportFormat.values()), SampleAudit.full(), lang, "0.0.0");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void filesAreAsExpected(Lang lang) throws IOException {
    for (Map.Entry<String, byte[]> file : render(lang).entrySet()) {
      Path expected = FOLDER.resolve(lang.code()).resolve(file.getKey());
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
