package gongkai.message;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cadence.Every;
import gongkai.cadence.Period;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks inside marks, and periods as sentences name them. */
class MessageTest {
  @ParameterizedTest
  @CsvSource({
    "关于工作的通知, 《关于工作的通知》未标注发布日期",
    "《关于工作的通知》政策解读, 《〈关于工作的通知〉政策解读》未标注发布日期",
    "解读《甲》和《乙》, 《解读〈甲〉和〈乙〉》未标注发布日期",
    // a title that has its marks already
    "《关于工作的通知》, 《关于工作的通知》未标注发布日期",
    "“一次办好”清单, 《“一次办好”清单》未标注发布日期"
  })
  void titlesInsideTitles(String title, String sentence) {
    assertThat(Message.of("judge.open.undated", title).in(Lang.ZH)).isEqualTo(sentence);
  }

  @Test
  void quotesInsideQuotes() {
    assertThat(Message.of("judge.empty", "“双随机，一公开”").in(Lang.ZH))
        .isEqualTo("“‘双随机，一公开’”栏目已开设，栏目内无信息");
    assertThat(Message.of("judge.review.conflict", "甲《乙》", "时间：“今天”", "列表").in(Lang.ZH))
        .isEqualTo("《甲〈乙〉》标注“时间：‘今天’”，与其他来源（列表）不一致，请人工核实");
  }

  @ParameterizedTest
  @CsvSource({
    "YEAR, 2026年, 2026",
    "HALF, 2026年上半年, H1 2026",
    "QUARTER, 2026年第二季度, Q2 2026",
    "MONTH, 2026年6月, June 2026",
    "WEEK, 2026年第26周, week 26 of 2026"
  })
  void periodsInWords(Every every, String chinese, String english) {
    Message words = Period.of(every, LocalDate.of(2026, 6, 23)).words();
    assertThat(words.in(Lang.ZH)).isEqualTo(chinese);
    assertThat(words.in(Lang.EN)).isEqualTo(english);
  }
}
