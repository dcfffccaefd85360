package gongkai.cli.crawl;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A body after content decoding, read up to a cap: 200 KB of gzip may hold 200 MB.
 *
 * @param truncated it went on beyond the cap
 */
record Body(byte[] bytes, boolean truncated) {

  /** Empty when the encoding is none that we announce or know. */
  static Optional<Body> read(InputStream raw, String encoding, long cap) throws IOException {
    Optional<InputStream> decoded = decode(raw, encoding.strip().toLowerCase(Locale.ROOT));
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    byte[] chunk = new byte[16 * 1024];
    long left = cap;
    InputStream in = decoded.get();
    while (left > 0) {
      int n = in.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (n < 0) {
        return Optional.of(new Body(bytes.toByteArray(), false));
      }
      bytes.write(chunk, 0, n);
      left -= n;
    }
    return Optional.of(new Body(bytes.toByteArray(), in.read() >= 0));
  }

  private static Optional<InputStream> decode(InputStream raw, String encoding) throws IOException {
    switch (encoding) {
      case "", "identity", "none" -> {
        return Optional.of(raw);
      }
      case "gzip", "x-gzip" -> {
        BufferedInputStream in = new BufferedInputStream(raw);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        // some servers announce gzip and send none, or an empty body
        boolean gzip = first == 0x1f && second == 0x8b;
        return Optional.of(gzip ? new GZIPInputStream(in, 8 * 1024) : in);
      }
      case "deflate" -> {
        BufferedInputStream in = new BufferedInputStream(raw);
        in.mark(2);
        int first = in.read();
        in.reset();
        // the standard means zlib; old servers send the bare stream
        boolean zlib = (first & 0x0f) == 8 && first >= 0;
        return Optional.of(new InflaterInputStream(in, new Inflater(!zlib)));
      }
      default -> {
        return Optional.empty();
      }
    }
  }
}
