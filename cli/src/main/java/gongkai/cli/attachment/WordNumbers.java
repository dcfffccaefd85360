package gongkai.cli.attachment;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/**
 * The numbers that a word processor counts itself (自动编号) and that stand in no text. Several
 * paragraphs of one list in one cell are counted from one, whatever stands in other cells: there
 * they enumerate the cell's own parts.
 */
final class WordNumbers {
  private static final String CHINESE = "一二三四五六七八九";
  private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

  /** Last number of each list, by its id and level. */
  private final Map<String, Integer> counted = new HashMap<>();

  /** The text of paragraphs as it is shown, one a line. */
  String text(List<XWPFParagraph> paragraphs) {
    Map<String, Long> parts =
        paragraphs.stream()
            .filter(WordNumbers::numbered)
            .collect(Collectors.groupingBy(WordNumbers::list, Collectors.counting()));
    Map<String, Integer> here = new HashMap<>();
    StringBuilder text = new StringBuilder();
    for (XWPFParagraph paragraph : paragraphs) {
      text.append(text.isEmpty() ? "" : "\n");
      if (numbered(paragraph)) {
        String list = list(paragraph);
        int running = counted.merge(list, 1, Integer::sum);
        int number = parts.get(list) > 1 ? here.merge(list, 1, Integer::sum) : running;
        text.append(mark(paragraph, number));
      }
      text.append(paragraph.getText());
    }
    return text.toString();
  }

  private static boolean numbered(XWPFParagraph paragraph) {
    BigInteger id = paragraph.getNumID();
    String format = id == null || id.signum() == 0 ? null : paragraph.getNumFmt();
    return format != null && !format.equals("bullet") && !format.equals("none");
  }

  private static String list(XWPFParagraph paragraph) {
    return paragraph.getNumID() + " " + paragraph.getNumIlvl();
  }

  /** The number with what the list puts around it: {@code （一）}, {@code 1.}. */
  private static String mark(XWPFParagraph paragraph, int number) {
    String own = own(paragraph.getNumFmt(), number);
    String around = paragraph.getNumLevelText();
    return around == null || !around.contains("%")
        ? own + "."
        // outer levels (2.1) are not counted: the innermost number tells the parts apart
        : around.replaceFirst("^(?:%\\d[.．])*(?=%)", "").replaceAll("%\\d", own);
  }

  private static String own(String format, int number) {
    if (format.startsWith("chinese")
        || format.startsWith("ideograph")
        || format.startsWith("japaneseC")) {
      return chinese(number);
    }
    boolean circled = format.startsWith("decimalEnclosedCircle") && number <= CIRCLED.length();
    return circled ? CIRCLED.substring(number - 1, number) : String.valueOf(number);
  }

  private static String chinese(int number) {
    if (number > 99) {
      return String.valueOf(number);
    }
    String tens = number < 10 ? "" : (number < 20 ? "" : digit(number / 10)) + "十";
    return tens + (number % 10 == 0 ? "" : digit(number % 10));
  }

  private static String digit(int digit) {
    return CHINESE.substring(digit - 1, digit);
  }
}
