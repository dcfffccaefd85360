package gongkai.judge;

import gongkai.match.Words;
import gongkai.page.date.ChineseDates;
import gongkai.site.SitePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a document has ended (失效, 废止), by the pages of its own site. */
final class Validity {
  private static final String DATE = "(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日";
  private static final Pattern UNTIL =
      Pattern.compile("有效期(?:限)?[^。；]{0,40}?(?:至|到|截止|止于)[^。；\\d]{0,4}" + DATE);
  private static final Pattern YEARS =
      Pattern.compile("(?:有效期|试行期)(?:限)?(?:为|是|定为|暂定)?[:：]?([一二两三四五六七八九十\\d]{1,2})年");
  private static final Pattern FROM =
      Pattern.compile("自" + DATE + "(?:零时)?起(?:正式)?(?:开始)?(?:施行|实施|执行|试行|生效)");
  private static final Pattern FROM_ISSUE = Pattern.compile("自(?:发布|印发|公布|发文|下发)之?日起");
  private static final Pattern EXTENDED_TO =
      Pattern.compile("(?:延长|延续|顺延|延期)[^。；]{0,20}?(?:至|到)[^。；\\d]{0,4}" + DATE);
  private static final Pattern EXTENDED_BY =
      Pattern.compile("(?:延长|延续|顺延|延期)([一二两三四五六七八九十\\d]{1,2})年");
  private static final Pattern SINCE_WHEN =
      Pattern.compile("自" + DATE + "起[^。；]{0,10}(?:废止|失效|停止执行)");
  private static final List<String> ENDING = List.of("废止", "失效", "停止执行", "宣布作废");
  private static final List<String> STAYING = List.of("继续有效", "现行有效", "继续执行", "予以保留", "保留的");
  private static final List<String> EXTENDING = List.of("延长", "延续", "顺延", "延期");
  private static final Pattern ENDS = Pattern.compile(String.join("|", ENDING));
  private static final Pattern STAYS = Pattern.compile(String.join("|", STAYING));
  private static final Pattern EXTENDS = Pattern.compile(String.join("|", EXTENDING));
  private static final Pattern REISSUES = Pattern.compile("重新(印发|公布|发布)");
  private static final Pattern CELL = Pattern.compile("(已|予以|宣布)?(废止|失效|停止执行)|(继续|现行)?有效|保留|修改|修订");
  private static final Pattern CHANGED = Pattern.compile("修改|修订");
  private static final Pattern TITLE_MARK =
      Pattern.compile(
          "[（(【\\[](已|全文|本文件)?(废止|失效|停止执行)[^）)】\\]]{0,8}[）)】\\]]|^(已废止|已失效)|(已废止|已失效)$");
  private static final int LONGEST_HEADING = 40;

  /** The clause a line of a list stands under. */
  private enum Mode {
    ENDS,
    STAYS,
    OTHER
  }

  /** One page that says something about a document. */
  private record Said(SitePage page, Mode mode, Optional<LocalDate> from, String words) {}

  /**
   * That a document has ended.
   *
   * @param from the first day without validity
   * @param repealedBy the page that repeals it; empty when its own text set the end
   * @param words the words that say so
   */
  record Ended(LocalDate from, Optional<SitePage> repealedBy, String words) {}

  /** A page that speaks of validity, with its words in normal form. */
  private record Speaker(SitePage page, String normal) {}

  private final List<Speaker> speaking = new ArrayList<>();
  private final List<SitePage> living;
  private final Publications publications;

  Validity(List<SitePage> pages, Publications publications) {
    this.publications = publications;
    living = pages.stream().filter(p -> !p.dead()).toList();
    for (SitePage p : pages) {
      if (p.read() && speaks(p)) {
        speaking.add(new Speaker(p, Words.normal(p.title() + p.text())));
      }
    }
    speaking.sort(Comparator.comparing(Speaker::page, Publications.EARLIEST));
  }

  /** The whole text of every page is looked through, so by plain words. */
  private static boolean speaks(SitePage page) {
    String all = page.title() + page.text();
    return Stream.of(ENDING, STAYING, EXTENDING).flatMap(List::stream).anyMatch(all::contains)
        || REISSUES.matcher(page.title()).find();
  }

  /**
   * Whether and since when a document has ended; empty if it is in force at {@code as-of} or
   * nothing says.
   */
  Optional<Ended> ended(SitePage document, LocalDate asOf) {
    Names names = new Names(document);
    List<Said> said = new ArrayList<>();
    List<SitePage> about = about(document, names, asOf);
    about.forEach(p -> said.addAll(said(p, names)));
    Optional<Ended> repealed =
        said.stream()
            .filter(s -> s.mode() == Mode.ENDS)
            .map(s -> new Ended(s.from().orElse(LocalDate.MIN), Optional.of(s.page()), s.words()))
            .filter(e -> !e.from().isAfter(asOf))
            .min(Comparator.comparing(Ended::from));
    if (repealed.isPresent()) {
      return repealed;
    }
    return lapsed(document)
        .filter(e -> !reissued(document, asOf))
        .filter(e -> said.stream().noneMatch(s -> s.mode() == Mode.STAYS))
        .flatMap(e -> extended(e, names, about))
        .filter(e -> !e.from().isAfter(asOf));
  }

