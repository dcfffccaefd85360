package gongkai.cli;

import gongkai.cadence.CalendarReader;
import gongkai.cadence.WorkingCalendar;
import gongkai.catalogue.Catalogue;
import gongkai.catalogue.CatalogueReader;
import gongkai.catalogue.TailoringReader;
import gongkai.input.Complaint;
import gongkai.input.Reading;
import gongkai.input.Source;
import gongkai.message.Message;
import gongkai.score.Scheme;
import gongkai.score.SchemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules and calendars: the bundled ones, and those that a user names. */
public final class RuleFiles {
  /** The catalogue that is audited by unless another is asked for. */
  public static final String DEFAULT = "liaocheng-hrss";

  private static final String CALENDARS = "calendars";
  private static final String SCHEMES = "schemes";

  private RuleFiles() {}

  /** Names of the bundled catalogues, sorted. */
  public static List<String> names() {
    return bundled(
        "rules",
        root ->
            list(root, Files::isDirectory).stream()
                .filter(folder -> Files.exists(folder.resolve("catalogue.yaml")))
                .map(RuleFiles::name)
                .toList());
  }

  /**
   * A catalogue by its bundled name, its file or its folder; a bundled name goes before a file of
   * the same name, which can be written {@code ./name}.
   *
   * @throws Failure exit code 2 with every complaint
   */
  public static Catalogue catalogue(String nameOrFile) {
    return sound(readCatalogue(nameOrFile));
  }

  /**
   * A catalogue as a user's file changes it.
   *
   * @param tailor {@code --tailor}
   * @throws Failure exit code 2 with every complaint
   */
  public static Catalogue catalogue(String nameOrFile, Optional<Path> tailor) {
    Catalogue catalogue = catalogue(nameOrFile);
    return tailor
        .map(file -> sound(TailoringReader.read(catalogue, source(file))))
        .orElse(catalogue);
  }

  /**
   * A catalogue with others beside it ({@code --beside}).
   *
   * @param nameOrFile of the catalogue, as the user gave it
   * @throws Failure exit code 2 with every complaint, or when two have the same id
   */
  public static Catalogue beside(String nameOrFile, Catalogue catalogue, List<String> others) {
    List<Catalogue> read = others.stream().map(RuleFiles::catalogue).toList();
    List<String> names = new ArrayList<>(List.of("--catalogue " + nameOrFile));
    others.forEach(o -> names.add("--beside " + o));
    List<Catalogue> all = new ArrayList<>(List.of(catalogue));
    for (Catalogue other : read) {
      for (int i = 0; i < all.size(); i++) {
        Optional<String> id = all.get(i).sharedId(other);
        if (id.isPresent()) {
          throw Failure.usage(
              Message.of("rules.sharedId", names.get(all.size()), names.get(i), id.get()));
        }
      }
      all.add(other);
    }
    return read.isEmpty() ? catalogue : catalogue.beside(read);
  }

  /** True if a bundled catalogue, a file or a folder has this name. */
  public static boolean exists(String nameOrFile) {
    return names().contains(nameOrFile) || Files.exists(path(nameOrFile));
  }

  /** What to say of a name that is neither. */
  public static Failure noCatalogue(String name) {
    return Failure.usage(Message.of("rules.noCatalogue", name, String.join(", ", names())));
  }

  /** As {@link #catalogue}, with complaints as a value. */
  public static Reading<Catalogue> readCatalogue(String nameOrFile) {
    if (names().contains(nameOrFile)) {
      return CatalogueReader.read(nameOrFile, bundledSources(nameOrFile));
    }
    Path path = path(nameOrFile);
    if (Files.isDirectory(path)) {
      List<Source> sources = yaml(path).stream().map(f -> source(f.toString(), f)).toList();
      return CatalogueReader.read(name(path.toAbsolutePath().normalize()), sources);
    }
    if (!Files.exists(path)) {
      throw noCatalogue(nameOrFile);
    }
    String name = name(path).replaceFirst("\\.ya?ml$", "");
    return CatalogueReader.read(name, List.of(source(nameOrFile, path)));
  }

