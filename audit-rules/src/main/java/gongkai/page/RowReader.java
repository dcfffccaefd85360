package gongkai.page;

import gongkai.page.cms.Pager;
import gongkai.page.date.ChineseDates;
import gongkai.page.date.ChineseDates.Found;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** One row of a list: its main link, the whole title, the date and the mark beside it. */
final class RowReader {
  private static final Pattern BRACKETED = Pattern.compile("[\\[【（(](已?(?:失效|废止|停止执行|置顶))[\\]】）)]");
  private static final Pattern DAY_ONLY =
      Pattern.compile("(?<![\\d.-])(\\d{1,2})[-/.](\\d{1,2})(?![\\d.-])");

  private static final Pattern SPLIT_DATE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*[|/]?\\s*((?:19|20)\\d{2})[-./年]\\s*(\\d{1,2})月?(?![\\d-])");

  /** Heads of columns: 成文日期, 发文日期 and the like are no day of publication. */
  private static final Pattern OTHER_DAY =
      Pattern.compile("(成文|发文|印发|制发|签发|实施|施行|生效|失效|废止|截止|截至)(日期|时间)|有效期");

  private static final Pattern NAMED = Pattern.compile("^(?:文章|信息)?标题[:：]\\s*");

  private final Scan scan;
  private final Place place;

  RowReader(Scan scan, Place place) {
    this.scan = scan;
    this.place = place;
  }

  Optional<Rows.Row> read(Rows.Span span, int limit) {
    Scan.Anchor main = null;
    for (int a = span.firstLink(); a < span.endLink(); a++) {
      Scan.Anchor anchor = scan.anchors.get(a);
      if (Pager.isPager(anchor.text)) {
        // the pager in the last row of a table of rows
        return Optional.empty();
      }
      if (place.resolve(anchor.href).isEmpty() || place.isHome(anchor.href)) {
        continue;
      }
      if (main == null || length(anchor) > length(main) && !main.href.equals(anchor.href)) {
        main = anchor;
      } else if (main.href.equals(anchor.href) && length(anchor) > length(main)) {
        main = anchor;
      }
    }
    if (main == null) {
      return Optional.empty();
    }
    String url = place.resolve(main.href).orElseThrow();
    StringBuilder beside = new StringBuilder();
    for (int i = span.from(); i < Math.min(limit, scan.lines.size()); i++) {
      Scan.Line line = scan.lines.get(i);
      if (i >= span.to() && (line.linkChars > 0 || line.text.length() > 24)) {
        break;
      }
      beside.append(without(line, i, main)).append(' ');
    }
    String title = main.lastLine() > main.line ? ofLines(main) : title(main);
    String dateText = "";
    Optional<LocalDate> date = Optional.empty();
    String around = Texts.fold(beside);
    for (String other : otherDates(span)) {
      around = around.replaceFirst(Pattern.quote(other), " ");
    }
    boolean clock = around.contains("星期") || around.contains("今天");
    for (String text : clock ? new String[0] : new String[] {around, main.text}) {
      List<Found> found = ChineseDates.find(text);
      if (!found.isEmpty()) {
        boolean own = text == main.text;
        Found last = found.get(found.size() - 1);
        boolean edge = apart(text, found.get(0)) || apart(text, last);
        if (own && !edge) {
          continue;
        }
        Found chosen =
            own && last.end() < text.length() - 2 ? found.get(0) : own ? last : found.get(0);
        date = Optional.of(chosen.date());
        dateText = own ? chosen.raw() : bracketed(text, chosen);
        if (own) {
          title = stripped(title, chosen.raw());
        }
        break;
      }
    }
    if (dateText.isEmpty()) {
      boolean figures = around.chars().anyMatch(c -> c >= '0' && c <= '9');
      Matcher split = SPLIT_DATE.matcher(figures ? around : "");
      Matcher day = DAY_ONLY.matcher(figures ? around : "");
      if (split.find()) {
        dateText = split.group();
        date = day(split.group(2), split.group(3), split.group(1));
      } else if (day.find() && Integer.parseInt(day.group(1)) <= 12 && around.length() <= 40) {
        dateText = around.length() <= 12 ? around : day.group();
      }
    }
    String mark = mark(around.replace(dateText, " ") + " " + inBrackets(main.text));
    boolean cut = title.endsWith("...") || title.endsWith("…");
    if (title.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rows.Row(
            new ListingEntry(url, title, cut, date, dateText, mark),
            span.from(),
            span.to(),
            Shapes.isArticle(url)));
  }

  /** The dates in a table's row that stand in columns of other days than that of publication. */
  private List<String> otherDates(Rows.Span span) {
    Scan.Block block = scan.blocks.get(span.block());
    if (!block.is("tr")) {
      return List.of();
    }
    Element table = block.element.closest("table");
    Element head = table == null ? null : table.selectFirst("tr");
    if (head == null || head.childrenSize() != block.element.childrenSize()) {
      return List.of();
    }
    return IntStream.range(0, head.childrenSize())
        .filter(i -> OTHER_DAY.matcher(Texts.fold(head.child(i).text())).find())
        .mapToObj(i -> ChineseDates.find(Texts.fold(block.element.child(i).text())))
        .flatMap(days -> days.stream().map(Found::raw))
        .toList();
  }

