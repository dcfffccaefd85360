package gongkai.cli.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;

/**
 * Reads a file of gzip members one by one. {@code GZIPInputStream} joins the members; here each one
 * is a record and its offset must be known.
 */
final class GzipMembers implements AutoCloseable {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final Inflater inflater = new Inflater(true);
  private long position;
  private long filled;

  /**
   * One member.
   *
   * @param start offset of its first byte
   * @param end offset after its last byte
   */
  record Member(long start, long end, byte[] content) {}

  GzipMembers(FileChannel channel, long start) {
    this.channel = channel;
    this.position = start;
    this.filled = start;
    buffer.limit(0);
  }

  /** Offset of the next member. */
  long position() {
    return position;
  }

  /**
   * The next member; empty at the end of the file and where the rest is no whole member: {@link
   * #position} then stands before the end of the file.
   */
  Optional<Member> next() throws IOException {
    long start = position;
    byte[] header = new byte[HEADER];
    if (!take(header) || header[0] != 0x1f || header[1] != (byte) 0x8b || header[3] != 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream(16 * 1024);
    byte[] chunk = new byte[16 * 1024];
    CRC32 crc = new CRC32();
    long read = HEADER;
    inflater.reset();
    try {
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          if (!buffer.hasRemaining() && !fill()) {
            return Optional.empty();
          }
          inflater.setInput(buffer.array(), buffer.position(), buffer.remaining());
          read += buffer.remaining();
          buffer.position(buffer.limit());
        }
        int n = inflater.inflate(chunk);
        crc.update(chunk, 0, n);
        content.write(chunk, 0, n);
      }
    } catch (DataFormatException damaged) {
      return Optional.empty();
    }
    read -= inflater.getRemaining();
    buffer.position(buffer.limit() - inflater.getRemaining());
    byte[] trailer = new byte[TRAILER];
    if (!take(trailer) || littleEndian(trailer) != (int) crc.getValue()) {
      return Optional.empty();
    }
    position = start + read + TRAILER;
    return Optional.of(new Member(start, position, content.toByteArray()));
  }

  private static int littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private boolean take(byte[] into) throws IOException {
    int taken = 0;
    while (taken < into.length) {
      if (!buffer.hasRemaining() && !fill()) {
        return false;
      }
      int n = Math.min(buffer.remaining(), into.length - taken);
      buffer.get(into, taken, n);
      taken += n;
    }
    return true;
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int n = channel.read(buffer, filled);
    buffer.flip();
    if (n <= 0) {
      buffer.limit(0);
      return false;
    }
    filled += n;
    return true;
  }

  @Override
  public void close() {
    inflater.end();
  }

  /** A member around what is written to it; the fast level, because a page is compressed once. */
  static OutputStream writer(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 8 * 1024) {
      {
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }
}
