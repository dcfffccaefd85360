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

  /** True if the address ends in a document's type or calls a download program with one. */
  static boolean isFile(String address) {
    return TYPES.contains(ending(address));
  }

  /**
   * The type at the end of the path in small letters, else that of the file which the query names
   * ({@code downfile.jsp?classid=0&filename=….pdf}); empty string if neither has one.
   */
  static String ending(String address) {
    if (address.isEmpty()) {
      return "";
    }
    int query = address.indexOf('?');
    String own = type(query < 0 ? address : address.substring(0, query));
    // a viewer is a page that shows the file which its query names
    if (query < 0 || TYPES.contains(own) || own.contains("htm")) {
      return own;
    }
    String path = address.substring(0, query).toLowerCase(Locale.ROOT);
    for (String parameter : address.substring(query + 1).toLowerCase(Locale.ROOT).split("&")) {
      int is = parameter.indexOf('=');
      boolean named =
          parameter.lastIndexOf("file", is) >= 0 || parameter.lastIndexOf("name", is) >= 0;
      String type = is < 0 ? "" : type(parameter.substring(is));
      if (TYPES.contains(type) && (named || path.contains("down"))) {
        return type;
      }
    }
    return own;
  }

  /** True for a picture, a film or a program: neither page nor document. */
  static boolean isMedia(String address) {
    int query = address.indexOf('?');
    return OTHER.contains(type(query < 0 ? address : address.substring(0, query)));
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
    return address.substring(dot + 1, end).toLowerCase(Locale.ROOT);
  }
}
