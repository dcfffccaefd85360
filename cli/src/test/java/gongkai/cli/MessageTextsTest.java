package gongkai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.fixtures.Fixtures;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text for users exists in both languages, and every key that the code names exists. */
class MessageTextsTest {
  private static final Path ROOT = Fixtures.root().getParent();

  private static List<Path> files(String module, String folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  static List<Path> chinese() throws IOException {
    return Stream.concat(
            files("audit-rules", "src/main/resources", "_zh.properties").stream(),
            files("cli", "src/main/resources", "_zh.properties").stream())
        .toList();
  }

  private static Properties read(Path file) throws IOException {
    Properties properties =
        new Properties() {
          private static final long serialVersionUID = 1L;

          /** Of two texts for one key the first would vanish without a word. */
          @Override
          public synchronized Object put(Object key, Object value) {
            assertThat(super.put(key, value)).as(file + ": " + key + " stands twice").isNull();
            return null;
          }
        };
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void bothLanguagesHaveTheSameKeysAndPlaceholders(Path chinese) throws IOException {
    Properties zh = read(chinese);
    String english = chinese.getFileName().toString().replace("_zh.", "_en.");
    Properties en = read(chinese.resolveSibling(english));
    assertThat(new TreeSet<>(en.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(zh.stringPropertyNames()));
    if (english.startsWith("help_")) {
      return;
    }
    for (String key : zh.stringPropertyNames()) {
      // days and months are put together differently
      if (List.of("report.day", "report.month").contains(key)) {
        continue;
      }
      assertThat(placeholders(en.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(zh.getProperty(key)));
      assertThat(en.getProperty(key)).as(key).doesNotContainPattern("(?<!')'(?!['{])\\w");
    }
  }

  private static TreeSet<Integer> placeholders(String text) {
    TreeSet<Integer> used = new TreeSet<>();
    MessageFormat format = new MessageFormat(text, Locale.ROOT);
    for (int i = 0; i < 10; i++) {
      Object[] marks = new Object[10];
      java.util.Arrays.fill(marks, "");
      marks[i] = "\u0001";
      if (format.format(marks).contains("\u0001")) {
        used.add(i);
      }
    }
    return used;
  }

  @org.junit.jupiter.api.Test
  void everyKeyThatTheCodeNamesExists() throws IOException {
    Properties all = new Properties();
    for (Path file : chinese()) {
      all.putAll(read(file));
    }
    Pattern named = Pattern.compile("Message\\.of\\(\\s*\"([a-z]\\w*\\.\\w+)\"\\s*[,)]");
    TreeSet<String> missing = new TreeSet<>();
    int found = 0;
    for (String module : List.of("audit-rules", "cli")) {
      for (Path source : files(module, "src/main/java", ".java")) {
        Matcher matcher = named.matcher(Files.readString(source));
        while (matcher.find()) {
          found++;
          if (!all.containsKey(matcher.group(1))) {
            missing.add(source.getFileName() + " " + matcher.group(1));
          }
        }
      }
    }
    assertThat(found).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }
}
