package gongkai.page.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The full date in an address: {@code t20240506_1.html}, {@code /2024/5/6/art_}, {@code
 * /20240511/}, {@code /2022/08-11/}, {@code /2019-02/15/}, {@code /2019/0615/}. A year and a month
 * alone are none, and neither is the time in an object id.
 */
public final class AddressDate {
  private static final Pattern FORMS =
      Pattern.compile(
          "/t(20\\d{2})(\\d{2})(\\d{2})_"
              + "|/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?=/)"
              + "|/((?:19|20)\\d{2})(\\d{2})(\\d{2})(?=/)"
              + "|/((?:19|20)\\d{2})/(\\d{2})-?(\\d{2})(?=/)"
              + "|/((?:19|20)\\d{2})-(\\d{1,2})/(\\d{1,2})(?=/)"
              + "|/((?:19|20)\\d{2})-(\\d{1,2})-(\\d{1,2})(?=/)"
              + "|/((?:19|20)\\d{2})(\\d{2})/(\\d{2})(?=/)"
              + "|/t((?:19)\\d{2})(\\d{2})(\\d{2})_");

  /** The name that TRS gives a file when it takes it in: P, a zero, the day, further digits. */
  private static final Pattern ENTRY =
      Pattern.compile("/(P0(20\\d{2})(\\d{2})(\\d{2})\\d{4,})\\.[A-Za-z]{2,5}$");

  private AddressDate() {}

  /** The day on which a publishing system took a file in, as it named it ({@code P020260304…}). */
  public static Optional<DateEvidence> ofEntry(String url) {
    Matcher m = ENTRY.matcher(url);
    if (!m.find()) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)),
              Integer.parseInt(m.group(4)));
      return Optional.of(new DateEvidence(date, DateSource.URL, m.group(1)));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /** The date and the part of the path it was read from; the query is not looked at. */
  public static Optional<DateEvidence> of(String url) {
    int query = url.indexOf('?');
    Matcher m = FORMS.matcher(query < 0 ? url : url.substring(0, query));
    while (m.find()) {
      for (int g = 1; g < m.groupCount(); g += 3) {
        if (m.group(g) != null) {
          try {
            LocalDate date =
                LocalDate.of(
                    Integer.parseInt(m.group(g)),
                    Integer.parseInt(m.group(g + 1)),
                    Integer.parseInt(m.group(g + 2)));
            return Optional.of(new DateEvidence(date, DateSource.URL, m.group()));
          } catch (DateTimeException impossible) {
            break;
          }
        }
      }
    }
    return Optional.empty();
  }
}
