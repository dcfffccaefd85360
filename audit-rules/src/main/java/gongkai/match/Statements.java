package gongkai.match;

import gongkai.site.SitePage;
import java.util.regex.Pattern;

/** Tells a statement (情况说明) that nothing happened (verdicts: "A statement"). */
public final class Statements {
  /** A longer text is more than a statement. */
  private static final int LONGEST = 300;

  /** Words by which a page says that nothing happened. Matched against text in normal form. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "均未|没有(需要|须|应|可|符合|相关|此类|新)|(没有|尚未|未)(新)?(发生|制定|制发|开展|出台|召开|产生|收到|承办|承接|列入|作出|涉及|组织|印发|修订|备案|进行|实施|新增|安排|接到)"
              + "|无此类|无该类|不涉及|不存在|暂无|无相关|无新增|无应公开|无需公开|无可公开"
              + "|(年度|年|季度|月份|月|上半年|下半年|期间|目前|我局|本局|本机关|本单位|本部门)(均|也|暂)?无(?!关|法|障|效|论|偿|须|需|不|误|故|证明|欠薪|忧)");

  /**
   * In a text such words must be about the bureau or the period: 未列入清单的机构 says nothing of the kind.
   */
  private static final Pattern NOTHING_HERE =
      Pattern.compile(
          "(本年度|本年|本季度|本月|本期|今年|全年|20\\d\\d年度?|季度|\\d月份?|上半年|下半年|期间|目前|截至.{2,14}|我局|本局|本机关|本单位|本部门|局|经(核实|梳理|自查|统计)|情况说明如下)[^。；]{0,24}?"
              + "((没有|尚未|均未|未)(新)?(发生|制定|制发|开展|出台|召开|产生|收到|承办|承接|作出|组织|印发|修订|备案|实施|新增|安排|接到|承担|形成)|无此类|无该类|不涉及|不存在|暂无|均未|没有|无(?!关|法|障|效|论|偿|须|需|不|误|故|证明|欠薪|忧))"
              + "|无此类事项|无相关事项|^未(发生|制定|制发|开展|出台)");

  private static final Pattern FIGURES = Pattern.compile("[1-9]\\d*(余|多)?(人次|人|户|家|件|个|万元|亿元|场)");

  private static final Pattern TITLE = Pattern.compile("情况说明|情况的说明|的说明$|情况声明");

  /** 说明 that explains something that is there. */
  private static final Pattern OTHER =
      Pattern.compile("起草说明|编制说明|制定说明|修订说明|预算|决算|三公|政策说明|操作说明|使用说明");

  private static final Pattern FORM = Pattern.compile("(事项)?(的?情况)?(的?说明|声明)$");

  private Statements() {}

  /** What a statement is about: its title less 情况说明 and the like. In normal form. */
  static String subject(String title) {
    return FORM.matcher(title).replaceFirst("");
  }

  /** A text that was read and is no longer than a statement's. */
  static boolean brief(SitePage page) {
    return page.textRead() && page.text().length() < LONGEST;
  }

  /** True when a page says that nothing happened. */
  public static boolean is(SitePage page) {
    String title = Words.normal(page.title());
    if (OTHER.matcher(title).find()) {
      return false;
    }
    boolean titleSays = NOTHING.matcher(title).find();
    if (!TITLE.matcher(title).find() && !titleSays && page.text().length() >= LONGEST) {
      // most pages: bringing a long text to normal form is what costs time
      return false;
    }
    String text = Words.normal(page.text());
    boolean says = titleSays || NOTHING_HERE.matcher(text).find();
    if (TITLE.matcher(title).find()) {
      return says || !page.textRead();
    }
    if (titleSays) {
      return text.length() < LONGEST;
    }
    // 涉及1860人: results are reported, so something happened
    boolean figures = FIGURES.matcher(text).find();
    boolean files = page.facts().map(f -> !f.attachments().isEmpty()).orElse(false);
    return page.read() && !text.isEmpty() && says && !files && !figures;
  }
}
