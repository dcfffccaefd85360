package gongkai.page;

import java.util.regex.Pattern;

/**
 * A file offered by a page (PDF, DOC, DOCX, XLS, XLSX, WPS, ET, OFD, CEB, ZIP, RAR).
 *
 * @param url absolute and canonical
 * @param name the link's text or title, else the file name; may be empty
 */
public record Attachment(String url, String name) {
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\[【（(]?(附件|附|相关附件|文件|正文|点击|点此|此处|点击此处|请点击|查看|打开|在线查看|预览|下载|点击下载|附件下载|文件下载|下载附件|点击查看|查看全文|PDF|OFD|WORD)"
              + "[\\s\\d一二三四五六七八九十:：.]*(下载|查看|版)?[\\]】）)]?(\\.[A-Za-z]{2,5})?"
              + "|[A-Za-z0-9_%-]+(\\.[A-Za-z]{2,5})?",
          Pattern.CASE_INSENSITIVE);

  /** False when its name says a format that cannot be read; a name may also say nothing. */
  boolean readable() {
    FileFormat format = FileFormat.named(url);
    format = format == FileFormat.OTHER ? FileFormat.named(name) : format;
    return format == FileFormat.OTHER || format.readable();
  }

  /** Words of a link that name no document: 附件1, 点击下载, a row of digits with an ending. */
  public static boolean saysNothing(String name) {
    return name.isBlank() || NOTHING.matcher(name.strip()).matches();
  }
}
