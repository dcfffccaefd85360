package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.Item;
import gongkai.fixtures.Fixtures;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundled catalogues say what the tables say that they come from; only the rules are tuned. */
class BundledImportTest {
  /** What the catalogue says of an item, however the rules read it. */
  private record Said(
      String id,
      String category,
      String name,
      String content,
      String wording,
      Item.Form form,
      List<String> lead) {
    static Said of(Item i) {
      return new Said(i.id(), i.category(), i.name(), i.content(), i.wording(), i.form(), i.lead());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"laixi-education", "luozhuang-finance"})
  void theImportedTableGivesTheBundledItems(String name) throws IOException {
    byte[] table =
        Files.readAllBytes(Fixtures.root().resolve("catalogues").resolve(name + ".html"));
    Published published =
        RulesOnDisk.sound(
            CatalogueImport.read(name, CatalogueFile.text(table, "text/html"), List.of()));
    String text = RuleFileText.write(name, Optional.of("甲局"), published, Lang.ZH).text();
    Catalogue imported =
        RulesOnDisk.sound(CatalogueReader.read(name, List.of(Source.of("x.yaml", text))));
    assertThat(imported.items().stream().map(Said::of))
        .containsExactlyElementsOf(
            RulesOnDisk.catalogue(name).items().stream().map(Said::of).toList());
  }
}
