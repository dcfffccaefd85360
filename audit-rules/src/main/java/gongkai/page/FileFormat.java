package gongkai.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The format of a file that is no HTML, told by its first bytes; where these fit several (OLE2 and
 * ZIP are containers), by what it contains, then by its name, then by its content type.
 */
public enum FileFormat {
  PDF(true),
  DOCX(true),
  XLSX(true),
  DOC(true),
  XLS(true),
  /** 金山文字: an OLE2 file as DOC is. */
  WPS(true),
  /** 金山表格: an OLE2 file as XLS is. */
  ET(true),
  PPT(false),
  PPTX(false),
  /** 版式文档, GB/T 33190. */
  OFD(false),
  /** 方正 Apabi. */
  CEB(false),
  RTF(false),
  ZIP(false),
  RAR(false),
  SEVEN_ZIP(false),
  /** Pictures, films, programs, style sheets and everything else. */
  OTHER(false);

  private static final Map<String, FileFormat> BY_NAME =
      Map.ofEntries(
          Map.entry("pdf", PDF),
          Map.entry("docx", DOCX),
          Map.entry("xlsx", XLSX),
          Map.entry("doc", DOC),
          Map.entry("xls", XLS),
          Map.entry("wps", WPS),
          Map.entry("et", ET),
          Map.entry("ppt", PPT),
          Map.entry("dps", PPT),
          Map.entry("pptx", PPTX),
          Map.entry("ofd", OFD),
          Map.entry("ceb", CEB),
          Map.entry("rtf", RTF),
          Map.entry("zip", ZIP),
          Map.entry("rar", RAR),
          Map.entry("7z", SEVEN_ZIP));

  private static final Map<String, FileFormat> BY_TYPE =
      Map.of(
          "application/pdf", PDF,
          "application/msword", DOC,
          "application/vnd.ms-excel", XLS,
          "application/vnd.ms-works", WPS,
          "application/kswps", WPS,
          "application/kset", ET,
          "application/ofd", OFD,
          "application/zip", ZIP,
          "application/x-rar-compressed", RAR,
          "application/rtf", RTF);

  private final boolean readable;

  FileFormat(boolean readable) {
    this.readable = readable;
  }

  /** True when the text of such files can be read. */
  public boolean readable() {
    return readable;
  }

  /** {@code PDF}, {@code 7Z}: as people write it. */
  public String shown() {
    return this == SEVEN_ZIP ? "7Z" : name();
  }

  /** The format that an address or a file's name says; {@link #OTHER} if it says none. */
  public static FileFormat named(String address) {
    return BY_NAME.getOrDefault(Files.ending(address), OTHER);
  }

  /**
   * The format of bytes that are no HTML.
   *
   * @param contentType the header's value; empty string if none
   * @param address canonical
   */
  public static FileFormat of(byte[] body, String contentType, String address) {
    FileFormat said = named(address);
    if (said == OTHER) {
      String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
      said = BY_TYPE.getOrDefault(type, OTHER);
    }
    if (starts(body, "%PDF")) {
      return PDF;
    }
    if (starts(body, "\u00d0\u00cf\u0011\u00e0")) {
      return compound(body, said);
    }
    if (starts(body, "PK\u0003\u0004") || starts(body, "PK\u0005\u0006")) {
      return zipped(new ZipNames(body), said);
    }
    if (starts(body, "Rar!")) {
      return RAR;
    }
    if (starts(body, "7z\u00bc\u00af")) {
      return SEVEN_ZIP;
    }
    if (starts(body, "{\\rtf")) {
      return RTF;
    }
    return said;
  }

  private static FileFormat compound(byte[] body, FileFormat said) {
    if (holds(body, "WordDocument")) {
      return said == WPS ? WPS : DOC;
    }
    if (holds(body, "Workbook") || holds(body, "Book")) {
      return said == ET ? ET : XLS;
    }
    if (holds(body, "PowerPoint Document")) {
      return PPT;
    }
    return said;
  }

  private static FileFormat zipped(ZipNames names, FileFormat said) {
    if (names.any("OFD.xml")) {
      return OFD;
    }
    if (names.any("word/")) {
      return DOCX;
    }
    if (names.any("xl/")) {
      return XLSX;
    }
    if (names.any("ppt/")) {
      return PPTX;
    }
    // a directory that cannot be read says nothing: the name may
    boolean zipLike = said == OFD || said == DOCX || said == XLSX || said == PPTX;
    return names.whole() || !zipLike ? ZIP : said;
  }

  static boolean starts(byte[] body, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= body.length || (body[i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** True when the directory of an OLE2 file names a stream so. */
  private static boolean holds(byte[] body, String stream) {
    byte[] name = (stream + "\0").getBytes(StandardCharsets.UTF_16LE);
    // an entry of the directory is 128 bytes and begins at a multiple of that
    for (int at = 512; at + name.length <= body.length; at += 128) {
      int i = 0;
      while (i < name.length && body[at + i] == name[i]) {
        i++;
      }
      if (i == name.length) {
        return true;
      }
    }
    return false;
  }
}
