package gongkai.match;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text in the one form in which titles and section names are compared. */
public final class Words {
  private static final Pattern DROPPED =
      Pattern.compile(
          "[\\s\\p{Cc}\\p{Cf}\\p{Z}《》〈〉<>“”„‟\"'‘’「」『』()（）\\[\\]【】〔〕{}·•,，、。:：;；!！?？—–_|-]");

  /** Words at the end of a section's name that say nothing about its subject. */
  private static final Pattern DECORATION =
      Pattern.compile("(?<=...)(公开|信息|专栏|栏目|专题|专区|情况|内容|列表|公示|公告)$");

  private Words() {}

  /** NFKC, lower case, without blanks, quotes, brackets and punctuation. */
  public static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DROPPED.matcher(folded).replaceAll("");
  }

  /** The same, also without the bureau's own names, which are in normal form. */
  public static String without(String text, List<String> names) {
    String normal = normal(text);
    for (String name : names) {
      normal = normal.replace(name, "");
    }
    return normal;
  }

  /** A section's name without the bureau's names and without words such as 专栏, 信息公开. */
  public static String sectionName(String name, List<String> bureauNames) {
    String bare = without(name, bureauNames);
    String before;
    do {
      before = bare;
      bare = DECORATION.matcher(bare).replaceFirst("");
    } while (!bare.equals(before));
    return bare;
  }

  /** A title for a sentence: without control characters. */
  public static String shown(String title) {
    return title.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
  }
}