  /**
   * Other publications up to {@code as-of} that name a document and speak of validity, earliest
   * first.
   */
  private List<SitePage> about(SitePage document, Names names, LocalDate asOf) {
    return speaking.stream()
        .filter(s -> !publications.id(s.page()).equals(publications.id(document)))
        .filter(s -> s.page().day().filter(d -> d.isAfter(asOf)).isEmpty())
        .filter(s -> names.in(s.normal()))
        .map(Speaker::page)
        .toList();
  }

  /** The same document was issued again later, under its own name. */
  private boolean reissued(SitePage document, LocalDate asOf) {
    String name = Interpretations.core(TITLE_MARK.matcher(document.title()).replaceAll(""));
    return living.stream()
        .filter(p -> !publications.id(p).equals(publications.id(document)))
        .filter(
            p ->
                !p.documentNumber().isEmpty()
                    && !p.documentNumber().equals(document.documentNumber()))
        .filter(p -> p.day().filter(d -> !d.isAfter(asOf)).isPresent())
        .filter(p -> document.day().map(d -> p.day().get().isAfter(d)).orElse(false))
        .anyMatch(p -> Interpretations.core(p.title()).equals(name));
  }

  /**
   * The end that its own text sets; dates in a notice that extends or repeals others are not its
   * own.
   */
  private static Optional<Ended> lapsed(SitePage document) {
    boolean ofOthers =
        EXTENDS.matcher(document.title()).find()
            || (ENDS.matcher(document.title()).find() && !marked(document));
    if (ofOthers) {
      return Optional.empty();
    }
    String text = folded(document.text());
    Matcher until = UNTIL.matcher(text);
    if (until.find()) {
      return date(until, 1).map(d -> new Ended(d.plusDays(1), Optional.empty(), until.group()));
    }
    Matcher years = YEARS.matcher(text);
    if (!years.find()) {
      return Optional.empty();
    }
    int n = number(years.group(1));
    Matcher from = FROM.matcher(text);
    Optional<LocalDate> start = from.find() ? date(from, 1) : Optional.empty();
    if (start.isEmpty() && FROM_ISSUE.matcher(text).find()) {
      start = document.documentDate().map(d -> d.date());
    }
    return start.map(d -> new Ended(d.plusYears(n), Optional.empty(), years.group()));
  }

  /**
   * An extension's own end takes the place of the document's; a re-issue or an extension without an
   * end lifts it.
   */
  private static Optional<Ended> extended(Ended own, Names names, List<SitePage> about) {
    Optional<Ended> end = Optional.of(own);
    for (SitePage p : about) {
      if (REISSUES.matcher(p.title()).find()) {
        return Optional.empty();
      }
      String text = folded(p.title() + "。" + p.text());
      for (String sentence : text.split("[。；\\n]")) {
        boolean another = Names.any(sentence) && !names.in(Words.normal(sentence));
        boolean extending =
            EXTENDS.matcher(sentence).find() && sentence.contains("有效期")
                || EXTENDED_TO.matcher(sentence).find();
        if (!extending
            || another
            || !(names.in(Words.normal(sentence)) || EXTENDS.matcher(p.title()).find())) {
          continue;
        }
        Matcher to = EXTENDED_TO.matcher(sentence);
        Matcher by = EXTENDED_BY.matcher(sentence);
        if (to.find()) {
          String words = to.group();
          end = date(to, 1).map(d -> new Ended(d.plusDays(1), Optional.empty(), words));
        } else if (by.find()) {
          String words = by.group();
          end =
              Optional.of(
                  new Ended(own.from().plusYears(number(by.group(1))), Optional.empty(), words));
        } else if (!text.contains("延长至")
            && EXTENDED_TO.matcher(text).results().findAny().isEmpty()
            && EXTENDED_BY.matcher(text).results().findAny().isEmpty()) {
          return Optional.empty();
        }
      }
    }
    return end;
  }

  /**
   * What a page's lines say about a document: each line by its own words, else by the heading it
   * stands under.
   */
  private static List<Said> said(SitePage page, Names names) {
    Mode mode = byTitle(page.title());
    List<Said> said = new ArrayList<>();
    boolean pending = false;
    for (String line : folded(page.text()).split("(?<=[。；;\\n])")) {
      String bare = line.strip();
      boolean mentions = names.in(Words.normal(bare));
      boolean anyMention = Names.any(bare);
      if (!anyMention && CELL.matcher(Words.normal(bare)).matches() && pending) {
        said.add(new Said(page, mode(bare, mode), from(page, bare), bare));
        pending = false;
        continue;
      }
      if (!anyMention && !mentions && bare.length() <= LONGEST_HEADING) {
        mode = mode(bare, mode);
        continue;
      }
      if (mentions) {
        Mode own = clause(bare, mode);
        pending = own == Mode.OTHER;
        if (own != Mode.OTHER) {
          said.add(new Said(page, own, from(page, bare), bare));
        }
      } else if (anyMention) {
        pending = false;
      }
    }
    return said;
  }