  /** The title of a link of several lines: its heading, else the first line that is no date. */
  private String ofLines(Scan.Anchor main) {
    String attr = Texts.fold(Titles.clean(main.title));
    String first = "";
    for (int i = main.line; i <= main.lastLine() && i < scan.lines.size(); i++) {
      Scan.Line line = scan.lines.get(i);
      boolean day =
          line.text.length() <= 24
              && (!ChineseDates.find(line.text).isEmpty()
                  || DAY_ONLY.matcher(line.text).find()
                  || line.text.matches("[\\d /|.-]+"));
      if (!day && line.heading > 0) {
        return attr.startsWith(line.text) ? attr : line.text;
      }
      if (!day && first.isEmpty()) {
        first = line.text;
      }
    }
    boolean cut = first.endsWith("...") || first.endsWith("…");
    return first.isEmpty() || cut && !attr.isEmpty() ? title(main) : first;
  }

  /** A date that a blank or a bracket sets apart, in figures: no part of the title itself. */
  private static boolean apart(String text, Found date) {
    if (date.raw().indexOf('年') >= 0) {
      return false;
    }
    boolean last =
        date.end() >= text.length() - 1
            && date.start() > 0
            && " [(（【".indexOf(text.charAt(date.start() - 1)) >= 0;
    boolean first =
        date.start() <= 1
            && date.end() < text.length()
            && " ])）】".indexOf(text.charAt(date.end())) >= 0;
    return first || last;
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    List<Found> found = ChineseDates.find(year + "-" + month + "-" + day);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).date());
  }

  private static String bracketed(String text, Found found) {
    int from = found.start();
    int to = found.end();
    boolean brackets =
        from > 0
            && to < text.length()
            && "[(（【".indexOf(text.charAt(from - 1)) >= 0
            && "])）】".indexOf(text.charAt(to)) >= 0;
    return brackets ? text.substring(from - 1, to + 1) : text.substring(from, to);
  }

  private static String stripped(String title, String date) {
    int at = title.endsWith(date) ? title.lastIndexOf(date) : title.indexOf(date);
    String left = at < 0 ? title : title.substring(0, at) + title.substring(at + date.length());
    return left.replaceAll("^[\\s\\[\\]()（）【】|·-]+|[\\s\\[(（【|·-]+$|[\\s]*[\\[(（【][\\])）】]$", "")
        .strip();
  }

  private static int length(Scan.Anchor anchor) {
    return Math.max(anchor.text.length(), Math.min(anchor.title.length(), 60));
  }

  /** The line without the main link's words. */
  private static String without(Scan.Line line, int index, Scan.Anchor main) {
    if (main.line == index && main.endLine == index) {
      int from = Math.min(main.start, line.text.length());
      int to = Math.min(Math.max(main.end, from), line.text.length());
      return line.spaced(0, from) + " " + line.spaced(to, line.text.length());
    }
    boolean inside = index >= main.line && index <= main.lastLine();
    return inside && main.text.contains(line.text) && line.text.length() > 24 ? " " : line.spaced();
  }

  /** The whole title: the {@code title} attribute where the text is cut off or polluted. */
  static String title(Scan.Anchor anchor) {
    if (anchor.whole == null) {
      anchor.whole = wholeTitle(anchor);
    }
    return anchor.whole;
  }

  private static String wholeTitle(Scan.Anchor anchor) {
    String text = withoutBullet(anchor.text);
    if (anchor.title.isEmpty() || anchor.title.equals(text)) {
      return text;
    }
    String attr = Texts.fold(Titles.clean(anchor.title));
    attr = NAMED.matcher(attr).replaceFirst("");
    if (text.isEmpty() || attr.isEmpty()) {
      return text.isEmpty() ? attr : text;
    }
    String key = Texts.key(withoutDots(text));
    String own = Texts.key(attr);
    boolean longer = own.contains(key) && own.length() < key.length() + 200;
    return longer || key.contains(own) && own.length() >= 8 ? attr : text;
  }

  private static String withoutBullet(String text) {
    int at = 0;
    while (at < text.length() && "·•◆■▪►> ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == text.length() ? text : text.substring(at);
  }

  private static String withoutDots(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '…')) {
      end--;
    }
    return text.substring(0, end);
  }

  /**
   * Words in brackets of the visible title, such as [失效]: the {@code title} attribute often lacks
   * them.
   */
  private static String inBrackets(String shown) {
    Matcher m = BRACKETED.matcher(shown);
    return m.find() ? m.group(1) : "";
  }

  private static String mark(String around) {
    if (around.length() > 300) {
      return "";
    }
    String squeezed = Texts.squeeze(around);
    String mark = Wordings.in("mark", squeezed);
    return mark.equals("有效") && squeezed.contains("有效期") ? "" : mark;
  }
}
