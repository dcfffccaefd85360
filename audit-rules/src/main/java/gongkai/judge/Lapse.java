package gongkai.judge;

import gongkai.judge.Validity.Ended;
import gongkai.match.Words;
import gongkai.site.SitePage;
import gongkai.text.Numerals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end that a document's own text sets (有效期), and how others extend it. */
final class Lapse {
  private static final String NUMBER = "([一二两三四五六七八九十\\d]{1,2})";
  private static final Pattern UNTIL =
      Pattern.compile("有效期(?:限)?[^。；]{0,40}?(?:至|到|截止|止于)[^。；\\d]{0,4}" + ValidityWords.DATE);
  private static final Pattern YEARS =
      Pattern.compile("(?:有效期|试行期)(?:限)?(?:为|是|定为|暂定)?[:：]?" + NUMBER + "年");
  private static final Pattern FROM_ISSUE = Pattern.compile("自(?:发布|印发|公布|发文|下发)之?日起");
  private static final Pattern EXTENDED_TO =
      Pattern.compile(
          ValidityWords.EXTENSION + "[^。；]{0,20}?(?:至|到)[^。；\\d]{0,4}" + ValidityWords.DATE);
  private static final Pattern EXTENDED_BY =
      Pattern.compile(ValidityWords.EXTENSION + NUMBER + "年");

  private Lapse() {}

  /**
   * The end that its own text sets; dates in a notice that extends or repeals others are not its
   * own.
   */
  static Optional<Ended> of(SitePage document) {
    boolean ofOthers =
        ValidityWords.prolongs(document.title())
            || (ValidityWords.ends(document.title()) && !Validity.marked(document));
    if (ofOthers) {
      return Optional.empty();
    }
    String text = ValidityWords.folded(document.text());
    Matcher until = UNTIL.matcher(text);
    if (until.find()) {
      return ValidityWords.date(until).map(day -> after(day, until.group()));
    }
    Matcher years = YEARS.matcher(text);
    return years.find()
        ? start(document, text).map(day -> ended(day.plusYears(number(years)), years.group()))
        : Optional.empty();
  }

  private static Optional<LocalDate> start(SitePage document, String text) {
    return ValidityWords.start(text)
        .or(
            () ->
                FROM_ISSUE.matcher(text).find()
                    ? document.documentDate().map(d -> d.date())
                    : Optional.empty());
  }

  /**
   * An extension's own end takes the place of the document's; a re-issue, or an extension whose end
   * is no day or is not named, lifts it.
   *
   * @param about publications that name the document and speak of validity, earliest first
   */
  static Optional<Ended> extended(Ended own, DocumentNames names, List<SitePage> about) {
    Ended end = own;
    for (SitePage page : about) {
      if (ValidityWords.reissues(page.title())) {
        return Optional.empty();
      }
      String text = ValidityWords.folded(page.title() + "。" + page.text());
      for (String sentence : text.split("[。；\\n]")) {
        if (!extending(sentence, page, names)) {
          continue;
        }
        Optional<Ended> other = otherEnd(sentence, own);
        if (other.isPresent()) {
          end = other.get();
        } else if (EXTENDED_TO.matcher(sentence).find() || !namesAnEnd(text)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(end);
  }

  /** The sentence extends this document, and no other one. */
  private static boolean extending(String sentence, SitePage page, DocumentNames names) {
    boolean extending =
        ValidityWords.prolongs(sentence) && sentence.contains("有效期")
            || EXTENDED_TO.matcher(sentence).find();
    boolean named = names.in(Words.normal(sentence));
    boolean another = DocumentNames.any(sentence) && !named;
    return extending && !another && (named || ValidityWords.prolongs(page.title()));
  }

  private static Optional<Ended> otherEnd(String sentence, Ended own) {
    Matcher to = EXTENDED_TO.matcher(sentence);
    if (to.find()) {
      return ValidityWords.date(to).map(day -> after(day, to.group()));
    }
    Matcher by = EXTENDED_BY.matcher(sentence);
    return by.find()
        ? Optional.of(ended(own.from().plusYears(number(by)), by.group()))
        : Optional.empty();
  }

  private static boolean namesAnEnd(String text) {
    return text.contains("延长至")
        || EXTENDED_TO.matcher(text).find()
        || EXTENDED_BY.matcher(text).find();
  }

  private static int number(Matcher years) {
    return Numerals.value(years.group(1)).orElse(0);
  }

  private static Ended after(LocalDate lastDay, String words) {
    return ended(lastDay.plusDays(1), words);
  }

  private static Ended ended(LocalDate from, String words) {
    return new Ended(from, Optional.empty(), words);
  }
}