  private static Mode byTitle(String title) {
    if (STAYS.matcher(title).find() && !ENDS.matcher(title).find()) {
      return Mode.STAYS;
    }
    boolean ends = ENDS.matcher(title).find() && !title.contains("清理");
    return ends && !STAYS.matcher(title).find() && !CHANGED.matcher(title).find()
        ? Mode.ENDS
        : Mode.OTHER;
  }

  private static Mode mode(String heading, Mode before) {
    if (STAYS.matcher(heading).find() || heading.matches(".{0,4}有效.{0,8}")) {
      return Mode.STAYS;
    }
    if (ENDS.matcher(heading).find()) {
      return Mode.ENDS;
    }
    return CHANGED.matcher(heading).find() ? Mode.OTHER : before;
  }

  /** The words of the line itself speak louder than its heading; a date before 废止 belongs to it. */
  private static Mode clause(String line, Mode heading) {
    if (STAYS.matcher(line).find()) {
      return Mode.STAYS;
    }
    return ENDS.matcher(line).find() ? Mode.ENDS : heading;
  }

  /**
   * Since when: the date beside 废止, else the repealing document's own start, else its publication.
   */
  private static Optional<LocalDate> from(SitePage page, String line) {
    Matcher since = SINCE_WHEN.matcher(line);
    if (since.find()) {
      return date(since, 1);
    }
    if (line.contains("同时") || line.contains("即行")) {
      Matcher start = FROM.matcher(folded(page.text()));
      if (start.find()) {
        return date(start, 1);
      }
    }
    return page.day().or(() -> page.documentDate().map(d -> d.date()));
  }

  /** True when a page of the document says that it has ended. */
  static boolean marked(SitePage document) {
    boolean inSection =
        document.sections().stream()
            .flatMap(s -> s.names().stream())
            .anyMatch(n -> ENDS.matcher(n).find());
    String words = document.mark() + " " + document.facts().map(f -> f.validity()).orElse("");
    return inSection || ENDS.matcher(words).find() || TITLE_MARK.matcher(document.title()).find();
  }

  /** Every written form of a date in one: 二〇二六年五月三十一日 and 2026.5.31 become 2026年5月31日. */
  private static String folded(String text) {
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

  private static Optional<LocalDate> date(Matcher m, int group) {
    return ChineseDates.find(
            m.group(group) + "年" + m.group(group + 1) + "月" + m.group(group + 2) + "日")
        .stream()
        .map(ChineseDates.Found::date)
        .findFirst();
  }

  private static int number(String text) {
    if (text.matches("\\d+")) {
      return Integer.parseInt(text);
    }
    int ten = text.indexOf('十');
    if (ten >= 0) {
      int tens = ten == 0 ? 1 : digit(text.charAt(0));
      return tens * 10 + (text.length() > ten + 1 ? digit(text.charAt(ten + 1)) : 0);
    }
    return digit(text.charAt(0));
  }

  private static int digit(char c) {
    return c == '两' ? 2 : Math.max(0, "零一二三四五六七八九".indexOf(c));
  }

  /** How lists name a document: by number where the line has one, else by title. */
  private record Names(String number, List<String> titles) {
    private static final Pattern NUMBER = Pattern.compile("20\\d\\d[^\\d]{0,3}\\d{1,4}号");
    private static final Pattern MENTION =
        Pattern.compile(
            "《[^《》]{4,}》|[〔\\[(（]20\\d\\d[〕\\])）]\\s*第?\\d{1,4}号|关于[^。]{4,}的(通知|意见|办法|公告)");

    Names(SitePage document) {
      this(
          Words.normal(document.documentNumber()),
          Interpretations.names(TITLE_MARK.matcher(document.title()).replaceAll("")));
    }

    static boolean any(String line) {
      return MENTION.matcher(line).find();
    }

    boolean in(String normal) {
      if (!number.isEmpty() && NUMBER.matcher(number).find() && normal.contains(number)) {
        return true;
      }
      boolean numbered =
          NUMBER.matcher(normal).find() && !number.isEmpty() && normal.length() < 400;
      return !numbered && titles.stream().anyMatch(t -> found(normal, t));
    }

    /** A longer name that only begins with this one is another document. */
    private static boolean found(String text, String name) {
      int at = text.indexOf(name);
      while (at >= 0) {
        String rest = text.substring(at + name.length());
        if (!rest.startsWith("实施细则") && !rest.startsWith("补充") && !rest.startsWith("的补充")) {
          return true;
        }
        at = text.indexOf(name, at + 1);
      }
      return false;
    }
  }
}
