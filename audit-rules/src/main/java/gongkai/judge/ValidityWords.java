package gongkai.judge;

import gongkai.page.date.ChineseDates;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words by which pages say that a document ends, stays in force or is extended. */
final class ValidityWords {
  /** A date in {@link #folded} text; three groups. */
  static final String DATE = "(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日";

  private static final List<String> ENDING = List.of("废止", "失效", "停止执行", "宣布作废");
  private static final List<String> STAYING = List.of("继续有效", "现行有效", "继续执行", "予以保留", "保留的");
  private static final List<String> EXTENDING = List.of("延长", "延续", "顺延", "延期");

  /** Any of the words that extend, as a group for patterns. */
  static final String EXTENSION = "(?:" + String.join("|", EXTENDING) + ")";

  private static final Pattern ENDS = Pattern.compile(String.join("|", ENDING));
  private static final Pattern STAYS = Pattern.compile(String.join("|", STAYING));
  private static final Pattern EXTENDS = Pattern.compile(EXTENSION);
  private static final Pattern REISSUES = Pattern.compile("重新(印发|公布|发布)");
  private static final Pattern CHANGES = Pattern.compile("修改|修订");
  private static final Pattern TITLE_MARK =
      Pattern.compile(
          "[（(【\\[](已|全文|本文件)?(废止|失效|停止执行)[^）)】\\]]{0,8}[）)】\\]]|^(已废止|已失效)|(已废止|已失效)$");
  private static final Pattern FROM =
      Pattern.compile("自" + DATE + "(?:零时)?起(?:正式)?(?:开始)?(?:施行|实施|执行|试行|生效)");

  private ValidityWords() {}

  static boolean ends(String words) {
    return ENDS.matcher(words).find();
  }

  static boolean stays(String words) {
    return STAYS.matcher(words).find();
  }

  /** Named so because {@code extends} is the language's. */
  static boolean prolongs(String words) {
    return EXTENDS.matcher(words).find();
  }

  static boolean reissues(String title) {
    return REISSUES.matcher(title).find();
  }

  static boolean changes(String words) {
    return CHANGES.matcher(words).find();
  }

  /** True where a page has any of them. Whole texts are looked through, so by plain words. */
  static boolean in(String title, String text) {
    return Stream.of(ENDING, STAYING, EXTENDING)
            .flatMap(List::stream)
            .anyMatch(word -> title.contains(word) || text.contains(word))
        || reissues(title);
  }

  /** A title that says itself that its document has ended: （已废止）. */
  static boolean marked(String title) {
    return TITLE_MARK.matcher(title).find();
  }

  /** The title without such a mark. */
  static String unmarked(String title) {
    return TITLE_MARK.matcher(title).replaceAll("");
  }

  /** The day from which a folded text says that it is in force (自…起施行). */
  static Optional<LocalDate> start(String folded) {
    Matcher from = FROM.matcher(folded);
    return from.find() ? date(from) : Optional.empty();
  }

  /** Every written form of a date in one: 二〇二六年五月三十一日 and 2026.5.31 become 2026年5月31日. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    int from = 0;
    for (ChineseDates.Found found : ChineseDates.find(text)) {
      LocalDate day = found.date();
      folded.append(text, from, found.start());
      folded.append(day.getYear()).append('年').append(day.getMonthValue()).append('月');
      folded.append(day.getDayOfMonth()).append('日');
      from = found.end();
    }
    return ChineseDates.fold(folded.append(text.substring(from)).toString());
  }

  /** The {@link #DATE} whose groups are a match's first three; empty if there is no such day. */
  static Optional<LocalDate> date(Matcher m) {
    return ChineseDates.find(m.group(1) + "年" + m.group(2) + "月" + m.group(3) + "日").stream()
        .map(ChineseDates.Found::date)
        .findFirst();
  }
}
