package gongkai.page;

import java.util.Locale;
import java.util.Set;

/** Addresses that lead to a file, not to a page. */
final class Files {
  private static final Set<String> TYPES =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps", "ofd", "ceb",
          "zip", "rar", "7z", "txt", "rtf", "csv");

  private static final Set<String> OTHER =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "mp4", "mp3", "avi", "wmv", "flv", "exe", "apk");

  private Files() {}

  /** True if the address ends in a document's type or calls one of the known download programs. */
  static boolean isFile(String address) {
    if (address.isEmpty()) {
      return false;
    }
    String lower = address.toLowerCase(Locale.ROOT);
    int query = lower.indexOf('?');
    String path = query < 0 ? lower : lower.substring(0, query);
    if (TYPES.contains(type(path))) {
      return true;
    }
    boolean download =
        path.endsWith("downfile.jsp")
            || path.endsWith("download.jsp")
            || path.endsWith("download.action")
            || path.contains("/download");
    return query >= 0 && download && TYPES.contains(type(lower));
  }

  /** True for a picture, a film or a program: neither page nor document. */
  static boolean isMedia(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    int query = lower.indexOf('?');
    return OTHER.contains(type(query < 0 ? lower : lower.substring(0, query)));
  }

  private static String type(String address) {
    int dot = address.lastIndexOf('.');
    if (dot < 0 || address.length() - dot > 6) {
      return "";
    }
    int end = dot + 1;
    while (end < address.length() && Character.isLetterOrDigit(address.charAt(end))) {
      end++;
    }
    return address.substring(dot + 1, end);
  }
}
