package gongkai.cli.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants as Asia/Shanghai shows them, whatever the machine's zone and locale. */
public final class ChinaTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private ChinaTime() {}

  /** ISO 8601 with offset, to the second: {@code 2026-11-01T02:15:09+08:00}. */
  public static String of(Instant instant) {
    return FORMAT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
  }
}
