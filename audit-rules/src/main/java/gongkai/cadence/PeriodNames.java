package gongkai.cadence;

import gongkai.text.Numerals;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which periods a title names (verdicts: "A page covers P when its title names it"). Document
 * numbers, index numbers and dates of day precision name none.
 *
 * @param years single years named, in order of the title, each once
 * @param yearWords what follows each year up to the next one; parallel to {@code years}
 * @param span it names a span of several years or a plan (2023—2025年, 十四五): no single year, but no
 *     page without a period either
 * @param parts the parts of a year named: last month of each and its length
 */
public record PeriodNames(
    List<Integer> years, List<String> yearWords, boolean span, List<Part> parts) {

  /**
   * A part of a year.
   *
   * @param lastMonth 1 to 12
   * @param months how many months it runs up to that month: 1 is a month, 3 a quarter …
   * @param week ISO week, then the other two are 0; empty for the others
   */
  public record Part(int lastMonth, int months, OptionalInt week) {}

  private static final Pattern NOISE =
      Pattern.compile(
          // document numbers: 聊人社发〔2026〕11号, 2026年第3号, index numbers
          "[〔\\[(【]\\s*20\\d\\d\\s*[〕\\])】]\\s*第?\\s*\\d+\\s*号?"
              + "|20\\d\\d年第\\s*\\d+\\s*[号期]"
              + "|[A-Z]{2,}[-–]20\\d\\d[-–]\\d+"
              + "|\\d{6,}[A-Z\\d]*/20\\d\\d[-–]\\d+"
              // dates of day precision
              + "|(20\\d\\d\\s*[年./-]\\s*)?\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*[日号]"
              + "|20\\d\\d([./-])\\d{1,2}\\1\\d{1,2}");

  private static final Pattern SPAN =
      Pattern.compile(
          "(20\\d\\d)年?(度)?\\s*[-—–－―~～至到]+\\s*(20)?(\\d\\d)年(度)?|(20\\d\\d)\\s*[-—–－―~～至到]+\\s*(20\\d\\d)(?!\\d)"
              + "|[“\"「]?十[一二三四五六七八]五[”\"」]?(?=规划|时期|期间|发展|[”\"」]|人|$)|近[三3两2五5]年");

  /** 2025.10, 2025-10, 2025/10, 202510: a month, where no day follows. */
  private static final Pattern YEAR_MONTH =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d)(?:[./-](0?[1-9]|1[0-2])|(?=\\d\\d(?!\\d))(0[1-9]|1[0-2]))(?![\\d./-]|年|月)");

  private static final Pattern YEAR =
      Pattern.compile("(20\\d\\d)\\s*年|(?<![\\d.])(20[0-4]\\d)(?![\\d.]|\\s*号)");

  private static final Pattern CHINESE_YEAR =
      Pattern.compile("二[Z][Z一二三四五六七八九]{2}".replace("Z", Numerals.ZEROS));

  private static final Pattern PART =
      Pattern.compile(
          "(?<half>上半年|下半年)"
              + "|(?<all>全年)"
              + "|前(?<firstq>[一二三四两1-4])个?季度"
              + "|第?(?<qfrom>[一二三四1-4])(?:季度)?\\s*[-—–－―~～至到、和]\\s*第?(?<qto>[二三四2-4])季度"
              + "|第?(?<q>[一二三四1-4])季度"
              + "|(?<mfrom>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月?份?\\s*[-—–－―~～至到]\\s*(?<mto>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月份?"
              + "|前(?<firstm>十[一二]?|[一二三四五六七八九两]|1[0-2]|[1-9])个月"
              + "|(?<![\\d第])(?<m>十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])月份?(?!\\d|[一二三四五六七八九十]+[日号])"
              + "|第(?<w>\\d{1,2})周");

  /** Reads a title. */
  public static PeriodNames in(String title) {
    String text =
        Normalizer.normalize(title, Normalizer.Form.NFKC)
            .replaceAll("\\s+", "")
            .replace("元月", "1月");
    text = NOISE.matcher(text).replaceAll("□");
    text = CHINESE_YEAR.matcher(text).replaceAll(y -> String.valueOf(number(y.group())));
    text =
        YEAR_MONTH
            .matcher(text)
            .replaceAll(
                m -> m.group(1) + "年" + (m.group(2) == null ? m.group(3) : m.group(2)) + "月");
    boolean span = SPAN.matcher(text).find();
    text = SPAN.matcher(text).replaceAll("□");
    List<Integer> years = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher y = YEAR.matcher(text);
    List<int[]> places = new ArrayList<>();
    while (y.find()) {
      years.add(Integer.parseInt(y.group(1) != null ? y.group(1) : y.group(2)));
      places.add(new int[] {y.start(), y.end()});
    }
    for (int i = 0; i < places.size(); i++) {
      int until = i + 1 < places.size() ? places.get(i + 1)[0] : text.length();
      words.add(text.substring(places.get(i)[1], until));
    }
    return new PeriodNames(List.copyOf(years), List.copyOf(words), span, parts(text));
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher m = PART.matcher(text);
    while (m.find()) {
      part(m).ifPresent(parts::add);
    }
    return List.copyOf(parts);
  }

  private static Optional<Part> part(Matcher m) {
    if (m.group("half") != null) {
      return part(m.group("half").equals("上半年") ? 6 : 12, 6);
    }
    if (m.group("all") != null) {
      return part(12, 12);
    }
    if (m.group("firstq") != null) {
      int q = number(m.group("firstq"));
      return part(3 * q, 3 * q);
    }
    if (m.group("qto") != null) {
      int from = number(m.group("qfrom"));
      int to = number(m.group("qto"));
      return part(3 * to, 3 * (to - from + 1));
    }
    if (m.group("q") != null) {
      return part(3 * number(m.group("q")), 3);
    }
    if (m.group("mto") != null) {
      int from = number(m.group("mfrom"));
      int to = number(m.group("mto"));
      return part(to, to - from + 1);
    }
    if (m.group("firstm") != null) {
      int n = number(m.group("firstm"));
      return part(n, n);
    }
    if (m.group("m") != null) {
      return part(number(m.group("m")), 1);
    }
    return Optional.of(new Part(0, 0, OptionalInt.of(Integer.parseInt(m.group("w")))));
  }

  private static Optional<Part> part(int lastMonth, int months) {
    boolean sound = lastMonth >= 1 && lastMonth <= 12 && months >= 1 && months <= lastMonth;
    return sound ? Optional.of(new Part(lastMonth, months, OptionalInt.empty())) : Optional.empty();
  }

  private static int number(String text) {
    return Numerals.value(text).orElseThrow();
  }

  /** True when no period of any kind is named. */
  public boolean none() {
    return years.isEmpty() && parts.isEmpty() && !span;
  }

  /** The distinct years named. */
  public List<Integer> distinctYears() {
    return List.copyOf(new TreeSet<>(years));
  }

  /**
   * The periods of a kind that a part covers in a year: a range covers its last month and what ends
   * with it; a quarter's page covers its last month; a single month's page covers no quarter.
   */
  public static boolean covers(Part part, Every every) {
    return switch (every) {
      case WEEK -> part.week().isPresent();
      case MONTH -> part.lastMonth() > 0;
      case QUARTER -> part.months() >= 2 && part.lastMonth() % 3 == 0;
      case HALF -> part.lastMonth() % 6 == 0 && part.months() >= 4;
      case YEAR -> part.lastMonth() == 12 && part.months() == 12;
    };
  }
}
