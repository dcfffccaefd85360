package gongkai.site;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.Audit;
import gongkai.Audit.Terms;
import gongkai.AuditResult;
import gongkai.RulesOnDisk;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages without a date are counted by section, among those that were read. */
class UndatedSectionsTest {
  private static final String TEXT = "为规范工作程序，现将有关事项通知如下，请各单位认真贯彻执行，执行中遇到的问题及时反馈。".repeat(4);

  @Test
  void pagesThatShowNoDateAreCountedBySection() {
    LaidSnapshot site =
        new LaidSnapshot()
            .page("/", "<a href='/zcfg/'>部门文件</a> <a href='/gzjh/'>工作计划</a>")
            .page(
                "/zcfg/",
                "<h2>部门文件</h2><ul><li><a href='/zcfg/a.html'>关于做好就业工作的通知</a></li><li><a"
                    + " href='/zcfg/b.html'>关于做好社保工作的通知</a></li><li><a"
                    + " href='/zcfg/c.html'>关于做好人才工作的通知</a></li></ul>")
            .page(
                "/gzjh/",
                "<h2>工作计划</h2><ul><li><a"
                    + " href='/gzjh/d.html'>2026年工作计划</a><span>2026-02-01</span></li><li><a"
                    + " href='/gzjh/e.html'>2025年工作计划</a><span>2025-02-01</span></li></ul>")
            .page("/zcfg/a.html", "<h1>关于做好就业工作的通知</h1><div>" + TEXT + "</div>")
            .page(
                "/zcfg/b.html", "<h1>关于做好社保工作的通知</h1><p>发布时间：2026-03-02</p><div>" + TEXT + "</div>")
            .page("/gzjh/d.html", "<h1>2026年工作计划</h1><div>" + TEXT + "</div>");
    AuditResult audit =
        Audit.run(
            site,
            new Terms(
                RulesOnDisk.catalogue("liaocheng-hrss"),
                RulesOnDisk.calendar(),
                LocalDate.of(2025, 10, 31),
                LocalDate.of(2026, 10, 31),
                List.of()));
    assertThat(audit.sections())
        .filteredOn(s -> s.url().endsWith("/zcfg/") || s.url().endsWith("/gzjh/"))
        .extracting(s -> s.path() + " " + s.read() + " " + s.undated())
        .containsExactly("[工作计划] 1 0", "[部门文件] 2 1");
    assertThat(audit.undatedSections()).hasSize(1);
  }
}
