package gongkai.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.AuditResult.RequirementResult;
import gongkai.match.PageMatches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What holds for whatever pages. Every failure prints its seed and its pages.
 *
 * <p>The laws about one more page are about dated pages without doubt and without repeats, because
 * verdicts.md itself makes exceptions of the others: a statement may be contradicted; of an
 * unlabelled page under {@code during} it says that it counts for the period before only while no
 * other page covers that one; open evidence is REVIEW only until a firm page decides; and an
 * earlier copy moves a publication to its own day, perhaps into another year or before its document
 * date. In cadence 7 a page that repeals a document, or the list of results that makes a lapse
 * certain, is meant to bring findings.
 */
class LawsTest {
  private static final int ROUNDS = 5;
  private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);

  /** Up to 2026-10-31, the last day judged. */
  private static final int DAYS = 853;

  /** A kind of duty and the pages of its world. */
  enum Kind {
    YEAR_DURING("every: year, due: 06-30", ""),
    YEAR_AFTER("every: year, due: next 01-31, unlabelled: after, basis: law", ""),
    YEAR_GRACE("every: year", ""),
    HALF("every: half", ""),
    QUARTER("every: quarter", ""),
    MONTH("every: month, due: end+15d", ""),
    MONTH_WORKING("every: month, due: end+10wd, basis: practice", ""),
    WEEK("every: week", ""),
    DOCUMENT("within: 20wd, of: document", ""),
    CALENDAR_DAYS("within: 20d, of: document, basis: practice", ""),
    CONTINUOUS("continuous: 6m", ""),
    CONTINUOUS_DAYS("continuous: 40d, severity: advice", ""),
    PRESENCE("continuous: always", ""),
    CHANGE("continuous: always", "2025-11-03 20wd|2026-02-10 20wd|2026-06-01 30d|2026-10-20 20wd"),
    COUNT("count: 2", ""),
    FOLLOW_UP("follows: d, within: 3wd", ""),
    MARKING("marks: d, clearance: c", "");

    private final String cadence;
    private final String events;

    Kind(String cadence, String events) {
      this.cadence = cadence;
      this.events = events;
    }

    private boolean periodic() {
      return cadence.startsWith("every");
    }

    /** Its findings are about pages; elsewhere either of two pages of one day may be named. */
    private boolean ofPages() {
      return Set.of(DOCUMENT, CALENDAR_DAYS, FOLLOW_UP, MARKING).contains(this);
    }

    RequirementResult judge(String window, List<String> pages) {
      List<PageMatches> laid = new ArrayList<>();
      for (String words : pages) {
        String url = "http://a.example/" + Integer.toHexString(words.hashCode());
        laid.add(Laid.page(url, words));
      }
      return new Desk(cadence, "", window, events).judge(laid);
    }
  }

  private static final List<String> PERIODS =
      List.of(
          "2024年",
          "2025年",
          "2026年",
          "2025年第三季度",
          "2025年全年",
          "2026年第一季度",
          "2026年1-9月",
          "2026年上半年",
          "2026年3月",
          "前三季度",
          "12月份",
          "2026年第14周",
          "2024—2026年");

  private static LocalDate day(Random random) {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  /** A page that names its period, so that none of the exceptions is among them. */
  private static String page(Kind kind, int n, Random random) {
    LocalDate day = day(random);
    if (kind.periodic()) {
      return PERIODS.get(random.nextInt(PERIODS.size())) + "情况" + letter(n) + ";" + day;
    }
    return switch (kind) {
      case DOCUMENT, CALENDAR_DAYS ->
          "事项" + letter(n) + "的通知;" + day + ";doc " + day.minusDays(random.nextInt(60));
      case FOLLOW_UP ->
          random.nextBoolean()
              ? "关于事项" + letter(n) + "的管理办法;" + day + ";is d"
              : "《关于事项" + letter(random.nextInt(6)) + "的管理办法》" + letter(n) + "解读;" + day;
      case MARKING -> marking(n, day, random);
      default -> "事项" + letter(n) + ";" + day;
    };
  }

  private static String marking(int n, LocalDate day, Random random) {
    String name = "关于事项" + letter(n) + "的管理办法";
    return switch (random.nextInt(4)) {
      case 0 -> name + ";" + day + ";is d";
      case 1 -> name + ";" + day + ";is d;text 本办法有效期至" + chinese(day(random)) + "。";
      case 2 -> name + "（已失效）;" + day + ";is d;text 本办法有效期至" + chinese(day(random)) + "。";
      default ->
          "关于延长有效期的通知"
              + letter(n)
              + ";"
              + day
              + ";is none;text 《关于事项"
              + letter(random.nextInt(6))
              + "的管理办法》有效期延长至2030年1月1日。";
    };
  }

  private static String chinese(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String letter(int n) {
    return "甲乙丙丁戊己庚辛壬癸子丑".substring(n, n + 1);
  }

  private static List<String> pages(Kind kind, Random random) {
    List<String> pages = new ArrayList<>();
    int size = random.nextInt(7);
    for (int i = 0; i < size; i++) {
      pages.add(page(kind, i, random));
    }
    return pages;
  }

  private static final String WINDOW = "2025-10-31..2026-10-31";

  @ParameterizedTest
  @EnumSource(Kind.class)
  void onePageMoreNeverMakesAFindingWorse(Kind kind) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<String> before = pages(kind, random);
      List<String> after = new ArrayList<>(before);
      after.add(page(kind, 10, random));
      String shown = shown(kind, seed, after);
      Map<String, Finding> is = byKey(kind.judge(WINDOW, after));
      byKey(kind.judge(WINDOW, before))
          .forEach(
              (key, was) -> {
                Optional<Finding> now =
                    was.verdict() == Verdict.NOT_DUE && key.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(is.get(key));
                assertThat(now.filter(f -> worse(f, was))).as(shown + " was " + was).isEmpty();
              });
    }
  }

  private static boolean worse(Finding now, Finding was) {
    return now.verdict().worseThan(was.verdict()) || now.severity().compareTo(was.severity()) > 0;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void orderNeverMatters(Kind kind) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<String> pages = new ArrayList<>(pages(kind, random));
      // what is uncertain must not depend on its order either
      pages.add(page(kind, 8, random).replaceFirst(";\\d{4}-\\d\\d-\\d\\d", ""));
      pages.add(page(kind, 9, random) + ";candidate");
      pages.add(page(kind, 10, random) + ";listing " + day(random));
      pages.add("事项说明;" + day(random) + ";statement");
      List<String> shuffled = new ArrayList<>(pages);
      Collections.shuffle(shuffled, random);
      assertThat(kind.judge(WINDOW, shuffled))
          .as(shown(kind, seed, pages))
          .isEqualTo(kind.judge(WINDOW, pages));
    }
  }

  /** The same page at another address: no finding more, and none that says something else. */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aSecondCopyNeverMatters(Kind kind) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<String> pages = pages(kind, random);
      if (pages.isEmpty()) {
        continue;
      }
      List<String> twice = new ArrayList<>(pages);
      // a mark that says nothing gives the copy an address of its own
      twice.add(pages.get(random.nextInt(pages.size())) + ";mark 置顶");
      assertThat(said(kind, kind.judge(WINDOW, twice)))
          .as(shown(kind, seed, twice))
          .isEqualTo(said(kind, kind.judge(WINDOW, pages)));
    }
  }

  private static List<String> said(Kind kind, RequirementResult result) {
    List<String> said = new ArrayList<>();
    for (Finding f : result.findings()) {
      said.add(
          String.join(
              " ",
              f.verdict().name(),
              f.severity().name(),
              f.period(),
              f.trigger().toString(),
              f.due().toString(),
              f.published().toString(),
              kind.ofPages() ? f.title() : ""));
    }
    said.add(result.verdict() + " " + result.newest() + " " + result.nextDue());
    Collections.sort(said);
    return said;
  }

  /**
   * A gap stays a finding when the audit looks further. A document whose extension was published
   * meanwhile is no gap any more: in cadence 7 the law is about the documents alone.
   */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void aLaterAsOfNeverMakesAGapNotDue(Kind kind) {
    Set<Verdict> proven = EnumSet.of(Verdict.MISSING, Verdict.LATE);
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<String> pages = pages(kind, random).stream().filter(p -> !p.contains("延长")).toList();
      LocalDate asOf = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
      LocalDate later = asOf.plusDays(1 + random.nextInt(60));
      String shown = asOf + " to " + later + ", " + shown(kind, seed, pages);
      RequirementResult now = kind.judge("2025-10-31.." + asOf, pages);
      RequirementResult then = kind.judge("2025-10-31.." + later, pages);
      Map<String, Finding> findings = byKey(then);
      byKey(now)
          .forEach(
              (key, f) -> {
                if (proven.contains(f.verdict())) {
                  Optional<Finding> still = Optional.ofNullable(findings.get(key));
                  assertThat(still.map(Finding::verdict))
                      .as(shown + " was " + f)
                      .isPresent()
                      .isNotEqualTo(Optional.of(Verdict.NOT_DUE));
                }
              });
      if (proven.contains(now.verdict())) {
        assertThat(then.verdict()).as(shown).isNotEqualTo(Verdict.NOT_DUE);
      }
    }
  }

  private static String shown(Kind kind, int seed, List<String> pages) {
    return kind + ", seed " + seed + ": " + String.join(" | ", pages);
  }

  /** Findings by what they judge; the one of the requirement as a whole has the empty key. */
  private static Map<String, Finding> byKey(RequirementResult result) {
    Map<String, Finding> findings = new TreeMap<>();
    for (Finding f : result.findings()) {
      String key = f.period();
      if (key.isEmpty() && f.verdict() != Verdict.STALE) {
        boolean change = f.notes().stream().anyMatch(n -> n.key().equals("judge.note.change"));
        key = change ? f.trigger().orElseThrow().toString() : f.title();
      }
      findings.put(key, f);
    }
    return findings;
  }
}