  /**
   * The bundled calendar, with a user's file over it.
   *
   * @throws Failure exit code 2 with every complaint
   */
  public static WorkingCalendar calendar(Optional<Path> users) {
    List<Source> own = users.map(RuleFiles::source).stream().toList();
    return sound(CalendarReader.read(bundledSources(CALENDARS), own));
  }

  /**
   * What a person knows of cells that a published table lost: of a bundled catalogue, or a user's
   * file.
   *
   * @throws Failure exit code 2 when there is none
   */
  public static Source repairs(String nameOrFile) {
    Optional<Source> bundled =
        names().contains(nameOrFile)
            ? bundled("rules/" + nameOrFile, root -> repairs(nameOrFile, root))
            : Optional.empty();
    return bundled.orElseGet(() -> source(nameOrFile, path(nameOrFile)));
  }

  private static Optional<Source> repairs(String name, Path root) {
    Path file = root.resolve("import/repairs.yaml");
    return Files.isRegularFile(file)
        ? Optional.of(source(name + "/import/repairs.yaml", file))
        : Optional.empty();
  }

  /** Names of the bundled schemes, sorted. */
  public static List<String> schemes() {
    return bundled(
        "rules/" + SCHEMES,
        root -> yaml(root).stream().map(f -> name(f).replaceFirst("\\.ya?ml$", "")).toList());
  }

  /**
   * A scheme by its bundled name or its file; a bundled name goes before a file of that name.
   *
   * @param catalogue whose ids it may use
   * @throws Failure exit code 2 with every complaint
   */
  public static Scheme scheme(String nameOrFile, Catalogue catalogue) {
    String file = SCHEMES + "/" + nameOrFile + ".yaml";
    if (schemes().contains(nameOrFile)) {
      Source bundled =
          bundledSources(SCHEMES).stream().filter(s -> s.name().equals(file)).findFirst().get();
      return sound(SchemeReader.read(nameOrFile, bundled, catalogue));
    }
    Path path = path(nameOrFile);
    if (!Files.isRegularFile(path)) {
      throw Failure.usage(Message.of("score.noScheme", nameOrFile, String.join(", ", schemes())));
    }
    return sound(SchemeReader.read(name(path), source(nameOrFile, path), catalogue));
  }

  /**
   * A user's file.
   *
   * @throws Failure exit code 2 when it cannot be read
   */
  public static Source source(Path file) {
    return source(file.toString(), file);
  }

  /**
   * The value of a reading.
   *
   * @throws Failure exit code 2 with every complaint
   */
  public static <T> T sound(Reading<T> reading) {
    if (reading instanceof Reading.Refused<T> refused) {
      throw new Failure(
          ExitCode.USAGE, refused.complaints().stream().map(Complaint::message).toList());
    }
    return ((Reading.Sound<T>) reading).value();
  }

  private static List<Source> bundledSources(String folder) {
    return bundled(
        "rules/" + folder,
        root -> yaml(root).stream().map(f -> source(folder + "/" + name(f), f)).toList());
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw noCatalogue(name);
    }
  }

  private static Source source(String name, Path file) {
    try {
      return new Source(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw Failure.usage(Message.of("rules.unreadable", name, e));
    }
  }

  private static List<Path> yaml(Path folder) {
    return list(folder, f -> name(f).matches("[^.].*\\.ya?ml") && Files.isRegularFile(f));
  }

  private static List<Path> list(Path folder, java.util.function.Predicate<Path> such) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(such).sorted().toList();
    } catch (IOException e) {
      throw Failure.usage(Message.of("rules.unreadable", folder, e));
    }
  }

  private static String name(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /** Something of a bundled folder: in a jar, or among the classes of a build. */
  private static <T> T bundled(String folder, Function<Path, T> read) {
    try {
      URI address = RuleFiles.class.getClassLoader().getResource(folder).toURI();
      if (!address.getScheme().equals("jar")) {
        return read.apply(Path.of(address));
      }
      String jar = address.toString().substring("jar:".length()).replaceFirst("!/.*", "");
      try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar)))) {
        return read.apply(files.getPath("/" + folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
