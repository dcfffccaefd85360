package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole catalogues in the ways bureaus publish them, and the requirements a person reads there. */
class MadeCataloguesTest {
  private static final Path FOLDER = Fixtures.root().resolve("catalogues/made");

  static List<Map<String, String>> catalogues() {
    return Cases.read("made-catalogues.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("catalogues")
  void isReadAsAPersonReadsIt(Map<String, String> row) throws IOException {
    byte[] body = Files.readAllBytes(FOLDER.resolve(row.get("file")));
    check(row, body);
    // the same words as older programs store them
    String text = new String(body, StandardCharsets.UTF_8).replace("charset=\"utf-8\"", "");
    check(row, text.getBytes(Charset.forName("GB18030")));
  }

  private static void check(Map<String, String> row, byte[] body) {
    Published read =
        RulesOnDisk.sound(CatalogueImport.read("x", CatalogueFile.text(body, ""), List.of()));
    assertThat(read.bureau().orElse("")).isEqualTo(row.get("bureau"));
    RuleFileText.Written written = RuleFileText.write("x", read.bureau(), read, Lang.ZH);
    Catalogue rules =
        RulesOnDisk.sound(CatalogueReader.read("x", List.of(Source.of("x.yaml", written.text()))));
    assertThat(
            rules.items().stream()
                .flatMap(
                    i ->
                        i.requirements().stream()
                            .map(
                                r ->
                                    String.join(
                                        " / ",
                                        r.id(),
                                        i.category(),
                                        i.name(),
                                        r.name(),
                                        r.cadence().notation(),
                                        String.join(";", i.lead())
                                            + (i.support().isEmpty() ? "" : "+")
                                            + String.join(";", i.support()))))
                .collect(Collectors.joining("\n")))
        .isEqualTo(row.get("requirements"));
    assertThat(
            Stream.concat(read.warnings().stream(), written.warnings().stream())
                .map(
                    w ->
                        (w.table().isEmpty() ? "" : w.table() + " ")
                            + w.row()
                            + " "
                            + w.what().key().replace("import.", ""))
                .collect(Collectors.joining("\n")))
        .isEqualTo(row.get("warnings"));
  }

  @Test
  void everyMadeCatalogueIsACase() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(
              catalogues().stream().map(c -> c.get("file")).toList());
    }
  }
}
