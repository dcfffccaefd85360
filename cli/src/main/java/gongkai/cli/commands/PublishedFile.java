package gongkai.cli.commands;

import gongkai.catalogue.table.CatalogueFile;
import gongkai.catalogue.table.CatalogueFile.Kind;
import gongkai.catalogue.table.CatalogueImport;
import gongkai.catalogue.table.Tables;
import gongkai.cli.Failure;
import gongkai.cli.OutClaim;
import gongkai.cli.attachment.OfficeTables;
import gongkai.cli.attachment.ReaderProcess;
import gongkai.cli.crawl.Crawl;
import gongkai.cli.crawl.OneFile;
import gongkai.message.Message;
import gongkai.page.FileFormat;
import gongkai.snapshot.FileText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A published catalogue as it lies on the disk or on a site.
 *
 * @param name what messages call it: the path as given, or the address
 * @param contentType the header's value; empty string if none
 */
record PublishedFile(String name, String contentType, byte[] body) {
  private static final String OLE2 = "\u00d0\u00cf\u0011\u00e0";

  /** True for what is asked of a host. */
  static boolean isAddress(String words) {
    return words.matches("(?i)https?://.*");
  }

  /**
   * A file of the user's.
   *
   * @throws Failure exit code 2 when it cannot be read
   */
  static PublishedFile read(String words) {
    try {
      Path file = Path.of(words);
      if (Files.isDirectory(file)) {
        throw refused(words, Message.of("import.directory"));
      }
      if (!Files.exists(file)) {
        throw refused(words, Message.of("import.missing"));
      }
      if (Files.size(file) > ReaderProcess.Limits.USUAL.bytes()) {
        throw refused(words, tooMuch(ReaderProcess.Limits.USUAL.bytes() / 1_000_000 + "MB"));
      }
      return new PublishedFile(words, "", Files.readAllBytes(file));
    } catch (IOException | InvalidPathException e) {
      throw Failure.usage(Message.of("rules.unreadable", words, e.toString()));
    }
  }

  /**
   * A file of a site.
   *
   * @param order its start is the address
   * @throws Failure exit code 2 when the host does not give it
   */
  static PublishedFile fetch(Crawl.Options order) {
    try {
      OneFile.Outcome outcome = OneFile.at(order);
      if (outcome instanceof OneFile.Got got) {
        return new PublishedFile(got.url(), got.contentType(), got.body());
      }
      OneFile.Not not = (OneFile.Not) outcome;
      throw Failure.usage(Message.of("import.notFetched", not.url(), not.detail()));
    } catch (IOException e) {
      throw Failure.usage(Message.of("import.notFetched", order.start(), e.toString()));
    }
  }

  /**
   * Its tables.
   *
   * @throws Failure exit code 2 when it is empty, broken, locked, too large or of another kind
   */
  Tables tables() {
    if (body.length == 0) {
      throw refused(name, Message.of("import.empty"));
    }
    FileFormat format = CatalogueFile.format(body, contentType, name);
    boolean spreadsheetByName = format == FileFormat.XLS || format == FileFormat.ET;
    if (format == FileFormat.OTHER && starts(OLE2)) {
      // a locked file says nothing of what it is
      format = FileFormat.XLSX;
    } else if (spreadsheetByName && !starts(OLE2) && CatalogueFile.kind(body) != Kind.BINARY) {
      // many programs call a page or a text so
      format = FileFormat.OTHER;
    }
    return switch (format) {
      case OTHER -> text(body);
      case DOCX, XLSX, XLS, ET -> office(format);
      default -> throw refused(name, Message.of("import.format", format.shown()));
    };
  }

  private Tables text(byte[] body) {
    return switch (CatalogueFile.kind(body)) {
      case TEXT -> CatalogueFile.text(body, contentType);
      case MHT -> throw refused(name, Message.of("import.format", "MHT"));
      case BINARY -> throw refused(name, Message.of("import.binary"));
    };
  }

  private Tables office(FileFormat format) {
    try (ReaderProcess reader = new ReaderProcess(ReaderProcess.Limits.USUAL)) {
      FileText read = reader.tables(format, body);
      return switch (read.state()) {
        case READ -> OfficeTables.read(read.text());
        case ENCRYPTED -> throw refused(name, Message.of("import.encrypted"));
        case OVER_LIMIT -> throw refused(name, tooMuch(read.detail()));
        case DAMAGED -> throw refused(name, Message.of("import.damaged", format.shown()));
        case NOT_READ -> throw refused(name, Message.of("import.format", format.shown()));
      };
    } catch (IOException closed) {
      throw OutClaim.unwritable(Path.of(name), closed);
    }
  }

  private boolean starts(String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= body.length || (body[i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Message tooMuch(String limit) {
    return Message.of("import.overLimit", limit);
  }

  private static Failure refused(String name, Message what) {
    return Failure.usage(CatalogueImport.unreadable(name, what).message());
  }

  /** A file name for what is made of it, without an ending. */
  String stem() {
    String path = name.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String stem = last.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    return Optional.of(stem).filter(s -> !s.isBlank()).orElse("catalogue");
  }

  /** Its name without the folders of this machine. */
  String shown() {
    return isAddress(name) ? name : String.valueOf(Path.of(name).getFileName());
  }
}
