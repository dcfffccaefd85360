package gongkai.cli;

import gongkai.message.Message;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** Durations and sizes as users write them: {@code 20s}, {@code 2h}, {@code 10MB}. */
public final class Amounts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)?");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

  private Amounts() {}

  /** A length of time, longer than nothing. */
  public static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String word) {
      Matcher parts = TIME.matcher(word.toLowerCase(Locale.ROOT));
      if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
        throw new BadValue(Message.of("crawl.time", word));
      }
      return Duration.ofMillis(Long.parseLong(parts.group(1)) * MILLIS.get(parts.group(2)));
    }
  }

  /** A number of bytes, at least one; a unit is a power of ten. */
  public static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String word) {
      Matcher parts = SIZE.matcher(word.toUpperCase(Locale.ROOT));
      if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
        throw new BadValue(Message.of("crawl.size", word));
      }
      String unit = parts.group(2) == null ? "B" : parts.group(2);
      return Long.parseLong(parts.group(1)) * BYTES.get(unit);
    }
  }

  /** A number of requests a second; 0 is no limit. */
  public static final class Rate implements ITypeConverter<Double> {
    @Override
    public Double convert(String word) {
      if (!word.matches("\\d{1,6}(\\.\\d{1,6})?")) {
        throw new BadValue(Message.of("crawl.rate", word));
      }
      return Double.parseDouble(word);
    }
  }
}
