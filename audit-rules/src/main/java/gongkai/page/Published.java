package gongkai.page;

import gongkai.page.date.AddressDate;
import gongkai.page.date.ChineseDates;
import gongkai.page.date.ChineseDates.Found;
import gongkai.page.date.DateEvidence;
import gongkai.page.date.DateSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The publication dates of an article, most trusted first, each with its source and its words.
 *
 * @param notes dates that were left out, and why
 */
record Published(List<DateEvidence> dates, List<String> notes) {
  /** 来信时间, 办结日期 in a cell: the date in the next one is that of something else. */
  static final Pattern OF_SOMETHING = Pattern.compile("^.{0,10}(?:时间|日期?|时限|期限?)[:：]?$");

  /** Dates that lie after the fetch are no evidence: a wrong year, an event, a broken clock. */
  static Published of(Scan scan, Head head, Place place, LocalDate fetched) {
    List<DateEvidence> found = new ArrayList<>();
    labelled(scan, head, found);
    Declared.add(scan, found);
    bare(scan, head, found);
    if (found.stream().noneMatch(date -> date.source() == DateSource.HEAD)) {
      found.addAll(DateBox.of(scan, head));
    }
    AddressDate.of(place.url).ifPresent(found::add);
    table(head, found);
    if (found.isEmpty()) {
      stamped(head, found);
    }
    found.sort(Comparator.comparing(DateEvidence::source));
    List<DateEvidence> dates = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (DateEvidence date : found) {
      if (date.date().isAfter(fetched)) {
        notes.add("future: " + date.text());
      } else if (seen.add(date.source() + " " + date.date())) {
        dates.add(date);
      }
    }
    return new Published(dates, List.copyOf(notes));
  }

  private static void labelled(Scan scan, Head head, List<DateEvidence> found) {
    List<DateEvidence> updated = new ArrayList<>();
    int before = found.size();
    for (boolean inTable : new boolean[] {false, true}) {
      for (Labels.Field field : head.fields()) {
        if (head.table().get(field.line()) != inTable || !isHead(head, field.line(), inTable)) {
          continue;
        }
        switch (field.role()) {
          case "published" -> add(field, DateSource.LABEL, found);
          case "published-bare" -> {
            if (!inTable) {
              add(field, DateSource.LABEL, found);
            }
          }
          case "updated" -> add(field, DateSource.LABEL, updated);
          default -> {}
        }
      }
    }
    if (found.size() == before) {
      besideHead(scan, head, found);
    }
    if (found.size() == before) {
      found.addAll(updated);
    }
  }

  /** Templates that set the line of 发布时间 just above the title, or just below the text. */
  private static void besideHead(Scan scan, Head head, List<DateEvidence> found) {
    if (head.titleLine() < 0) {
      return;
    }
    Labels labels = new Labels(scan);
    int above = Math.max(head.first(), head.titleLine() - 4);
    List<Labels.Field> fields = new ArrayList<>(labels.fields(above, head.titleLine()));
    int below = head.textTo();
    while (below < Math.min(head.textTo() + 3, scan.lines.size())
        && !scan.foot().get(below)
        && !Head.isTail(scan.lines.get(below))) {
      below++;
    }
    // where one block holds the whole page, its last lines are those below the text
    fields.addAll(labels.fields(Math.max(head.textFrom(), head.textTo() - 2), below));
    for (Labels.Field field : fields) {
      // the day of an entry of a list in the margin: its link stands above it
      int link = field.line() - 1;
      boolean entry =
          link >= head.first()
              && link < head.titleLine()
              && scan.lines.get(link).linkChars * 2 > scan.lines.get(link).text.length();
      // in the text itself only a line of several labels is no sentence
      boolean sentence =
          field.line() >= head.textFrom()
              && field.line() < head.textTo()
              && fields.stream().noneMatch(f -> f != field && f.line() == field.line());
      if (field.role().equals("published") && !entry && !sentence) {
        add(field, DateSource.LABEL, found);
      }
    }
  }

