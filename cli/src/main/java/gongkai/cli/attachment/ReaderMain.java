package gongkai.cli.attachment;

import gongkai.page.FileFormat;
import gongkai.page.PageReader;
import gongkai.snapshot.FileText;
import gongkai.snapshot.FileText.State;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.NotOLE2FileException;
import org.apache.poi.poifs.filesystem.OfficeXmlFileException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The process that reads files: takes one after the other from its input until that ends, and
 * answers each with what it says. Started by {@link ReaderProcess}.
 */
final class ReaderMain {
  /** What a document unpacks to may be this many times larger than it is packed. */
  private static final double LEAST_RATIO = 0.005;

  private ReaderMain() {}

  public static void main(String[] none) throws IOException {
    // the parent was killed: nobody waits for an answer any more
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    PrintStream answers = System.out;
    // what a library prints must not stand among the answers
    System.setOut(System.err);
    ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
    try (DataInputStream in = new DataInputStream(System.in);
        DataOutputStream out = new DataOutputStream(answers)) {
      while (true) {
        Wire.Question question;
        try {
          question = Wire.question(in);
        } catch (EOFException done) {
          return;
        }
        FileFormat format = question.format();
        Wire.answer(
            out,
            question.tables() ? tables(format, question.body()) : read(format, question.body()));
      }
    }
  }

  /** What a file says; never throws for any bytes, but may run out of memory or time. */
  static FileText read(FileFormat format, byte[] body) {
    TextSink sink = new TextSink(PageReader.MAX_TEXT);
    try {
      switch (format) {
        case PDF -> PdfText.read(body, sink);
        case DOCX -> OfficeText.docx(body, sink);
        case XLSX -> OfficeText.xlsx(body, sink);
        case DOC, WPS -> OfficeText.doc(body, sink);
        case XLS, ET -> OfficeText.xls(body, sink);
        default -> {
          return FileText.unread(State.NOT_READ, "");
        }
      }
    } catch (TextSink.Full enough) {
      return FileText.read(sink.toString());
    } catch (InvalidPasswordException | EncryptedDocumentException locked) {
      return FileText.unread(State.ENCRYPTED, "");
    } catch (StackOverflowError deep) {
      return FileText.unread(State.OVER_LIMIT, "nesting");
    } catch (IOException | RuntimeException damaged) {
      // the libraries answer broken files with exceptions of every kind
      return unreadable(damaged);
    }
    return FileText.read(sink.toString());
  }

  /** The tables of a file, as {@link OfficeTables} writes them; never throws for any bytes. */
  static FileText tables(FileFormat format, byte[] body) {
    try {
      if ((format == FileFormat.DOCX || format == FileFormat.XLSX) && locked(body)) {
        return FileText.unread(State.ENCRYPTED, "");
      }
      return switch (format) {
        case DOCX -> FileText.read(OfficeTables.text(WordTables.docx(body)));
        case XLSX -> FileText.read(OfficeTables.text(OfficeGrids.xlsx(body)));
        case XLS, ET -> FileText.read(OfficeTables.text(OfficeGrids.xls(body)));
        default -> FileText.unread(State.NOT_READ, "");
      };
    } catch (OfficeGrids.TooMany many) {
      return FileText.unread(State.OVER_LIMIT, "cells");
    } catch (EncryptedDocumentException locked) {
      return FileText.unread(State.ENCRYPTED, "");
    } catch (StackOverflowError deep) {
      return FileText.unread(State.OVER_LIMIT, "nesting");
    } catch (IOException | RuntimeException damaged) {
      return unreadable(damaged);
    }
  }

  /** With a password the ZIP file lies, encrypted, inside an OLE2 file. */
  private static boolean locked(byte[] body) throws IOException {
    if (FileMagic.valueOf(body) != FileMagic.OLE2) {
      return false;
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(body))) {
      return file.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
    }
  }

  private static FileText unreadable(Throwable damaged) {
    for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
      if (cause instanceof TextSink.Full) {
        throw new IllegalStateException("a library hid that enough was read", damaged);
      }
      if (cause instanceof OfficeXmlFileException || cause instanceof NotOLE2FileException) {
        return FileText.unread(State.DAMAGED, "another format");
      }
      String said = String.valueOf(cause.getMessage());
      if (said.startsWith("Zip bomb detected") || said.startsWith("Tried to allocate an array")) {
        return FileText.unread(State.OVER_LIMIT, "unpacked size");
      }
    }
    return FileText.unread(State.DAMAGED, "");
  }
}
