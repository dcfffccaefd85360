package gongkai.cli.attachment;

import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import gongkai.snapshot.FileText.State;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads files in another process, started with the first of them and used for all. A file that
 * takes more memory or time than one may have ends that process, and the next file gets a new one.
 * One file is read at a time.
 */
public final class ReaderProcess implements AutoCloseable {
  /** What {@code -XX:+ExitOnOutOfMemoryError} ends a process with. */
  private static final int OUT_OF_MEMORY = 3;

  /**
   * What one file may take.
   *
   * @param heap megabytes
   * @param bytes of the file itself
   */
  public record Limits(int heap, Duration time, int bytes) {
    /** Ten times what the largest documents on real sites need. */
    public static final Limits USUAL = new Limits(256, Duration.ofSeconds(60), 32_000_000);
  }

  private final Limits limits;
  private volatile Optional<Child> child = Optional.empty();
  private volatile boolean closed;

  public ReaderProcess(Limits limits) {
    this.limits = limits;
  }

  /** A running process with its pipes. */
  private record Child(Process process, DataOutputStream out, DataInputStream in) {}

  /**
   * What a file says, or why it cannot be read.
   *
   * @throws IOException only when this was closed meanwhile
   */
  public synchronized FileText read(FileFormat format, byte[] body) throws IOException {
    return ask(new Wire.Question(false, format, body));
  }

  /**
   * The tables of a document or a spreadsheet, for {@link OfficeTables#read}, or why it cannot be
   * read.
   *
   * @throws IOException only when this was closed meanwhile
   */
  public synchronized FileText tables(FileFormat format, byte[] body) throws IOException {
    return ask(new Wire.Question(true, format, body));
  }

  private FileText ask(Wire.Question question) throws IOException {
    if (question.body().length > limits.bytes()) {
      return FileText.unread(State.OVER_LIMIT, limits.bytes() / 1_000_000 + "MB");
    }
    // a process may also die of a signal that was meant for the program: then once more
    Optional<FileText> first = attempt(question);
    return first.isPresent()
        ? first.get()
        : attempt(question).orElseGet(() -> FileText.unread(State.DAMAGED, "crash"));
  }

  /** Empty when the process died and nobody can say why. */
  private Optional<FileText> attempt(Wire.Question question) throws IOException {
    if (closed) {
      throw new IOException("the crawl has ended");
    }
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    Child running;
    try {
      running = running();
    } catch (IOException noProcess) {
      return Optional.of(FileText.unread(State.NOT_READ, String.valueOf(noProcess.getMessage())));
    }
    try {
      alarm.completeOnTimeout(null, limits.time().toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> kill =
          alarm.thenRun(
              () -> {
                late.set(true);
                running.process().destroyForcibly();
              });
      Wire.ask(running.out(), question);
      FileText text = Wire.answer(running.in());
      kill.cancel(false);
      alarm.cancel(false);
      return Optional.of(text);
    } catch (IOException died) {
      alarm.cancel(false);
      return late.get()
          ? ended(State.OVER_LIMIT, "time")
          : exit().filter(code -> code == OUT_OF_MEMORY).isPresent()
              ? ended(State.OVER_LIMIT, "memory")
              : ended();
    }
  }

  private Optional<FileText> ended(State state, String detail) {
    ended();
    return Optional.of(FileText.unread(state, detail));
  }

  private Optional<FileText> ended() {
    child.ifPresent(c -> c.process().destroyForcibly());
    child = Optional.empty();
    return Optional.empty();
  }

  /** How the process ended, once its pipe has. */
  private Optional<Integer> exit() {
    if (child.isEmpty()) {
      return Optional.empty();
    }
    Process process = child.get().process();
    try {
      return process.waitFor(5, TimeUnit.SECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Child running() throws IOException {
    if (child.isEmpty()) {
      Process process =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      child =
          Optional.of(
              new Child(
                  process,
                  new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
                  new DataInputStream(new BufferedInputStream(process.getInputStream()))));
    }
    return child.get();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.heap() + "m",
        "-XX:MaxMetaspaceSize=192m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+ExitOnOutOfMemoryError",
        // also what the machine itself prints
        "-XX:+DisplayVMOutputToStderr",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djava.awt.headless=true",
        // no setting of the machine may show in a text
        "-Dfile.encoding=UTF-8",
        "-Duser.language=zh",
        "-Duser.country=CN",
        "-Duser.timezone=Asia/Shanghai",
        "-cp",
        System.getProperty("java.class.path"),
        ReaderMain.class.getName());
  }

  @Override
  public void close() {
    // not synchronized with a file that is being read: ending the process ends that
    Optional<Child> last = child;
    closed = true;
    last.ifPresent(c -> c.process().destroyForcibly());
  }
}
