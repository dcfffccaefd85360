package gongkai.cli.snapshot;

import gongkai.picture.Picture.NotTaken;
import gongkai.picture.Picture.Taken;
import gongkai.snapshot.Answer;
import gongkai.snapshot.CrawlInfo;
import gongkai.snapshot.Trouble;
import gongkai.snapshot.Unread;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes a snapshot. A record is compressed by the caller's thread and handed to the system in one
 * piece, so a page is stored once {@link #write(Exchange)} returns. Safe for several threads.
 */
public final class WarcStore implements AutoCloseable {
  /** The file inside the snapshot's folder. */
  public static final String FILE = "crawl.warc.gz";

  private final Path file;
  private final FileChannel channel;
  private Optional<FileSystemException> broken = Optional.empty();

  private WarcStore(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** A new snapshot in a folder, in place of what was there. */
  public static WarcStore create(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(FILE);
    return new WarcStore(
        file,
        FileChannel.open(
            file,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  /** Goes on with a snapshot: a record that was being written when the crawl died is cut off. */
  public static WarcStore append(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    long whole = WarcSnapshot.open(folder).wholeLength();
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(whole);
    channel.position(whole);
    return new WarcStore(file, channel);
  }

  /** What has been stored so far. */
  WarcSnapshot snapshot() throws IOException {
    return WarcSnapshot.open(file.getParent());
  }

  /** The file being written. */
  public Path file() {
    return file;
  }

  /** A run begins. */
  public void begin(CrawlInfo info, String software) throws IOException {
    put(Records.begun(info, software, now()));
  }

  /** Stores an answer; what comes back is as a later reader will see it. */
  public Answer write(Exchange exchange) throws IOException {
    Records.Pair pair = Records.exchange(exchange);
    long at = put(pair.bytes());
    String place = FILE + ":" + (at + pair.answerAt());
    return Records.answer(exchange, pair.digest(), place);
  }

  /**
   * Stores what a browser made of an answer, as a conversion that refers to the answer's record.
   * What comes back is the answer as a later reader will see it.
   */
  public Answer writeRendered(Answer original, byte[] document) throws IOException {
    byte[] record = Records.rendered(original, document, recordOf(original));
    String place = FILE + ":" + put(record);
    return Records.renderedAnswer(original, document, place);
  }

  /** Stores a picture of a page, as a conversion that refers to the page's record. */
  public void writePicture(Answer page, byte[] png, Taken taken) throws IOException {
    put(Records.picture(page, recordOf(page), png, taken));
  }

  /** Stores why there is no picture of a page. */
  public void write(Answer page, NotTaken why) throws IOException {
    put(Records.metadata(page.request().url(), PictureRecords.none(page.place(), why), now()));
  }

  /** All pictures that were wanted were taken, or it is said why not. */
  public void endPictures(String start) throws IOException {
    put(Records.metadata(start, PictureRecords.ended(), now()));
    channel.force(true);
  }

  private URI recordOf(Answer answer) throws IOException {
    long offset = Long.parseLong(answer.place().substring(answer.place().lastIndexOf(':') + 1));
    return WarcSnapshot.recordId(file, offset);
  }

  /** Stores records as they are; the place of the answer among them. */
  String write(byte[] records, long answerAt) throws IOException {
    return FILE + ":" + (put(records) + answerAt);
  }

  /** Stores that something was not read. */
  public void write(Unread unread) throws IOException {
    put(Records.unread(unread, now()));
  }

  /** Stores what is wrong with the way to the site. */
  public void write(Trouble trouble) throws IOException {
    put(Records.trouble(trouble, now()));
  }

  /** The run ended by itself. */
  public void end(String start) throws IOException {
    put(Records.ended(start, now()));
    channel.force(true);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private synchronized long put(byte[] record) throws IOException {
    if (broken.isPresent()) {
      throw broken.get();
    }
    try {
      long at = channel.position();
      ByteBuffer buffer = ByteBuffer.wrap(record);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      return at;
    } catch (IOException failed) {
      broken = Optional.of(named(failed));
      throw broken.get();
    }
  }

  private FileSystemException named(IOException failed) {
    FileSystemException named =
        new FileSystemException(file.toString(), null, String.valueOf(failed.getMessage()));
    named.initCause(failed);
    return named;
  }

  /** What was written stays; nothing further is. */
  @Override
  public synchronized void close() throws IOException {
    broken = broken.or(() -> Optional.of(named(new IOException("the crawl has ended"))));
    channel.close();
  }
}
