package gongkai.page;

import gongkai.page.date.ChineseDates;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The head block of an article: what stands between title and text, and the 信息公开 table before the
 * text, wherever it stands.
 *
 * @param first line behind the breadcrumb, or of the page
 * @param titleLine line of the title; -1 if it is not shown
 * @param textFrom first line of the text behind head block and table
 * @param textTo index behind the last line of the text
 * @param fields labels with values before the text, and in a table at its beginning
 * @param table lines that belong to the 信息公开 table
 * @param consumed lines that are a label's or its value
 */
record Head(
    int first,
    int titleLine,
    int textFrom,
    int textTo,
    List<Labels.Field> fields,
    BitSet table,
    BitSet consumed) {
  /** A title further from the text than this is that of another block. */
  private static final int MOST_LINES = 80;

  /** 相关文件：… names one document in the same line; alone it is the heading of a list. */
  private static final Pattern NAMED = Pattern.compile("^\\s*相关(文件|政策|解读|链接)\\s*[:：]\\s*\\S");

  private static final int LINES_TO_SIGNATURE = 8;

  static Head of(Scan scan, MainText text, Trail trail, String title) {
    int textFrom = text.block() < 0 ? scan.lines.size() : text.from();
    int textTo = text.block() < 0 ? scan.lines.size() : text.to();
    int first = trail.line() >= 0 && trail.line() < textFrom ? trail.line() : 0;
    int titleLine = titleLine(scan, first, Math.min(textTo, textFrom + 40), textFrom, title);
    int regionFrom = Math.max(0, first);
    if (titleLine >= 0 && titleLine < regionFrom) {
      regionFrom = titleLine;
    }
    int look = Math.min(textTo, Math.max(textFrom, titleLine + 1) + 60);
    List<Labels.Field> all = new Labels(scan).fields(regionFrom, look);
    boolean heading = titleLine >= 0 && scan.lines.get(titleLine).heading > 0;
    BitSet table = table(all, heading ? titleLine : -1);
    int begin = Math.max(textFrom, titleLine >= textFrom ? titleLine + 1 : textFrom);
    begin = skipHead(scan, begin, textTo, table, title, titleLine >= textFrom);
    List<Labels.Field> fields = new ArrayList<>();
    BitSet consumed = new BitSet();
    for (Labels.Field field : all) {
      if (field.line() < begin || table.get(field.line())) {
        fields.add(field);
        consumed.set(field.line());
        consumed.set(field.valueLine());
      }
    }
    int behind = first == 0 ? 0 : Math.min(trail.end(), textFrom);
    return new Head(
        behind, titleLine, begin, textEnd(scan, text, begin, textTo), fields, table, consumed);
  }

  /** Index behind the text's last line: 上一篇, 打印本页 and the page's foot are none of it. */
  private static int textEnd(Scan scan, MainText text, int from, int to) {
    int look = text.known() ? Math.max(from, to - 12) : from;
    for (int i = look; i < to; i++) {
      if (scan.foot().get(i) || isTail(scan.lines.get(i)) && !signatureFollows(scan, i, to)) {
        return i;
      }
    }
    return to;
  }

  /** 相关解读 may stand between a document's last sentence and its signature: then the text goes on. */
  private static boolean signatureFollows(Scan scan, int from, int to) {
    int end = Math.min(to, from + LINES_TO_SIGNATURE);
    for (int i = from + 1; i + 1 < end; i++) {
      String date = scan.lines.get(i + 1).text.strip();
      List<ChineseDates.Found> dates = ChineseDates.find(date);
      boolean alone = dates.size() == 1 && dates.get(0).raw().length() >= date.length() - 2;
      if (alone && Document.isOrgan(scan.lines.get(i).text.strip())) {
        return true;
      }
    }
    return false;
  }

  static boolean isTail(Scan.Line line) {
    return line.text.length() <= 60
        && Wordings.starts("tail", line.text)
        && !NAMED.matcher(line.text).find();
  }

  /** The first line that shows the title, before the text if possible. */
  private static int titleLine(Scan scan, int from, int to, int textFrom, String title) {
    String key = Texts.key(title);
    if (key.length() < 2) {
      return -1;
    }
    int found = -1;
    for (int i = Math.min(from, scan.lines.size()); i < to; i++) {
      Scan.Line line = scan.lines.get(i);
      if (line.text.length() > title.length() * 2 + 20 || Trail.marker(line.text) >= 0) {
        continue;
      }
      String own = Texts.key(Heading.before(line));
      boolean same = own.equals(key);
      if (!same && own.length() >= 6 && key.startsWith(own)) {
        String joined = own;
        for (int j = i + 1; j < Math.min(to, i + 4) && joined.length() < key.length(); j++) {
          joined += Texts.key(scan.lines.get(j).text);
        }
        same = joined.startsWith(key);
      }
      if (same) {
        if (found < 0
            || i - found > MOST_LINES
            || line.heading > 0 && scan.lines.get(found).heading == 0) {
          found = i;
        }
        if (i >= textFrom && found >= 0) {
          break;
        }
      }
    }
    return found;
  }

  /** Lines of label clusters that hold what only a 信息公开 table holds. */
  private static BitSet table(List<Labels.Field> fields, int heading) {
    BitSet table = new BitSet();
    int start = 0;
    while (start < fields.size()) {
      int end = start + 1;
      while (end < fields.size()
          && fields.get(end).line() - fields.get(end - 1).valueLine() <= 3
          && (fields.get(end).line() < heading || fields.get(end - 1).line() > heading)) {
        end++;
      }
      List<Labels.Field> cluster = fields.subList(start, end);
      long formal =
          cluster.stream()
              .filter(
                  f ->
                      List.of(
                                  "index",
                                  "number",
                                  "organ",
                                  "document",
                                  "name",
                                  "listed",
                                  "validity",
                                  "issued")
                              .contains(f.role())
                          || f.label().endsWith("分类"))
              .map(Labels.Field::label)
              .distinct()
              .count();
      if (formal >= 3) {
        table.set(cluster.get(0).line(), cluster.get(cluster.size() - 1).valueLine() + 1);
      }
      start = end;
    }
    return table;
  }

  /** The first line of the text: behind table, repeated title, labels, tools and a bare date. */
  private static int skipHead(
      Scan scan, int from, int to, BitSet table, String title, boolean titleInside) {
    int at = from;
    String key = Texts.key(title);
    int tableEnd = table.length();
    if (tableEnd > from
        && tableEnd <= to
        && table.nextSetBit(from) - from < 12
        && table.nextSetBit(from) >= 0) {
      at = tableEnd;
    }
    int limit = Math.min(to, at + (titleInside ? 30 : 12));
    int begin = at;
    for (int i = at; i < limit; i++) {
      Scan.Line line = scan.lines.get(i);
      if (isHeadLine(line, key, titleInside)) {
        begin = i + 1;
      } else if (line.text.length() > 12 || !titleInside) {
        break;
      }
    }
    return begin;
  }

  static boolean isHeadLine(Scan.Line line, String titleKey, boolean titleInside) {
    String text = line.text;
    if (text.length() > 160 || text.indexOf('。') >= 0) {
      return false;
    }
    if (Texts.key(text).equals(titleKey)) {
      return true;
    }
    String role = Labels.roleAtStart(text);
    if (role.equals("published")
        || role.equals("updated")
        || role.equals("other")
        || role.equals("index")
        || role.equals("organ") && titleInside) {
      return true;
    }
    if (isTool(text)) {
      return true;
    }
    if (!titleInside) {
      return false;
    }
    List<ChineseDates.Found> dates = ChineseDates.find(line.spaced());
    return text.length() <= 60
            && !dates.isEmpty()
            && (dates.get(0).start() <= 2 || !BareDate.of(line.spaced()).isEmpty())
        || role.startsWith("published")
        || role.equals("stamped");
  }

  /** 字号：大 中 小, 打印, 分享: the tools beside a title. */
  static boolean isTool(String text) {
    if (text.length() > 40) {
      return false;
    }
    String squeezed = Texts.squeeze(text);
    boolean bracket = squeezed.startsWith("【") || squeezed.startsWith("[");
    for (String word : Wordings.of("tool")) {
      if (word.length() == 1 && squeezed.length() > 1) {
        continue;
      }
      if (squeezed.startsWith(word) || bracket && squeezed.startsWith(word, 1)) {
        return squeezed.length() <= word.length() + 14;
      }
    }
    return false;
  }
}
