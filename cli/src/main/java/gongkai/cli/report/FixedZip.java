package gongkai.cli.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A workbook's zip file made the same on every machine. Its entries carry a given day instead of
 * the clock's time. They are stored, not compressed: what comes out of a compressor depends on the
 * version of zlib that a Java was built with.
 */
final class FixedZip {
  private static final Pattern CREATED =
      Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

  private FixedZip() {}

  /** The same entries in the same order, as of a day. */
  static byte[] of(byte[] zip, LocalDate day) {
    ByteArrayOutputStream fixed = new ByteArrayOutputStream(zip.length * 4);
    // by its list of contents: the entries themselves do not say how long they are
    try (ZipFile from = ZipFile.builder().setByteArray(zip).get();
        ZipOutputStream to = new ZipOutputStream(fixed)) {
      for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        put(to, entry.getName(), dated(entry.getName(), bytes, day), day);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading and writing memory", impossible);
    }
    return fixed.toByteArray();
  }

  private static void put(ZipOutputStream to, String name, byte[] bytes, LocalDate day)
      throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(day.atStartOfDay());
    to.putNextEntry(entry);
    to.write(bytes);
    to.closeEntry();
  }

  private static byte[] dated(String name, byte[] bytes, LocalDate day) {
    if (!name.equals("docProps/core.xml")) {
      return bytes;
    }
    String core = new String(bytes, StandardCharsets.UTF_8);
    return CREATED
        .matcher(core)
        .replaceAll("$1" + day + "T00:00:00Z$2")
        .getBytes(StandardCharsets.UTF_8);
  }
}