  /**
   * Labels of the masthead are none of the head block: it begins at the title, where one is shown.
   */
  private static boolean isHead(Head head, int line, boolean inTable) {
    return inTable || head.titleLine() < 0 || line >= head.titleLine();
  }

  private static void add(Labels.Field field, DateSource source, List<DateEvidence> found) {
    for (Found date : ChineseDates.find(field.value())) {
      if (date.start() <= 3 && !opensNote(field.value(), date)) {
        found.add(new DateEvidence(date.date(), source, upTo(field, date)));
      }
      return;
    }
  }

  /** （2026年3月5日市政府常务会议通过） below a label without a value is not its value. */
  private static boolean opensNote(String value, Found date) {
    String folded = ChineseDates.fold(value);
    return folded.startsWith("(")
        && folded.charAt(Math.min(BareDate.endOfTime(value, date.end()), value.length() - 1))
            != ')';
  }

  /** Label and date with its time of day, without what follows them on the line. */
  private static String upTo(Labels.Field field, Found date) {
    String value = field.value().substring(0, BareDate.endOfTime(field.value(), date.end()));
    int at = field.raw().indexOf(value);
    return at < 0 ? field.label() + "：" + value : field.raw().substring(0, at + value.length());
  }

  /** A date without a label between title and text. */
  private static void bare(Scan scan, Head head, List<DateEvidence> found) {
    if (head.titleLine() >= 0) {
      addBare(Heading.behind(scan.lines.get(head.titleLine())), found);
    }
    int from = head.titleLine() >= 0 ? head.titleLine() + 1 : Math.max(0, head.textFrom() - 8);
    int to = Math.min(head.textFrom(), scan.lines.size());
    for (int i = from; i < to; i++) {
      Scan.Line line = scan.lines.get(i);
      boolean near = i - from < 15 || to - i <= 8;
      if (!near
          || head.consumed().get(i) && !sharesLine(head, i)
          || head.table().get(i)
          || i > 0 && OF_SOMETHING.matcher(scan.lines.get(i - 1).text).find()
          || line.text.length() > 160
          || line.linkChars * 2 > line.text.length()) {
        continue;
      }
      if (head.titleLine() < 0 && !hasNeighbour(scan, i)) {
        continue;
      }
      addBare(line.spaced(), found);
    }
  }

  private static void addBare(String text, List<DateEvidence> found) {
    for (BareDate bare : BareDate.of(text)) {
      found.add(new DateEvidence(bare.date().date(), DateSource.HEAD, bare.text()));
    }
  }

  /** A line of labels can still hold a date of its own: 来源：… 2024-05-06 浏览次数：3. */
  private static boolean sharesLine(Head head, int line) {
    for (Labels.Field field : head.fields()) {
      if ((field.line() == line || field.valueLine() == line)
          && !field.role().equals("other")
          && !field.role().equals("organ")) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNeighbour(Scan scan, int i) {
    for (int j = Math.max(0, i - 1); j <= Math.min(scan.lines.size() - 1, i + 1); j++) {
      String text = scan.lines.get(j).text;
      for (String word : List.of("来源", "浏览", "字号", "作者", "点击", "阅读", "打印")) {
        if (text.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** 编辑日期, 录入时间: the page's own day where it shows no other. */
  private static void stamped(Head head, List<DateEvidence> found) {
    for (Labels.Field field : head.fields()) {
      if (field.role().equals("stamped") && isHead(head, field.line(), false)) {
        add(field, DateSource.HEAD, found);
      }
    }
  }

  private static void table(Head head, List<DateEvidence> found) {
    Optional<LocalDate> written =
        head.fields().stream()
            .filter(field -> field.role().equals("document"))
            .flatMap(field -> ChineseDates.find(field.value()).stream())
            .map(Found::date)
            .findFirst();
    for (Labels.Field field : head.fields()) {
      if (field.role().equals("listed")) {
        add(field, DateSource.TABLE, found);
      } else if (field.role().equals("issued") && written.isPresent()) {
        List<DateEvidence> issued = new ArrayList<>();
        add(field, DateSource.TABLE, issued);
        issued.stream().filter(date -> date.date().isAfter(written.get())).forEach(found::add);
      }
    }
  }
}
