package gongkai.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The names in the central directory of a ZIP file; nothing is unpacked. */
final class ZipNames {
  /** More names than an office document has. */
  private static final int MOST = 5_000;

  private static final int END = 22;
  private static final int ENTRY = 46;
  private static final int LONGEST_COMMENT = 0xffff;

  private final List<String> names = new ArrayList<>();
  private final boolean whole;

  ZipNames(byte[] body) {
    int end = body.length - END;
    int first = Math.max(0, end - LONGEST_COMMENT);
    while (end >= first && !signed(body, end, 5, 6)) {
      end--;
    }
    whole = end >= first;
    long at = whole ? number(body, end + 16, 4) : 0;
    while (whole
        && names.size() < MOST
        && at + ENTRY <= body.length
        && signed(body, (int) at, 1, 2)) {
      int length = (int) number(body, (int) at + 28, 2);
      int from = (int) at + ENTRY;
      if (from + length > body.length) {
        return;
      }
      names.add(new String(body, from, length, StandardCharsets.UTF_8));
      at = from + length + number(body, (int) at + 30, 2) + number(body, (int) at + 32, 2);
    }
  }

  /** The directory is there: the file was not cut. */
  boolean whole() {
    return whole;
  }

  /** True when a name begins so. */
  boolean any(String start) {
    return names.stream().anyMatch(name -> name.startsWith(start));
  }

  private static boolean signed(byte[] body, int at, int third, int fourth) {
    return body[at] == 'P'
        && body[at + 1] == 'K'
        && body[at + 2] == third
        && body[at + 3] == fourth;
  }

  private static long number(byte[] body, int at, int bytes) {
    long number = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      number = number << 8 | body[at + i] & 0xff;
    }
    return number;
  }
}
