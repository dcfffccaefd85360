package gongkai.cli.report;

import gongkai.picture.Exhibits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder of {@code --out}. Its reports appear whole or not at all: they are written into a
 * folder of their own inside it and renamed into place only when every byte of every file is on the
 * disk. While that folder exists, the audit counts as unfinished. A name with a slash is a file in
 * a folder below; what else lies in such a folder, like a scanned reply, stays.
 */
public final class OutputFolder {
  /** The file by which a process claims the folder. */
  public static final String CLAIM = ".lock";

  private static final String WRITING = ".writing";

  /** The folders below, and which files in them are ours. */
  private static final Map<String, Predicate<String>> BELOW =
      Map.of(OfficeFiles.FOLDER, OfficeFiles::own, Exhibits.FOLDER, Exhibits::own);

  private final Path folder;

  public OutputFolder(Path folder) {
    this.folder = folder;
  }

  /** What a folder holds before an audit. */
  public enum State {
    /** Nothing, or it does not exist. */
    EMPTY,
    /** A snapshot without reports, or reports that a crash cut short. */
    UNFINISHED,
    /** Reports of a finished audit. */
    FINISHED,
    /** Something that is no audit's. */
    FOREIGN
  }

  /** A file that could not be written. */
  public static final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Path path;

    CannotWrite(Path path, IOException cause) {
      super(reason(cause), cause);
      this.path = path;
    }

    public Path path() {
      return path;
    }

    /** In short words, without the path, which is said beside it. */
    private static String reason(IOException cause) {
      if (cause instanceof FileSystemException named) {
        return named.getReason() == null ? cause.getClass().getSimpleName() : named.getReason();
      }
      return String.valueOf(cause.getMessage());
    }
  }

  /** What the folder holds now. */
  public State state() throws IOException {
    if (!Files.exists(folder)) {
      return State.EMPTY;
    }
    if (Files.exists(folder.resolve(WRITING)) || Files.isDirectory(folder.resolve("snapshot"))) {
      return Files.exists(folder.resolve(WRITING)) || !anyReport()
          ? State.UNFINISHED
          : State.FINISHED;
    }
    if (anyReport()) {
      return State.FINISHED;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      // a process that claimed the folder has left its mark there
      return entries.allMatch(e -> e.getFileName().toString().equals(CLAIM))
          ? State.EMPTY
          : State.FOREIGN;
    }
  }

  /** Removes the reports of an earlier audit, so that what lies here is no longer finished. */
  public void clear() throws CannotWrite {
    Path current = folder;
    try {
      for (Path file : earlier().values()) {
        current = file;
        Files.deleteIfExists(file);
      }
      removeIfEmpty();
    } catch (IOException e) {
      throw new CannotWrite(current, e);
    }
  }

  private boolean anyReport() {
    return known().stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /**
   * Writes a set of reports. Reports of an earlier audit that are not in the set are removed, so
   * that what lies there is from one audit.
   *
   * @throws CannotWrite when a file cannot be written; what lay there before is untouched then
   */
  public void write(Map<String, byte[]> files) throws CannotWrite {
    Map<String, Content> contents = new LinkedHashMap<>();
    files.forEach((name, bytes) -> contents.put(name, () -> bytes));
    writeAll(contents);
  }

  /** The bytes of a file, which are asked for once, when it is written. */
  public interface Content {
    byte[] bytes() throws IOException;
  }

  /** Writes a set of reports, as {@link #write} does, without holding all their bytes at once. */
  public void writeAll(Map<String, Content> files) throws CannotWrite {
    Path writing = folder.resolve(WRITING);
    Path current = writing;
    try {
      Files.createDirectories(folder);
      delete(writing);
      Files.createDirectory(writing);
      for (Map.Entry<String, Content> file : files.entrySet()) {
        current = folder.resolve(file.getKey());
        Files.createDirectories(writing.resolve(file.getKey()).getParent());
        writeThrough(writing.resolve(file.getKey()), file.getValue().bytes());
      }
    } catch (IOException e) {
      throw abandoned(writing, current, e);
    }
    try {
      for (Map.Entry<String, Path> file : earlier().entrySet()) {
        if (!files.containsKey(file.getKey())) {
          current = file.getValue();
          Files.deleteIfExists(current);
        }
      }
      for (String name : files.keySet()) {
        current = folder.resolve(name);
        Files.createDirectories(current.getParent());
        Files.move(writing.resolve(name), current, StandardCopyOption.REPLACE_EXISTING);
      }
      removeIfEmpty();
      current = writing;
      delete(writing);
    } catch (IOException e) {
      throw new CannotWrite(current, e);
    }
  }

  private static CannotWrite abandoned(Path writing, Path path, IOException cause) {
    CannotWrite failure = new CannotWrite(path, cause);
    try {
      delete(writing);
    } catch (IOException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return failure;
  }

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void delete(Path writing) throws IOException {
    if (!Files.exists(writing)) {
      return;
    }
    try (Stream<Path> left = Files.walk(writing)) {
      for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What an earlier audit wrote here, by name; in folders below whatever is named so. */
  private Map<String, Path> earlier() throws IOException {
    Map<String, Path> earlier = new LinkedHashMap<>();
    known().forEach(name -> earlier.put(name, folder.resolve(name)));
    for (Map.Entry<String, Predicate<String>> below : BELOW.entrySet()) {
      Path inside = folder.resolve(below.getKey());
      if (Files.isDirectory(inside)) {
        try (Stream<Path> files = Files.list(inside)) {
          // the path as it is listed: its name may be one that this locale cannot write
          files
              .filter(f -> below.getValue().test(f.getFileName().toString()))
              .forEach(f -> earlier.put(below.getKey() + "/" + f.getFileName(), f));
        }
      }
    }
    return earlier;
  }

  private void removeIfEmpty() throws IOException {
    for (String name : BELOW.keySet()) {
      Path inside = folder.resolve(name);
      if (Files.isDirectory(inside)) {
        boolean empty;
        try (Stream<Path> files = Files.list(inside)) {
          empty = files.findAny().isEmpty();
        }
        if (empty) {
          Files.delete(inside);
        }
      }
    }
  }

  private static List<String> known() {
    List<String> names = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      names.addAll(format.names());
    }
    return names;
  }
}
