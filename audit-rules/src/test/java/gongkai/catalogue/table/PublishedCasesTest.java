package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.fixtures.Cases;
import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catalogues as bureaus published them. */
class PublishedCasesTest {
  private static final Path FOLDER = Fixtures.root().resolve("catalogues");

  static List<Map<String, String>> files() {
    return Cases.read("published-catalogues.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isReadWhole(Map<String, String> row) throws IOException {
    Tables tables = CatalogueFile.text(Files.readAllBytes(FOLDER.resolve(row.get("file"))), "");
    Published read = RulesOnDisk.sound(CatalogueImport.read("x", tables, List.of()));
    List<PublishedItem> items = read.items();
    assertThat(
            String.join(
                "\n",
                String.valueOf(items.size()),
                shown(items.get(0)),
                shown(items.get(items.size() - 1)),
                warnings(read)))
        .isEqualTo(
            String.join(
                "\n", row.get("items"), row.get("first"), row.get("last"), row.get("warnings")));
  }

  private static String warnings(Published read) {
    return read.warnings().stream()
        .map(w -> w.row() + " " + w.what().key().replace("import.", ""))
        .collect(Collectors.joining("; "));
  }

  private static String shown(PublishedItem item) {
    return String.join(
        " / ",
        item.id(),
        item.category(),
        item.name(),
        item.wording(),
        String.join(";", item.lead()));
  }
}
