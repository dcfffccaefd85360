package gongkai.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path temp;

  @Test
  void writesTheSetAndNothingElse() throws IOException {
    Path out = temp.resolve("a/b");
    OutputFolder folder = new OutputFolder(out);
    assertThat(folder.state()).isEqualTo(OutputFolder.State.EMPTY);
    folder.write(files("items.csv", "1", "report.html", "2"));
    assertThat(names(out)).containsExactly("items.csv", "report.html");
    assertThat(folder.state()).isEqualTo(OutputFolder.State.FINISHED);
    // another audit into the same place leaves nothing of the first
    folder.write(files("audit.json", "{}"));
    assertThat(names(out)).containsExactly("audit.json");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamedAndWhatWasThereStays() throws IOException {
    OutputFolder folder = new OutputFolder(temp);
    folder.write(files("items.csv", "old", "audit.json", "old"));
    // a name that no file system takes stands for the disk that is full
    String impossible = "x".repeat(300);
    assertThatThrownBy(() -> folder.write(files("items.csv", "new", impossible, "new")))
        .isInstanceOfSatisfying(
            OutputFolder.CannotWrite.class,
            e -> assertThat(e.path()).isEqualTo(temp.resolve(impossible)));
    assertThat(names(temp)).containsExactly("audit.json", "items.csv");
    assertThat(temp.resolve("items.csv")).hasContent("old");
  }

  @Test
  void picturesOfAnEarlierAuditAreRemoved() throws IOException {
    OutputFolder folder = new OutputFolder(temp);
    Path evidence = temp.resolve("evidence");
    String first = "2.1-page-0123456789ab.png";
    String second = "2.1-listing-ba9876543210.png";
    folder.write(files("audit.json", "1", "evidence/" + first, "1"));
    Files.writeString(evidence.resolve("签收单.png"), "x");
    folder.write(files("audit.json", "2", "evidence/" + second, "2"));
    assertThat(names(evidence)).containsExactly(second, "签收单.png");
    folder.write(files("audit.json", "3"));
    assertThat(names(evidence)).containsExactly("签收单.png");
    Files.delete(evidence.resolve("签收单.png"));
    folder.write(files("audit.json", "4"));
    assertThat(names(temp)).containsExactly("audit.json");
  }

  @Test
  void aPictureThatCannotBeReadLeavesEverythingAsItWas() throws IOException {
    OutputFolder folder = new OutputFolder(temp);
    folder.write(files("audit.json", "old"));
    String name = "evidence/2.1-page-0123456789ab.png";
    Map<String, OutputFolder.Content> files = new LinkedHashMap<>();
    files.put("audit.json", () -> "new".getBytes(UTF_8));
    files.put(
        name,
        () -> {
          throw new IOException("damaged");
        });
    assertThatThrownBy(() -> folder.writeAll(files))
        .isInstanceOfSatisfying(
            OutputFolder.CannotWrite.class,
            e -> assertThat(e.path()).isEqualTo(temp.resolve(name)));
    assertThat(names(temp)).containsExactly("audit.json");
    assertThat(temp.resolve("audit.json")).hasContent("old");
  }

  @Test
  void aFolderOfOfficesAppearsWholeAndLosesWhatIsStale() throws IOException {
    OutputFolder folder = new OutputFolder(temp);
    Path offices = temp.resolve("offices");
    folder.write(files("audit.json", "1", "offices/index.html", "1", "offices/01-甲科.csv", "1"));
    // what an inspector put there is none of ours
    Files.writeString(offices.resolve("回复扫描.pdf"), "x");
    folder.write(files("audit.json", "2", "offices/index.html", "2", "offices/02-乙科.csv", "2"));
    assertThat(names(offices)).containsExactly("02-乙科.csv", "index.html", "回复扫描.pdf");
    assertThat(offices.resolve("index.html")).hasContent("2");
    String impossible = "offices/" + "x".repeat(300);
    assertThatThrownBy(() -> folder.write(files("offices/index.html", "3", impossible, "3")))
        .isInstanceOf(OutputFolder.CannotWrite.class);
    assertThat(offices.resolve("index.html")).hasContent("2");
    assertThat(temp.resolve(".writing")).doesNotExist();
    // without notices, or cleared for another audit, nothing of them is left
    folder.write(files("audit.json", "4"));
    assertThat(names(offices)).containsExactly("回复扫描.pdf");
    Files.delete(offices.resolve("回复扫描.pdf"));
    folder.write(files("audit.json", "5", "offices/index.html", "5"));
    folder.clear();
    assertThat(offices).doesNotExist();
    assertThat(folder.state()).isEqualTo(OutputFolder.State.EMPTY);
  }

  @Test
  void aFolderBelowAFileCannotBeMade() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThatThrownBy(() -> new OutputFolder(file.resolve("out")).write(files("items.csv", "1")))
        .isInstanceOf(OutputFolder.CannotWrite.class);
  }

  @Test
  void whatACrashLeftBehindIsUnfinishedAndSwept() throws IOException {
    OutputFolder folder = new OutputFolder(temp);
    Files.createDirectories(temp.resolve("snapshot"));
    assertThat(folder.state()).isEqualTo(OutputFolder.State.UNFINISHED);
    folder.write(files("items.csv", "1"));
    assertThat(folder.state()).isEqualTo(OutputFolder.State.FINISHED);
    Files.createDirectory(temp.resolve(".writing"));
    Files.writeString(temp.resolve(".writing/items.csv"), "half");
    assertThat(folder.state()).isEqualTo(OutputFolder.State.UNFINISHED);
    folder.write(files("items.csv", "2"));
    assertThat(folder.state()).isEqualTo(OutputFolder.State.FINISHED);
    assertThat(temp.resolve("items.csv")).hasContent("2");
  }

  @Test
  void aFolderOfSomethingElseIsTold() throws IOException {
    Files.writeString(temp.resolve("thesis.doc"), "x");
    assertThat(new OutputFolder(temp).state()).isEqualTo(OutputFolder.State.FOREIGN);
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return files;
  }

  private static Stream<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList().stream();
    }
  }
}
