package gongkai.cli.commands;

import gongkai.cli.Failure;
import gongkai.cli.OutClaim;
import gongkai.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A single file that a command writes: whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Refuses a file that is there already.
   *
   * @throws Failure exit code 2
   */
  static void free(Path target, boolean overwrite) {
    if (Files.isDirectory(target) || Files.exists(target) && !overwrite) {
      throw Failure.usage(Message.of("import.exists", target));
    }
  }

  /**
   * Writes beside the target and renames.
   *
   * @throws Failure exit code 4 naming the path
   */
  static void write(Path target, byte[] bytes) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, ".gongkai-", ".tmp");
      try {
        Files.write(beside, bytes);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw OutClaim.unwritable(target, e);
    }
  }
}
