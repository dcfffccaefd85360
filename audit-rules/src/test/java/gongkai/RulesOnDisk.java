package gongkai;

import gongkai.cadence.CalendarReader;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.fixtures.Fixtures;
import gongkai.input.Reading;
import gongkai.input.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The rule data of this checkout, for tests. */
public final class RulesOnDisk {
  private RulesOnDisk() {}

  /** Names of the bundled catalogues, in order. */
  public static List<String> names() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders
          .filter(f -> Files.exists(f.resolve("catalogue.yaml")))
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    return Fixtures.root().resolveSibling("audit-rules/rules");
  }

  /** The YAML files of a folder under {@code audit-rules/rules}, by name. */
  public static List<Source> sources(String folder) {
    try (Stream<Path> files = Files.list(root().resolve(folder))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .map(f -> new Source(folder + "/" + f.getFileName(), bytes(f)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bundled calendar. */
  public static WorkingCalendar calendar() {
    return sound(CalendarReader.read(sources("calendars"), List.of()));
  }

  /** A bundled catalogue by its name. */
  public static Catalogue catalogue(String name) {
    return sound(CatalogueReader.read(name, sources(name)));
  }

  /** The value; fails with every complaint if there is none. */
  public static <T> T sound(Reading<T> reading) {
    if (reading instanceof Reading.Sound<T> sound) {
      return sound.value();
    }
    throw new AssertionError(reading);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
