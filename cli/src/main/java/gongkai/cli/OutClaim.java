package gongkai.cli;

import gongkai.cli.report.OutputFolder;
import gongkai.cli.snapshot.WarcSnapshot;
import gongkai.message.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An {@code --out} folder held by this process, so that two runs never meet in it. The hold is a
 * lock of the operating system and dies with its process; the file names the process.
 */
public final class OutClaim implements AutoCloseable {
  /** Beyond the text, because a locked range cannot be read by others everywhere. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path out;
  private final FileChannel channel;

  private OutClaim(Path out, FileChannel channel) {
    this.out = out;
    this.channel = channel;
  }

  /**
   * Takes hold of a folder, making it if need be, when what lies in it allows.
   *
   * @param resume goes on with the snapshot in it
   * @param overwrite what lies in it may be replaced
   * @throws Failure when another process holds it, when it holds a finished audit and {@code
   *     overwrite} is not given, an unfinished one and neither is given, no snapshot to resume, or
   *     something that is no audit's; or when it cannot be written
   */
  public static OutClaim take(Path out, boolean resume, boolean overwrite) {
    OutClaim claim = hold(out);
    try {
      claim.check(resume, overwrite);
      return claim;
    } catch (Failure refused) {
      claim.close();
      throw refused;
    } catch (IOException e) {
      claim.close();
      throw unwritable(out, e);
    }
  }

  private static OutClaim hold(Path out) {
    Path file = out.resolve(OutputFolder.CLAIM);
    try {
      Files.createDirectories(out);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
        channel.close();
        throw Failure.usage(Message.of("out.held", out, holder));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)),
          0);
      return new OutClaim(out, channel);
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private void check(boolean resume, boolean overwrite) throws IOException {
    OutputFolder folder = new OutputFolder(out);
    OutputFolder.State state = folder.state();
    boolean snapshot = Files.exists(snapshot().resolve("crawl.warc.gz"));
    if (state == OutputFolder.State.FOREIGN) {
      throw Failure.usage(Message.of("out.foreign", out));
    }
    if (state == OutputFolder.State.FINISHED && !overwrite) {
      throw Failure.usage(Message.of("out.finished", out));
    }
    if (resume && !snapshot) {
      throw Failure.usage(Message.of("out.nothing", out));
    }
    if (state == OutputFolder.State.UNFINISHED && snapshot && !resume && !overwrite) {
      boolean complete = WarcSnapshot.open(snapshot()).info().complete();
      throw Failure.usage(Message.of(complete ? "out.snapshot" : "out.unfinished", out));
    }
    if (overwrite) {
      folder.clear();
    }
  }

  /** The folder of the snapshot inside the held one. */
  public Path snapshot() {
    return out.resolve("snapshot");
  }

  /** A path that cannot be written: exit code 4. */
  public static Failure unwritable(Path out, IOException cause) {
    String path = out.toString();
    String reason = String.valueOf(cause.getMessage());
    if (cause instanceof FileSystemException named) {
      path = named.getFile() == null ? path : named.getFile();
      reason = named.getReason() == null ? cause.getClass().getSimpleName() : named.getReason();
    } else if (cause instanceof OutputFolder.CannotWrite cannot) {
      path = cannot.path().toString();
    }
    return new Failure(ExitCode.DEFECT, List.of(Message.of("out.unwritable", path, reason)));
  }

  /** Lets go. The file stays: removing it could remove the claim of the next process. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }
}
