package gongkai.page;

import java.util.List;
import java.util.regex.Pattern;

/** The title at the beginning of a file's text, put together where the layout broke it. */
final class FileHeading {
  /** A title stands this near the top, below the organ's name (红头) and the number. */
  private static final int LOOK = 12;

  private static final int LONGEST = 90;
  private static final int MOST_LINES = 4;

  /** Above a title: 附件1, 聊城市…局文件, 〔2026〕3号, 机密, 签发人. */
  private static final Pattern ABOVE =
      Pattern.compile(
          "附件.{0,6}|附[:：]?|.{2,30}文\\s*件|.{0,30}[〔\\[﹝（(]?\\d{4}[〕\\]﹞）)]?\\s*第?\\s*\\d{1,5}\\s*号.{0,16}"
              + "|(机密|秘密|绝密|特急|加急|平急|签发人|索引号|目\\s*录).{0,20}|[\\d\\s年月日:：./-]+|表\\s*\\d+.{0,4}|第?[一二三四五\\d]+[页号].{0,6}");

  /** The text begins: a salutation, a number, a sentence. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+[章条]|\\d+[.、．]).*|.*[：:。；;，]$|.*[。；].*");

  private static final Pattern END =
      Pattern.compile(
          ".*(通知|意见|办法|方案|报告|公告|通告|通报|决定|规定|细则|计划|要点|总结|预算|决算|清单|目录|函|批复|解读|说明|情况|名单|制度|指南|规则|[表书])[）)]?$");

  private static final Pattern HAN = Pattern.compile("[\\u4e00-\\u9fff]{2}");

  private FileHeading() {}

  /** Empty string where no line looks like a title. */
  static String of(List<String> lines) {
    int from = 0;
    while (from < Math.min(LOOK, lines.size()) && above(lines.get(from))) {
      from++;
    }
    StringBuilder title = new StringBuilder();
    int to = Math.min(lines.size(), from + MOST_LINES);
    for (int i = from; i < to; i++) {
      String line = lines.get(i).replace('\t', ' ').strip();
      boolean begins = TEXT.matcher(line).matches() || Labels.any(line);
      if (begins || i > from && above(line) || title.length() + line.length() > LONGEST) {
        break;
      }
      title.append(line);
      if (END.matcher(line).matches()) {
        break;
      }
    }
    return Texts.fold(title);
  }

  private static boolean above(String line) {
    return ABOVE.matcher(line.strip()).matches() || !HAN.matcher(line).find();
  }
}
