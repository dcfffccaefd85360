package gongkai.notice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document's number (发文字号) taken apart: {@code 聊人社发〔2025〕12号}. Numbers without a year in brackets
 * (令 第3号, 2025年第3号公告) have no series of a year and are none here.
 *
 * @param code who issued it and what kind it is (机关代字): {@code 聊人社发}
 * @param serial counted from 1 in each year
 */
public record DocumentNumber(String code, int year, int serial) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([\\u4e00-\\u9fff]{2,24})\\s*[\\[(〔﹝【{〈]\\s*((?:19|20)\\d{2})\\s*年?\\s*[\\])〕﹞】}〉]"
              + "\\s*第?\\s*0*([1-9]\\d{0,4})\\s*号");

  /**
   * Where a number stands in a text.
   *
   * @param number its code may begin with words before it: 根据聊人社发
   * @param start in the text's NFKC form
   * @param end behind 号
   */
  record Found(DocumentNumber number, int start, int end) {}

  /** Every number in a text, in order; digits and brackets of any width and shape. */
  static List<Found> in(String text) {
    if (text.indexOf('号') < 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    Matcher m = NUMBER.matcher(plain(text));
    while (m.find()) {
      DocumentNumber number =
          new DocumentNumber(
              m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
      found.add(new Found(number, m.start(), m.end()));
    }
    return found;
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  @Override
  public String toString() {
    return code + "〔" + year + "〕" + serial + "号";
  }
}
