package gongkai.catalogue.table;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.RulesOnDisk;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.Item;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue that the bundled rules were made of, with every cell that its export lost. */
class LiaochengImportTest {
  private static final Path FILE = Fixtures.root().resolve("catalogues/liaocheng-hrss.tsv");

  private static final List<Hint> HINTS =
      RulesOnDisk.sound(RepairsReader.read(RulesOnDisk.sources("liaocheng-hrss/import").get(0)));

  private static Published published(List<Hint> hints) {
    return RulesOnDisk.sound(read(hints));
  }

  private static Reading<Published> read(List<Hint> hints) {
    try {
      Tables tables = CatalogueFile.text(Files.readAllBytes(FILE), "");
      return CatalogueImport.read("liaocheng-hrss.tsv", tables, hints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the catalogue says of an item, however the rules read it. */
  private record Said(
      String id,
      String category,
      String name,
      String content,
      String wording,
      Item.Form form,
      List<String> lead,
      List<String> support) {
    static Said of(Item i) {
      return new Said(
          i.id(),
          i.category(),
          i.name(),
          i.content(),
          i.wording(),
          i.form(),
          i.lead(),
          i.support());
    }
  }

  @Test
  void withTheHintItGivesTheBundledRulesItems() {
    Published published = published(HINTS);
    String text = RuleFileText.write("x", published.bureau(), published, Lang.ZH).text();
    Catalogue imported =
        RulesOnDisk.sound(CatalogueReader.read("x", List.of(Source.of("x.yaml", text))));
    Catalogue bundled = RulesOnDisk.catalogue("liaocheng-hrss");
    assertThat(imported.bureau()).isEqualTo(bundled.bureau());
    assertThat(imported.items()).hasSameSizeAs(bundled.items());
    for (int i = 0; i < bundled.items().size(); i++) {
      assertThat(Said.of(imported.items().get(i))).isEqualTo(Said.of(bundled.items().get(i)));
    }
  }

  @Test
  void everyRepairIsAWarningWithItsRow() {
    List<String> said =
        published(List.of()).warnings().stream()
            .map(w -> w.row() + " " + w.what().key().replace("import.", ""))
            .toList();
    assertThat(said)
        .containsExactly(
            "0 continued",
            // 1.2: deadline and office
            "7 merged",
            "7 merged",
            // 3, 6
            "11 oneCell",
            "16 oneCell",
            // 8.2: content
            "20 merged",
            // what the jump from 10 to 12 leaves in doubt, and 重点项目 two columns to the left
            "26 jumpUnder",
            "27 jumpUnder",
            "27 merged",
            "27 merged",
            "28 movedRight",
            "28 movedRight",
            "28 jumpUnder",
            "28 merged",
            // 12.2, 12.3: office
            "30 merged",
            "31 merged",
            // 14, 16
            "36 oneCell",
            "38 oneCell");
    assertThat(published(HINTS).warnings().stream().map(w -> w.what().key()))
        .contains("import.hintedWhy")
        .doesNotContain("import.jumpUnder");
  }

  @Test
  void withoutTheHintTheRowsBetweenStayUnderTen() {
    assertThat(published(List.of()).items().stream().map(PublishedItem::id))
        .hasSize(33)
        .contains("10.1", "10.2", "10.3", "10.4", "12.1")
        .doesNotContain("11.1");
  }

  @Test
  void aHintThatNamesNoRowIsRefused() {
    List<Hint> hints =
        RulesOnDisk.sound(
            RepairsReader.read(Source.of("r.yaml", "repairs: [{row: 决算, number: 11}]")));
    assertThat(read(hints)).isInstanceOf(Reading.Refused.class);
  }
}
