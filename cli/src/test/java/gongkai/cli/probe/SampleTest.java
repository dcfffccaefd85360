package gongkai.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.cli.RuleFiles;
import gongkai.page.Link;
import gongkai.page.ListingEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample spends its requests on what shows most, and never admits more than its limit. */
class SampleTest {
  private static final String SITE = "http://rsj.jia.example/";

  private static Sample sample(int maxPages) {
    return new Sample(RuleFiles.catalogue(RuleFiles.DEFAULT), maxPages);
  }

  private static Link link(int n, String name) {
    return new Link(SITE + "c" + n + "/", name);
  }

  private static ListingEntry entry(int n) {
    return new ListingEntry(SITE + "a" + n + ".html", "标题", false, Optional.empty(), "", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 60, 1000})
  void admitsLessThanItsLimit(int maxPages) {
    Sample sample = sample(maxPages);
    int admitted = 2;
    for (int i = 0; i < 2 * maxPages; i++) {
      admitted += sample.section(link(i, "栏目" + i)) ? 1 : 0;
      admitted += sample.section(link(-1 - i, "政策解读")) ? 1 : 0;
      admitted += sample.wanted(entry(i), List.of("栏目" + i)) ? 1 : 0;
    }
    assertThat(admitted).isBetween(3, maxPages);
  }

  @Test
  void aKnownNameIsReadWhenUnknownOnesAreNotAnyMore() {
    Sample sample = sample(60);
    for (int i = 0; i < 100; i++) {
      sample.section(link(i, "栏目" + i));
    }
    assertThat(sample.section(link(200, "更多栏目"))).isFalse();
    assertThat(sample.section(link(201, "政策解读"))).isTrue();
    assertThat(sample.section(link(202, "政府信息公开"))).isTrue();
    assertThat(sample.section(link(203, "关于做好今年就业援助工作有关事项的通知"))).isFalse();
    // met again under a name that says nothing
    assertThat(sample.section(link(201, ""))).isTrue();
  }

  @Test
  void oneArticleOfEachListIsRead() {
    Sample sample = sample(60);
    assertThat(sample.wanted(entry(1), List.of("政策解读"))).isTrue();
    assertThat(sample.wanted(entry(2), List.of("政策解读"))).isFalse();
    assertThat(sample.wanted(entry(3), List.of("通知公告"))).isTrue();
  }
}
